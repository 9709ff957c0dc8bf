import { formatDate, formatDuration } from '../../incident/clock.ts';
import type { Instant } from '../../incident/incident.ts';
import { quarterName, quarterOf } from '../../incident/quarter.ts';
import { instantOf, timeOf } from '../../log/read/hand-written.ts';
import { agrees, remarkWith } from '../../log/read/stated-duration.ts';
import type { AuditedIncident, AuditSettings } from '../audit.ts';
import { explainDuration, eventNames as names } from './explain.ts';
import { type Finding, headingRange, type Range, type Report } from './finding.ts';
import { eventOrder, isMeasured } from './order.ts';

const figures = {
  timeToRepair: { name: 'Time to repair', to: 'repaired' },
  timeToResolve: { name: 'Time to resolve', to: 'resolved' },
} as const;
type Figure = keyof typeof figures;

const day = 24 * 60 * 60_000;
const daysOpen = 90;

/** What an audit finds in one entry. */
export function auditEntry(
  incident: AuditedIncident,
  source: string,
  settings: AuditSettings,
  report: Report,
): Finding[] {
  const heading = headingRange(incident.entry, source);
  return [
    ...missingEvents(incident, heading, report),
    ...timestamps(incident, settings, report),
    ...eventOrder(incident, settings, report),
    ...(['timeToRepair', 'timeToResolve'] as const).flatMap((figure) =>
      duration(incident, figure, heading, source, settings, report),
    ),
    ...placement(incident, heading, settings, report),
    ...contextFindings(incident, report),
    ...actionFindings(incident, settings, report),
  ];
}

function missingEvents({ entry, events }: AuditedIncident, heading: Range, report: Report): Finding[] {
  const table =
    entry.table === null ? '' : ` The table in line ${entry.table} is not read: list the events as items.`;
  const isSaid = {
    timeToRepair: isSaidToLack(entry.timeToRepair?.text),
    timeToResolve: isSaidToLack(entry.timeToResolve?.text),
  };
  return (['first-detected', 'repaired', 'resolved'] as const).flatMap((kind) => {
    const found = events.get(kind);
    if (found !== undefined && found.time.kind !== 'unknown') return [];
    if (kind === 'first-detected') {
      const message = `The entry has no time of first detection, so nothing can be computed: add “First detected: YYYY-MM-DD HH:MM” to its key events.${table}`;
      return [report('event-missing', found?.event.value.text ? found.event.value : heading, message)];
    }
    const figure = kind === 'repaired' ? 'timeToRepair' : 'timeToResolve';
    // The log says so itself.
    if (isSaid[figure]) return [];
    const message = `The entry has no time for ${names[kind]}, so there is no ${figures[figure].name.toLowerCase()}: add “${names[kind]}: YYYY-MM-DD HH:MM” to its key events.${table}`;
    const place = found?.event.value.text ? found.event.value : heading;
    return [report('event-missing', place, message, { severity: 'warning' })];
  });
}

function isSaidToLack(figure: string | undefined): boolean {
  return /^(?:ongoing|not recorded)\b/i.test(figure ?? '');
}

function timestamps({ events }: AuditedIncident, { now }: AuditSettings, report: Report): Finding[] {
  return [...events].flatMap(([kind, { event, time }]) => {
    const details = isMeasured(kind) ? {} : ({ severity: 'warning' } as const);
    if (time.kind === 'problem') return [report(time.rule, event.value, time.message, details)];
    if (time.kind === 'unknown' || time.instant <= now) return [];
    const message = `${names[kind]} is in the future: correct the time.`;
    return [report('timestamp-future', event.value, message, details)];
  });
}

function duration(
  incident: AuditedIncident,
  figure: Figure,
  heading: Range,
  source: string,
  settings: AuditSettings,
  report: Report,
): Finding[] {
  const computed = incident.computed[figure];
  if (computed === null) return [];
  const { name, to } = figures[figure];
  const words = incident.entry[figure];
  const stated = incident.stated[figure];
  const right = `${formatDuration(computed)} passed from first detected to ${to}`;
  if (words === null || stated === null) {
    const message =
      words === null || words.text === ''
        ? `${name} is not stated: ${right}.`
        : `${name} is stated as “${clip(words.text)}”, which is no duration that can be compared: ${right}.`;
    const place = words === null || words.text === '' ? heading : words;
    return [report('duration-missing', place, message, { computed })];
  }
  if (agrees(stated, incident.exact[figure] ?? computed * 60)) return [];
  const remark = remarkWith(stated, source);
  const explanation = explainDuration({
    minutes: stated.minutes,
    remark: remarkAround(stated, source),
    to,
    events: incident.events,
    others: incident.entry.events.flatMap((event) => {
      const time = timeOf(event, settings.timezone);
      const isChosen = incident.events.get(event.kind)?.event === event;
      return time.kind === 'time' && !isChosen ? [{ name: event.name, instant: time.instant }] : [];
    }),
    contextInstants: incident.context.flatMap(({ instant }) => instant ?? []),
    timezone: settings.timezone,
  });
  const isOpen = explanation?.strength === 'strong';
  const said = [explanation?.words, remark && `the remark with it is “${clip(remark)}”`].filter(Boolean);
  const isLeft = isOpen || remark !== '';
  const message = `${name} is stated as ${stated.text}, but ${right}${said.length === 0 ? '' : `; ${said.join(', and ')}`}${isLeft ? ': check which one is wrong' : ''}.`;
  return [
    report('duration-mismatch', stated, message, {
      stated: stated.minutes,
      computed,
      explanation: explanation?.words ?? null,
      fixable: !isLeft,
    }),
  ];
}

/** The line of a figure without it, and a line in parentheses below. */
export function remarkAround({ start, end }: Range, source: string): string {
  const before = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const [behind = ''] = /^[^\n]*(?:\n[ \t]*\([^\n]*)?/.exec(source.slice(end)) ?? [];
  return `${before} ${behind}`;
}

function placement(
  { entry, events, instant }: AuditedIncident,
  heading: Range,
  { timezone }: AuditSettings,
  report: Report,
): Finding[] {
  const firstDetected = instantOf(events, 'first-detected');
  const findings: Finding[] = [];
  if (firstDetected !== null && entry.date !== '' && formatDate(firstDetected, timezone) !== entry.date) {
    const message = `The heading says ${entry.date}, but the incident was first detected on ${formatDate(firstDetected, timezone)}: correct the one that is wrong.`;
    findings.push(report('heading-date', heading, message));
  }
  if (instant !== null && entry.quarter !== null) {
    const [own, above] = [quarterName(quarterOf(instant, timezone)), quarterName(entry.quarter)];
    if (own !== above) {
      const why = firstDetected === null ? 'to which its day belongs' : 'in which it was first detected';
      const message = `The entry stands under ${above}, but belongs to ${own}, ${why}: move it there.`;
      findings.push(report('wrong-quarter', heading, message));
    }
  }
  return findings;
}

/** One for all of them, as for an answer of the form. */
function contextFindings({ context }: AuditedIncident, report: Report): Finding[] {
  const timed = context.filter((each): each is typeof each & { instant: Instant } => each.instant !== null);
  const misplaced = timed.filter(({ instant }, index) => instant < (timed[index - 1]?.instant ?? instant));
  const [first, ...others] = misplaced;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
  const message = `An entry of the context is earlier than the one above it${more}: put them in the order of their times, or correct the time.`;
  return [report('context-order', first, message)];
}

function actionFindings(
  { reviewActions, instant }: AuditedIncident,
  { now }: AuditSettings,
  report: Report,
): Finding[] {
  return reviewActions.flatMap(({ text, state, range }) => {
    if (state === null) {
      const message = `The review action “${clip(text)}” does not say whether it is done: write “- DONE”, “- TODO” or “- WON'T DO” behind it.`;
      return [report('action-state', range, message)];
    }
    if (state !== 'TODO' || instant === null || now - instant <= daysOpen * day) return [];
    const days = Math.floor((now - instant) / day);
    return [
      report(
        'action-open',
        range,
        `The review action “${clip(text)}” is still to be done, ${days} days after its incident.`,
      ),
    ];
  });
}

/** A person's words on one line, short enough for a sentence. */
export function clip(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '')];
  return line.length > 60 ? `${line.slice(0, 59).join('')}…` : line.join('');
}
