import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns';
import { hasLabel } from '../github/issue.ts';
import { isHere } from '../github/review-actions.ts';
import { formatDate } from '../incident/clock.ts';
import type { Instant } from '../incident/incident.ts';
import { REMINDER_MARKER } from '../markers/fixed.ts';
import { stateOfIssue } from '../model/action-states.ts';
import { addLabels, type Change, comment, deleteReminder, removeLabel } from '../model/change.ts';
import { OVERDUE_LABEL } from '../model/labels.ts';
import { MOST_IN_A_RUN } from './creations.ts';
import type { OpenAction } from './open.ts';
import { titleOf } from './title.ts';
import { itemsByIssue, type ListedAction, type TrackedIssue, type Tracking } from './tracking.ts';

/** An edit would notify nobody, so a reminder is replaced by a new one after this many days. */
const DAYS_BETWEEN_REMINDERS = 7;

export interface OverdueSettings {
  /** Days after which an action without a due date is overdue, see `isOverdue`; 0 for never. */
  readonly days: number;
  /** IANA name of the zone that due dates are in. */
  readonly timezone: string;
  readonly now: Instant;
}

/** An open review action of the log, with what it is about. */
interface Open {
  readonly key: string;
  readonly tracked: TrackedIssue;
  readonly listed: ListedAction;
  readonly isOverdue: boolean;
}

/** The open ones among the actions of repaired incidents, oldest first; one that two incidents list counts once. */
function openOnes(tracking: Tracking, settings: OverdueSettings): Open[] {
  const { incidents, issues } = tracking;
  const closedAt = new Map(incidents.map(({ issue }) => [issue.number, issue.closed_at]));
  return [...itemsByIssue(tracking)]
    .flatMap(([key, items]): Open[] => {
      const tracked = issues.get(key);
      const shown = items.filter(({ incident }) => incident.state !== 'ongoing');
      // An item of the incident that it was made for says when it is due.
      const listed = shown.find(({ incident }) => incident.issue === tracked?.marker?.incident) ?? shown[0];
      if (!tracked || listed === undefined || stateOfIssue(tracked.issue) !== 'TODO') return [];
      const closed = closedAt.get(listed.incident.issue) ?? null;
      return [
        {
          key,
          tracked,
          listed,
          isOverdue: isOverdue(listed, { closed, created: tracked.issue.created_at }, settings),
        },
      ];
    })
    .sort(
      (one, other) =>
        Date.parse(one.tracked.issue.created_at) - Date.parse(other.tracked.issue.created_at) ||
        one.tracked.issue.number - other.tracked.issue.number,
    );
}

/**
 * Past its due date; or, without one, so many days after its incident was resolved (by that issue's closing if no time is recorded) and
 * after its own issue was created: the actions of incidents that are filed long afterwards are not overdue at once.
 */
function isOverdue(
  { action, incident }: ListedAction,
  { closed, created }: { readonly closed: string | null; readonly created: string },
  { days, timezone, now }: OverdueSettings,
): boolean {
  if (action.due !== null) return formatDate(now, timezone) > action.due;
  const resolved = incident.resolved?.instant ?? (closed === null ? null : Date.parse(closed));
  if (days === 0 || resolved === null) return false;
  return daysBetween(Math.max(resolved, Date.parse(created)), now, timezone) > days;
}

/** Calendar days. */
function daysBetween(earlier: Instant, later: Instant, timezone: string): number {
  return differenceInCalendarDays(new TZDate(later, timezone), new TZDate(earlier, timezone));
}

/**
 * The open review actions, oldest first, for a person to read. What an issue of another repository says may not be for everybody
 * to see: of such a one the item's own words are given.
 */
export function openActions(tracking: Tracking, settings: OverdueSettings): OpenAction[] {
  return openOnes(tracking, settings).map(({ tracked: { issue }, listed, isOverdue: overdue }) => {
    const { action, incident } = listed;
    const isOwn = isHere(issue, tracking.repository.url);
    const assignees = isOwn ? issue.assignees : [];
    return {
      reference: action.issue ?? issue.number,
      url: issue.html_url,
      title: isOwn ? issue.title : titleOf(action.text),
      incident: incident.issue,
      owners: assignees.length > 0 || action.owner === null ? assignees : [action.owner],
      due: action.due,
      ageDays: daysBetween(Date.parse(issue.created_at), settings.now, settings.timezone),
      isOverdue: overdue,
    };
  });
}

/** Since when a reminder may count as recent, in UTC milliseconds: some hours more than needed, for a day can have 25. */
export function remindersSince({ now }: OverdueSettings): Instant {
  return now - (DAYS_BETWEEN_REMINDERS * 24 + 12) * 60 * 60_000;
}

/**
 * Reminds of overdue actions of our making by a label and a comment, and takes both away from those that are not overdue any
 * more. `reminders` says when an issue got its last one; null where nobody is to be reminded in this run.
 */
export function planReminders(
  tracking: Tracking,
  settings: OverdueSettings,
  reminders: ReadonlyMap<number, Instant> | null,
): { readonly changes: readonly Change[]; readonly notes: readonly string[] } {
  const ours = openOnes(tracking, settings).filter(({ tracked }) => tracked.marker !== null);
  const overdue = new Map(ours.filter((open) => open.isOverdue).map((open) => [open.key, open]));
  const over = [...tracking.issues].flatMap(([key, tracked]): Change[] => {
    if (!tracked?.marker || overdue.has(key) || !hasLabel(tracked.issue, OVERDUE_LABEL)) return [];
    const { number } = tracked.issue;
    return [
      deleteReminder(number, REMINDER_MARKER),
      // Last, for by it a run that was cut short is gone on with.
      removeLabel(number, OVERDUE_LABEL),
    ];
  });
  if (reminders === null) return { changes: over, notes: [] };
  const due = [...overdue.values()].flatMap((open) => {
    const steps = remind(open, settings, reminders);
    return steps.length === 0 ? [] : [steps];
  });
  const left = due.length - MOST_IN_A_RUN;
  return {
    changes: [...over, ...due.slice(0, MOST_IN_A_RUN).flat()],
    notes:
      left <= 0
        ? []
        : [
            `${left} more overdue review ${left === 1 ? 'action is' : 'actions are'} still to be reminded of: a run does that for ${MOST_IN_A_RUN} at most, and the next scheduled one goes on.`,
          ],
  };
}

function remind(
  { tracked: { issue }, listed }: Open,
  { now, timezone }: OverdueSettings,
  reminders: ReadonlyMap<number, Instant>,
): Change[] {
  const { number, assignees, locked } = issue;
  const last = reminders.get(number);
  const isReminded = last !== undefined && daysBetween(last, now, timezone) < DAYS_BETWEEN_REMINDERS;
  const mentions = assignees.map((login) => `@${login}`).join(' ');
  const { action, incident } = listed;
  const since =
    action.due === null
      ? `is still open, and the incident (#${incident.issue}) was resolved long ago.`
      : `was due on ${action.due} (incident #${incident.issue}).`;
  const text = `${mentions && `${mentions} `}This review action ${since} Close this issue once it is done, or as not planned where it will not be; or set another date behind the item in the incident's list.`;
  return [
    ...(hasLabel(issue, OVERDUE_LABEL) ? [] : [addLabels(number, [OVERDUE_LABEL])]),
    // Nobody may comment in a locked conversation but people of the repository.
    ...(isReminded || locked
      ? []
      : [
          comment(`Post reminder on #${number}`, {
            issue: number,
            marker: REMINDER_MARKER,
            text,
            others: 'replace',
          }),
        ]),
  ];
}
