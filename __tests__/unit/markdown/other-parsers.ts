import { Parser } from 'commonmark';
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
