import { type Span, spanAt } from '../../log/read/span.ts';
import type { BlockLine } from '../../markdown/blocks.ts';
import { type Meaning, meaningOf } from './vocabulary.ts';

/** A label with a meaning, and what stands behind it. */
export interface LabelledValue {
  readonly label: string;
  readonly meaning: Meaning;
  readonly value: Span;
  /** `row` for one of several rows, each of which has times of its own. */
  readonly source: 'label' | 'table' | 'row' | 'front matter';
  /** Number of the first line of the lines, or the row, that it stands with. */
  readonly group: number;
}

/** A row of a table: its cells without white space. */
export interface TableRow {
  readonly line: BlockLine;
  readonly cells: readonly Span[];
}

/** A table with its head and the rows below the delimiter row. */
export interface Table {
  readonly head: TableRow;
  readonly rows: readonly TableRow[];
}

const lead =
  /^[ \t>]*(?:(?:[-*+•·–—]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|#{1,6}[ \t]+)?(?:(?:\p{So}|\uFE0F){1,4}[ \t]+)?(?:<(?:b|strong|li|p|br)(?: ?\/)?>){0,3}/u;
const marked =
  /^(?<open>\*{1,3}|_{1,2}|`)(?<label>[^\s\d:：|*_`<>#][^:：|*_`<>\n]{0,60}?)(?:[ \t]?[:：]|[ \t]?[-–—])?\k<open>[ \t]*(?:[:：]|[-–—](?=[ \t]))?[ \t]*/u;
const plain =
  /^(?<label>[^\s\d:：|*_`<>#][^:：|*_`<>\n]{0,60}?)[ \t]*(?:[:：](?:<\/(?:b|strong)>|[*_`]{0,3})|<\/(?:b|strong)>[:：]|[-–—](?=[ \t]))[ \t]*[*_`]{0,3}[ \t]*/u;

/** The text of a line behind its bullet, number or heading marks. */
export function contentOf(line: BlockLine): Span {
  const length = lead.exec(line.text)?.[0].length ?? 0;
  return spanAt(line.text.slice(length), line.start + length, line.line);
}

/** Labels with a meaning in a line of text: one at its beginning, and others behind `|`, `·` or `•`. */
export function labelsIn(line: BlockLine, group = line.line): LabelledValue[] {
  if (line.text.length > 4000) return [];
  const content = contentOf(line);
  return piecesOf(content).flatMap((piece) => {
    const found = labelAt(piece);
    return found === null ? [] : [{ ...found, group }];
  });
}

function labelAt({ text, start, line }: Span): Omit<LabelledValue, 'group'> | null {
  // Without emphasis only a colon or a dash makes a label.
  const match =
    marked.exec(text) ?? plain.exec(text.replace(/^[*_]+/, (marks) => ' '.repeat(marks.length)).trimStart());
  const { label = '' } = match?.groups ?? {};
  const meaning = match === null ? null : meaningOf(label);
  if (match === null || meaning === null) return null;
  const skipped = marked.test(text) ? 0 : (/^[*_]+/.exec(text)?.[0].length ?? 0);
  const from = skipped + match[0].length;
  const value = text.slice(from).replace(/(?:<br ?\/?>|\\)\s*$/i, '');
  return { label, meaning, value: spanAt(value, start + from, line), source: 'label' };
}

/** The parts of a line between ` | `, ` · ` and ` • `. */
function piecesOf({ text, start, line }: Span): Span[] {
  const pieces: Span[] = [];
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(
    /[ \t][|·•][ \t]|[ \t](?=\*\*[^*\n]{1,60}(?::\*\*|\*\*:))/g,
  )) {
    pieces.push(spanAt(text.slice(from, index), start + from, line));
    from = index + mark.length;
  }
  pieces.push(spanAt(text.slice(from), start + from, line));
  return pieces;
}

/** The tables among some lines, in their order. */
export function tablesIn(lines: readonly BlockLine[]): Table[] {
  const byNumber = new Map(lines.map((line) => [line.line, line]));
  const tables = new Map<number, TableRow[]>();
  for (const line of lines) {
    if (line.block.kind !== 'table') continue;
    const rows = tables.get(line.block.line) ?? [];
    // The delimiter row is the second line.
    if (line.line > line.block.line + 1) rows.push({ line, cells: cellsOf(line) });
    tables.set(line.block.line, rows);
  }
  return [...tables].flatMap(([number, rows]) => {
    const head = byNumber.get(number);
    return head === undefined ? [] : [{ head: { line: head, cells: cellsOf(head) }, rows }];
  });
}

function cellsOf(line: BlockLine): Span[] {
  const cells: Span[] = [];
  const from = /^[ \t>]*\|?/.exec(line.text)?.[0].length ?? 0;
  let start = from;
  for (let index = from; index <= line.text.length; index += 1) {
    if (index < line.text.length && (line.text[index] !== '|' || line.text[index - 1] === '\\')) continue;
    cells.push(spanAt(line.text.slice(start, index), line.start + start, line.line));
    start = index + 1;
  }
  // Behind the last `|` there is no cell.
  return cells.at(-1)?.text === '' ? cells.slice(0, -1) : cells;
}

/**
 * What a table says by labels: those of its columns where it has several with a meaning, or else those in its first column, of which
 * the head may be one.
 */
export function labelsInTable({ head, rows }: Table): LabelledValue[] {
  const known = head.cells.filter(({ text }) => {
    const kind = meaningOf(text)?.kind;
    return kind === 'event' || kind === 'figure';
  });
  if (known.length > 1) {
    const source = rows.length > 1 ? 'row' : 'table';
    return rows.flatMap((row) => labelsInRow(head, row.cells).map((label) => ({ ...label, source })));
  }
  return [head, ...rows].flatMap(({ cells: [name, value] }): LabelledValue[] => {
    const meaning = name === undefined ? null : meaningOf(name.text);
    if (name === undefined || value === undefined || meaning === null) return [];
    const label = name.text.replace(/[*_`]/g, '');
    return [{ label, meaning, value: unmarked(value), source: 'table', group: head.line.line }];
  });
}

/** The cells of a row below columns with a meaning. */
export function labelsInRow(head: TableRow, cells: readonly Span[]): LabelledValue[] {
  return cells.flatMap((cell, index): LabelledValue[] => {
    const label = head.cells[index]?.text.replace(/[*_`]/g, '') ?? '';
    const meaning = meaningOf(label);
    return meaning === null
      ? []
      : [{ label, meaning, value: unmarked(cell), source: 'table', group: cell.line }];
  });
}

/** A value without the marks of emphasis in front of it. */
export function unmarked({ text, start, line }: Span): Span {
  const marks = /^[*_`"“]+/.exec(text)?.[0].length ?? 0;
  return spanAt(text.slice(marks), start + marks, line);
}
