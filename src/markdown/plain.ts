import { applyEdits } from './edits.ts';
import type { TemplateEngine } from './template.ts';
import { escapeForEngine } from './template.ts';

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
 * readable. `unescapeText` is the way back.
 *
 * @param engine what the line will be run through: it finds nothing to execute
 */
export function escapeText(text: string, engine: TemplateEngine = 'none'): string {
  return escapeForEngine(escapeLine(cleanLine(text)), engine);
}

/** As `escapeText`, for a line that is clean already; white space at its ends is kept. */
export function escapeLine(line: string): string {
  return escapeLineStart(escapeInline(line, 'paragraph')).replace(closingHashes, '\\');
}

/** Where the `#`s begin that would end a heading and not be shown (CommonMark 4.2). */
export const closingHashes = /(?<=\s)(?=#+\s*$)/;

/**
 * Markdown of text within a line. Only what Markdown would take for its own is escaped.
 *
 * @param within in a link's text no address becomes a link
 */
export function escapeInline(text: string, within: 'paragraph' | 'table' | 'link'): string {
  const escaped = text
    // CommonMark 2.4: a backslash escapes ASCII punctuation only. One at the end of a line breaks it. A brace may begin attributes,
    // such as `{: onclick=""}` in kramdown and MkDocs.
    .replace(/\\(?=[!-/:-@[-`{-~]|\s|$)|[`*~[\]|{]/g, (character) => `\\${character}`)
    // 6.2: between letters or digits `_` is no emphasis.
    .replace(/_+/g, (run, offset, whole) =>
      isLetter(whole[offset - 1]) && isLetter(whole[offset + run.length]) ? run : '\\_'.repeat(run.length),
    )
    .replace(/&(?=#?[0-9A-Za-z]{1,40};)/g, '\\&')
    // An entity: Python-Markdown, which MkDocs runs, knows no escape of `<`, and would show HTML.
    .replace(/<(?=[^\s\d=]|\s*$|[^\s<>]*@)/g, '&lt;');
  return within === 'link'
    ? escaped
    : // GFM 6.9, and ftp:// as GitHub has it.
      escaped.replace(
        /(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi,
        (character) => `\\${character}`,
      );
}

/**
 * The beginning of a line, escaped where it would begin a block, a definition or the like, or underline a heading: in CommonMark, and
 * in what is common beside it (kramdown's and Pandoc's `:` and `^`, MkDocs' `===` and `!!!`).
 */
export function escapeLineStart(escaped: string): string {
  return escaped
    .replace(/^(\s*)(?=[#>=:^]|[-+](?:[\s:+-]|$)|[!?]{3})/, '$1\\')
    .replace(/^(\s*\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
}

/** Without spaces and tabs at both ends, the white space that Markdown knows; a no-break space is text. */
export function trimSpaces(line: string): string {
  let [start, end] = [0, line.length];
  while (line[start] === ' ' || line[start] === '\t') start += 1;
  while (end > start && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return line.slice(start, end);
}

/** The text that `escapeText` was given, apart from what it cleans away. */
export function unescapeText(markdown: string): string {
  return markdown.replace(
    /\\([!-/:-@[-`{-~])|&lt;|(?<=[<{}])\u200B|\u200B(?=\{)/g,
    (found, character = '') => (found === '&lt;' ? '<' : character),
  );
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
