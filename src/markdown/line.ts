/**
 * A place in a line of Markdown: behind the markers of the containers that the line stands in, where a block may begin. Columns count from
 * 0, and a tab reaches to the next multiple of 4 (CommonMark 2.2).
 */
export interface Cursor {
  /** The line without its line ending. */
  readonly text: string;
  /** The column behind the markers read so far. It can lie inside a tab, of which a marker takes one column. */
  readonly column: number;
  /** Index in the text of the first character from here that is neither space nor tab; the text's length if there is none. */
  readonly content: number;
  /** Column of that character. */
  readonly contentColumn: number;
}

/** A line indented by at least this many columns is code, or continues a paragraph. */
export const codeIndent = 4;

/** A cursor at the start of a line. */
export function lineStart(text: string): Cursor {
  return cursorAt(text, 0, 0);
}

/** The cursor behind `length` characters of content. */
export function afterContent(cursor: Cursor, length: number): Cursor {
  return cursorAt(cursor.text, cursor.content + length, cursor.contentColumn + length);
}

/** The cursor behind `columns` of its indentation, or behind all of it where there is less. */
export function afterIndent(cursor: Cursor, columns: number): Cursor {
  return { ...cursor, column: Math.min(cursor.column + columns, cursor.contentColumn) };
}

/** Columns of white space before the content. */
export function indentOf(cursor: Cursor): number {
  return cursor.contentColumn - cursor.column;
}

/** Whether nothing but white space follows. */
export function isBlank(cursor: Cursor): boolean {
  return cursor.content === cursor.text.length;
}

/** The line from its content on. */
export function contentOf({ text, content }: Cursor): string {
  return text.slice(content);
}

/** Whether the content of the line is a thematic break (CommonMark 4.1). */
export function isThematicBreak({ text, content }: Cursor): boolean {
  const marker = text[content];
  if (marker !== '*' && marker !== '-' && marker !== '_') return false;
  let count = 0;
  for (let index = content; index < text.length; index += 1) {
    const character = text[index];
    if (character === marker) count += 1;
    else if (character !== ' ' && character !== '\t') return false;
  }
  return count >= 3;
}

/** What a sticky pattern matches at the beginning of the content; null for no match. */
export function matchAt(pattern: RegExp, { text, content }: Cursor): string | null {
  pattern.lastIndex = content;
  return pattern.exec(text)?.[0] ?? null;
}

function cursorAt(text: string, index: number, column: number): Cursor {
  let content = index;
  let contentColumn = column;
  for (; content < text.length; content += 1) {
    const character = text[content];
    if (character === ' ') contentColumn += 1;
    else if (character === '\t') contentColumn += 4 - (contentColumn % 4);
    else break;
  }
  return { text, column, content, contentColumn };
}

export interface Line {
  readonly text: string;
  readonly start: number;
  /** Just past the line ending. */
  readonly end: number;
}

/** The lines of a text between two offsets; LF, CRLF and a lone CR each end one (CommonMark 2.1). */
export function* linesOf(source: string, from = 0, to = source.length): Generator<Line> {
  const ending = /\r\n|\n|\r/g;
  ending.lastIndex = from;
  let start = from;
  while (start < to) {
    const match = ending.exec(source);
    const textEnd = Math.min(match?.index ?? to, to);
    const end = Math.min(match === null ? to : ending.lastIndex, to);
    yield { text: source.slice(start, textEnd), start, end };
    start = end;
  }
}

/** Offset at which the last line of a text begins. */
export function lastLineStart(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
}

/** How the first line of a text ends; a line feed where it has but one. */
export function lineEndingOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
