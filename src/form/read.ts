import { readTime } from '../incident/clock.ts';
import {
  clockTolerance,
  type Incident,
  type Instant,
  measure,
  type OwnField,
  type Problem,
  type RecordedTime,
  stateOf,
} from '../incident/incident.ts';
import { readReviewActions } from '../markdown/review-actions.ts';
import { type Answer, isFreeText, readAnswers } from './answers.ts';
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

/** Ids that mean something to the log; every other field of a form is the team's own. */
const knownIds: ReadonlySet<string | null> = new Set<string | null>([
  'first-detected',
  'impact-started',
  'declared',
  'repaired',
  'resolved',
  'identified',
  'impact',
  'context',
  'resolution',
  'review-actions',
]);

/**
 * Reads what an issue says about its incident, and what a person must mend there. Without a first detection that can be
 * read (`event-missing`, or the rule the time breaks) there is no incident; any other problem leaves it, without the part
 * concerned. Never throws, whatever the issue holds.
 */
export function readIncident(
  issue: FiledIssue,
  form: Template,
  options: ReadOptions,
): { readonly incident: Incident | null; readonly problems: readonly Problem[] } {
  const template = withOwnHeadings(form, issue.body);
  const answers = readAnswers(issue.body, template);
  const filed: Filed = { template, answers: answers.answers };
  const text = (id: string): string => answerTo(id, filed).text;
  const time = (id: string): EventReading => readEvent(answerTo(id, filed), options);

  const [first, ...recorded] = [time('first-detected'), time('repaired'), time('resolved')];
  const [repaired, resolved] = sinceReopening(recorded, issue.reopenedAt);
  const [impactStarted, declared] = [time('impact-started'), time('declared')];
  const events = [first, repaired, resolved, impactStarted, declared];
  const problems = [
    ...answers.problems,
    ...events.flatMap((reading) => reading.problems),
    ...futureProblems([impactStarted, declared], options.now),
    ...misplacedTimes(events, filed),
    ...unansweredProblems(filed),
    ...contextProblems(answerTo('context', filed), options.timezone),
  ];
  if (first.time === null) {
    return {
      incident: null,
      problems: [
        ...(first.problems.length === 0
          ? [missingFirstDetection(issue.body, template, answers.answers)]
          : []),
        ...problems,
      ],
    };
  }

  const keyEvents = { firstDetected: first.time, repaired: repaired.time, resolved: resolved.time };
  const { figures, problems: figureProblems } = measure(keyEvents, options.now);
  const { actions, remark } = readReviewActions(text('review-actions'), issue.url);
  const incident: Incident = {
    issue: issue.number,
    url: issue.url,
    title: readTitle(issue.title, template),
    state: stateOf(keyEvents, issue.closed),
    ...keyEvents,
    impactStarted: impactStarted.time,
    declared: declared.time,
    figures,
    identified: text('identified'),
    impact: text('impact'),
    context: text('context'),
    resolution: text('resolution'),
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
function beginsWith(title: string, words: string): boolean {
  // Cut before the case is changed: that can change the length, as it does for İ.
  const isThere = title.slice(0, words.length).toLowerCase() === words.toLowerCase();
  return (
    isThere && !(/[\p{L}\p{N}_]$/u.test(words) && /^[\p{L}\p{M}\p{N}_]/u.test(title.slice(words.length)))
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

function answerTo(id: string, { template, answers }: Filed): FieldAnswer {
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

/**
 * The times of repair and resolution of an issue that was opened again after it was resolved: those from before do not count, for it goes
 * on. Without a resolution it was closed by mistake, or for another reason.
 */
function sinceReopening(
  [repaired, resolved]: readonly [EventReading, EventReading],
  reopenedAt: Instant | null,
): readonly [EventReading, EventReading] {
  if (reopenedAt === null || resolved.time === null) return [repaired, resolved];
  const since = Math.floor(reopenedAt / 60_000) * 60_000;
  const later = (reading: EventReading): EventReading =>
    reading.time !== null && reading.time.instant < since ? { ...reading, time: null } : reading;
  return [later(repaired), later(resolved)];
}

/** The events that no figure rests on; `measure` looks at the others. */
function futureProblems(events: readonly EventReading[], now: Instant): Problem[] {
  return events.flatMap(({ field, time }) => {
    if (field === null || time === null || time.instant <= now + clockTolerance) return [];
    const message = `${field.label} is in the future: type the time at which it happened, or leave it blank until it has.`;
    return [{ rule: 'timestamp-future', severity: 'error', field: field.id, message } as const];
  });
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
    if (!field.required || isAnswered || field.id === 'first-detected') return [];
    // Nobody knows whether the form requires it.
    if (template.missing !== undefined && !answers.has(field)) return [];
    const message = `Nothing stands under the heading “### ${field.label}”, which the form requires: fill it in, if only with what is known so far.`;
    return [{ rule: 'answer-missing', severity: 'error', field: field.id, message } as const];
  });
}

function ownFields({ template, answers }: Filed): OwnField[] {
  return template.fields.flatMap((field) => {
    const answer = answers.get(field)?.text ?? '';
    return knownIds.has(field.id) || answer === '' ? [] : [{ label: field.label, answer }];
  });
}

function contextProblems({ field, text }: FieldAnswer, timezone: string): Problem[] {
  return field === null ? [] : contextOrder(text, field, timezone);
}
