import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noDetails } from '../../../src/markdown/action-details.ts';
import { locateReviewActions, readReviewActions } from '../../../src/markdown/review-actions.ts';
import { scaled } from '../../thorough.ts';

const issueUrl = 'https://github.com/octo/shop/issues/12';

function actionsIn(answer: string) {
  return readReviewActions(answer, issueUrl).actions;
}

describe('readReviewActions', () => {
  it('takes each item of a list that stands in nothing else for an action, the same text twice for two', () => {
    const answer =
      '- Check names\n- Check names\n\nLater:\n\n1. Write a runbook\n   - with drills\n> - quoted';
    expect(readReviewActions(answer, issueUrl)).toEqual({
      actions: ['Check names', 'Check names', 'Write a runbook\n- with drills'].map((text) => ({
        ...noDetails,
        text,
      })),
      remark: 'Later:\n\n> - quoted',
    });
  });

  it('lesson 75: takes the login of an enterprise’s managed user, which has an underscore, for an owner', () => {
    expect(actionsIn('- Alert on it (@mona_octocorp, due 2026-01-31)')).toEqual([
      { ...noDetails, text: 'Alert on it', owner: 'mona_octocorp', due: '2026-01-31' },
    ]);
  });

  it.each([
    '',
    'N/A',
    'n/a - nothing to do',
    'N/A:\n\n- more disk is on its way',
    'Nothing decided yet.',
    '> - a',
    '```\n- a\n```',
  ])('takes %j for a remark', (answer) => {
    expect(readReviewActions(answer, issueUrl)).toEqual({ actions: [], remark: answer });
  });

  it('takes an item that says N/A for a remark, and leaves out empty ones', () => {
    expect(readReviewActions('- N/A, under way\n-\n- [ ] \n- [ ]', issueUrl)).toEqual({
      actions: [],
      remark: 'N/A, under way',
    });
  });

  it.each([
    ['- Check names - DONE', 'DONE'],
    ['- Check names - **Done**', 'DONE'],
    ['* Check names – todo', 'TODO'],
    ['+ Check names — __TODO__', 'TODO'],
    ["1. Check names - WON'T DO", "WON'T DO"],
    ['- Check names - **won’t do**', "WON'T DO"],
    ['- [x] Check names', 'DONE'],
    ['- [X] Check names', 'DONE'],
    ['- [ ] Check names', 'TODO'],
    ['- [] Check names', 'TODO'],
    ['- [ ] Check names - DONE', 'DONE'],
    ["- [x] Check names - won't do", "WON'T DO"],
    ['- Check names - DONE <!-- since May -->', 'DONE'],
    ['- Check names - DONE <!-- a --> <!-- b -->\n', 'DONE'],
    ['- [ ] Check names <!-- a -->', 'TODO'],
    ['- Check names', null],
  ])('reads the state of %j', (answer, state) => {
    expect(actionsIn(answer)).toEqual([{ ...noDetails, text: 'Check names', state }]);
  });

  it.each([
    ['(@octocat)', { owner: 'octocat' }],
    ['(@octo-cat, due 2026-04-01)', { owner: 'octo-cat', due: '2026-04-01' }],
    ['(due 2024-02-29)', { due: '2024-02-29' }],
    ['(by 2024-02-29)', { due: '2024-02-29' }],
    ['(due 2026-04-01, @octocat)', { owner: 'octocat', due: '2026-04-01' }],
    ['(@octocat; due: 2026-04-01)', { owner: 'octocat', due: '2026-04-01' }],
    // Lesson 50
    ['@octocat', { owner: 'octocat' }],
    ['@octocat.', { owner: 'octocat' }],
    [', @octocat', { owner: 'octocat' }],
    ['– owner: @octocat', { owner: 'octocat' }],
    ['by @octocat', { owner: 'octocat' }],
    [', due 2026-10-10', { due: '2026-10-10' }],
    ['by 2026-10-10', { due: '2026-10-10' }],
    ['by 2026-10-10 @octocat', { owner: 'octocat', due: '2026-10-10' }],
    ['@octocat, due 2026-10-10 (#34)', { owner: 'octocat', due: '2026-10-10', issue: 34 }],
    ['(#34) @octocat - TODO', { owner: 'octocat', state: 'TODO', issue: 34 }],
    ['(due 2026-10-10) @octocat', { owner: 'octocat', due: '2026-10-10' }],
    ['(@octocat,due 2026-04-01)', { owner: 'octocat', due: '2026-04-01' }],
    ['(@octocat , due 2026-04-01)', { owner: 'octocat', due: '2026-04-01' }],
    ['(#34)', { issue: 34 }],
    ['(octo/shop#34)', { issue: 34 }],
    ['(octo/till.js#34)', { issue: 'octo/till.js#34' }],
    ['([#34](https://github.com/octo/shop/issues/34))', { issue: 34 }],
    ['[#34](https://github.com/Octo/Shop/issues/34)', { issue: 34 }],
    ['https://github.com/octo/till/issues/34', { issue: 'octo/till#34' }],
    ['- https://github.com/octo/shop/issues/34', { issue: 34 }],
    ['<https://github.com/octo/shop/issues/34>', { issue: 34 }],
    ['- **TODO** ([#34](https://github.com/octo/shop/issues/34))', { state: 'TODO', issue: 34 }],
    [
      '(#34) (@octocat) (due 2026-04-01) - done',
      { state: 'DONE', issue: 34, owner: 'octocat', due: '2026-04-01' },
    ],
    [
      '- TODO (@octocat, due 2026-04-01) (#34)',
      { state: 'TODO', issue: 34, owner: 'octocat', due: '2026-04-01' },
    ],
  ])('takes %j off the end of an action', (suffix, suffixes) => {
    expect(actionsIn(`- Check **all** names ${suffix}`)).toEqual([
      { ...noDetails, text: 'Check **all** names', ...suffixes },
    ]);
  });

  it.each([
    'Check names (due 2026-02-30)',
    'Check names (@octocat, due 2026-13-01)',
    'Check names (@octo/team)',
    'Check names @octo/team',
    'Check names with @octocat',
    'Ask @octocat',
    'Write to ann@example.org',
    'Check names by 2026-02-30',
    'Check names by 10',
    'Check `names @octocat`',
    'Reduce latency by 20%',
    'Check names (see #34)',
    'Check names (see [#34](https://github.com/octo/shop/issues/34))',
    'Check names (octo/..#34)',
    'Check names https://github.com/octo/../issues/34',
    'Check names - DONE `<!-- x -->`',
    'Check names - DONE \\<!-- x -->',
    'Check names (@octocatdue 2026-04-01)',
    'See [the list](#34)',
    'Check names \\(#34)',
    'Check [names](https://github.com/octo/shop/issues/34)',
    'Check names https://example.org/octo/shop/issues/34',
    'Check names https://github.com/octo/shop/pull/34',
    'Check names-DONE',
    'Say `- DONE`',
    'Get DONE',
    '(@octocat)',
    '- DONE of a list in a list',
  ])('leaves %j as it is', (text) => {
    expect(actionsIn(`- ${text}`)).toEqual([{ ...noDetails, text }]);
  });

  it.each([
    ['https://github.com/octo/shop/issues/34', 'https://github.com/octo/shop/issues/34', 34],
    [
      '[Check names](https://github.com/octo/till/issues/34)',
      '[Check names](https://github.com/octo/till/issues/34)',
      'octo/till#34',
    ],
    ['#34', '#34', 34],
    ['(#34)', '#34', 34],
    ['(octo/till#34)', 'octo/till#34', 'octo/till#34'],
  ])('keeps an action that is nothing but the reference %j', (typed, text, issue) => {
    expect(actionsIn(`- ${typed}`)).toEqual([{ ...noDetails, text, issue }]);
  });

  it('gives a link the address that a definition beside the list holds for it', () => {
    const answer =
      '- See [runbook][1] - DONE\n- Ask [them]\n\n[1]: https://example.org/a\n[them]: https://example.org/b';
    expect(readReviewActions(answer, issueUrl)).toEqual({
      actions: [
        { ...noDetails, text: 'See [runbook](https://example.org/a)', state: 'DONE' },
        { ...noDetails, text: 'Ask [them](https://example.org/b)' },
      ],
      remark: '',
    });
  });

  it('takes each kind of suffix once, from the end', () => {
    expect(actionsIn('- Check names (#3) - TODO (#34)')).toEqual([
      { ...noDetails, text: 'Check names (#3)', state: 'TODO', issue: 34 },
    ]);
  });

  it('finds suffixes at the end of the item, or of its first paragraph when a list goes into detail', () => {
    const answer =
      '- Check names - TODO\n  - of servers\n\n    as well\n- Write a runbook\n\n  with drills (#34)\n-   ```\n    - DONE\n    ```\n    - drill - DONE';
    expect(actionsIn(answer)).toEqual([
      { ...noDetails, text: 'Check names\n- of servers\n\n  as well', state: 'TODO' },
      { ...noDetails, text: 'Write a runbook\n\nwith drills', issue: 34 },
      { ...noDetails, text: '```\n- DONE\n```\n- drill - DONE' },
    ]);
  });

  it('looks for suffixes in the paragraphs that the item ends with, and not in the blocks above them', () => {
    const answer =
      '-     code - DONE\n\n  (#34)\n- > quote (@a)\n\n  (due 2026-04-01)\n\n  (#34)\n- Check - TODO\n\n  (@a)';
    expect(actionsIn(answer)).toEqual([
      { ...noDetails, text: '    code - DONE', issue: 34 },
      { ...noDetails, text: '> quote (@a)', due: '2026-04-01', issue: 34 },
      { ...noDetails, text: 'Check', state: 'TODO', owner: 'a' },
    ]);
  });

  it('takes no notice of what cannot be seen', () => {
    const answer =
      '- a (#34)\n\n  &nbsp;\n- <!-- c -->\n  b - DONE\n\n  <!-- c -->\n- <!-- c -->\n- [ ] <!-- c -->\n  - d';
    expect(actionsIn(answer)).toEqual([
      { ...noDetails, text: 'a', issue: 34 },
      { ...noDetails, text: 'b', state: 'DONE' },
      { ...noDetails, text: '- d', state: 'TODO' },
    ]);
  });

  it.each([
    ['- Check: (#34)\n  - a', 'Check:\n- a'],
    ['- Check : ([#34](https://github.com/octo/shop/issues/34)) - TODO', 'Check :'],
    ['- Check: https://github.com/octo/shop/issues/34', 'Check'],
    ['- Check: [#34](https://github.com/octo/shop/issues/34)', 'Check'],
  ])('keeps a colon that does not lead up to an address: %j', (answer, text) => {
    expect(actionsIn(answer)).toMatchObject([{ text, issue: 34 }]);
  });

  it('reads a list behind a byte order mark', () => {
    expect(actionsIn('\uFEFF- a - DONE\n  - b')).toEqual([{ ...noDetails, text: 'a\n- b', state: 'DONE' }]);
  });

  it('counts a tab behind a marker from the beginning of the line', () => {
    expect(actionsIn(' -\ta\n\n     b')).toEqual([{ ...noDetails, text: 'a\n\n b' }]);
  });

  it('lesson 1: reads a list with CRLF', () => {
    expect(actionsIn('- Check names\r\n  and dates - DONE\r\n- Drill\r\n')).toEqual([
      { ...noDetails, text: 'Check names\r\nand dates', state: 'DONE' },
      { ...noDetails, text: 'Drill' },
    ]);
  });

  it.each([
    ['10,000 quotes', '>'.repeat(10_000)],
    ['6,000 lists on a line', '- '.repeat(6_000)],
    ['16,000 items', '- a\n'.repeat(16_000)],
  ])('takes what is too deep or too long to parse for a remark: %s', (_, answer) => {
    expect(readReviewActions(answer, issueUrl)).toEqual({ actions: [], remark: answer });
  });

  it('reads an action with 60,000 spaces or parentheses in it', () => {
    expect(actionsIn(`- a${' '.repeat(60_000)}b - DONE`)[0]?.state).toBe('DONE');
    expect(actionsIn(`- a${'('.repeat(60_000)} - DONE`)[0]?.state).toBe('DONE');
  });

  it('never throws, and no action is without words', () => {
    const pieces = [
      '- ',
      '\n',
      '\n\n',
      '  ',
      '[ ] ',
      '[x] ',
      ' - DONE',
      ' (#3)',
      ' (@a, due 2026-01-01)',
      'word',
      '> ',
      '```',
      'N/A',
    ];
    const answer = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(answer, fc.oneof(fc.constant(issueUrl), fc.string()), (text, url) => {
        for (const action of readReviewActions(text, url).actions) expect(action.text.trim()).not.toBe('');
      }),
      { numRuns: scaled(500) },
    );
  });
});

describe('locateReviewActions', () => {
  it('tells where in the answer as typed each of the actions stands', () => {
    const answer =
      '\uFEFF[1]: /a\n\n- N/A\n-\n- [x] See [b][1] - DONE <!-- c -->\r\n  - d\n\n [2]: /e\n1.  > [f][2]\n\n    [2]: /g\n';
    const located = locateReviewActions(answer, issueUrl);
    expect(located.map(({ action }) => action)).toEqual(actionsIn(answer));
    expect(located.map(({ textSpan }) => textSpan && answer.slice(textSpan.start, textSpan.end))).toEqual([
      'See [b][1] - DONE',
      null,
    ]);
    expect(
      located.map(({ end }) =>
        answer
          .slice(0, end)
          .split(/[\r\n]/)
          .at(-1),
      ),
    ).toEqual(['  - d', '1.  > [f][2]']);
    expect(located.map(({ indent }) => indent)).toEqual([2, 4]);
  });

  it('puts the end in front of line ends that belong to what is left open', () => {
    expect(locateReviewActions('- > ```\n  > x\n- a', issueUrl)[0]?.end).toBe(13);
    expect(locateReviewActions('- # a  \n\n- a', issueUrl)[0]?.end).toBe(7);
  });
});
