import { cleanText, quoteInConversation } from '../escape.ts';
import { rewriteMarkdown } from './contain.ts';
import { fence, quoteLines } from './serialize.ts';

/**
 * Somebody's Markdown as a block quote for an issue or a comment, each of its lines beginning with `>`; empty when it would show nothing.
 * Formatting, links and code keep working, and text below a blank line after the quote is unaffected. The quote mentions nobody and links no
 * issue or commit: zero-width spaces break up such text, and addresses that GitHub would turn into references. A link with words of its own
 * to an issue on github.com leads there through `redirect.github.com`, so that no backlink appears on that issue. Source: docs.github.com,
 * "Autolinked references and URLs". Markdown that is not `isReadable` is shown as code.
 */
export function quoteMarkdown(markdown: string): string {
  const text = cleanText(markdown);
  if (quoteInConversation(text) === text) return text && quoteLines(text);
  const rewritten = rewriteMarkdown(text, { engine: 'none', references: 'quiet' });
  return rewritten === '' ? '' : quoteLines(rewritten ?? fence(text));
}
