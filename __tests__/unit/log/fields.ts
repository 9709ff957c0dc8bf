import type { Incident } from '../../../src/incident/incident.ts';
import { incident, time } from './incidents.ts';

/** A place in the log that somebody's text goes to. */
export interface Field {
  readonly name: string;
  /** The incident with the text in it. */
  readonly filled: (text: string) => Incident;
  /** What the place holds: a list item's blocks or line, a heading, or part of a line. */
  readonly kind: 'item' | 'heading' | 'label' | 'note' | 'action';
  /** Where the place is in the log's tree: indexes of children from the root on. */
  readonly path: readonly number[];
}

const resolved = {
  repaired: time('2024-05-02 11:00'),
  resolved: time('2024-05-02 12:00'),
  identified: 'By a user.',
};

const filled = (facts: Partial<Incident>) => incident(12, '2024-05-02 10:00', { ...resolved, ...facts });
const action = { state: 'TODO', issue: 13, owner: null, due: null } as const;

/** Index of the incident's heading, and of its list, among the root's children: behind title, intro, notice and quarter. */
const entry = 5;
const list = entry + 1;

/** Every field of an incident that holds text by an untrusted author. In the log the incident stands above another one. */
export const fields: readonly Field[] = [
  { name: 'title', filled: (title) => filled({ title }), kind: 'heading', path: [entry] },
  { name: 'Identified', filled: (identified) => filled({ identified }), kind: 'item', path: [list, 4] },
  { name: 'Impact', filled: (impact) => filled({ impact }), kind: 'item', path: [list, 5] },
  { name: 'Context', filled: (context) => filled({ context }), kind: 'item', path: [list, 6] },
  { name: 'Resolution', filled: (resolution) => filled({ resolution }), kind: 'item', path: [list, 6] },
  {
    name: 'an own field',
    filled: (answer) => filled({ listedFields: [{ id: null, label: 'Customer | region', answer }] }),
    kind: 'item',
    path: [list, 6],
  },
  {
    name: 'an own label',
    filled: (label) => filled({ listedFields: [{ id: null, label, answer: 'Two [foo] of *them*.' }] }),
    kind: 'label',
    path: [list, 6],
  },
  {
    name: 'a review action',
    filled: (text) =>
      filled({
        reviewActions: [
          { ...action, text },
          { ...action, text: 'Another one' },
        ],
      }),
    kind: 'action',
    path: [list, 6, 1, 0],
  },
  {
    name: 'a review action without state and issue',
    filled: (text) => filled({ reviewActions: [{ ...action, text, state: null, issue: null }] }),
    kind: 'item',
    path: [list, 6, 1, 0],
  },
  {
    name: 'a review remark',
    filled: (reviewRemark) => filled({ reviewRemark }),
    kind: 'item',
    path: [list, 6],
  },
  {
    name: 'a note of First detected',
    filled: (note) => filled({ firstDetected: { ...time('2024-05-02 10:00'), note } }),
    kind: 'note',
    path: [list, 1, 1, 0],
  },
  {
    name: 'a note of Resolved',
    filled: (note) => filled({ resolved: { ...time('2024-05-02 12:00'), note } }),
    kind: 'note',
    path: [list, 1, 1, 2],
  },
];
