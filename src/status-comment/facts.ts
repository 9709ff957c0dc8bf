import type { Conversation } from '../commands/conversation.ts';
import { withOwnHeadings } from '../form/assumed.ts';
import { hasLabel, type Issue, incidentIssues } from '../github/issue.ts';
import type { Incident, Instant, IssueProblem } from '../incident/incident.ts';
import { textHash } from '../markers/hash.ts';
import { incidentHash, type StatusCommentMemory } from '../markers/status-comment.ts';
import { type ActionStates, withActionStates } from '../model/action-states.ts';
import type { Change } from '../model/change.ts';
import { filed, type ReadIssue, readIssue } from '../model/incidents.ts';
import type { Settings } from '../model/settings.ts';
import type { Confirmation } from '../model/status-comment.ts';
import { planStatusComment } from './plan.ts';
import type { LogStatus, StatusCommentFacts } from './text.ts';

/** What came of a run, as far as status comments show it. */
export interface StatusCommentState {
  readonly conversations: readonly Conversation[];
  /** Those of trusted people, as this run left them. */
  readonly incidents: readonly ReadIssue[];
  readonly problems: readonly IssueProblem[];
  readonly actionStates: ActionStates;
  readonly pullRequest: StatusCommentFacts['pullRequest'];
  readonly compareUrl: StatusCommentFacts['compareUrl'];
  readonly log: StatusCommentFacts['log'];
  /** For incidents whose current entry is not in the file: whether all of it is missing (`all`) or the file has an older one (`some`). */
  readonly news: ReadonlyMap<number, 'all' | 'some'>;
  readonly template: StatusCommentFacts['template'];
  readonly repositoryUrl: string;
  readonly now: Instant;
  /** Why the log could not be updated, in one sentence; null where it was. */
  readonly failure: string | null;
}

/** The changes that bring the status comments and problem labels up to date, for incidents with recent activity. Pure. */
export function planStatusComments(state: StatusCommentState, settings: Settings): Change[] {
  const trusted = new Map(state.incidents.map((read) => [read.issue.number, read]));
  return state.conversations.flatMap((conversation) => {
    const { number } = conversation.issue;
    const known = trusted.get(number);
    if (known?.author === 'unasked') return [];
    const current = { ...conversation, issue: known?.issue ?? conversation.issue };
    const memory = {
      confirmed: confirmedTexts(current),
      commands: commandsOf(current, known?.incident ?? null),
    };
    const facts = factsOf(current, known, state, settings);
    return planStatusComment(current, facts, memory, settings);
  });
}

function factsOf(
  { issue, confirmation }: Conversation,
  known: ReadIssue | undefined,
  state: StatusCommentState,
  settings: Settings,
): StatusCommentFacts {
  const { template, repositoryUrl, log, pullRequest, compareUrl, now, failure } = state;
  const { timezone } = settings.log;
  const read = known ?? readIssue(issue, template, { timezone, now });
  const own = state.problems.filter((problem) => problem.issue === issue.number);
  const dismissed = dismissal(issue, settings);
  const { incident } = read;
  return {
    body: issue.body,
    isOpen: issue.state === 'open',
    incident: incident && withActionStates(incident, state.actionStates),
    reopenedAt: filed(issue).reopenedAt,
    problems: dismissed !== null ? [] : known === undefined || failure !== null ? read.problems : own,
    logStatus:
      dismissed ??
      logStatusOf(known, own, { confirmation, failure, news: state.news.get(issue.number) }, settings),
    pullRequest,
    compareUrl,
    log,
    template: withOwnHeadings(template, issue.body),
    timezone,
    repositoryUrl,
  };
}

function dismissal(issue: Issue, { label }: Settings): LogStatus | null {
  if (!hasLabel(issue, label)) return { kind: 'unlabelled', label };
  if (incidentIssues([issue], label).length > 0) return null;
  return { kind: issue.state_reason === 'duplicate' ? 'duplicate' : 'false-alarm' };
}

function logStatusOf(
  known: ReadIssue | undefined,
  problems: readonly IssueProblem[],
  {
    confirmation,
    failure,
    news,
  }: { confirmation: Confirmation; failure: string | null; news: 'all' | 'some' | undefined },
  { confirmedLabel }: Settings,
): LogStatus {
  if (known === undefined) {
    const { verdict, remembered: texts } = confirmation;
    const hasChanged = verdict === 'pending' || texts === 'changed';
    return { kind: hasChanged ? 'changed' : 'unconfirmed', confirmedLabel };
  }
  if (failure !== null) return { kind: 'failed', message: failure };
  if (problems.some(({ rule }) => rule === 'entry-hand-kept')) return { kind: 'hand-kept' };
  return known.incident === null ? { kind: 'not-read' } : { kind: 'listed', news: news ?? 'nothing' };
}

/** The confirmed texts that the status comment remembers: after this run, the text as the run left it. */
function confirmedTexts({ issue, confirmation }: Conversation): StatusCommentMemory['confirmed'] {
  const { verdict, remembered: texts } = confirmation;
  return verdict === 'holds' && texts !== 'changed' && texts.length > 0 ? [incidentHash(issue)] : texts;
}

/** The commands that the status comment remembers as carried out: by now, all of them have been answered. */
function commandsOf({ cursor }: Conversation, incident: Incident | null): StatusCommentMemory['commands'] {
  if (cursor === null) return null;
  const { through } = cursor;
  const lacking = incident?.reviewActions.filter(({ issue }) => issue === null);
  const hashes = new Set(lacking?.map(({ text }) => textHash(text)));
  const actions = cursor.actions.filter((hash) => lacking === undefined || hashes.has(hash));
  return through === 0 && actions.length === 0 ? null : { through, text: null, actions };
}
