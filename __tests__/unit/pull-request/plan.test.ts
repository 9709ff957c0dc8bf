import { describe, expect, test } from 'vitest';
import type { Tip } from '../../../src/github/branch.ts';
import { blobOf, type Files } from '../../../src/github/file.ts';
import type { BranchState, PullRequest } from '../../../src/github/pull-request.ts';
import { PULL_REQUEST_MARKER } from '../../../src/markers/fixed.ts';
import { trailersOf } from '../../../src/markers/trailer.ts';
import { type Proposal, planPullRequest } from '../../../src/pull-request/plan.ts';

const files = [
  { path: 'INCIDENTS.md', content: '# Log\n' },
  { path: 'incidents.svg', content: '<svg/>\n' },
];

function read(texts: Readonly<Record<string, string | null>>): Files {
  return new Map(
    Object.entries(texts).map(([path, text]) => [path, text === null ? null : { blob: blobOf(text), text }]),
  );
}

const written = read({ 'INCIDENTS.md': '# Log\n', 'incidents.svg': '<svg/>\n' });
const otherChart = read({ 'INCIDENTS.md': '# Log\n', 'incidents.svg': '<svg>old</svg>\n' });
const withoutFiles = read({ 'INCIDENTS.md': null, 'incidents.svg': null });

const proposal: Proposal = {
  files,
  filesAtBase: withoutFiles,
  repositoryUrl: 'https://github.com/octo/service',
  branch: 'incident-log',
  base: { branch: 'main', commit: 'base' },
  title: 'Update the incident log',
  body: `What changed\n${PULL_REQUEST_MARKER}`,
  labels: [],
  commitMessage: 'Update INCIDENTS.md',
  signOff: 'none',
  pullRequest: 'open',
};

const open: PullRequest = {
  number: 7,
  html_url: 'https://github.com/octo/service/pull/7',
  state: 'open',
  body: proposal.body,
  merged_at: null,
  labels: [],
  head: { sha: 'tip', repo: { full_name: 'octo/service' } },
  base: { ref: 'main' },
};

const nothing: BranchState = {
  branch: 'incident-log',
  spare: 'incident-log-2',
  tip: null,
  open: null,
  isConflicting: false,
  isMerged: false,
  closedByUs: null,
  refused: null,
};

const tip: Tip = {
  commit: 'tip',
  trees: new Map([['base', 'tree of base']]),
  files: written,
  isAhead: true,
  isBehind: false,
  filesWhereItLeft: null,
  hasGeneratedAlone: true,
  isOurs: true,
};

describe('a run that generates two files', () => {
  test('commits both at once, with a trailer for each', () => {
    const [commit, ...rest] = planPullRequest(nothing, proposal).changes;
    expect(commit).toMatchObject({ kind: 'commit', commit: { files, onto: { commit: 'base', tree: null } } });
    expect(commit?.kind === 'commit' && trailersOf(commit.commit.message)).toEqual(
      files.map(({ path, content }, index) => ({ path: index === 0 ? null : path, blob: blobOf(content) })),
    );
    expect(rest.map(({ kind }) => kind)).toEqual(['open-pull-request']);
  });

  test('changes nothing where the branch has both', () => {
    expect(planPullRequest({ ...nothing, tip, open }, proposal)).toMatchObject({
      result: 'unchanged',
      changes: [],
    });
  });

  test('commits where only the second differs', () => {
    const state = { ...nothing, tip: { ...tip, files: otherChart }, open };
    expect(planPullRequest(state, proposal)).toMatchObject({
      result: 'updated',
      changes: [{ kind: 'commit', commit: { files, onto: { commit: 'base', tree: 'tree of base' } } }],
    });
  });

  test('proposes nothing only where the base has both', () => {
    expect(planPullRequest(nothing, { ...proposal, filesAtBase: written }).result).toBe('none');
    expect(planPullRequest(nothing, { ...proposal, filesAtBase: otherChart }).result).toBe('created');
  });

  test('respects that somebody closed a pull request with both, and opens one once the second differs', () => {
    const closed = { ...open, state: 'closed' as const };
    const refusing = (held: Files) =>
      planPullRequest({ ...nothing, refused: { pullRequest: closed, files: held } }, proposal).result;
    expect(refusing(written)).toBe('declined');
    expect(refusing(otherChart)).toBe('created');
  });

  test('takes the base in once it changed the second', () => {
    const behind = { ...tip, isBehind: true };
    const planned = (filesWhereItLeft: Files) =>
      planPullRequest({ ...nothing, tip: { ...behind, filesWhereItLeft }, open }, proposal).changes;
    expect(planned(withoutFiles)).toEqual([]);
    expect(planned(read({ 'INCIDENTS.md': null, 'incidents.svg': '<svg>old</svg>\n' }))).toMatchObject([
      { kind: 'commit', commit: { parents: ['tip', 'base'] } },
    ]);
  });
});
