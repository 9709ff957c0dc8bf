import { readCommands } from '../../src/commands/read.ts';
import { readCommandTime } from '../../src/commands/time.ts';
import { readIncident } from '../../src/form/read.ts';
import { defaultTemplate } from '../../src/form/template.ts';
import { readReviewActions } from '../../src/markdown/review-actions.ts';
import { titleOf } from '../../src/review-actions/title.ts';
import { audit } from '../unit/audit/audits.ts';

const url = 'https://github.com/o/r/issues/1';
const options = { timezone: 'UTC', now: Date.UTC(2025, 0, 1) };

/** What reads text that anybody may write, in a place where it can do the most harm. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  form: (body) =>
    readIncident(
      { number: 1, url, title: 'x', body, closed: false, reopenedAt: null },
      defaultTemplate,
      options,
    ),
  'form, context': (text) =>
    readers.form?.(`### First detected\n\n2024-10-14 10:30\n\n### Context\n\n${text}`),
  'review actions': (text) => readReviewActions(`- ${text}`, url),
  'title of an action': titleOf,
  commands: (text) => readCommands(`${text}\n/repaired`),
  'time of a command': (text) =>
    readCommandTime(`10:30 ${text}`, { at: options.now, timezone: 'UTC' }, 'note'),
  log: (text) => audit(text),
  'log, entry': (text) => audit(`### 2024-10-14 - a\n\n- First detected: 2024-10-14 10:30\n\n${text}`),
  'log, review action': (text) => audit(`### 2024-10-14 - a\n\n- **Review actions**:\n  - ${text}`),
};

const pieces = [
  ...[' ', '\t', '\n', '.', '(', '[', '<', '`', '*', '_', '\\', '&', '|', '#', '-', '>', '~', '@', 'a', '1'],
  ...[
    'a\n',
    '- a\n',
    '> a\n\n',
    '1. a\n',
    '# a\n',
    'a\n=\n',
    '*a',
    '[a](b) ',
    '](',
    '<a b="',
    '<!--',
    'a <!--\n',
    '    ```\n',
    '`a ',
    'a|b\n',
  ],
  ...[
    '(@a, due ',
    ' - DONE',
    '#1 ',
    'http://',
    'Repaired: ',
    '1h 0m ',
    '2024-10-14 10:30\n',
    '### 2024-10-14\n',
  ],
  ...['- **Repaired**: 2024-10-14 10:30\n', '## Q4 2024\n', '### Impact\n'],
];

/** The reader and the text that take longest, in milliseconds for 100 kB, and the time for cutting such text into lines. */
export function slowestReading(): {
  readonly what: string;
  readonly taken: number;
  readonly cutting: number;
} {
  const size = 20_000;
  const perSize = 100_000 / size;
  let slowest = { what: '', taken: 0, cutting: 0 };
  for (const piece of pieces) {
    const text = piece.repeat(size / piece.length);
    const cutting = timeOf(() => text.split(/\r\n?|\n/)) * perSize;
    for (const [name, read] of Object.entries(readers)) {
      const once = timeOf(() => read(text)) * perSize;
      if (once <= slowest.taken) continue;
      // Again, a piece longer so that nothing is remembered: what is slow only once is the machine's doing.
      const taken = Math.min(once, timeOf(() => read(text + piece)) * perSize);
      if (taken > slowest.taken) slowest = { what: `${name}: ${JSON.stringify(piece)}`, taken, cutting };
    }
  }
  return slowest;
}

function timeOf(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}
