import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident, ReviewAction } from '../../../src/incident/incident.ts';
import { type LogAction, readActions } from '../../../src/log/entry-actions.ts';
import { readLog } from '../../../src/log/read/read.ts';
import { plainText } from '../../../src/markdown/parse.ts';
import { readReviewActions } from '../../../src/markdown/review-actions.ts';
import { scaled } from '../../thorough.ts';
import { generatedEntries, incident, logInput, logText, repositoryUrl } from './incidents.ts';

const issueUrl = `${repositoryUrl}/issues/12`;
const plain = { state: null, issue: null, owner: null, due: null } as const;

const logOf = (facts: Partial<Incident>) =>
  logText(logInput([incident(12, '2024-10-14 10:30', facts), incident(11, '2024-10-01 10:30')]));

function actionsIn(log: string, url = repositoryUrl): LogAction[] {
  const entry = generatedEntries(log, url).find(({ issue }) => issue === 12);
  if (entry === undefined) throw new Error('The log has no entry of #12.');
  return readActions(entry, readLog(log, url), url);
}

/** What the form makes of an answer, in the log and back. */
const actionsOf = (answer: string): LogAction[] => actionsIn(logOf(typed(answer)));

function typed(answer: string): Pick<Incident, 'reviewActions' | 'reviewRemark'> {
  const { actions, remark } = readReviewActions(answer, issueUrl);
  return { reviewActions: actions, reviewRemark: remark };
}

describe('readActions', () => {
  it('reads back words, states and issues, here and elsewhere', () => {
    expect(
      actionsOf(
        [
          '- Write it down - TODO (#34)',
          '- Tell *them* - DONE (@ada, due 2024-11-01) (o_/hand_book_#4)',
          "- Leave it - won't do",
          '- [x] Tick it',
          '- Think about it',
          '- #35',
          '- o/s#36 - TODO',
        ].join('\n'),
      ),
    ).toEqual([
      { text: 'Write it down', state: 'TODO', issue: 34 },
      { text: 'Tell *them*', state: 'DONE', issue: 'o_/hand_book_#4' },
      { text: 'Leave it', state: "WON'T DO", issue: null },
      { text: 'Tick it', state: 'DONE', issue: null },
      { text: 'Think about it', state: null, issue: null },
      { text: '', state: null, issue: 35 },
      { text: '', state: 'TODO', issue: 'o/s#36' },
    ]);
  });

  it('reads marks above or amid the blocks of an action', () => {
    expect(
      actionsOf(
        '- Do it:\n  - here\n  - there (#34)\n\n  At once. - TODO (#35)\n- ```\n  rm -r\n  ```\n\n  Or so (#36)\n- > Quote - DONE\n\n- # Head - **TODO**\n- two\n  lines - DONE',
      ),
    ).toEqual([
      { text: 'Do it:\n\n- here\n- there (#34)\n\nAt once.', state: 'TODO', issue: 35 },
      { text: '```\nrm -r\n```\n\nOr so', state: null, issue: 36 },
      { text: '> Quote - DONE', state: null, issue: null },
      { text: '#### Head - **TODO**', state: null, issue: null },
      { text: 'two\nlines', state: 'DONE', issue: null },
    ]);
  });

  it.each([
    ['a paragraph', 'So far:\n\n- a - TODO'],
    ['a paragraph of two lines', 'So\nfar:\n\n- a - TODO'],
    ['one that is no action', '- N/A for b\n- a - TODO'],
    ['blocks', 'So far:\n\n> b\n\n- a - TODO'],
    ['code that looks like actions', '```\n- b - DONE\n\n- c\n```\n\n- a - TODO'],
    ['a line', '- - -\n\n- a - TODO'],
    ['two lists', 'So far:\n\n- N/A for b\n  - c\n\nAnd so on:\n\n1. a - TODO'],
    ['blocks behind it', '- a - TODO\n\nThat is all.\n\n```\n- b\n'],
  ])('knows the list from the remark above it: %s', (_, answer) => {
    expect(actionsOf(answer)).toEqual([{ text: 'a', state: 'TODO', issue: null }]);
  });

  it.each([
    ['no answer', ''],
    ['a remark', 'All of it was done.'],
    ['a list of what is no action', 'N/A, for it was done:\n\n- a - DONE\n- b'],
    ['code', '```\n- a - TODO\n\n- b'],
    ['what cannot be parsed', `${'>'.repeat(10_000)}\n\n- a`],
  ])('finds none in %s', (_, answer) => {
    expect(actionsOf(answer)).toEqual([]);
  });

  it('finds none where the incident goes on', () => {
    expect(actionsIn(logOf({ ...typed('- a'), state: 'ongoing' }))).toEqual([]);
  });

  it('reads no other part of the entry, or of the log', () => {
    const list = '- b - TODO\n\n- **Review Actions**:\n\n  - c';
    const others = { identified: list, impact: list, context: list, resolution: list };
    expect(actionsIn(logOf(others))).toEqual([]);
    expect(
      actionsIn(
        logOf({
          ...others,
          listedFields: [{ id: null, label: 'Review Actions', answer: list }],
          ...typed('- a - TODO'),
        }),
      ),
    ).toEqual([{ text: 'a', state: 'TODO', issue: null }]);
    const behind = '\n- **Note**: c\n\n  - d\n';
    expect(actionsIn(logOf(typed('- a')).replace('  - a\n', `$&${behind}`))).toEqual([
      { text: 'a', state: null, issue: null },
    ]);
    const log = logOf({});
    expect(actionsIn(log)).toEqual([]);
    expect(
      actionsIn(log.replace(/\n*$/, '\n\n- **Review Actions**:\n\n  - of the lower incident\n')),
    ).toEqual([]);
  });

  it('reads CRLF, and the repository in another case', () => {
    const log = logOf(typed('So far:\n\n- a - TODO (#34)\n- b\n\n  c\n')).replaceAll('\n', '\r\n');
    expect(actionsIn(log, 'https://github.com/O/R')).toEqual([
      { text: 'a', state: 'TODO', issue: 34 },
      { text: 'b\n\nc', state: null, issue: null },
    ]);
  });

  it.each([
    'Ask ([#34](https://example.org/o/r/issues/34))',
    'Ask ([#34](https://github.com/o/r/pull/34))',
    'Ask ([34](https://github.com/o/r/issues/34))',
    'Ask ([#0](https://github.com/o/r/issues/0))',
    'Ask - **LATER**',
    'Ask -**TODO**',
    'Ask **TODO**',
    '- **DONE**',
    '#### Ask - **DONE**',
    '| Ask - **DONE** |\n| --- |',
  ])('takes a person’s words for words: %s', (text) => {
    expect(actionsIn(logOf({ reviewActions: [{ ...plain, text }] }))).toEqual([
      { text, state: null, issue: null },
    ]);
  });

  it('reads more actions than a parser would', () => {
    const actions = Array.from({ length: 3000 }, (_, index) => ({
      ...plain,
      text: `Mend part ${index}`,
      state: 'TODO' as const,
      issue: 100 + index,
    }));
    expect(actionsIn(logOf({ reviewActions: actions })).at(-1)).toEqual({
      text: 'Mend part 2999',
      state: 'TODO',
      issue: 3099,
    });
  });

  const piece = fc.constantFrom(
    ...[
      'a',
      'word ',
      ' ',
      '\n',
      '\n  ',
      '\n\n  ',
      '\n    ',
      '- ',
      '1. ',
      '> ',
      '# ',
      '```',
      '`',
      '*',
      '**',
      '_',
    ],
    ...[
      '[',
      '](',
      ')',
      '(',
      '\\',
      '<b>',
      '<!-- c -->',
      '<!--',
      '|',
      '| a |\n  |---|',
      '![x](https://a/b.png)',
    ],
    ...[
      '(#7)',
      ' - TODO',
      ' - **DONE**',
      ' (@ada)',
      '**TODO**',
      '~~',
      'https://a.b ',
      '&amp;',
      '[x] ',
      '---',
    ],
    ...[
      '\t',
      '\r\n  ',
      '$&',
      '\u202E',
      '🎉',
      '[r]: /b',
      '[r]',
      '[#7](https://github.com/o/r/issues/7)',
      'N/A',
    ],
  );
  const text = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 9 })
    .map((all) => all.join(''));
  const action: fc.Arbitrary<ReviewAction> = fc.record({
    text,
    state: fc.constantFrom(null, 'TODO', 'DONE', "WON'T DO"),
    issue: fc.constantFrom(null, 34, 35, 'o/r.s_#3', '_o/www.a.b#4'),
    owner: fc.constantFrom(null, 'ada'),
    due: fc.constant(null),
  });
  const remark = fc.constantFrom(
    '',
    'So far.',
    'So\nfar.',
    'N/A for b',
    '```\n- b - TODO\n\n- c\n```',
    'a\n\n> b',
    '- - -',
  );

  it('reads back every list that is written: what it reads is written as it was', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 4 }), remark, (reviewActions, reviewRemark) => {
        // No action of a form is N/A, and marks that a person typed are taken for ours.
        fc.pre(!reviewActions.some(({ text: words }) => /N\/A|\*\*(?:TODO|DONE)/.test(words)));
        const log = logOf({ reviewActions, reviewRemark });
        const read = actionsIn(log).map((each) => ({ ...plain, ...each }));
        expect(logOf({ reviewActions: read, reviewRemark })).toBe(log);
      }),
      { numRuns: scaled(500) },
    );
  });

  it('reads back every state and issue, whatever a person has typed', () => {
    const item = fc.tuple(fc.constantFrom('- ', '- [ ] ', '- [x] '), text, action);
    const answer = fc.array(item, { maxLength: 4 }).map((items) =>
      items
        .map(([bullet, words, { state, issue }]) => {
          const reference = typeof issue === 'number' ? ` (#${issue})` : issue && ` (${issue})`;
          return `${bullet}${words}${state === null ? '' : ` - ${state}`}${reference ?? ''}\n`;
        })
        .join(''),
    );
    fc.assert(
      fc.property(answer, (source) => {
        const { reviewActions, reviewRemark } = typed(source);
        // These are the same in the log as with marks of ours.
        fc.pre(!reviewActions.some(({ text: words }) => /\*\*|#7/.test(words)));
        // Such a remark may be a list itself: of what is no action, or once what cannot be seen is gone.
        fc.pre(!/^N\/A|\u202E/.test(reviewRemark));
        const marks = actionsIn(logOf({ reviewActions, reviewRemark })).map(({ state, issue }) => [
          state,
          issue,
        ]);
        const shown = reviewActions.filter((each) => logOf({ reviewActions: [each] }) !== logOf({}));
        expect(marks).toEqual(shown.map(({ state, issue }) => [state, issue]));
      }),
      { numRuns: scaled(500) },
    );
  });

  it('never throws, whatever stands in the file', () => {
    const lines = fc.constantFrom(
      '  - a',
      '  - ',
      '',
      '  ```',
      '    b',
      '  > c',
      '- **d**: e',
      '  **TODO**',
      '\t- f',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.string())), (part) => {
        const log = logOf({}).replace(
          '\n\n### Incident on 2024-10-01',
          `\n\n- **Review Actions**:\n${part.join('\n')}$&`,
        );
        actionsIn(log);
      }),
    );
  });
});

describe('plainText', () => {
  it.each([
    ['Write it down', 'Write it down'],
    ['See [the *page*](https://a.b) and `x|y`', 'See the page and x|y'],
    ['one\ntwo\n\nthree', 'one two'],
    ['```\nrm -r\n```', 'rm -r'],
    ['![a graph](https://a/b.png)', 'a graph'],
    ['![](https://a/b.png)\n\n- behind it', 'behind it'],
    ['<kbd>Enter</kbd>\\<b>', 'Enter<b>'],
    ['<br>', ''],
    ['', ''],
  ])('of %j is %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it('is the Markdown itself where it cannot be parsed', () => {
    expect(plainText(`${'>'.repeat(5000)}\na`)).toBe(`${'>'.repeat(5000)} a`);
  });
});
