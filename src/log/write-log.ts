import { groupBy } from '../group-by.ts';
import type { Incident, Instant } from '../incident/incident.ts';
import type { EmptyQuarters } from '../incident/statistics.ts';
import { escapeText } from '../markdown/escape.ts';
import { type EngineSetting, engineOf, type TemplateEngine } from '../markdown/template.ts';
import { mergeLog } from './merge/merge.ts';
import { handWrittenEntries } from './read/hand-written.ts';
import { type FormerEntry, isGeneratedEntry, type Log } from './read/model.ts';
import { readLog, readLogLater } from './read/read.ts';
import { writeEntry } from './write/entry.ts';
import { emptyZone, withZone } from './zones/zones.ts';

export interface LogInput {
  /** The file as it stands; null when there is none. */
  readonly existing: Log | null;
  /** Logs that are read already. Where the result has the text of one of them, that one is returned, and nothing is read again. */
  readonly readLogs: readonly Log[];
  readonly incidents: readonly Incident[];
  /** Entries of incidents that can't be read any more; they are written as they were. */
  readonly formerEntries: readonly FormerEntry[];
  /** The repository that holds the incident issues, by its web address: `https://github.com/owner/name`. */
  readonly repository: { readonly url: string };
  /** The log's path: where `engine` is `auto`, its name says whether a template engine reads it. */
  readonly path: string;
  /** Plain text and Markdown that a new log begins with; an empty intro means the usual one. */
  readonly title: string;
  readonly intro: string;
  /** IANA name. */
  readonly timezone: string;
  readonly now: Instant;
  readonly emptyQuarters: EmptyQuarters;
  readonly handKept: HandKept;
  /** What a site generator runs the log through. */
  readonly engine: EngineSetting;
  /** What the log's overview shows, in a log that is run through this engine; null leaves an overview as it is, and a new log without one. */
  readonly overview: ((engine: TemplateEngine) => string) | null;
}

/**
 * What happens to what people write by hand: every byte stays, and means count the durations that are stated there; or figures
 * follow from timestamps throughout, and missing quarters are added.
 */
export type HandKept = 'keep' | 'fix';

/**
 * The log. A missing or blank file begins with title, intro and overview; in one that exists, the overview is written where it has a zone. In one that exists, what is generated from issues is put in its
 * place, replaced or taken out, newest first; what a person has written keeps its bytes (`mergeLog`). The order of the input
 * makes no difference, and writing into the result again changes nothing. Linear in the size of the input, but for sorting.
 */
export function writeLog(input: LogInput): Log {
  const { existing, incidents, formerEntries, repository, timezone } = input;
  const isNew = existing === null || existing.text.trim() === '';
  const log = isNew ? readLog(`${writeHead(input)}\n`, repository.url) : existing;
  const settings = {
    repositoryUrl: repository.url,
    timezone,
    engine: engineOf(input.engine, input.path, isNew ? '' : log.text),
    level: entryLevel(log),
  };
  const written = [
    ...incidents.map((incident) => ({
      issue: incident.issue,
      firstDetected: incident.firstDetected.instant,
      figures: incident.figures,
      markdown: writeEntry(incident, settings),
    })),
    ...formerEntries.map((entry) => ({ ...entry, markdown: withLineFeeds(entry.markdown).trim() })),
  ];
  const merged = mergeLog(log, written, handWrittenEntries(log, input), {
    ...input,
    gaps: input.handKept === 'fix' ? 'fill' : 'keep',
  });
  const text =
    input.overview === null ? merged : withZone(merged, 'overview', input.overview(settings.engine));
  // Nothing but generated quarters without an incident stood there, and they are gone: what is left is a new log.
  if (text.trim() === '' && !isNew) return writeLog({ ...input, existing: null });
  return [log, ...input.readLogs].find((read) => read.text === text) ?? readLogLater(text, repository.url);
}

/** Level of an entry's heading: that of most hand-written entries, or one below their quarters. */
function entryLevel({ entries, quarters }: Log): number {
  const handWritten = entries.filter((entry) => !isGeneratedEntry(entry));
  const levels = [...groupBy(handWritten, ({ level }) => level)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const quarter = quarters.find(({ generated }) => generated === null)?.level ?? 2;
  return levels[0]?.[0] ?? Math.min(quarter + 1, 6);
}

/** What a new log says of itself in a comment. */
export const OWN_NOTICE =
  'An entry with an incident issue is generated from it: edit the issue, not this file.';

function writeHead({
  engine: setting,
  path,
  title,
  intro,
  repository,
  timezone,
  overview,
}: LogInput): string {
  const engine = engineOf(setting, path, '');
  return [
    `# ${escapeText(title, engine)}`,
    intro.trim() ? withLineFeeds(intro).trim() : usualIntro(repository.url, timezone),
    engine === 'mdx' ? `{/* ${OWN_NOTICE} */}` : `<!-- ${OWN_NOTICE} -->`,
    ...(overview === null ? [] : [emptyZone('overview', engine === 'mdx' ? 'mdx' : 'html')]),
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

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
