import { applyEdits } from './edits.ts';
import type { TemplateEngine } from './template.ts';
import { escapeForMdx } from './template.ts';

/** Parts characters, and is not seen. */
export const zeroWidthSpace = '\u200B';

/**
 * Text without what cannot be seen and can do harm: control characters apart from tabs and line feeds, bidirectional
 * overrides, embeddings and isolates (Unicode's UAX #9, 2.1 to 2.4), byte order marks and lone surrogates, which no file can
 * hold. Line ends are line feeds.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
}

/** The same on one line: tabs and line ends are spaces, and none stands at either end. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\t\n]/g, ' ')
    .trim();
}

/**
 * One line of Markdown that shows exactly the text (after `cleanLine`) in a heading, a paragraph, a list item, a link's text
 * or a table cell. Only what Markdown would take for its own is escaped, web addresses included, so that ordinary titles stay
 * readable. Escapes are backslashes alone; see `unescapeText`.
 *
 * @param engine where the line will stand: tags of a template engine are parted by backslashes too
 */
export function escapeText(text: string, engine: TemplateEngine = 'none'): string {
  const escaped = escapeLine(cleanLine(text));
  if (engine === 'none') return escaped;
  const markdown = engine === 'mdx' ? escapeForMdx(escaped, '<{}') : escaped;
  return markdown.replace(/[<{](?=[%{#?])/g, (character) => `${character}\\`);
}

/** As `escapeText`, for a line that is clean already; white space at its ends is kept. */
export function escapeLine(line: string): string {
  return (
    line
      // CommonMark 2.4: a backslash escapes ASCII punctuation only.
      .replace(/\\(?=[!-/:-@[-`{-~]|$)|[`*~[\]|]/g, (character) => `\\${character}`)
      // 6.2: between letters or digits `_` is no emphasis.
      .replace(/_+/g, (run, offset, whole) =>
        isLetter(whole[offset - 1]) && isLetter(whole[offset + run.length]) ? run : '\\_'.repeat(run.length),
      )
      .replace(/<(?=[A-Za-z/!?]|[^\s<>]*@)|&(?=#?[0-9A-Za-z]{1,40};)/g, (character) => `\\${character}`)
      // GFM 6.9, and ftp:// as GitHub has it.
      .replace(/(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi, (character) => `\\${character}`)
      // What would begin a block, or end a heading (4.2).
      .replace(/^(\s*)(?=[#>]|[-+](?:[\s-]|$))/, '$1\\')
      .replace(/^(\s*\d{1,9})(?=[.)](?:\s|$))/, '$1\\')
      .replace(/(?<=\s)(?=#+\s*$)/, '\\')
  );
}

/** The text that `escapeText` was given, apart from what it cleans away. */
export function unescapeText(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => character);
}

/**
 * As `escapeText`, for a pull request, an issue or a comment, where GitHub notifies and links by the text as it is shown: in
 * here nobody is mentioned, no issue, commit, address or e-mail is linked, and none is closed. Zero-width spaces do it,
 * since an escape is gone by the time GitHub looks. Source: docs.github.com, "Autolinked references and URLs".
 */
export function quoteInConversation(text: string): string {
  const line = cleanLine(text);
  return escapeLine(partAt(line, [...referenceBreaks(line), ...endsOf(/:(?=\/\/)|(?<=www)(?=\.)/gi, line)]));
}

/**
 * Offsets in a text as it is shown where a zero-width space keeps GitHub from finding a mention, an issue or a commit in it. An
 * address that GitHub takes for an issue is not among them.
 */
export function referenceBreaks(text: string): number[] {
  const hashes = [...text.matchAll(/(?<![0-9A-Za-z])[0-9a-f]{7,}(?![0-9A-Za-z])/gi)];
  return [
    ...endsOf(/@(?=[\w.-])|#(?=\d)|\bGH-(?=\d)/gi, text),
    ...hashes.flatMap(({ index, 0: hash }) => endsOf(/.{6}(?=.)/g, hash).map((end) => index + end)),
  ];
}

/** The text with zero-width spaces at these offsets. */
export function partAt(text: string, offsets: readonly number[]): string {
  return applyEdits(
    text,
    offsets.map((offset) => ({ start: offset, end: offset, text: zeroWidthSpace })),
  );
}

function endsOf(pattern: RegExp, text: string): number[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => index + found.length);
}

/** Letters and digits that are one UTF-16 code unit. */
function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
