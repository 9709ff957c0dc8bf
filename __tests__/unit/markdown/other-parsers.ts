import { type Node, Parser } from 'commonmark';
import { parseMarkdown } from 'comrak';
import MarkdownIt from 'markdown-it';

// Parsers that share no code with micromark, which this project parses with. They see each heading of a document, as in
// `## in line 3`.

/** commonmark.js, the reference implementation of CommonMark. */
export function headingsOfReference(markdown: string): string[] {
  const headings: string[] = [];
  let node = new Parser().parse(markdown).firstChild;
  for (; node !== null; node = node.next)
    if (node.type === 'heading') headings.push(heading(node.level, node.sourcepos[0][0]));
  return headings;
}

/**
 * The lines of headings, fences, indented code and HTML blocks to commonmark.js, with the number of quotes and list items around
 * them, as in `1: fence in line 3`. Blank lines are left out.
 */
export function blocksOfReference(markdown: string): string[] {
  const lines = markdown.split(/\r\n|\r|\n/);
  const found: string[] = [];
  const walker = new Parser().parse(markdown).walker();
  let depth = 0;
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { entering, node } = event;
    if (['block_quote', 'item'].includes(node.type)) depth += entering ? 1 : -1;
    const kind = entering ? verbatimKind(node) : null;
    const [[first], [last]] = kind === null ? [[1], [0]] : node.sourcepos;
    for (let line = first; line <= last; line += 1)
      if (!isBlank(lines[line - 1] ?? '')) found.push(`${depth}: ${kind} in line ${line}`);
  }
  return found;
}

function verbatimKind({ type, info }: Node): string | null {
  if (type === 'code_block') return info === null ? 'code' : 'fence';
  if (type === 'html_block') return 'html';
  return type === 'heading' ? type : null;
}

/** Whether a line holds nothing but white space and markers of quotes. */
export function isBlank(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}

const markdownIt = new MarkdownIt('commonmark', { maxNesting: 1000 });

/** markdown-it without its extensions. */
export function headingsOfMarkdownIt(markdown: string): string[] {
  return markdownIt
    .parse(markdown, {})
    .flatMap(({ type, level, tag, map }) =>
      type === 'heading_open' && level === 0 ? [heading(Number(tag.slice(1)), (map?.[0] ?? 0) + 1)] : [],
    );
}

/** comrak, a port of cmark-gfm, with which GitHub renders: with tables and footnotes. */
export function headingsOfGitHub(markdown: string): string[] {
  const { nodes } = parseMarkdown(markdown, {
    extension: { table: true, footnotes: true },
    parse: { leaveFootnoteDefinitions: true },
  });
  return nodes.flatMap(({ parent, data: { value, sourcepos } }) =>
    parent === 0 && typeof value === 'object' && 'Heading' in value
      ? [heading(value.Heading.level, sourcepos?.start.line ?? 0)]
      : [],
  );
}

function heading(level: number, line: number): string {
  return `${'#'.repeat(level)} in line ${line}`;
}
