import { toString as wordsOf } from 'mdast-util-to-string';
import { isReadable, parseMarkdown } from './parse.ts';
import { cleanLine, escapeText } from './plain.ts';

/** Plain text of the first words in somebody's Markdown, on one line; '' where it has none. */
export function plainLine(markdown: string): string {
  if (isPlain(markdown)) return markdown;
  if (!isReadable(markdown)) return cleanLine(markdown);
  const texts = parseMarkdown(markdown).children.map((block) => wordsOf(block, { includeHtml: false }));
  return cleanLine(texts.find((text) => text.trim() !== '') ?? '').replace(/\s+/g, ' ');
}

/** Whether Markdown is one line that means itself. */
export function isPlain(markdown: string): boolean {
  return escapeText(markdown) === markdown;
}
