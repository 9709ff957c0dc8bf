import type { Clock } from '../github/clock.ts';
import { missingLabels } from '../github/incidents.ts';
import type { OwnLogin } from '../github/own-login.ts';
import type { Instant } from '../incident/incident.ts';
import { incidentHash } from '../markers/status-comment.ts';
import type { Change } from '../pull-request/plan.ts';
import { apply, type Result } from './apply.ts';
import { vouchFor } from './confirmation.ts';
import type { Feedback } from './conversation.ts';
import { type IssuesSeen, labelsOf, type Observer } from './observe-issues.ts';

export interface Run extends Omit<Observer, 'isPermitted' | 'ownLogin' | 'ownTexts'> {
  readonly now: Instant;
  readonly clock: Clock;
  /** UTC milliseconds after which no change is started. */
  readonly deadline: number;
  /** Carry out the plan, or only say it. */
  readonly mode: 'apply' | 'dry-run';
  readonly record: RunRecord;
  readonly say: (line: string) => void;
}

/** Kept while a run goes on, so that one that fails can say what it has done and what it has not. */
export interface RunRecord {
  readonly done: Change[];
  /** What was planned and is not done yet. */
  readonly left: Set<Change>;
}

/** A run, and what it has done so far. */
export interface Progress extends Run {
  readonly ownLogin: OwnLogin;
  /** In its earlier tries, too. */
  readonly tally: { created: number };
  /** Comments that tell how an incident was read, by the incident's number, as this try has changed them. */
  readonly memory: Map<number, Feedback>;
  readonly isPermitted: Observer['isPermitted'];
  readonly ownTexts: Set<string>;
}

/** What was done, or would be in a dry run, and what came of each of the changes that were planned; of none in a dry run. */
export interface CarriedOut {
  readonly changes: readonly Change[];
  readonly results: readonly Result[];
}

/** Carries changes out, or, in a dry run, does nothing. What the status comment is to remember of a change comes before it. */
export async function carryOut(
  run: Progress,
  { conversations, repository: { url } }: IssuesSeen,
  planned: readonly Change[],
): Promise<CarriedOut> {
  const { client, repository, clock, deadline, ownLogin, say, tally, memory, record } = run;
  const changes = planned.flatMap((change) => {
    if (change.kind !== 'write-commands' && change.kind !== 'write-references') return [change];
    const { issue, body, title, seen } = change;
    const text = { title: title ?? seen.title, body };
    run.ownTexts.add(incidentHash(text));
    const conversation = conversations.find((each) => each.issue.number === issue);
    const settles = change.kind === 'write-commands' ? change.settles : null;
    const vouched =
      conversation &&
      vouchFor({ ...conversation, feedback: memory.get(issue) ?? conversation.feedback }, text, settles);
    if (!vouched) return [change];
    memory.set(issue, vouched.feedback);
    return [vouched.change, change];
  });
  if (run.mode === 'dry-run') return { changes, results: [] };
  for (const change of changes) record.left.add(change);
  const results = await apply(client, { ...repository, url }, changes, {
    clock,
    deadline,
    ownLogin,
    say,
    done(change) {
      if (change.kind === 'create-action') tally.created += 1;
      record.left.delete(change);
      record.done.push(change);
    },
  });
  return { changes, results: results.filter((_, index) => planned.includes(changes[index] as Change)) };
}

/** The changes that create those of these labels which the repository lacks. */
export async function labelChanges(
  { client, repository, settings, occasion }: Run,
  names: readonly string[],
): Promise<Change[]> {
  // Then all of them have been created already.
  if (occasion.kind === 'setup') return [];
  const wanted = labelsOf(settings).filter(({ name }) => names.includes(name));
  const missing = await missingLabels(client, repository, wanted);
  return missing.map((label): Change => ({ kind: 'create-label', label }));
}
