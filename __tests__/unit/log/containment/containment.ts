import type { Heading, ListItem, Nodes, Paragraph, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { expect } from 'vitest';
import { cleanLine } from '../../../../src/markdown/escape.ts';
import type { Field } from '../fields.ts';
import { incident, logInput, logText } from '../incidents.ts';
import { expectHarmlessHtml, type Found, findInCommonMark } from './commonmark.ts';

/** Uses definitions and footnotes that an untrusted person might define. */
const impact = 'See [foo], [bar][foo], [Foo bar], [ref], [x], ![foo], [^1], [^a] and [^foo].';
const below = incident(11, '2024-05-01 09:00', { impact });

/** The log with the text in that field of an incident that stands above another. */
export function logWith(field: Field, text: string, path = 'INCIDENTS.md'): string {
  return logText(logInput([field.filled(text), below], { path, now: Date.UTC(2024, 5, 1) }));
}

/** Fails when the text changes anything in the log outside its field, or is in it what no field may hold. */
export function expectContained(field: Field, text: string, path = 'INCIDENTS.md'): void {
  const log = logWith(field, text, path);
  // A text in which nothing is to be seen leaves the field out.
  const { empty, harmless, other } = expectations(field, path);
  if (field.kind === 'item' && log === empty) return;
  const found = cut(parse(log), field.path);
  // Blank lines in one item make its list loose; without them, not even that differs.
  const outside = isSpaced(found.inside, log) ? 'outsideWhateverIsLoose' : 'outside';
  expect(found[outside]).toBe(harmless[outside]);
  expectInPlace(field, text, found.inside, harmless.inside);
  expectHarmless(found.inside);
  const second = findInCommonMark(log, field.path);
  expect(second.outside).toBe(other.outside);
  if (field.kind === 'item') expect(second.label.slice(0, other.label.length)).toBe(other.label);
  expectHarmlessHtml(second);
}

interface Expectations {
  readonly empty: string;
  readonly harmless: Cut;
  /** What the other parser finds. */
  readonly other: Found;
}

const known = new Map<Field, Map<string, Expectations>>();

/** What a field is compared with is the same for every text. */
function expectations(field: Field, path: string): Expectations {
  const byPath = known.get(field) ?? new Map<string, Expectations>();
  known.set(field, byPath);
  const expected = byPath.get(path) ?? expectationsOf(field, path);
  byPath.set(path, expected);
  return expected;
}

function expectationsOf(field: Field, path: string): Expectations {
  const harmless = logWith(field, 'harmless', path);
  return {
    empty: logWith(field, '', path),
    harmless: cut(parse(harmless), field.path),
    other: findInCommonMark(harmless, field.path),
  };
}

function expectInPlace(field: Field, text: string, inside: Nodes, harmless: Nodes): void {
  expect(inside.type).toBe(harmless.type);
  if (inside.type === 'heading') {
    const line = `Incident on 2024-05-02 - ${cleanLine(text)}`;
    expect(textOf(inside)).toBe(cleanLine(text) === '' ? line.slice(0, -3) : line);
    expect(inside.depth).toBe((harmless as Heading).depth);
    return;
  }
  expect((inside as ListItem).checked).toBeNull();
  const [line, harmlessLine] = [lineOf(inside), lineOf(harmless)];
  if (field.kind === 'note') {
    expect(line.type).toBe('paragraph');
    expect((inside as ListItem).children).toHaveLength(1);
    const [words] = textOf(harmlessLine).split(cleanLine(text) === '' ? ' (' : 'harmless');
    expect(textOf(line.children[0]).slice(0, words?.length)).toBe(words);
    if (cleanLine(text) !== '') expect(textOf(line.children.at(-1))).toMatch(/\)$/);
  } else if (field.kind === 'label') {
    expect(textOf(line.children[0])).toBe(cleanLine(text) || 'Answer');
    expect(plainly(line.children.slice(1))).toBe(plainly(harmlessLine.children.slice(1)));
  } else if (field.kind === 'action') {
    expect(plainly(line.children.slice(-4))).toContain(plainly(harmlessLine.children.slice(-3)).slice(1));
    expect(plainly(line.children.at(-4) ?? line.children.at(-3))).toContain('TODO');
  } else if (harmlessLine.children[0]?.type === 'strong') {
    expect(plainly(line.children[0])).toBe(plainly(harmlessLine.children[0]));
    expect(textOf(line.children[1])).toMatch(/^:/);
  }
}

function lineOf(item: Nodes): Paragraph {
  return (item as ListItem).children[0] as Paragraph;
}

export function expectHarmless(inside: Nodes): void {
  visit(inside, (node) => {
    expect(['definition', 'footnoteDefinition', 'footnoteReference']).not.toContain(node.type);
    if (node.type === 'heading' && node !== inside) expect(node.depth).toBeGreaterThan(3);
    if (node.type === 'html') {
      expect(node.value).toMatch(/^(?:<br>|<\/?(?:kbd|sub|sup)>|<img(?: [a-z]+="[^"<>]*")+>|[ \n])+$/);
      if (node.value.includes('<img')) expect(node.value).toMatch(/ src="https:\/\//);
    }
    if ('value' in node || node.type === 'link') {
      expect(JSON.stringify(node)).not.toMatch(/\\u00(?:0[0-8]|1|7f)|[\u202A-\u202E\u2066-\u2069]/);
    }
  });
}

export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

interface Cut {
  readonly outside: string;
  /** The same without whether the lists and items that the node stands in are loose. */
  readonly outsideWhateverIsLoose: string;
  readonly inside: Nodes;
}

/** Whether a blank line stands in a node. */
function isSpaced({ position }: Nodes, markdown: string): boolean {
  return markdown.slice(position?.start.offset, position?.end.offset).includes('\n\n');
}

/** The tree without the node at a path, as text, and that node. */
function cut(tree: Root, path: readonly number[]): Cut {
  let inside: Nodes = tree;
  const around = new Set<Nodes>();
  for (const index of path) {
    around.add(inside);
    const child: Nodes | undefined = 'children' in inside ? inside.children[index] : undefined;
    if (child === undefined) throw new Error(`Nothing at ${path.join(', ')}`);
    inside = child;
  }
  const outsideWhateverIsLoose = plainly(loosened(tree), inside);
  return { outside: plainly(tree, inside), outsideWhateverIsLoose, inside };

  function loosened(node: Nodes): unknown {
    if (!around.has(node) || !('children' in node)) return node;
    return { ...node, ...('spread' in node && { spread: null }), children: node.children.map(loosened) };
  }
}

/** A tree as text without positions, and without what a node holds that is left out. */
export function plainly(tree: unknown, left?: Nodes): string {
  return JSON.stringify(tree, (key, value) =>
    key === 'position' ? undefined : value === left && left ? 'cut' : value,
  );
}
