import { describe, expect, it } from 'vitest';
import { type ActionIssue, readReference } from '../../../src/github/review-actions.ts';
import { readIssue } from '../../../src/model/incidents.ts';
import { planActions } from '../../../src/review-actions/plan.ts';
import { actionStates } from '../../../src/review-actions/tracking.ts';
import { readTracking } from '../../../src/run/observe-review-actions.ts';
import { incidentIssue, incidentNumber, issueFor, place, settings } from '../review-actions/tracked.ts';
import { offline } from './offline.ts';

/** A client to whom GitHub answers with these issues, by the path that it is asked for. */
function clientOf(answers: Readonly<Record<string, ActionIssue>>) {
  const client = offline();
  const asked: string[] = [];
  client.hook.wrap('request', async (_, options) => {
    const { url } = client.request.endpoint({ ...options });
    const path = url.replace(/^.*\/repos\//, '');
    asked.push(path);
    const issue = answers[path];
    if (issue === undefined) throw new Error(`Nobody answers for ${path}`);
    const assignees = issue.assignees.map((login) => ({ login }));
    return { url, status: 200, headers: {}, data: { ...issue, assignees } } as never;
  });
  return { client, asked };
}

/** What a run reads, and what it plans and shows, where the incident's list is this. */
async function read(
  list: string,
  { labelled, answers }: { labelled: readonly ActionIssue[]; answers: Record<string, ActionIssue> },
) {
  const { client, asked } = clientOf(answers);
  const tracking = await readTracking(
    { reference: (reference) => readReference(client, reference) },
    {
      place,
      incidents: [readIssue(incidentIssue(list), settings.template, settings)],
      labelled,
      conversations: new Map(),
      isTrustedAuthor: async ({ user }) => user?.login === 'github-actions[bot]',
    },
  );
  const progress = {
    created: 0,
    told: 0,
    linking: 'unknown',
    unlinked: new Map(),
    assignable: new Map(),
  } as const;
  return { tracking, asked, plan: planActions(tracking, progress, settings), states: actionStates(tracking) };
}

const none = { changes: [], unknownOwners: [], notes: [], problems: [] };

describe('lesson 39: an issue of ours by a name that the repository had once', () => {
  const address = 'https://github.com/octo/old/issues/34';
  const list = `- Mend it ${address}`;

  it.each<[string, Partial<ActionIssue>, string]>([
    ['open', {}, 'TODO'],
    ['closed', { state: 'closed', state_reason: 'completed' }, 'DONE'],
  ])('%s: is the item’s issue, no twin of itself, and nothing happens to it', async (_, now, state) => {
    // Its words are those without the address.
    const ours = { ...issueFor(34, { text: 'Mend it', issue: 'octo/old#34' }), ...now };
    const { plan, states, asked, tracking } = await read(list, {
      labelled: [ours],
      answers: { 'octo/old/issues/34': ours },
    });
    expect(tracking.incidents[0]?.incident?.reviewActions).toMatchObject([
      { text: 'Mend it', issue: 'octo/old#34' },
    ]);
    expect(plan).toEqual(none);
    expect(states.get('octo/old#34')).toBe(state);
    expect(asked).toEqual(['octo/old/issues/34']);
    expect([...tracking.issues.keys()]).toEqual(['34']);
  });

  it('without its label, or listed again by its number: is one issue still', async () => {
    const ours = { ...issueFor(34, { text: 'Mend it' }), labels: [] };
    const answers = { 'octo/old/issues/34': ours, 'octo/new/issues/34': ours };
    expect((await read(list, { labelled: [], answers })).plan).toEqual(none);
    const twice = await read(`${list}\n- Mend it (#34)`, { labelled: [], answers });
    expect(twice.plan).toEqual(none);
    expect([...twice.tracking.issues.keys()]).toEqual(['34']);
  });

  it('that went away and came back under another number: its old number leads to it, and it is its item’s', async () => {
    const ours = issueFor(50, { text: 'Mend it' });
    const { plan, states, tracking } = await read('- Mend it (#34)', {
      labelled: [ours],
      answers: { 'octo/new/issues/34': ours },
    });
    expect(plan).toEqual(none);
    expect(states.get('34')).toBe('TODO');
    expect([...tracking.issues.keys()]).toEqual(['50']);
  });

  it('but one that has gone to another repository is nothing of ours, though its marker went along', async () => {
    const away = { ...issueFor(3, { text: 'Mend it' }), html_url: 'https://github.com/octo/other/issues/3' };
    const { plan, states, tracking } = await read('- Mend it, reworded (#34)', {
      labelled: [],
      answers: { 'octo/new/issues/34': away },
    });
    expect(plan).toEqual(none);
    expect(states.get('34')).toBe('TODO');
    expect(tracking.issues.get('34')?.marker).toBeNull();
    expect(tracking.incidents[0]?.issue.number).toBe(incidentNumber);
  });
});
