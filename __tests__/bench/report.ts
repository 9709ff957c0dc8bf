/** One thing that was measured. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What it is compared with, and how much that was; empty where it stands for itself. */
  readonly against?: string;
  readonly ratio?: number;
  readonly goal?: Goal;
}

/** What is to be reached: `value` is the ratio or another figure of the row, and at most `limit` is good. */
export interface Goal {
  readonly value: number;
  readonly limit: number;
  readonly unit?: string;
}

/** Prints the head of the table. */
export function printHead(): void {
  printCells(['What', 'Measured', 'Against', 'Ratio', 'Goal', 'Reached']);
  printCells(['---', '---', '---', '---', '---', '---']);
}

export function print({ what, measured, against = '', ratio, goal }: Row): void {
  const wanted = goal === undefined ? '' : `≤ ${goal.limit}${goal.unit ? ` ${goal.unit}` : ''}`;
  const reached = goal === undefined ? '' : goal.value <= goal.limit ? 'yes' : 'no';
  printCells([what, measured, against, ratio?.toFixed(2) ?? '', wanted, reached]);
}

/** A row whose goal is about its ratio. */
export function printRatio(row: Row & { readonly ratio: number }, limit: number): void {
  print({ ...row, goal: { value: row.ratio, limit } });
}

export function milliseconds(taken: number): string {
  return `${taken.toFixed(taken < 10 ? 2 : 0)} ms`;
}

function printCells(cells: readonly string[]): void {
  console.log(`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
}
