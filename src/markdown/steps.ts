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

/** Schemes that a link may have; an address without one is relative. */
const schemes = new Set(['http', 'https', 'mailto']);

/** An address may hold a script, or a page of its own: such a link or image is shown as it was typed. */
export const showForeignSchemes: Step = () => (tree, file) => {
  visit(tree, ['link', 'image'], (node) => {
    if (node.type !== 'link' && node.type !== 'image') return;
    // What browsers leave out of an address (URL Standard, 4.4).
    const address = node.url.replace(/^[^!-\uFFFF]+|[\t\n\r]/g, '');
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
    if (scheme === undefined || schemes.has(scheme)) return;
    const { start } = offsetsOf(node);
    const bracket = /^!?(?=\[)|^(?=<)/.exec(sourceOf(file, node));
    if (bracket !== null) insert(file, start + bracket[0].length, '\\');
  });
};

/**
 * Parsers do not agree on what a tag is: in text, no `<` stays that any of them might take for the beginning of one. A `]` in
 * front of it is escaped as well where a link could come about.
 */
export const escapeTags: Step = () => (tree, file) => {
  visit(tree, ['text', 'image'], (node) => {
    const { start, end } = offsetsOf(node);
    // The name of a tag may stand in an address that GitHub makes a link of.
    const found = tagStarts(String(file).slice(start, end + 1));
    if (node.type === 'text') for (const index of found) insert(file, start + index, '\\');
    else if (node.type === 'image' && found.length > 0) {
      replace(file, node, `![${escapeLine(node.alt ?? '')}](${destination(node)})`);
    }
  });
};

function tagStarts(source: string): number[] {
  const matches = source.matchAll(/\\[\s\S]|\](?=[(:][\s>]*<[A-Za-z/!?])|<(?=[A-Za-z/!?])/g);
  return [...matches].filter(([found]) => found.length === 1).map(({ index }) => index);
}

/** Raw HTML may swallow what follows: it is shown as text, apart from a few tags. */
export const containTags: Step = () => (tree, file) => {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const inline = node.type !== 'root' && !isFlowParent(node);
    const pieces = (node.children as readonly RootContent[]).filter((child) => child.type === 'html');
    const values = pieces.map(({ value }) => value);
    const contained = inline ? containHtml(values) : values.flatMap((value) => containHtml([value]));
    for (const [index, piece] of pieces.entries()) {
      replace(file, piece, contained[index] ?? '');
    }
  });
};

function isFlowParent(node: Parents): boolean {
  return ['blockquote', 'listItem', 'footnoteDefinition'].includes(node.type);
}

/** MDX has no raw HTML, no addresses in `<>` and no code by indentation, and reads every brace and `<` in a text. */
export const escapeMdx: Step = () => (tree, file) => {
  visit(tree, (node) => {
    const source = sourceOf(file, node);
    if (node.type === 'code' && !/^(?:`{3}|~{3})/.test(source)) file.data.isUnfit = true;
    if (node.type === 'code' || node.type === 'inlineCode') return SKIP;
    if (node.type === 'html') {
      const shown = node.value
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      replace(file, node, escapeForMdx(escapeLine(shown), '<{}'));
    } else if (node.type === 'link' && source.startsWith('<')) {
      replace(file, node, `[${escapeForMdx(escapeLine(source.slice(1, -1)), '<{}')}](${destination(node)})`);
      return SKIP;
    } else if (node.type === 'text') {
      replace(file, node, escapeForMdx(source, '<{}'));
    } else if (node.type === 'image') {
      const alternative = escapeForMdx(escapeLine(node.alt ?? ''), '<{}');
      const image = tagStarts(source).length > 0 ? `![${alternative}](${destination(node)})` : source;
      replace(file, node, escapeForMdx(image, '{}'));
    }
    return undefined;
  });
};

function sourceOf(file: VFile, node: Nodes): string {
  const { start, end } = offsetsOf(node);
  return String(file).slice(start, end);
}

function replace(file: VFile, node: Nodes, text: string): void {
  if (text !== sourceOf(file, node)) editRange(file, { ...offsetsOf(node), text });
}

function insert(file: VFile, offset: number, text: string): void {
  editRange(file, { start: offset, end: offset, text });
}

function editRange(file: VFile, range: Edit): void {
  file.data.edits ??= [];
  file.data.edits.push(range);
}
