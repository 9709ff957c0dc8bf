import { groupBy } from '../group-by.ts';
import type { Incident, Instant } from '../incident/incident.ts';
import type { EmptyQuarters } from '../incident/statistics.ts';
import { escapeText } from '../markdown/escape.ts';
import { type EngineSetting, engineOf } from '../markdown/template.ts';
import { mergeLog } from './merge/merge.ts';
import { handKeptEntries } from './read/hand-written.ts';
import { isManaged, type KeptEntry, type Log, readLog } from './read/read.ts';
import { writeEntry } from './write/entry.ts';

export interface LogInput {
  /** The file as it stands; null when there is none. */
  readonly existing: string | null;
  readonly incidents: readonly Incident[];
  /** Entries of incidents that cannot be read any more; they are written as they were. */
  readonly kept: readonly KeptEntry[];
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
}

/**
 * What becomes of what people keep by hand: every byte stays, and means count the durations that are stated there; or figures
 * follow from timestamps throughout, and quarters that are missing are put in.
 */
export type HandKept = 'keep' | 'fix';

/**
 * The log. A missing or blank file begins with title and intro. In one that exists, what is generated from issues is put in its
 * place, replaced or taken out, newest first; what a person has written keeps its bytes (`mergeLog`). The order of the input
 * makes no difference, and writing into the result again changes nothing. Linear in the size of the input, but for sorting.
 */
export function writeLog(input: LogInput): string {
  const isNew = !input.existing?.trim();
  const existing = isNew ? `${writeHead(input)}\n` : (input.existing ?? '');
  const log = readLog(existing, input.repository.url);
  const settings = {
    repositoryUrl: input.repository.url,
    timezone: input.timezone,
    engine: engineOf(input.engine, input.path, isNew ? '' : existing),
    level: entryLevel(log),
  };
  const own = [
    ...input.incidents.map((incident) => ({
      issue: incident.issue,
      firstDetected: incident.firstDetected.instant,
      figures: incident.figures,
      markdown: writeEntry(incident, settings),
    })),
    ...input.kept.map(({ source, ...kept }) => ({ ...kept, markdown: withLineFeeds(source).trim() })),
  ];
  const handKept = handKeptEntries(existing, log, input);
  return mergeLog(existing, log, own, handKept, {
    ...input,
    gaps: input.handKept === 'fix' ? 'fill' : 'keep',
  });
}

/** Level of an entry's heading: that of most that people keep, or one below their quarters. */
function entryLevel({ entries, quarters }: Log): number {
  const kept = entries.filter((entry) => !isManaged(entry));
  const levels = [...groupBy(kept, ({ level }) => level)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const quarter = quarters.find(({ manner }) => manner === 'theirs')?.level ?? 2;
  return levels[0]?.[0] ?? Math.min(quarter + 1, 6);
}

/** What a new log says of itself in a comment. */
export const OWN_NOTICE =
  'An entry with an incident issue is generated from it: edit the issue, not this file.';

function writeHead({ engine: setting, path, title, intro, repository, timezone }: LogInput): string {
  const engine = engineOf(setting, path, '');
  return [
    `# ${escapeText(title, engine)}`,
    intro.trim() ? withLineFeeds(intro).trim() : usualIntro(repository.url, timezone),
    engine === 'mdx' ? `{/* ${OWN_NOTICE} */}` : `<!-- ${OWN_NOTICE} -->`,
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
