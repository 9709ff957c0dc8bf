import { posix } from 'node:path';
import { formatDuration, formatDurationInDays } from '../incident/clock.ts';
import { type Distribution, roundHalfUp } from '../incident/distribution.ts';
import type { Instant } from '../incident/incident.ts';
import { withoutInvisible } from '../incident/invisible.ts';
import { lastEndedQuarter, type Quarter, quarterName } from '../incident/quarter.ts';
import { issueLink } from '../log/write/entry.ts';
import { quoteInConversation } from '../markdown/escape.ts';
import { destination } from '../markdown/links.ts';
import { plainText } from '../markdown/parse.ts';
import { clipped } from '../markdown/sections.ts';
import { escapeForEngine, type TemplateEngine } from '../markdown/template.ts';
import type { OpenReviewAction, Summary, SummaryFigures } from './summary.ts';

/** A picture of the incidents. */
export interface Chart {
  /** In the repository, as the log's own path is. */
  readonly path: string;
  /** What it shows, in plain text. */
  readonly alt: string;
}

export interface OverviewSettings {
  /** Web address of the repository that holds the incident issues. */
  readonly repositoryUrl: string;
  /** The log's path in the repository. */
  readonly path: string;
  /** IANA name. */
  readonly timezone: string;
  readonly now: Instant;
  /** What the log is run through. */
  readonly engine: TemplateEngine;
  readonly chart: Chart | null;
}

/** How many quarters are listed; older ones count in their years. */
const mostQuarters = 12;

/**
 * What a log's overview shows, as blocks of Markdown: the chart, figures by period and by severity, and the review actions that are
 * open. Of the clock it depends on the last quarter that has ended, and on nothing else. It holds no heading, no list and nothing
 * of anybody's but plain text on one line.
 */
export function writeOverview(summary: Summary, settings: OverviewSettings): string {
  const blocks = [
    writeChart(settings),
    writePeriods(summary, settings),
    writeSeverities(summary, settings),
    writeActions(summary, settings),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function writeChart({ chart, path, engine }: OverviewSettings): string {
  if (chart === null) return '';
  const url = posix.relative(posix.dirname(path), chart.path);
  return `![${writeText(chart.alt, engine)}](${destination({ url })})`;
}

function writePeriods({ periods }: Summary, { now, timezone }: OverviewSettings): string {
  if (periods.length === 0) return 'No incidents yet.';
  const quarters = periods.filter(({ period }) => period.startsWith('Q'));
  const hidden = new Set(quarters.slice(mostQuarters));
  const rows = periods
    .filter((each) => !hidden.has(each))
    .map((each) => [
      periodName(each.period, lastEndedQuarter(now, timezone)),
      ...figureCells(each, each.period === 'rolling-year' ? intervalOf : nothingMore),
    ]);
  const oldest = quarters[mostQuarters - 1]?.period;
  const note = hidden.size === 0 ? '' : `\n\nThe quarters before ${oldest} are counted in their years.`;
  return writeTable(['Period', ...figureColumns], rows) + note;
}

function periodName(period: string, lastEnded: Quarter): string {
  if (period !== 'rolling-year') return period.startsWith('Q') ? period : `**${period}**`;
  const first: Quarter =
    lastEnded.number === 4
      ? { year: lastEnded.year, number: 1 }
      : { year: lastEnded.year - 1, number: (lastEnded.number + 1) as Quarter['number'] };
  return `**Rolling year** (${quarterName(first)} to ${quarterName(lastEnded)})`;
}

/** Nothing where no incident has a level: the form asks for none. */
function writeSeverities({ severities }: Summary, { engine }: OverviewSettings): string {
  if (severities.every(({ severity }) => severity === null)) return '';
  return writeTable(
    ['Severity', ...figureColumns],
    severities.map((each) => [
      each.severity === null ? '*not stated*' : writeText(clipped(each.severity), engine),
      ...figureCells(each, nothingMore),
    ]),
  );
}

const figureColumns = [
  'Incidents',
  'Ongoing',
  ...['repair', 'resolve'].flatMap((end) => [
    `Median time to ${end}`,
    `Mean time to ${end}`,
    `Longest time to ${end}`,
  ]),
];

/** @param moreOf what is said of a median besides */
function figureCells(
  { incidents, ongoing, timeToRepair, timeToResolve }: SummaryFigures,
  moreOf: (distribution: Distribution) => string,
): string[] {
  return [
    `${incidents}`,
    `${ongoing}`,
    ...[timeToRepair, timeToResolve].flatMap((distribution) => {
      const { n, median, mean, longest } = distribution;
      const basis = n < incidents ? `from ${n} of ${incidents}` : '';
      return [
        figureCell(median, [basis, moreOf(distribution)]),
        figureCell(mean, [basis]),
        figureCell(longest, [basis]),
      ];
    }),
  ];
}

/** A duration, and in parentheses what is to be known with it. */
function figureCell(minutes: number | null, remarks: readonly string[]): string {
  if (minutes === null) return '–';
  const remark = remarks.filter((part) => part !== '').join('; ');
  return formatDurationInDays(roundHalfUp(minutes)) + (remark && ` (${remark})`);
}

function nothingMore(): string {
  return '';
}

function intervalOf({ medianInterval: interval }: Distribution): string {
  return interval === null
    ? ''
    : `95% interval ${formatDuration(interval.low)} to ${formatDuration(interval.high)}`;
}

function writeActions({ openActions }: Summary, settings: OverviewSettings): string {
  if (openActions.length === 0) return '';
  const { repositoryUrl, engine } = settings;
  const rows = openActions.map(({ text, issue, incident, owner, due }) => [
    actionCell({ text, issue }, settings),
    issueLink(incident, repositoryUrl),
    writeText(owner ?? '', engine),
    writeText(due ?? '', engine),
  ]);
  const head = ['Open review action', 'Incident', 'Owner', 'Due'];
  return writeTable(head, rows, 0);
}

function actionCell(
  { text, issue }: Pick<OpenReviewAction, 'text' | 'issue'>,
  { repositoryUrl, engine }: OverviewSettings,
): string {
  const link = issue === null ? '' : issueLink(issue, repositoryUrl);
  const isLinkAlone = issue !== null && (text === `#${issue}` || text === issue);
  const words = isLinkAlone ? '' : clipped(plainText(text));
  const written = withoutInvisible(words).trim() === '' ? '' : writeText(words, engine);
  return [link, written].filter((part) => part !== '').join(' ') || '(without words)';
}

/** Somebody's text as plain text that mentions nobody and links nothing. */
function writeText(text: string, engine: TemplateEngine): string {
  return escapeForEngine(quoteInConversation(text), engine);
}

/** A table, whose columns behind the first are to the right unless `aligned` says otherwise. */
function writeTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  aligned = columns.length - 1,
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rules = columns.map((_, index) => (index >= columns.length - aligned ? '--:' : '---'));
  return [line(columns), line(rules), ...rows.map(line)].join('\n');
}
