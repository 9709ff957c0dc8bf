import type { Figures, Incident, Instant } from '../incident/incident.ts';
import { quarterHeading } from '../incident/quarter.ts';
import {
  type EmptyQuarters,
  formatMean,
  type QuarterStatistics,
  quarterStatistics,
} from '../incident/statistics.ts';
import { escapeText } from '../markdown/plain.ts';
import { templateEngine } from '../markdown/template.ts';
import { newestFirst, writeEntry } from './entry.ts';
import { type KeptEntry, readLog } from './read.ts';

export interface LogInput {
  /** The file as it stands; null when there is none. */
  readonly existing: string | null;
  readonly incidents: readonly Incident[];
  /** Entries of incidents that cannot be read any more; they are written as they were. */
  readonly kept: readonly KeptEntry[];
  /** The repository that holds the incident issues, by its web address: `https://github.com/owner/name`. */
  readonly repository: { readonly url: string };
  /** The log's path: its name says whether a template engine reads it. */
  readonly path: string;
  /** Plain text and Markdown that a new log begins with; an empty intro means the usual one. */
  readonly title: string;
  readonly intro: string;
  /** IANA name. */
  readonly timezone: string;
  readonly now: Instant;
  readonly emptyQuarters: EmptyQuarters;
}

/** An entry and what the means need of it. */
interface PlacedEntry {
  readonly issue: number;
  readonly firstDetected: Instant;
  readonly figures: Figures;
  readonly markdown: string;
}

/**
 * The log. What stands before its first quarter (all of it where there is none yet) is kept to the byte; a missing or blank
 * file begins with title and intro. From there on it is written anew, with the line ends that the file has: quarters and, in
 * each, incidents newest first by first detection, then by issue number. The order of the input makes no difference, and
 * writing into the result again changes nothing. Linear in the size of the input, but for sorting.
 *
 * Who calls has made sure that `readLog` finds nothing in the file that a person keeps by hand.
 */
export function writeLog(input: LogInput): string {
  const existing = input.existing?.trim() ? input.existing : null;
  const engine = templateEngine(input.path, existing ?? '');
  const settings = { repositoryUrl: input.repository.url, timezone: input.timezone, engine };
  const entries = [
    ...input.incidents.map((incident) => ({
      issue: incident.issue,
      firstDetected: incident.firstDetected.instant,
      figures: incident.figures,
      markdown: writeEntry(incident, settings),
    })),
    ...input.kept.map(({ source, ...kept }) => ({ ...kept, markdown: withLineFeeds(source).trim() })),
  ].sort(newestFirst);

  const sections = writeQuarters(entries, input);
  if (existing === null) return `${[writeHead(input), ...sections].join('\n\n')}\n`;
  if (sections.length === 0)
    return existing.slice(0, readLog(existing, input.repository.url).firstQuarter ?? undefined);
  const lineEnd = /^[^\n]*\r\n/.test(existing) ? '\r\n' : '\n';
  const quarters = `${sections.join('\n\n')}\n`.replaceAll('\n', lineEnd);
  return `${ownText(existing, lineEnd, input.repository.url)}${quarters}`;
}

function writeHead({ path, title, intro, repository, timezone }: LogInput): string {
  const engine = templateEngine(path, '');
  const notice = 'An entry with an incident issue is generated from it: edit the issue, not this file.';
  return [
    `# ${escapeText(title, engine)}`,
    intro.trim() ? withLineFeeds(intro).trim() : usualIntro(repository.url, timezone),
    engine === 'mdx' ? `{/* ${notice} */}` : `<!-- ${notice} -->`,
  ].join('\n\n');
}

function usualIntro(repositoryUrl: string, timezone: string): string {
  // A list of no issues names no repository.
  const owner = URL.canParse(repositoryUrl) ? new URL(repositoryUrl).pathname.split('/')[1] : undefined;
  const managed = owner ? ` managed by ${escapeText(owner)}` : '';
  return [
    `This is a log of incidents${managed}. Time to repair runs from first detection to repair, time to resolve from`,
    `first detection to resolution, in elapsed hours and minutes; times are ${escapeText(timezone)}.`,
  ].join('\n');
}

/** What the team has written before the first quarter, with a blank line behind it. */
function ownText(existing: string, lineEnd: string, repositoryUrl: string): string {
  const { firstQuarter } = readLog(existing, repositoryUrl);
  if (firstQuarter !== null) return existing.slice(0, firstQuarter);
  const lines = existing.split('\n');
  const missing = lines.at(-1)?.trim() !== '' ? 2 : lines.at(-2)?.trim() !== '' ? 1 : 0;
  return existing + lineEnd.repeat(missing);
}

function writeQuarters(entries: readonly PlacedEntry[], input: LogInput): string[] {
  return quarterStatistics(entries, input).flatMap((statistics) => [
    writeQuarter(statistics, input.emptyQuarters),
    ...statistics.incidents.map(({ markdown }) => markdown),
  ]);
}

function writeQuarter(
  { quarter, incidents: { length: incidents }, timeToRepair, timeToResolve }: QuarterStatistics,
  emptyQuarters: EmptyQuarters,
): string {
  return [
    `## ${quarterHeading(quarter)}`,
    '',
    `- **Incidents**: ${incidents}`,
    `- **Mean Time to Repair**: ${formatMean(timeToRepair, incidents, emptyQuarters)}`,
    `- **Mean Time to Resolve**: ${formatMean(timeToResolve, incidents, emptyQuarters)}`,
  ].join('\n');
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
