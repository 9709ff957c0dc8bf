/** GitHub refuses a longer body of an issue, pull request or comment. */
export const BODY_LIMIT = 65_536;
/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits */
export const SUMMARY_LIMIT_BYTES = 1024 * 1024;

/** A part of a report. If the report is too long, the last rows are left out, never the head. A part without a head is not shown. */
export interface Section {
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/** A list under a title; nothing without items. */
export function list(title: string, items: readonly string[]): Section {
  if (items.length === 0) return { head: [], rows: [] };
  return { head: [title, ''], rows: items.map((item) => `- ${item}`) };
}

/** A table under a title; nothing without rows. Cells are Markdown. */
export function table(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Section {
  if (rows.length === 0) return { head: [], rows: [] };
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return { head: [title, '', line(columns), line(columns.map(() => '---'))], rows: rows.map(line) };
}

/** The sections joined by blank lines. If that is too long, the sections with the most rows lose their last rows and say so. */
export function shortened(
  sections: readonly Section[],
  end: string,
  { limit, sizeOf }: { limit: number; sizeOf: (text: string) => number },
): string {
  const render = (mostRows: number): string =>
    [
      ...sections.filter(({ head }) => head.length > 0).map((section) => renderSection(section, mostRows)),
      end,
    ]
      .filter((part) => part !== '')
      .join('\n\n');
  const fits = (mostRows: number) => sizeOf(render(mostRows)) <= limit;
  let most = Math.max(0, ...sections.map(({ rows }) => rows.length));
  if (fits(most)) return render(most);
  for (let least = 0; least < most; ) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return render(most);
}

function renderSection({ head, rows }: Section, mostRows: number): string {
  const shown = rows.slice(0, mostRows);
  const left = rows.length - shown.length;
  const notice = left === 0 ? [] : ['', `… and ${left} more, left out because GitHub takes no longer text.`];
  return [...head, ...shown, ...notice].join('\n');
}

/** A text cut to 80 characters, for a line or a table cell. */
export function clipped(text: string): string {
  const characters = [...text];
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : text;
}
