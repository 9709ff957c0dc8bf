import { describe, expect, it } from 'vitest';
import type { Incident, ReviewAction } from '../../../src/incident/incident.ts';
import { type ActionChange, changesBetween, type LogChanges } from '../../../src/log/diff.ts';
import { readLog } from '../../../src/log/read/read.ts';
import { incident, logInput, logText, repositoryUrl, time } from './incidents.ts';

type Listed = readonly [text: string, state: ReviewAction['state'], issue?: number | string];

const facts = (actions: readonly Listed[]): Partial<Incident> => ({
  reviewActions: actions.map(([text, state, issue = null]) => ({
    text,
    state,
    issue,
    owner: null,
    due: null,
  })),
});

const logOf = (...incidents: readonly Incident[]) => logText(logInput(incidents));
const twelve = (actions: readonly Listed[], more: Partial<Incident> = {}) =>
  incident(12, '2024-10-14 10:30', { ...facts(actions), ...more });

const between = (before: string | null, after: string): LogChanges =>
  changesBetween(
    before === null ? null : readLog(before, repositoryUrl),
    readLog(after, repositoryUrl),
    repositoryUrl,
  );
const actionsBetween = (before: string | null, after: string): readonly ActionChange[] =>
  between(before, after).actions;

/** What differs between two lists of one incident: kind, text, issue and state, the last two as `before → after`. */
function differences(before: readonly Listed[], after: readonly Listed[]): string[] {
  return actionsBetween(logOf(twelve(before)), logOf(twelve(after))).map(
    ({ kind, text, issue, state }) =>
      `${kind}: ${text}, ${issue.before} → ${issue.after}, ${state.before} → ${state.after}`,
  );
}

describe('changesBetween', () => {
  it('lists every action of a new log, in the order of the log', () => {
    const log = logOf(
      incident(11, '2024-10-01 10:30', facts([['Third', null, 'o/s#4']])),
      twelve([
        ['First *of all*', 'TODO', 34],
        ['Second', 'DONE'],
      ]),
    );
    const change = (number: number, text: string, issue: number | string | null, state: string | null) => ({
      incident: number,
      kind: 'added',
      text,
      issue: { before: null, after: issue },
      state: { before: null, after: state },
    });
    const expected = [
      change(12, 'First of all', 34, 'TODO'),
      change(12, 'Second', null, 'DONE'),
      change(11, 'Third', 'o/s#4', null),
    ];
    expect(actionsBetween(null, log)).toEqual(expected);
    expect(actionsBetween('# Ours\n', log)).toEqual(expected);
    expect(actionsBetween(log, log)).toEqual([]);
    expect(actionsBetween(log.replaceAll('\n', '\r\n'), log)).toEqual([]);
  });

  it.each<[string, readonly Listed[], readonly Listed[], readonly string[]]>([
    ['a state', [['a', 'TODO', 34]], [['a', 'DONE', 34]], ['moved: a, 34 → 34, TODO → DONE']],
    ['a typed state', [['a', null]], [['a', 'DONE']], ['moved: a, null → null, null → DONE']],
    ['an issue made', [['a', null]], [['a', 'TODO', 34]], ['moved: a, null → 34, null → TODO']],
    [
      'an issue made, the state typed before',
      [['a', 'TODO']],
      [['a', 'TODO', 34]],
      ['moved: a, null → 34, TODO → TODO'],
    ],
    ['another issue', [['a', 'TODO', 35]], [['a', 'TODO', 34]], ['moved: a, 35 → 34, TODO → TODO']],
    ['an issue gone', [['a', 'TODO', 35]], [['a', 'TODO']], ['moved: a, 35 → null, TODO → TODO']],
    ['other words', [['a', 'TODO', 34]], [['b', 'TODO', 34]], []],
    ['other words and a state', [['a', 'TODO', 34]], [['b', 'DONE', 34]], ['moved: b, 34 → 34, TODO → DONE']],
    ['another case', [['a', 'TODO', 'o/s#4']], [['b', 'TODO', 'O/s#4']], []],
    [
      'another order',
      [
        ['a', 'TODO', 34],
        ['b', 'TODO', 35],
        ['c', null],
      ],
      [
        ['c', null],
        ['b', 'TODO', 35],
        ['a', 'TODO', 34],
      ],
      [],
    ],
    [
      'one in front',
      [['a', 'TODO']],
      [
        ['b', null],
        ['a', 'TODO'],
      ],
      ['added: b, null → null, null → null'],
    ],
    [
      'one gone and one new',
      [
        ['a', 'TODO', 34],
        ['b', 'TODO', 35],
      ],
      [
        ['b', 'TODO', 35],
        ['c', null],
      ],
      ['added: c, null → null, null → null', 'removed: a, 34 → null, TODO → null'],
    ],
    [
      'words that went over to another issue',
      [
        ['a', 'TODO', 34],
        ['b', 'DONE', 35],
      ],
      [
        ['b', 'TODO', 34],
        ['a', 'DONE', 35],
      ],
      [],
    ],
    [
      'the same words twice, an issue each',
      [
        ['a', 'TODO'],
        ['a', 'TODO'],
      ],
      [
        ['a', 'TODO', 34],
        ['a', 'DONE', 35],
      ],
      ['moved: a, null → 34, TODO → TODO', 'moved: a, null → 35, TODO → DONE'],
    ],
    [
      'the same words twice, the first gone',
      [
        ['a', 'TODO', 34],
        ['a', 'TODO', 35],
      ],
      [['a', 'TODO', 35]],
      ['removed: a, 34 → null, TODO → null'],
    ],
    [
      'one issue twice',
      [
        ['a', 'TODO', 34],
        ['b', 'TODO', 34],
      ],
      [
        ['a', 'DONE', 34],
        ['b', 'DONE', 34],
      ],
      ['moved: a, 34 → 34, TODO → DONE', 'moved: b, 34 → 34, TODO → DONE'],
    ],
    [
      'references alone',
      [['#34', 'TODO', 34]],
      [['#35', 'TODO', 35]],
      ['added: , null → 35, null → TODO', 'removed: , 34 → null, TODO → null'],
    ],
    ['all of them gone', [['a', 'TODO', 34]], [], ['removed: a, 34 → null, TODO → null']],
  ])('tells what became of the actions of an entry: %s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });

  it('says nothing of the actions of an entry that is removed, or whose incident goes on', () => {
    const lower = incident(11, '2024-10-01 10:30');
    const before = logOf(twelve([['a', 'TODO', 34]]), lower);
    const removed = between(before, logOf(lower));
    expect(removed.entries.map(({ kind }) => kind)).toEqual(['removed']);
    expect(removed.actions).toEqual([]);

    const ongoing = between(before, logOf(twelve([['a', 'TODO', 34]], { state: 'ongoing' }), lower));
    expect(ongoing.entries.map(({ kind }) => kind)).toEqual(['reopened']);
    expect(ongoing.actions).toEqual([]);
  });

  it('lists the actions of an incident that was repaired since', () => {
    const before = logOf(twelve([['a', 'TODO', 34]], { state: 'ongoing' }));
    const repaired = { repaired: time('2024-10-14 12:00'), state: 'repaired' } as const;
    expect(actionsBetween(before, logOf(twelve([['a', 'TODO', 34]], repaired)))).toMatchObject([
      { kind: 'added', text: 'a' },
    ]);
  });

  it('reads no action of an entry that is as it was, and is done in time with 1,000 that are new', () => {
    const list: readonly Listed[] = [
      ['Write the runbook', 'TODO', 34],
      ['Tell the *others*', 'DONE', 35],
      ['See [the page](https://a.b)', null],
    ];
    const many = Array.from({ length: 1000 }, (_, index) =>
      incident(index + 1, '2024-10-14 10:30', facts(list)),
    );
    const log = logOf(...many);
    const duration = (before: string | null) => {
      const start = performance.now();
      const { actions } = between(before, log);
      return { actions: actions.length, milliseconds: performance.now() - start };
    };
    const [first, again] = [duration(null), duration(log)];
    expect([first.actions, again.actions]).toEqual([3000, 0]);
    expect(first.milliseconds).toBeLessThan(20_000);
    expect(again.milliseconds).toBeLessThan(first.milliseconds);
  });

  it('compares the figures of quarters, the number of incidents among them', () => {
    const one = twelve([]);
    const two = incident(13, '2024-11-01 10:30', {
      repaired: time('2024-11-01 11:30'),
      figures: { timeToRepair: 60, timeToResolve: null },
    });
    const [quarter, ...others] = between(logOf(one), logOf(one, two)).quarters;
    expect(others).toEqual([]);
    expect(quarter).toEqual({
      quarter: 'Q4 2024',
      isEmpty: false,
      figures: {
        incidents: { before: '1', after: '2' },
        meanTimeToRepair: { before: 'not recorded', after: '1h 0m (from 1 of 2 incidents)' },
        meanTimeToResolve: { before: 'not recorded', after: 'not recorded' },
      },
    });
    expect(between(logOf(one, two), logOf(one, two)).quarters).toEqual([]);
  });

  it('counts the entries of a quarter whose count an older log does not state', () => {
    const log = logOf(twelve([]));
    expect(between(log.replace(/^- Incidents: .*\n/m, ''), log).quarters).toEqual([]);
  });

  it('lesson 86: knows a quarter that has no incident, and had none', () => {
    const later = (...incidents: readonly Incident[]) =>
      logText(logInput(incidents, { now: Date.UTC(2025, 3, 2) }));
    const flags = (before: string | null, after: string) =>
      between(before, after).quarters.map(({ quarter, isEmpty }) => `${quarter}${isEmpty ? ', empty' : ''}`);
    expect(flags(null, later(twelve([])))).toEqual(['Q1 2025, empty', 'Q4 2024']);
    expect(flags(later(twelve([])), later())).toContain('Q4 2024');
    const early = incident(11, '2024-02-01 10:30');
    expect(later(early)).toContain('0h 0m');
    expect(between(later(early), later(early, twelve([]))).quarters).toMatchObject([
      {
        quarter: 'Q4 2024',
        figures: {
          incidents: { before: '0', after: '1' },
          meanTimeToRepair: { before: null, after: 'not recorded' },
        },
      },
    ]);
  });
});
