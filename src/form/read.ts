import { clockTolerance, readTime } from '../incident/clock.ts';
import {
  type EventKey,
  eventKeys,
  type FieldId,
  fieldKey,
  fields,
  figureEvents,
  furtherEvents,
  recordOf,
  textKeys,
} from '../incident/fields.ts';
import { measure, stateOf } from '../incident/figures.ts';
import type { Incident, Instant, OwnField, Problem, RecordedTime } from '../incident/incident.ts';
import { readReviewActions } from '../markdown/review-actions.ts';
import { type Answer, headingsOf, isFreeText, readAnswers } from './answers.ts';
import { withOwnHeadings } from './assumed.ts';
import { contextOrder } from './context.ts';
import { missingFirstDetection } from './first-detection.ts';
import type { FormField, Template } from './template.ts';
import { unreadSuffixes } from './unread-suffixes.ts';

/** An incident issue, as far as reading it needs it. */
export interface FiledIssue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string | null;
  /** Whether it is closed as completed. */
  readonly closed: boolean;
  /** When it was opened again (UTC milliseconds; infinite where that is not known); null where it is closed, or never was. */
  readonly reopenedAt: Instant | null;
}

export interface ReadOptions {
  /** IANA name of the zone that times without an offset are in. */
  readonly timezone: string;
  readonly now: Instant;
}

/**
 * Reads what an issue says about its incident, and what a person must fix there. Without a first detection that can be
 * read (`event-missing`, or the rule the time breaks) there is no incident; any other problem leaves it, without the part
 * concerned. Never throws, whatever the issue holds.
 */
export function readIncident(
  issue: FiledIssue,
  form: Template,
  options: ReadOptions,
): { readonly incident: Incident | null; readonly problems: readonly Problem[] } {
  const headings = headingsOf(issue.body);
  const template = withOwnHeadings(form, issue.body, headings);
  const answers = readAnswers(issue.body, template, headings);
  const filed: Filed = { template, answers: answers.answers };
  const text = (id: FieldId): string => answerTo(id, filed).text;
  const events = sinceReopening(
    recordOf(eventKeys, (key) => readEvent(answerTo(fields[key].id, filed), options)),
    issue.reopenedAt,
  );
  const readings = [...figureEvents, ...furtherEvents].map((key) => events[key]);
  const problems = [
    ...answers.problems,
    ...readings.flatMap((reading) => reading.problems),
    ...furtherEvents.flatMap((key) => futureProblem(events[key], options.now)),
    ...misplacedTimes(readings, filed),
    ...unansweredProblems(filed),
    ...contextProblems(answerTo(fields.context.id, filed), options.timezone),
  ];
  const firstDetected = events.firstDetected.time;
  if (firstDetected === null) {
    return {
      incident: null,
      problems: [
        ...(events.firstDetected.problems.length === 0
          ? [missingFirstDetection(issue.body, template, answers.answers)]
          : []),
        ...problems,
      ],
    };
  }

  const times = { ...recordOf(eventKeys, (key) => events[key].time), firstDetected };
  const { figures, problems: figureProblems } = measure(times, options.now);
  const { actions, remark } = readReviewActions(text(fields.reviewActions.id), issue.url);
  const incident: Incident = {
    issue: issue.number,
    url: issue.url,
    title: readTitle(issue.title, template),
    state: stateOf(times, issue.closed),
    ...times,
    figures,
    ...recordOf(textKeys, (key) => text(fields[key].id)),
    ownFields: ownFields(filed),
    reviewActions: actions,
    reviewRemark: remark,
  };
  return { incident, problems: [...problems, ...unreadSuffixes(actions), ...figureProblems] };
}

/**
 * The title of an incident: that of its issue without `[Incident]`, `Incident:`, `Incident on <date> -` or what the form
 * puts in front, on one line. `Untitled incident` when nothing is left.
 */
export function readTitle(issueTitle: string, template: Template): string {
  const formTitle = oneLine(template.title);
  let title = oneLine(issueTitle);
  for (;;) {
    const prefix = titlePrefix.exec(title)?.[0] ?? (beginsWith(title, formTitle) ? formTitle : '');
    if (prefix === '') return title === '' ? 'Untitled incident' : title;
    title = title.slice(prefix.length).trimStart();
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Whether a title has those words in front, in any case, and not as the beginning of a longer word. */
function beginsWith(title: string, prefix: string): boolean {
  // Cut before the case is changed: that can change the length, as it does for İ.
  const isThere = title.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase();
  return (
    isThere && !(/[\p{L}\p{N}_]$/u.test(prefix) && /^[\p{L}\p{M}\p{N}_]/u.test(title.slice(prefix.length)))
  );
}

const titlePrefix =
  /^(?:\[incident\]:?|incident:|incident on \d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2})?(?: ?Z| UTC)?(?: ?[-–—:]|$))/i;

/** The answers to a form. */
interface Filed {
  readonly template: Template;
  readonly answers: ReadonlyMap<FormField, Answer>;
}

/** The answer to a known field, empty where there is none; `field` is null where the form has no field of that id. */
interface FieldAnswer {
  readonly field: FormField | null;
  readonly text: string;
}

function answerTo(id: FieldId, { template, answers }: Filed): FieldAnswer {
  const field = template.fields.find((candidate) => candidate.id === id);
  if (field === undefined) return { field: null, text: '' };
  return { field, text: answers.get(field)?.text ?? '' };
}

interface EventReading {
  readonly field: FormField | null;
  readonly time: RecordedTime | null;
  readonly problems: readonly Problem[];
}

function readEvent({ field, text }: FieldAnswer, { timezone }: ReadOptions): EventReading {
  const reading = readTime(text, timezone);
  if (reading.kind === 'time') return { field, time: reading.time, problems: [] };
  if (reading.kind === 'blank' || field === null) return { field, time: null, problems: [] };
  const message = `Under ${field.label}, ${reading.message}`;
  return {
    field,
    time: null,
    problems: [{ rule: reading.rule, severity: 'error', field: field.id, message }],
  };
}

type EventReadings = Readonly<Record<EventKey, EventReading>>;

/**
 * The events without the repair and the resolution from before an issue was reopened: a resolved incident that is reopened goes on. An
 * issue without a resolution was closed by mistake, or for another reason, so its events stay.
 */
function sinceReopening(events: EventReadings, reopenedAt: Instant | null): EventReadings {
  if (reopenedAt === null || events.resolved.time === null) return events;
  const since = Math.floor(reopenedAt / 60_000) * 60_000;
  const later = (reading: EventReading): EventReading =>
    reading.time !== null && reading.time.instant < since ? { ...reading, time: null } : reading;
  return { ...events, repaired: later(events.repaired), resolved: later(events.resolved) };
}

/** For events that no figure is computed from; `measure` checks the others. */
function futureProblem({ field, time }: EventReading, now: Instant): Problem[] {
  if (field === null || time === null || time.instant <= now + clockTolerance) return [];
  const message = `${field.label} is in the future: type the time at which it happened, or leave it blank until it has.`;
  return [{ rule: 'timestamp-future', severity: 'error', field: field.id, message }];
}

/**
 * A warning for each time that stands below free text which the form has behind it. The form may have been changed since, so
 * the time counts; but the heading may also be a mere line of that text, in an issue that lacks the field.
 */
function misplacedTimes(events: readonly EventReading[], { template, answers }: Filed): Problem[] {
  const recorded = new Set(events.flatMap(({ field, time }) => (time === null ? [] : field)));
  const problems: Problem[] = [];
  const above = new Set<FormField>();
  for (const field of answers.keys()) {
    const behind = template.fields.slice(template.fields.indexOf(field) + 1);
    const holder = behind.find((candidate) => above.has(candidate));
    if (isFreeText(field)) above.add(field);
    if (holder === undefined || !recorded.has(field)) continue;
    const message = `The heading “### ${field.label}” stands below ${holder.label}, above which the form has it, and the time under it counts: move both up, or, if the line is no heading of the form, give it another number of #.`;
    problems.push({ rule: 'heading-order', severity: 'warning', field: field.id, message });
  }
  return problems;
}

/** GitHub holds people to required fields in public repositories only, and an issue can be edited anywhere. */
function unansweredProblems({ template, answers }: Filed): Problem[] {
  return template.fields.flatMap((field) => {
    const isAnswered = (answers.get(field)?.text ?? '') !== '';
    if (!field.required || isAnswered || field.id === fields.firstDetected.id) return [];
    // Nobody knows whether the form requires it.
    if (template.missing !== undefined && !answers.has(field)) return [];
    const message = `Nothing stands under the heading “### ${field.label}”, which the form requires: fill it in, if only with what is known so far.`;
    return [{ rule: 'answer-missing', severity: 'error', field: field.id, message } as const];
  });
}

function ownFields({ template, answers }: Filed): OwnField[] {
  return template.fields.flatMap((field) => {
    const answer = answers.get(field)?.text ?? '';
    return fieldKey(field.id) !== null || answer === '' ? [] : [{ label: field.label, answer }];
  });
}

function contextProblems({ field, text }: FieldAnswer, timezone: string): Problem[] {
  return field === null ? [] : contextOrder(text, field, timezone);
}
