import type {
  Blockquote,
  Code,
  FootnoteDefinition,
  Heading,
  List,
  ListItem,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { closingHashes, zeroWidthSpace } from '../escape.ts';
import { isThematicBreak, lineStart } from '../line.ts';
import { offsetsOf } from '../parse.ts';
import { type InlinePlace, type Writing, writeInline } from './serialize-inline.ts';

const paragraphPlace: InlinePlace = { begins: 'line', after: '', lines: 'many', within: 'paragraph' };

/** A block, and its Markdown as we write it. */
export interface WrittenBlock {
  readonly node: RootContent;
  readonly markdown: string;
}

/**
 * Blocks as Markdown that every common parser reads in the same way. Link definitions are left out, footnotes and HTML are text, headings
 * have level 4 to 6, and code stands in fences that nothing in it can close. Lists keep their markers, order and tightness. Blocks that
 * would show nothing are left out.
 */
export function writeBlocks(nodes: readonly RootContent[], writing: Writing): WrittenBlock[] {
  return nodes
    .map((node) => ({ node, markdown: writeBlock(node, writing) }))
    .filter(({ markdown }) => markdown !== '');
}

/** The blocks, with blank lines between them except where the source has none and none is needed. */
export function joinBlocks(blocks: readonly WrittenBlock[]): string {
  return blocks
    .map((block, index) => {
      const above = blocks[index - 1];
      const markdown =
        block.node.type === 'thematicBreak' ? indentBreak(block.markdown, above) : block.markdown;
      if (above === undefined) return markdown;
      return (mayTouch(above, block) ? '\n' : '\n\n') + markdown;
    })
    .join('');
}

/**
 * A thematic break, indented by 2 columns so that it has 4 within an item: at one with fewer kramdown ends the list. Behind a list it is not
 * indented, because it would become part of that list.
 */
function indentBreak(markdown: string, above: WrittenBlock | undefined): string {
  const isList = above?.node.type === 'list' || above?.node.type === 'footnoteDefinition';
  return isList ? markdown : `  ${markdown}`;
}

/** Whether a block may follow another without a blank line: a list only if it can interrupt a paragraph (CommonMark 5.2). */
function mayTouch(above: WrittenBlock, { node, markdown }: WrittenBlock): boolean {
  const isBelow = node.position?.start.line === (above.node.position?.end.line ?? 0) + 1;
  if (above.node.type !== 'paragraph' || !isBelow) return false;
  const interrupts = node.type === 'list' && /^(?:[-+*]|1[.)]) /.test(markdown);
  return interrupts || node.type === 'code' || node.type === 'blockquote';
}

function writeBlock(node: RootContent, writing: Writing): string {
  switch (node.type) {
    case 'paragraph':
      return writeInline(node.children, paragraphPlace, writing);
    case 'html':
      return writeInline([node], paragraphPlace, writing);
    case 'heading':
      return writeHeading(node, writing);
    case 'list':
      return writeList(node, writing);
    case 'blockquote':
      return writeQuote(node, writing);
    case 'code':
      return writeCode(node);
    case 'table':
      return writeTable(node, writing);
    case 'thematicBreak':
      // Dashes could underline a paragraph, or form a break together with the marker of an item.
      return '***';
    case 'footnoteDefinition':
      return writeAll(withLabel(node), writing);
    case 'definition':
      return '';
    default:
      throw new Error(`Not a block: ${node.type}`);
  }
}

function writeAll(nodes: readonly RootContent[], writing: Writing): string {
  return joinBlocks(writeBlocks(nodes, writing));
}

/** The blocks of a footnote, with its label as text in front. */
function withLabel({ children, label, identifier }: FootnoteDefinition): RootContent[] {
  const text = { type: 'text', value: `[^${label ?? identifier}]: ` } as const;
  const [first, ...others] = children;
  return first?.type === 'paragraph'
    ? [{ ...first, children: [text, ...first.children] }, ...others]
    : [{ type: 'paragraph', children: [text] }, ...children];
}

/** Levels 1 to 3 are the document's own. */
function writeHeading({ depth, children }: Heading, writing: Writing): string {
  const place = { ...paragraphPlace, begins: 'within a line', lines: 'one' } as const;
  const text = writeInline(children, place, writing).replace(closingHashes, '\\');
  return text && `${'#'.repeat(Math.max(depth, 4))} ${text.replace(/^#+$/, '\\$&')}`;
}

function writeList({ children, spread }: List, writing: Writing): string {
  const items = children.map((item) => ({
    marker: markerOf(item, writing),
    content: writeItem(item, writing),
  }));
  // Markers alone would be a thematic break, as in `- - -`.
  const isUnsafe = items.some(({ marker, content }) =>
    isThematicBreak(lineStart(`${marker} ${firstLine(content)}`)),
  );
  return items
    .map(({ marker, content }) => hang(isUnsafe ? '+' : marker, content))
    .join(spread ? '\n\n' : '\n');
}

/** The marker of an item as typed, such as `-` or `2.`. */
function markerOf(item: ListItem, { source }: Writing): string {
  const { start } = offsetsOf(item);
  return /^(?:[-+*]|\d{1,9}[.)])/.exec(source.slice(start, start + 10))?.[0] ?? '-';
}

function writeItem({ children, checked }: ListItem, writing: Writing): string {
  const box = checked == null ? '' : checked ? '[x] ' : '[ ] ';
  // An empty item would end the lists above it in goldmark, and be text in kramdown.
  return box + joinBlocks(writeBlocks(children, writing)) || zeroWidthSpace;
}

/** A list item: the content behind its marker, with further lines indented as far as the first. */
export function hang(marker: string, content: string): string {
  return content === '' ? marker : `${marker} ${indent(content, marker.length + 1).trimStart()}`;
}

/** Text indented by a number of columns; blank lines stay empty. */
export function indent(text: string, columns: number): string {
  return text.replace(/^(?=[^\n])/gm, ' '.repeat(columns)).replace(/^ +$/gm, '');
}

function firstLine(markdown: string): string {
  return markdown.split('\n', 1)[0] ?? '';
}

function writeQuote({ children }: Blockquote, writing: Writing): string {
  const content = writeAll(children, writing);
  return content && quoteLines(content);
}

/** The lines as a block quote. */
export function quoteLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

function writeCode({ value, lang }: Code): string {
  return fence(value, /^[\p{L}\p{N}_+#.-]+$/u.test(lang ?? '') ? (lang ?? '') : '');
}

/**
 * Code in a fence that no line of it can close. Tabs at the beginning of a line become spaces, because they would reach less far where the
 * code is indented (CommonMark 2.2).
 */
export function fence(code: string, language = ''): string {
  const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${code.replace(/^[ \t]*\t/gm, expandTabs)}\n${marks}`;
}

function expandTabs(indentation: string): string {
  const { contentColumn } = lineStart(indentation);
  return ' '.repeat(contentColumn);
}

function writeTable({ align, children: [head, ...rows] }: Table, writing: Writing): string {
  const columns = head?.children.length ?? 0;
  const place: InlinePlace = { begins: 'within a line', after: ' ', lines: 'one', within: 'table' };
  const cells = (row: TableRow | undefined) =>
    Array.from({ length: columns }, (_, index) =>
      writeInline(row?.children[index]?.children ?? [], place, writing),
    );
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  const rules = { left: ':--', right: '--:', center: ':-:' };
  const delimiters = Array.from({ length: columns }, (_, index) => {
    const side = align?.[index];
    return side ? rules[side] : '---';
  });
  return [line(cells(head)), line(delimiters), ...rows.map((row) => line(cells(row)))].join('\n');
}
