import type { List, ListItem, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { expect } from 'vitest';
import { cleanLine } from '../../../../src/markdown/escape.ts';
import { incident, type LogSettings, logInput, logText, time } from '../incidents.ts';
import { expectHarmlessHtml, findInCommonMark } from './commonmark.ts';
import { expectHarmless, parse, plainly } from './containment.ts';

/** A log whose upper one of two incidents has the text in every field. */
export function logOfAll(text: string, settings: LogSettings = {}): string {
  const noted = (words: string) => ({ ...time(words), note: text });
  const action = { text, owner: null, due: null };
  const upper = incident(12, '2024-05-02 10:00', {
    title: text,
    firstDetected: noted('2024-05-02 10:00'),
    repaired: noted('2024-05-02 11:00'),
    resolved: noted('2024-05-02 12:00'),
    identified: text,
    impact: text,
    listedFields: [
      { id: null, label: text, answer: 'Two [foo] of *them*.' },
      { id: null, label: 'Customer | region', answer: text },
    ],
    context: text,
    resolution: text,
    reviewActions: [
      { ...action, state: 'TODO', issue: 13 },
      { ...action, state: null, issue: null },
    ],
    reviewRemark: text,
  });
  const lower = incident(11, '2024-05-01 09:00', { impact: 'See [foo], [bar][foo], [ref] and ![x].' });
  return logText(logInput([upper, lower], { ...settings, now: Date.UTC(2024, 5, 1) }));
}

/** Fails when the text changes anything in the log outside the fields, which all hold it. */
export function expectAllContained(text: string): void {
  const log = logOfAll(text);
  const tree = parse(log);
  const labels = labelsOf(tree);
  const own = cleanLine(text) || 'Answer';
  // An answer in which nothing is to be seen is left out.
  const isSeen = labels.length > 6;
  expect(labels).toEqual([
    ...['Incident issue', 'Key events', 'Time to repair', 'Time to resolve'],
    ...(isSeen ? ['Identified', 'Impact', own, 'Customer | region', 'Context', 'Resolution'] : [own]),
    'Review Actions',
  ]);
  expect(outsideOf(tree)).toBe(outsideOf(parse(logOfAll(isSeen ? 'harmless' : ''))));
  expectHarmless(entryOf(tree));
  for (const part of [heading, entry]) expectHarmlessHtml(findInCommonMark(log, [part]));
}

/** Where the upper entry's heading and list stand in the log. */
const [heading, entry] = [5, 6];

/** Behind title, intro, notice, quarter, its figures, and the entry's heading. */
function entryOf(tree: Root): List {
  const list = tree.children[6];
  if (list?.type !== 'list') throw new Error('No entry');
  return list;
}

function labelsOf(tree: Root): string[] {
  return entryOf(tree).children.map(({ children: [line] }) =>
    line?.type === 'paragraph' && line.children[0]?.type === 'strong' ? textOf(line.children[0]) : '',
  );
}

function outsideOf(tree: Root): string {
  const items = entryOf(tree).children.map((item, index, all) => {
    if (index === 0 || index === 2 || index === 3) return item;
    if (index === 1) return { ...item, children: [item.children[0], withoutItems(item.children[1])] };
    return index === all.length - 1 ? withoutItems(lastBlock(item)) : 'a field';
  });
  const children: unknown[] = [...tree.children];
  children.splice(5, 2, tree.children[5]?.type, items);
  return plainly(children);
}

function lastBlock(item: ListItem): Nodes | undefined {
  return item.children.at(-1);
}

/** The list, with nothing of its items but how many there are. */
function withoutItems(node: Nodes | undefined): unknown {
  if (node?.type !== 'list') throw new Error('No list');
  return { ...node, spread: null, children: node.children.length };
}
