import { isReadable, parseMarkdown } from './parse.ts';

/** Indentation and markers of containers, with a tab among them. */
const tabbed = /^(?:[ \t>*+-]|\d{1,9}[.)])*\t/;

/**
 * Markdown that means the same wherever it is indented: a tab reaches to the next multiple of four columns, and not by a fixed
 * number of them (CommonMark 2.2). Tabs that code begins with stay, as long as they are code's alone.
 */
export function expandTabs(markdown: string): string {
  const lines = markdown.split('\n');
  if (!lines.some((line) => tabbed.test(line)) || !isReadable(markdown)) return markdown;
  const verbatim = fencedLines(markdown);
  return lines.map((line, index) => (verbatim.has(index + 1) ? line : expandLine(line))).join('\n');
}

function expandLine(line: string): string {
  const start = tabbed.exec(line)?.[0] ?? '';
  let expanded = '';
  for (const character of start) {
    expanded += character === '\t' ? ' '.repeat(4 - (expanded.length % 4)) : character;
  }
  return expanded + line.slice(start.length);
}

/** Numbers of the lines in fences that stand in no other block. */
function fencedLines(markdown: string): Set<number> {
  const lines = new Set<number>();
  for (const node of parseMarkdown(markdown).children) {
    const start = node.position?.start;
    const end = node.position?.end;
    if (node.type !== 'code' || !start || !end) continue;
    if (!/^(?:`{3}|~{3})/.test(markdown.slice(start.offset))) continue;
    for (let line = start.line + 1; line <= end.line; line += 1) lines.add(line);
  }
  return lines;
}
