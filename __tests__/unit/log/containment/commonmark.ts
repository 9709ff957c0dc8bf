import { type Node, Parser } from 'commonmark';
import { expect } from 'vitest';

/** What CommonMark's reference implementation finds in a log; `inside` is the node at a path of indexes of children. */
export interface Found {
  /** The tree without what that node holds, as text. */
  readonly outside: string;
  /** Text of the node's first own words: those in bold that its first line begins with. */
  readonly label: string;
  readonly rawHtml: readonly string[];
  readonly addresses: readonly string[];
}

/** A second opinion: another parser's, which knows none of GitHub's extensions. */
export function findInCommonMark(markdown: string, path: readonly number[]): Found {
  const tree = new Parser().parse(markdown);
  let inside: Node = tree;
  for (const index of path) {
    const child = childrenOf(inside)[index];
    if (child === undefined) throw new Error(`Nothing at ${path.join(', ')}`);
    inside = child;
  }
  const within = descendantsOf(inside);
  const rawHtml = within
    .filter(({ type }) => type === 'html_inline' || type === 'html_block')
    .map(({ literal }) => literal ?? '');
  const addresses = within
    .filter(({ type }) => type === 'link' || type === 'image')
    .map(({ destination }) => destination ?? '');
  const first = childrenOf(inside)[0];
  const label = first === undefined ? undefined : childrenOf(first)[0];
  const words = label?.type === 'strong' ? descendantsOf(label).map(({ literal }) => literal ?? '') : [];
  for (const child of childrenOf(inside)) child.unlink();
  return {
    outside: descendantsOf(tree).map(described).join('\n'),
    label: words.join(''),
    rawHtml,
    addresses,
  };
}

/** Fails where something is raw HTML that may do harm, or links where a script could be. */
export function expectHarmlessHtml({ rawHtml, addresses }: Found): void {
  for (const html of rawHtml) {
    expect(html).toMatch(
      /^(?:<br>|<\/?(?:kbd|sub|sup)>|<img src="https:\/\/[^"<>]*"(?: [a-z]+="[^"<>]*")*>|\s)+$/,
    );
  }
  for (const address of addresses) expect(address).not.toMatch(/^\W*(?:javascript|data|vbscript):/i);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.next) children.push(child);
  return children;
}

function descendantsOf(node: Node): Node[] {
  return childrenOf(node).flatMap((child) => [child, ...descendantsOf(child)]);
}

/** Whether a list is tight depends on what its items hold. */
function described(node: Node): string {
  const { type, literal, destination, title, listType, listStart } = node;
  const level = type === 'heading' ? node.level : null;
  let depth = 0;
  for (let parent = node.parent; parent !== null; parent = parent.parent) depth += 1;
  return JSON.stringify([depth, type, level, literal, destination, title, listType, listStart]);
}
