import { createHash } from 'node:crypto';
import { style as chartStyle } from '../../chart/style.ts';
import type { Instant } from '../../incident/incident.ts';
import { lastEndedQuarter, quarterName, quartersBetween } from '../../incident/quarter.ts';
import type { BuiltLog } from '../../model/build-log.ts';
import { jsonWithoutCommands } from '../../workflow-commands.ts';
import { asCsv } from '../csv.ts';
import { asJson, type LogData } from '../json.ts';
import { actionsSection } from './actions.ts';
import { chartFigure } from './chart.ts';
import { definitionsSection } from './definitions.ts';
import { figuresSection } from './figures.ts';
import { type Html, html, trusted, webLink } from './html.ts';
import { incidentsSection } from './incidents.ts';
import { counted } from './measures.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { generator } from './write.ts';

export interface ReportInput {
  readonly built: BuiltLog;
  /** IANA name. */
  readonly timezone: string;
  /** Decides nothing but which quarters have ended. */
  readonly now: Instant;
  /** Web address; empty where it is not known. */
  readonly repositoryUrl: string;
}

/**
 * The report page: one HTML file that loads nothing from anywhere, made from what `build --format json` prints. It works without scripts but
 * for filters and sorting. The same log gives the same bytes, in whatever order its issues come, and whatever the time zone and language of
 * the machine.
 */
export function reportPage({ built, timezone, now, repositoryUrl }: ReportInput): string {
  const data = asJson(built, timezone);
  const name = repositoryUrl === '' ? '' : new URL(repositoryUrl).pathname.slice(1);
  const title = name === '' ? 'Incident report' : `Incident report of ${name}`;
  const listed = built.incidents.length;
  const unlisted = built.formerEntries.length + built.handWritten.length;
  const chart = chartFigure(built, timezone);
  const sections: readonly Section[] = [
    { id: 'figures', name: 'Figures', content: figuresSection(data, rollingYear(now, timezone)) },
    ...(listed === 0
      ? []
      : [{ id: 'incidents', name: 'Incidents', content: incidentsSection(data, chart, unlisted) }]),
    { id: 'actions', name: 'Open review actions', content: actionsSection(data, repositoryUrl) },
    { id: 'definitions', name: 'What the figures mean', content: definitionsSection(timezone) },
    { id: 'data', name: 'Data', content: dataSection(data) },
  ];
  const isEmpty = listed + unlisted === 0;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${generator}">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<h1>Incident report</h1>
<p>${name === '' ? null : html`${webLink(repositoryUrl, name)} · `}${scope(data, listed + unlisted)}</p>
${isEmpty ? null : html`<nav aria-label="Parts of the report">${sections.map(({ id, name }) => html`<a href="#${id}">${name}</a> `)}</nav>`}
</header>
<main id="main">
${isEmpty ? html`<p>No incidents yet.</p>` : sections.map(sectionOf)}</main>
<script>${trusted(script)}</script>
</body>
</html>
`.markup;
}

interface Section {
  readonly id: string;
  readonly name: string;
  readonly content: Html;
}

function sectionOf({ id, name, content }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${name}</h2>
${content}</section>
`;
}

/** `37 incidents, first detected from 2019-02-03 to 2024-10-14, times in Europe/London` */
function scope({ incidents, timezone }: LogData, count: number): string {
  const [newest, oldest] = [incidents.at(0)?.date, incidents.at(-1)?.date];
  const days = newest === oldest ? `on ${newest}` : `from ${oldest} to ${newest}`;
  return `${counted(count, 'incident')}${newest === undefined ? '' : `, first detected ${days}`} · times in ${timezone}`;
}

/** `Q4 2023 to Q3 2024` */
function rollingYear(now: Instant, timezone: string): string {
  const last = lastEndedQuarter(now, timezone);
  const first = quartersBetween({ year: last.year - 1, number: last.number }, last).at(-2) ?? last;
  return `${quarterName(first)} to ${quarterName(last)}`;
}

/**
 * The data to download, as the command line prints them. It stands last, because a browser can show all else before it has read it. Chromium
 * refuses addresses of more than 2 MB, so where there are scripts they make files of them.
 */
function dataSection(data: LogData): Html {
  const address = (type: string, text: string) =>
    `data:${type};base64,${Buffer.from(text, 'utf8').toString('base64')}`;
  const json = address('application/json', jsonWithoutCommands(data));
  const csv = address('text/csv', asCsv(data));
  return html`<p>All that this page shows, and the texts of the incidents: durations are in minutes, times in UTC.</p>
<p class="downloads"><a download="incidents.csv" href="${trusted(csv)}">Download CSV</a> <a download="incidents.json" href="${trusted(json)}">Download JSON</a></p>
`;
}

/** Nothing is loaded, and only the page's own styles and script apply (https://www.w3.org/TR/CSP3/). */
const policy = [
  "default-src 'none'",
  `style-src ${hash(style)} ${hash(chartStyle)}`,
  `script-src ${hash(script)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
