import { applyEdits } from './edits.ts';
import type { TemplateEngine } from './template.ts';
import { escapeForEngine } from './template.ts';

/** An invisible character that keeps the two around it from being read as one sign. */
export const zeroWidthSpace = '\u200B';

/**
 * Text without invisible characters that can do harm: control characters apart from tabs and line feeds, bidirectional overrides,
 * embeddings and isolates (Unicode's UAX #9, 2.1 to 2.4), byte order marks, and lone surrogates, which no UTF-8 file can hold. Every
 * line ending becomes a line feed.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
}

/** As `cleanText`, on one line: tabs and line endings become spaces, and white space at both ends is removed. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\t\n]/g, ' ')
    .trim();
}

/**
 * One line of Markdown that shows exactly the text (after `cleanLine`) in a heading, a paragraph, a list item, a link's text or a table
 * cell. Only what Markdown would interpret is escaped, web addresses included, so that ordinary titles stay readable. `unescapeText` is
 * the inverse.
 *
 * @param engine the template engine that the file is run through; it finds nothing to execute in the line
 */
export function escapeText(text: string, engine: TemplateEngine = 'none'): string {
  return escapeForEngine(escapeLine(cleanLine(text)), engine);
}

/** Whether a text is one line of Markdown that shows exactly that text, so that it needs no parsing and no escaping. */
export function isPlain(text: string, engine: TemplateEngine = 'none'): boolean {
  return escapeText(text, engine) === text;
}

/** As `escapeText`, for a line that is clean already; white space at its ends is kept. */
export function escapeLine(line: string): string {
  return escapeLineStart(escapeInline(line, 'paragraph')).replace(closingHashes, '\\');
}

/** The place in a heading where `#`s begin that would close it and not be shown (CommonMark 4.2). */
export const closingHashes = /(?<=\s)(?=#+\s*$)/;

/**
 * Markdown of text within a line. Only what Markdown would interpret is escaped.
 *
 * @param within within a link's text, addresses are not escaped, because none becomes a link there
 */
export function escapeInline(text: string, within: 'paragraph' | 'table' | 'link'): string {
  const escaped = text
    // CommonMark 2.4: a backslash escapes ASCII punctuation only, and at the end of a line it is a line break. A brace may begin
    // attributes, such as `{: onclick=""}` in kramdown and MkDocs.
    .replace(/\\(?=[!-/:-@[-`{-~]|\s|$)|[`*~[\]|{]/g, (character) => `\\${character}`)
    // 6.2: between letters or digits, `_` is plain text.
    .replace(/_+/g, (run, offset, whole) =>
      isLetter(whole[offset - 1]) && isLetter(whole[offset + run.length]) ? run : '\\_'.repeat(run.length),
    )
    .replace(/&(?=#?[0-9A-Za-z]{1,40};)/g, '\\&')
    // `<` becomes an entity, because Python-Markdown, which MkDocs runs, reads `\\<` as the beginning of HTML.
    .replace(/<(?=[^\s\d=]|\s*$|[^\s<>]*@)/g, '&lt;');
  return within === 'link'
    ? escaped
    : // GFM 6.9; GitHub also links ftp://.
      escaped.replace(
        /(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi,
        (character) => `\\${character}`,
      );
}

/**
 * The line, escaped where its beginning would begin a block or underline a heading in CommonMark or in a common extension (kramdown's and
 * Pandoc's `:` and `^`, MkDocs' `===` and `!!!`).
 */
export function escapeLineStart(escaped: string): string {
  return escaped
    .replace(/^(\s*)(?=[#>=:^]|[-+](?:[\s:+-]|$)|[!?]{3})/, '$1\\')
    .replace(/^(\s*\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** The line without spaces and tabs at both ends. To Markdown, other white space such as a no-break space is text. */
export function trimSpaces(line: string): string {
  let [start, end] = [0, line.length];
  while (line[start] === ' ' || line[start] === '\t') start += 1;
  while (end > start && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(start, end);
}

/** The text that `escapeText` was given, after `cleanLine`. */
export function unescapeText(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|&lt;|(?<=[<{}])\u200B|\u200B(?=\{)/g,
    (found, character = '') => (found === '&lt;' ? '<' : character),
  );
}

/**
 * As `escapeText`, for a pull request, an issue or a comment: the line mentions nobody, links no issue, commit or address, and closes no
 * issue. GitHub looks for these in the text as it is shown, where escapes are gone, so zero-width spaces break them up. Source:
 * docs.github.com, "Autolinked references and URLs".
 */
export function quoteInConversation(text: string): string {
  const line = cleanLine(text);
  return escapeLine(partAt(line, [...referenceBreaks(line), ...endsOf(/:(?=\/\/)|(?<=www)(?=\.)/gi, line)]));
}

/**
 * The offsets in a text, as it is shown, where zero-width spaces keep GitHub from finding a mention, an issue or a commit in it. They do
 * not break up the address of an issue.
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
