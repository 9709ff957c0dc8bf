/**
 * Whether a line of a paragraph and the one under it are the head and the delimiter row of a table (GFM 4.10): `| a | b |` over
 * `|---|:-:|`, with as many cells.
 */
export function beginsTable(head: string, delimiters: string): boolean {
  if (!/[|:]/.test(delimiters)) return false;
  const cells = withoutOuterPipes(delimiters).split('|');
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim())) && cells.length === countCells(head);
}

function countCells(row: string): number {
  const pipes = withoutOuterPipes(row).match(/\\[\\|]|\|/g) ?? [];
  return pipes.filter((pipe) => pipe === '|').length + 1;
}

function withoutOuterPipes(row: string): string {
  return row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
}
