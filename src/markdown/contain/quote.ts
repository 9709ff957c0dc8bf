import { cleanText, quoteInConversation } from '../plain.ts';
import { rewriteMarkdown } from './contain.ts';
import { fence, quoteLines } from './serialize.ts';

/**
 * Somebody's Markdown as a block quote for an issue or a comment, each of its lines beginning with `>`; empty when nothing in it
 * would be seen. Formatting, links and code keep working, and it is contained as an answer in the log is: what comes behind it after
 * a blank line does not depend on it. It mentions nobody and links no issue or commit: zero-width spaces stand in such text, and in
 * the addresses of issues and the like that GitHub would make links of by itself. A link with words of its own to an issue on
 * github.com leads there by `redirect.github.com`, so that the issue does not note it; source: docs.github.com, "Autolinked
 * references and URLs". What is too large or too deep to parse is shown as code.
 */
export function quoteMarkdown(markdown: string): string {
  const text = cleanText(markdown);
  if (quoteInConversation(text) === text) return text && quoteLines(text);
  const rewritten = rewriteMarkdown(text, { engine: 'none', references: 'quiet' });
  return rewritten === '' ? '' : quoteLines(rewritten ?? fence(text));
}
