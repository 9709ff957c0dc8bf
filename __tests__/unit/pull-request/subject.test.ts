import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Incident, ReviewAction } from '../../../src/incident/incident.ts';
import { changesBetween } from '../../../src/log/diff.ts';
import { readLog } from '../../../src/log/read/read.ts';
import { commitSubject } from '../../../src/pull-request/subject.ts';
import { incident, logInput, logText, repositoryUrl, time } from '../log/incidents.ts';

const logOf = (...incidents: readonly Incident[]) => logText(logInput(incidents));

function subjectBetween(before: string | null, after: string): string {
  const former = before === null ? null : readLog(before, repositoryUrl);
  return commitSubject(changesBetween(former, readLog(after, repositoryUrl), repositoryUrl));
}

const ongoing = { state: 'ongoing' } as const;
const repaired = { state: 'repaired', repaired: time('2024-10-14 12:00') } as const;
const resolved = { ...repaired, state: 'resolved', resolved: time('2024-10-14 14:00') } as const;
const of = (number: number, more: Partial<Incident> = {}) => incident(number, '2024-10-14 10:30', more);

function listing(...states: readonly ReviewAction['state'][]): Partial<Incident> {
  const reviewActions = states.map((state, index) => ({
    text: `Step ${index}`,
    state,
    issue: null,
    owner: null,
    due: null,
  }));
  return { ...resolved, reviewActions };
}

describe('the subject of a commit', () => {
  it.each<[string, readonly Incident[] | null, readonly Incident[], string]>([
    ['a new log', null, [of(9)], '#9 added'],
    [
      'a resolution and another incident',
      [of(12, repaired)],
      [of(12, resolved), of(9)],
      '#12 resolved, #9 added',
    ],
    ['a repair', [of(12, ongoing)], [of(12, repaired)], '#12 repaired'],
    ['repair and resolution at once', [of(12, ongoing)], [of(12, resolved)], '#12 resolved'],
    [
      'an issue closed without a time',
      [of(12, repaired)],
      [of(12, { ...repaired, state: 'resolved' })],
      '#12 resolved',
    ],
    ['a resolution taken back', [of(12, resolved)], [of(12, repaired)], '#12 reopened'],
    ['other words', [of(12)], [of(12, { impact: 'Little.' })], '#12 changed'],
    [
      'removals first and mere changes last',
      [of(14), of(13, repaired), of(12)],
      [of(14, { impact: 'Little.' }), of(13, resolved)],
      '#12 removed, #13 resolved, #14 changed',
    ],
    [
      'states of review actions',
      [of(12, listing('TODO', null, 'TODO', 'DONE'))],
      [of(12, listing('DONE', 'DONE', 'TODO', 'TODO'))],
      '#12 changed, 2 review actions done',
    ],
    [
      'a review action that will not be done',
      [of(12, listing('TODO'))],
      [of(12, listing("WON'T DO"))],
      '#12 changed, 1 review action dropped',
    ],
  ])('says what became of which incident: %s', (_, before, after, expected) => {
    const former = before === null ? null : logOf(...before);
    expect(subjectBetween(former, logOf(...after))).toBe(`Update the incident log: ${expected}`);
  });

  it('names quarters where no incident changed, and nothing where no figure did', () => {
    const log = logOf(of(12));
    const later = logText(logInput([of(12)], { now: Date.UTC(2025, 6, 1) }));
    expect(subjectBetween(log, later)).toBe('Update the incident log: Q2 2025 changed, Q1 2025 changed');
    expect(subjectBetween(log, log)).toBe('Update the incident log');
    expect(subjectBetween(log, `${log}\nThe end.\n`)).toBe('Update the incident log');
  });

  it('has at most 72 characters, and says how many are left out', () => {
    const many = Array.from({ length: 300 }, (_, index) => of(1000 + index));
    expect(subjectBetween(null, logOf(...many))).toBe(
      'Update the incident log: #1299 added, #1298 added and 298 more',
    );
  });
});

test('for every change of a log the subject is one short line of numbers and our own words', () => {
  const states = fc.constantFrom<ReviewAction['state']>('TODO', 'DONE', "WON'T DO", null);
  const anybody = fc.constantFrom('Fixes #12', '@team', 'a\nb', 'https://a.b', 'résumé', '#34 done');
  const incidents = fc.uniqueArray(
    fc.record({
      number: fc.integer({ min: 1, max: 2 ** 31 }),
      facts: fc.constantFrom<Partial<Incident>>(ongoing, repaired, resolved, {}),
      title: anybody,
      actions: fc.array(fc.tuple(anybody, states), { maxLength: 3 }),
    }),
    { selector: ({ number }) => number, maxLength: 12 },
  );
  const written = incidents.map((all) =>
    logOf(
      ...all.map(({ number, facts, title, actions }) =>
        of(number, {
          ...facts,
          title,
          reviewActions: actions.map(([text, state]) => ({
            text,
            state,
            issue: null,
            owner: null,
            due: null,
          })),
        }),
      ),
    ),
  );
  const part =
    /^(#\d+ (added|repaired|resolved|reopened|changed|removed)|\d+ review actions? (done|dropped)|Q[1-4] \d{4} changed)$/;
  fc.assert(
    fc.property(fc.option(written), written, (before, after) => {
      const subject = subjectBetween(before, after);
      const [start, list = ''] = subject.split(': ');
      expect(start).toBe('Update the incident log');
      const [shown = '', left] = list.split(' and ');
      for (const each of shown === '' ? [] : shown.split(', ')) expect(each).toMatch(part);
      if (left !== undefined) expect(left).toMatch(/^[1-9]\d* more$/);
      expect(subject.length).toBeLessThanOrEqual(72);
      // GitHub closes an issue by one of these words in front of its number.
      expect(subject).not.toMatch(/\b(close[sd]?|fix(e[sd])?|resolve[sd]?):?\s+#\d/i);
    }),
  );
});
