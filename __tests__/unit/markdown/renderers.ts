import { HtmlRenderer, Parser } from 'commonmark';
import { defaultOptions, markdownToHTML } from 'comrak';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import markdownIt from 'markdown-it';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** A Markdown parser that people read the log with, and what it makes of Markdown. */
export interface Renderer {
  readonly name: string;
  readonly render: (markdown: string) => string;
}

const reference = { parser: new Parser(), writer: new HtmlRenderer() };
const html = markdownIt('default', { html: true, linkify: true });
// It would show an address without its percent-encoding.
html.normalizeLinkText = (address) => address;
const text = markdownIt('commonmark', { html: false });
// GitHub reads Markdown with cmark-gfm, of which comrak is a port.
const github = {
  ...defaultOptions,
  extension: {
    ...defaultOptions.extension,
    ...{ autolink: true, footnotes: true, strikethrough: true, table: true, tasklist: true, alerts: true },
  },
  render: { ...defaultOptions.render, unsafe: true },
};
// Its extensions that other sites switch on.
const everything = {
  ...github,
  extension: {
    ...github.extension,
    ...{
      descriptionLists: true,
      inlineFootnotes: true,
      superscript: true,
      subscript: true,
      multilineBlockQuotes: true,
    },
    ...{ underline: true, spoiler: true, frontMatterDelimiter: '---' },
  },
};

/** The parsers that are no relatives of the one that our own code reads Markdown with, and that one. */
export const renderers: readonly Renderer[] = [
  { name: 'commonmark.js', render: (markdown) => reference.writer.render(reference.parser.parse(markdown)) },
  { name: 'comrak, as on GitHub', render: (markdown) => markdownToHTML(markdown, github) },
  { name: 'comrak, all extensions', render: (markdown) => markdownToHTML(markdown, everything) },
  { name: 'markdown-it with HTML', render: (markdown) => html.render(markdown) },
  { name: 'markdown-it without HTML', render: (markdown) => text.render(markdown) },
  {
    name: 'micromark',
    render: (markdown) =>
      micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
  },
];

/** A page as a browser reads it. */
export function readPage(renderer: Renderer, markdown: string): Root {
  return fromHtml(renderer.render(markdown), { fragment: true });
}

/** The elements that stand directly in a node, without paragraphs around them in a list: a loose list has them, a tight one has not. */
export function elementsOf(node: Nodes): Element[] {
  return childrenOf(node).filter((child) => child.type === 'element');
}

function childrenOf(node: Nodes): Nodes[] {
  if (!('children' in node)) return [];
  const isItem = node.type === 'element' && node.tagName === 'li';
  return node.children.flatMap((child) =>
    isItem && child.type === 'element' && child.tagName === 'p' ? child.children : [child],
  );
}

/** The element at a path of indexes of elements; null where there is none. */
export function elementAt(page: Nodes, path: readonly number[]): Element | null {
  const [index, ...rest] = path;
  if (index === undefined) return page.type === 'element' ? page : null;
  const child = elementsOf(page)[index];
  return child === undefined ? null : elementAt(child, rest);
}

/** A page in short, without what `left` holds: names of elements, addresses and text, white space aside. */
export function outline(node: Nodes, left: Element | null = null): string {
  if (node === left) return `<${left.tagName} left out>`;
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  const inner = childrenOf(node)
    .map((child) => outline(child, left))
    .join('')
    .trim();
  if (node.type !== 'element') return node.type === 'comment' ? '<!>' : inner;
  const { href = '', src = '' } = node.properties;
  return `<${node.tagName} ${href}${src}>${inner}</>`.replace(/ >/g, '>');
}

/** The text of a node as it is shown. */
export function textOf(node: Nodes): string {
  return node.type === 'text' ? node.value : childrenOf(node).map(textOf).join('');
}

const formatting = [
  'p',
  'em',
  'strong',
  'del',
  'code',
  'pre',
  'blockquote',
  'br',
  'hr',
  'kbd',
  'sub',
  'sup',
  'input',
];
const lists = [
  'ul',
  'ol',
  'li',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'h4',
  'h5',
  'h6',
  's',
  'u',
  'div',
  'dl',
  'dt',
  'dd',
];
const harmless = new Set([...formatting, ...lists, 'a', 'img', 'span']);
const attributes = new Set(
  'href src alt title width height align start type checked disabled className id ariaLabel ariaHidden style dataFootnotes'.split(
    ' ',
  ),
);

/** Elements, attributes and addresses in a node that an answer must not bring about; empty when there are none. */
export function harmIn(node: Nodes): string[] {
  const inner = childrenOf(node).flatMap(harmIn);
  if (node.type === 'comment') return ['a comment'];
  if (node.type !== 'element') return inner;
  const names = Object.keys(node.properties).filter((name) => !attributes.has(name));
  const addresses = [node.properties.href, node.properties.src]
    .filter((address) => typeof address === 'string')
    .filter((address) => /^\W*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(address));
  return [
    ...(harmless.has(node.tagName) ? [] : [`<${node.tagName}>`]),
    ...names.map((name) => `${name}=`),
    ...addresses.map(String),
    ...inner,
  ];
}
