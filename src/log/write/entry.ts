import { formatDate, formatTime, readLeadingTime } from '../../incident/clock.ts';
import { eventKeys, fields, furtherEvents, type TextKey, textKeys } from '../../incident/fields.ts';
import { figureText } from '../../incident/figures.ts';
import type { Incident, Instant, RecordedTime, ReviewAction } from '../../incident/incident.ts';
import { containItem, containLine, type Place } from '../../markdown/contain/contain.ts';
import { indent } from '../../markdown/contain/serialize.ts';
import { cleanLine, escapeText } from '../../markdown/escape.ts';
import type { TemplateEngine } from '../../markdown/template.ts';

/** What an entry needs to know of the log that it stands in. */
export interface EntrySettings {
  /** Web address of the repository that holds the incident issues: `https://github.com/owner/name`. */
  readonly repositoryUrl: string;
  /** IANA name. */
  readonly timezone: string;
  readonly engine: TemplateEngine;
  /** Level of an entry's heading. */
  readonly level: number;
}

/**
 * An incident's entry: its heading and the list under it, without a line ending behind the last line. An ongoing incident
 * shows its key events, figures, Identified and Impact alone, so that nobody's notes move the log while they are typed.
 */
export function writeEntry(incident: Incident, settings: EntrySettings): string {
  const { repositoryUrl, timezone, engine } = settings;
  const title = escapeText(incident.title, engine);
  const date = formatDate(incident.firstDetected.instant, timezone);
  const texts = (entry: (typeof fields)[TextKey]['entry']) =>
    textKeys.filter((key) => fields[key].entry === entry).map((key) => writeText(key, incident, settings));
  const items = [
    `- **Incident issue**: ${issueLink(incident.issue, repositoryUrl)}`,
    withList('- **Key events**', writeEvents(incident, settings)),
    ...writeFigures(incident),
    ...texts('always'),
  ];
  if (incident.state !== 'ongoing') {
    items.push(
      ...incident.listedFields.map(({ label, answer }) =>
        writeAnswer(escapeText(label, engine) || 'Answer', answer, engine),
      ),
      ...texts('once-repaired'),
      writeReview(incident, settings),
    );
  }
  const heading = `${'#'.repeat(settings.level)} Incident on ${date}${title && ` - ${title}`}`;
  return `${heading}\n\n${joinItems(items.filter((item) => item !== null))}`;
}

/** Items without a blank line inside stand right below each other, so that an entry reads as one block. */
function joinItems(items: readonly string[]): string {
  return items.reduce((above, item, index) => {
    const isTight = !isSpaced(items[index - 1] ?? '') && !isSpaced(item);
    return above + (isTight ? '\n' : '\n\n') + item;
  });
}

/** An item that ends in a list, which stands right below its label unless an item of the list has blocks. */
function withList(label: string, list: string): string {
  return label + (isSpaced(list) ? '\n\n' : '\n') + indent(list, 2);
}

function isSpaced(markdown: string): boolean {
  return markdown.includes('\n\n');
}

function writeText(key: TextKey, incident: Incident, settings: EntrySettings): string | null {
  const { label, holds } = fields[key];
  return holds === 'timeline'
    ? writeTimeline(label, incident[key], settings)
    : writeAnswer(label, incident[key], settings.engine);
}

/**
 * @param label Markdown on one line
 * @param below a list that ends the item
 */
function writeAnswer(label: string, text: string, engine: TemplateEngine, below = ''): string | null {
  const lead = `**${label}**:`;
  return containItem(text, { before: `${lead} `, after: '', lead, paragraph: 'only', below, engine });
}

function writeEvents(incident: Incident, { timezone, engine }: EntrySettings): string {
  return keyEvents(incident)
    .map(({ label, time }) => {
      const stated = `${label}: ${formatTime(time.instant, timezone)}`;
      return cleanLine(time.note ?? '') === ''
        ? `- ${stated}`
        : containLine(time.note ?? '', { before: `${stated} (`, after: ')', engine });
    })
    .join('\n');
}

interface KeyEvent {
  readonly label: string;
  readonly time: RecordedTime;
}

/** The events that are recorded: in the order of the form, or in the order of time when there are further events. */
function keyEvents(incident: Incident): KeyEvent[] {
  const events = eventKeys.flatMap((key): KeyEvent[] => {
    const time = incident[key];
    return time === null ? [] : [{ label: fields[key].label, time }];
  });
  return furtherEvents.some((key) => incident[key] !== null)
    ? events.sort((one, other) => one.time.instant - other.time.instant)
    : events;
}

function writeFigures({ figures, repaired, resolved, state }: Incident): string[] {
  return [
    `- **Time to repair**: ${figureText(figures.timeToRepair, repaired, state)}`,
    `- **Time to resolve**: ${figureText(figures.timeToResolve, resolved, state)}`,
  ];
}

/** Lines that each begin with a time are a list, in the person's words and order. */
function writeTimeline(label: string, text: string, { timezone, engine }: EntrySettings): string | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const isTimeline =
    lines.length > 0 && lines.every((line) => readLeadingTime(line.trim(), timezone) !== null);
  if (!isTimeline) return writeAnswer(label, text, engine);
  const items = lines.map((line) =>
    containItem(line.trim(), { before: '', after: '', lead: '', paragraph: 'only', below: '', engine }),
  );
  return withList(`- **${label}**:`, items.join('\n'));
}

/** The actions as a list; what stands there besides goes above it. */
function writeReview(incident: Incident, settings: EntrySettings): string | null {
  const label = 'Review Actions';
  const actions = incident.reviewActions
    .map((action) => writeAction(action, settings))
    .filter((item) => item !== null)
    .join('\n');
  const remark = writeAnswer(label, incident.reviewRemark, settings.engine, actions);
  return remark === null && actions !== '' ? withList(`- **${label}**:`, actions) : remark;
}

function writeAction({ text, state, issue }: ReviewAction, settings: EntrySettings): string | null {
  const marks = [
    ...(state === null ? [] : [`**${state}**`]),
    ...(issue === null ? [] : [`(${issueLink(issue, settings.repositoryUrl)})`]),
  ].join(' ');
  const { engine } = settings;
  const after = state === null ? marks && ` ${marks}` : ` - ${marks}`;
  const place: Place = { before: '', after, lead: marks, paragraph: 'first', below: '', engine };
  // An action that is nothing but a reference does not name it twice.
  const ownText = issue !== null && (text === `#${issue}` || text === issue) ? '' : text;
  return containItem(ownText, place) ?? (marks === '' ? null : `- ${marks}`);
}

/**
 * Markdown of a link to an issue, its reference for words.
 *
 * @param issue a number in the repository, or `owner/name#34` in another one of the same server
 */
export function issueLink(issue: number | string, repositoryUrl: string): string {
  if (typeof issue === 'number') return `[#${issue}](${repositoryUrl}/issues/${issue})`;
  const [, repository, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(issue) ?? [];
  if (repository === undefined || number === undefined) return escapeText(issue);
  const server = URL.canParse(repositoryUrl) ? new URL(repositoryUrl).origin : 'https://github.com';
  return `[${escapeText(issue)}](${server}/${repository}/issues/${number})`;
}

/** When an entry stands above another: the later incident, and of two at one time the one filed later. */
export interface Dated {
  readonly issue: number;
  readonly firstDetected: Instant;
}

export function newestFirst(one: Dated, other: Dated): number {
  return other.firstDetected - one.firstDetected || other.issue - one.issue;
}
