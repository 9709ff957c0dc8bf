/** Whether a line can be the delimiter row of a table (GFM 4.10): `|---|:-:|`. A line of dashes alone is none. */
export function isDelimiterRow(line: string): boolean {
  return /[|:]/.test(line) && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell.trim()));
}

/** How many cells a row of a table has. A head must have as many as its delimiter row; a lone `|` has none. */
export function countCells(row: string): number {
  // To GitHub, a pipe behind any backslash is text.
  return row.trim() === '|' ? 0 : cellsOf(row.replaceAll('\\|', '')).length;
}

/** The cells of a row in which no `|` is escaped. */
function cellsOf(row: string): string[] {
  return row.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
}
