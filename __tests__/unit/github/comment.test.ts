import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRecent, type Comment, recentOf } from '../../../src/github/comment.ts';
import { scaled } from '../../thorough.ts';

const second = 1000;
const iso = (time: number) => new Date(time * second).toISOString().replace('.000Z', 'Z');

/** Comments of three issues, written and edited in a hundred seconds. */
const worlds = fc
  .array(
    fc.record({
      issue: fc.integer({ min: 1, max: 3 }),
      created: fc.integer({ min: 1, max: 100 }),
      edited: fc.option(fc.integer({ min: 0, max: 50 })),
    }),
    { maxLength: 30 },
  )
  .map((entries) =>
    entries
      .toSorted((one, other) => one.created - other.created)
      .map(
        ({ issue, created, edited }, index): Comment => ({
          id: index + 1,
          body: index % 2 === 0 ? `Comment ${index}` : '<!-- incident-log: reply -->',
          user: null,
          author_association: 'NONE',
          issue_url: `https://api.github.com/repos/o/r/issues/${issue}`,
          created_at: iso(created),
          updated_at: iso(created + (edited ?? 0)),
          reactions: { '+1': 0, confused: 0 },
        }),
      ),
  );

/** As GitHub lists the comments of a repository: those updated since, the newest first, so many. */
function listed(comments: readonly Comment[], since: number, most: number): Comment[] {
  return comments
    .filter(({ updated_at: updated }) => Date.parse(updated) >= since)
    .toSorted((one, other) => Date.parse(other.updated_at) - Date.parse(one.updated_at) || other.id - one.id)
    .slice(0, most);
}

const ofIssue = (comments: readonly Comment[], issue: number) =>
  comments.filter(({ issue_url: url }) => url.endsWith(`/${issue}`));

describe('the recent comments of a repository', () => {
  it('for every history, every window and every size of a page: give what the issue’s own list gives, or say that they may not', () => {
    let covered = 0;
    fc.assert(
      fc.property(
        worlds,
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 1, max: 20 }),
        fc.option(fc.integer({ min: 0, max: 160 })),
        fc.integer({ min: 0, max: 30 }),
        (all, window, most, cursor, late) => {
          // The issue was listed before the last few comments were written; the comments were listed after them.
          const before = all.slice(0, all.length - Math.min(late, all.length));
          const recent = asRecent(listed(all, window * second, most), window * second, most);
          const own = ofIssue(before, 1);
          const issue = { number: 1, comments: own.length, updated_at: own.at(-1)?.created_at ?? iso(0) };
          // In one second, nobody can tell what was written before the issue was listed.
          const next = ofIssue(all, 1)[own.length];
          fc.pre(next === undefined || next.created_at > issue.updated_at);
          const since = cursor === null ? null : cursor * second;
          const found = recentOf(issue, since, recent);
          if (found === null) return;
          covered += 1;
          const idsOf = (comments: readonly Comment[]) =>
            ofIssue(comments, 1)
              .filter(({ updated_at: updated }) => since === null || Date.parse(updated) >= since)
              .map(({ id }) => id);
          const ids = found.map(({ id }) => id);
          // None that was there is missing. What was written in between may be missing, as from a list that came a moment earlier.
          expect(ids).toEqual(expect.arrayContaining(idsOf(before)));
          expect(ids).toEqual(idsOf(all).filter((id) => ids.includes(id)));
        },
      ),
      { numRuns: scaled(5000) },
    );
    expect(covered).toBeGreaterThan(scaled(5000) / 10);
  });

  it('know that an issue without comments has none', () => {
    const recent = asRecent([], 0, 100);
    expect(recentOf({ number: 7, comments: 0, updated_at: iso(1) }, null, recent)).toEqual([]);
  });

  it('do not speak for an issue when none of them is ours: it may be one that came while the issue was read', () => {
    const [theirs, ours] = ['Thanks', 'Read.\n\n<!-- incident-log: feedback problems= confirmed= -->'].map(
      (body, index): Comment => ({
        id: index + 1,
        body,
        user: null,
        author_association: 'NONE',
        issue_url: 'https://api.github.com/repos/o/r/issues/7',
        created_at: iso(5),
        updated_at: iso(5),
        reactions: { '+1': 0, confused: 0 },
      }),
    );
    const issue = { number: 7, comments: 1, updated_at: iso(5) };
    expect(recentOf(issue, null, asRecent(theirs ? [theirs] : [], 0, 100))).toBeNull();
    expect(recentOf(issue, null, asRecent(ours ? [ours] : [], 0, 100))).toHaveLength(1);
  });

  it('do not speak for an issue whose number of comments is not known', () => {
    const recent = asRecent([], 0, 100);
    expect(recentOf({ number: 7, comments: null, updated_at: iso(1) }, null, recent)).toBeNull();
  });
});
