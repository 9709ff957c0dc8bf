import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { definitionEdits, destination } from './definitions.ts';
import type { Edit } from './edits.ts';
import { containHtml } from './html.ts';
import { offsetsOf } from './parse.ts';
import { escapeLine } from './plain.ts';
import { escapeForMdx } from './template.ts';

declare module 'vfile' {
  interface DataMap {
    /** What the steps have found to change. */
    edits: Edit[];
    /** Set where no edit helps. */
    isUnfit: boolean;
  }
}

/** Looks at the tree of somebody's Markdown, and collects the edits that keep it from reaching beyond its place. */
type Step = Plugin<[], Root>;

/** Link definitions hold for the whole document: their addresses move to the links that use them. */
export const inlineDefinitions: Step = () => (tree, file) => {
  for (const each of definitionEdits(tree, String(file))) editRange(file, each);
};

/** Footnotes are gathered at the end of a document: they are shown as they were typed. */
export const showFootnotes: Step = () => (tree, file) => {
  visit(tree, ['footnoteReference', 'footnoteDefinition'], (node) =>
    insert(file, offsetsOf(node).start, '\\'),
  );
  // Without a definition here it is text; the document may have one elsewhere.
  visit(tree, 'text', (node) => {
    const { start } = offsetsOf(node);
    for (const match of sourceOf(file, node).matchAll(/\\[\s\S]|\[\^/g)) {
      if (match[0] === '[^') insert(file, start + match.index, '\\');
    }
  });
};

/** The levels 1 to 3 are the document's own. */
export const lowerHeadings: Step = () => (tree, file) => {
  visit(tree, 'heading', (node) => {
    if (node.depth > 3) return;
    const { start, end } = offsetsOf(node);
    const source = sourceOf(file, node);
    const underline = source.lastIndexOf('\n');
    if (underline >= 0) {
      insert(file, start, '#### ');
      // The markers of quotes may stand before a line; more of the heading's own cannot begin with one.
      for (const match of source.slice(0, underline).matchAll(/\n[ \t>]*/g)) {
        const found = start + match.index;
        editRange(file, { start: found, end: found + match[0].length, text: ' ' });
      }
      editRange(file, { start: start + underline, end, text: '' });
    } else {
      editRange(file, { start, end: start + node.depth, text: '####' });
    }
  });
};

/** Raw HTML may swallow what follows: it is shown as text, apart from a few tags. */
export const containTags: Step = () => (tree, file) => {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const inline = node.type !== 'root' && !isFlowParent(node);
    const pieces = (node.children as readonly RootContent[]).filter((child) => child.type === 'html');
    const values = pieces.map(({ value }) => value);
    const contained = inline ? containHtml(values) : values.flatMap((value) => containHtml([value]));
    for (const [index, piece] of pieces.entries()) {
      const markdown = contained[index] ?? '';
      if (markdown !== sourceOf(file, piece)) edit(file, piece, markdown);
    }
  });
};

function isFlowParent(node: Parents): boolean {
  return ['blockquote', 'listItem', 'footnoteDefinition'].includes(node.type);
}

/** MDX has no raw HTML, no addresses in `<>` and no code by indentation, and reads every brace and `<` in a text. */
export const escapeMdx: Step = () => (tree, file) => {
  visit(tree, (node) => {
    const { start, end } = offsetsOf(node);
    const source = sourceOf(file, node);
    if (node.type === 'code' && !/^(?:`{3}|~{3})/.test(source)) file.data.isUnfit = true;
    if (node.type === 'code' || node.type === 'inlineCode') return SKIP;
    if (node.type === 'html') {
      const shown = node.value
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      edit(file, node, escapeForMdx(escapeLine(shown), '<{}'));
    } else if (node.type === 'link' && source.startsWith('<')) {
      edit(file, node, `[${escapeForMdx(escapeLine(source.slice(1, -1)), '<{}')}](${destination(node)})`);
      return SKIP;
    } else if (node.type === 'text') {
      const text = escapeForMdx(source, '<{}');
      if (text !== source) editRange(file, { start, end, text });
    } else if (node.type === 'image') {
      const text = escapeForMdx(source, '{}');
      if (text !== source) editRange(file, { start, end, text });
    }
    return undefined;
  });
};

function sourceOf(file: VFile, node: Nodes): string {
  const { start, end } = offsetsOf(node);
  return String(file).slice(start, end);
}

function edit(file: VFile, node: Nodes, text: string): void {
  editRange(file, { ...offsetsOf(node), text });
}

function insert(file: VFile, offset: number, text: string): void {
  editRange(file, { start: offset, end: offset, text });
}

function editRange(file: VFile, range: Edit): void {
  file.data.edits ??= [];
  file.data.edits.push(range);
}
