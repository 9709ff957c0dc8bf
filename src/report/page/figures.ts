import type { Distribution } from '../../incident/distribution.ts';
import type { SummaryFigures } from '../../model/summary.ts';
import type { LogData } from '../json.ts';
import { type Content, type Html, html } from './html.ts';
import { counted, duration, durationText, type Measure, measuresOf, none, percent } from './measures.ts';

interface Row {
  readonly name: Content;
  readonly figures: SummaryFigures;
  readonly emphasis?: 'strong';
}

interface Table {
  readonly id: string;
  readonly caption: string;
  /** What a row is. */
  readonly head: string;
  readonly rows: readonly Row[];
  /** `folded`: shown on demand. */
  readonly shown: 'open' | 'folded';
}

const notStated = html`<span class="none">not stated</span>`;

/** The figures of every measure, in tables by period, severity and service. One measure is shown at a time. */
export function figuresSection(data: LogData, rollingYear: string): Html {
  const shown = measuresOf(data);
  const choice = shown.map(
    ({ key, label }, index) =>
      html`<label><input type="radio" name="measure" id="show-${key}"${index === 0 ? html` checked` : null}> ${label}</label>`,
  );
  return html`${headline(data, rollingYear)}
${shown.length > 1 ? html`<fieldset class="measures"><legend>Show the figures of</legend>${choice}</fieldset>` : null}
${shown.map((measure) => measureSection(data, measure, rollingYear))}`;
}

/** The last four quarters at a glance. */
function headline(data: LogData, rollingYear: string): Html {
  const recent = data.periods.find(({ period }) => period === 'rolling-year');
  const heading = html`<h3>${rollingYear} <span class="quiet">the last four quarters that have ended</span></h3>`;
  if (recent === undefined) return html`${heading}<p>No incidents.</p>`;
  const tiles = measuresOf(data).map(({ key, label }) => {
    const { n, median, medianInterval: interval } = recent[key];
    const basis = html`from ${n} of ${counted(recent.incidents, 'incident')}`;
    const sure =
      interval === null
        ? null
        : html`<br>${percent(interval.confidence)} interval ${durationText(interval.low)} to ${durationText(interval.high)}`;
    return tile(html`Median ${label.toLowerCase()}`, duration(median), html`${basis}${sure}`);
  });
  const ongoing = recent.ongoing === 0 ? 'none ongoing' : html`${recent.ongoing} of them ongoing`;
  const actions = data.openActions.length;
  return html`${heading}
<dl class="tiles">${tile('Incidents', recent.incidents, ongoing)}${tiles}${tile('Open review actions', actions, 'from all incidents')}</dl>
`;
}

function tile(name: Content, value: Content, remark: Content): Html {
  return html`<div><dt>${name}</dt><dd class="value">${value}</dd><dd class="quiet">${remark}</dd></div>`;
}

function measureSection(data: LogData, { key, label }: Measure, rollingYear: string): Html {
  const isQuarter = (period: string) => period.startsWith('Q');
  const periods = data.periods.map(({ period, ...figures }): Row & { readonly period: string } =>
    period === 'rolling-year'
      ? {
          period,
          figures,
          name: html`${rollingYear}<br><span class="quiet">last four quarters</span>`,
          emphasis: 'strong',
        }
      : { period, figures, name: period },
  );
  const groups = (rows: readonly (SummaryFigures & { readonly name: string | null })[]) =>
    rows.map((figures): Row => ({ figures, name: figures.name ?? notStated }));
  const tables: Table[] = [
    {
      id: 'years',
      caption: 'By year',
      head: 'Period',
      rows: periods.filter(({ period }) => !isQuarter(period)),
      shown: 'open',
    },
    {
      id: 'quarters',
      caption: 'By quarter',
      head: 'Quarter',
      rows: periods.filter(({ period }) => isQuarter(period)),
      shown: 'folded',
    },
    {
      id: 'severities',
      caption: 'By severity',
      head: 'Severity',
      rows: groups(data.severities.map((row) => ({ ...row, name: row.severity }))),
      shown: 'open',
    },
    {
      id: 'services',
      caption: 'By service',
      head: 'Service',
      rows: groups(data.services.map((row) => ({ ...row, name: row.service }))),
      shown: 'open',
    },
  ];
  const told = tables.filter(({ rows }) => rows.length > 1 || rows.some(({ name }) => name !== notStated));
  return html`<section class="measure" id="${key}" aria-labelledby="${key}-heading">
<h3 id="${key}-heading">${label}</h3>
${told.map((table) => figuresTable(table, key))}</section>
`;
}

interface Column {
  readonly name: string;
  readonly className: string;
  /** Null leaves the cell empty, and a column without any cell is left out. */
  readonly cell: (figures: SummaryFigures, of: Distribution) => Content;
}

const columns: readonly Column[] = [
  { name: 'Measured', className: 'measured', cell: ({ incidents }, { n }) => `${n} of ${incidents}` },
  { name: 'Ongoing', className: 'ongoing', cell: ({ ongoing }) => (ongoing === 0 ? null : ongoing) },
  { name: 'Median', className: 'median', cell: (_, { median }) => durationOrNull(median) },
  {
    name: 'Interval of the median',
    className: 'interval',
    cell: (_, { medianInterval: interval }) =>
      interval &&
      html`${duration(interval.low)} to ${duration(interval.high)} <span class="quiet">${percent(interval.confidence)}</span>`,
  },
  { name: 'Mean', className: 'mean', cell: (_, { mean }) => durationOrNull(mean) },
  { name: 'Shortest', className: 'shortest', cell: (_, { shortest }) => durationOrNull(shortest) },
  { name: 'Longest', className: 'longest', cell: (_, { longest }) => durationOrNull(longest) },
  {
    name: '90th percentile, at most',
    className: 'bound',
    cell: (_, { p90Bound }) => durationOrNull(p90Bound),
  },
];

function figuresTable({ id, caption, head, rows, shown }: Table, key: Measure['key']): Html {
  const captionId = `${key}-${id}`;
  const used = columns.filter(({ cell }) => rows.some(({ figures }) => cell(figures, figures[key]) !== null));
  const heads = used.map(({ name, className }) => html`<th scope="col" class="${className}">${name}</th>`);
  const lines = rows.map(({ name, figures, emphasis }) => {
    const cells = used.map(
      ({ className, cell }) => html`<td class="${className}">${cell(figures, figures[key]) ?? none}</td>`,
    );
    return html`<tr${emphasis === 'strong' ? html` class="strong"` : null}><th scope="row" dir="auto">${name}</th>${cells}</tr>
`;
  });
  const table = html`<div class="scroll" role="region" aria-labelledby="${captionId}" tabindex="0"><table class="figures">
<caption id="${captionId}">${caption}</caption>
<thead><tr><th scope="col">${head}</th>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table></div>
`;
  return shown === 'open'
    ? table
    : html`<details><summary>${caption} <span class="quiet">(${counted(rows.length, 'quarter')} with incidents)</span></summary>
${table}</details>
`;
}

function durationOrNull(minutes: number | null): Content {
  return minutes === null ? null : duration(minutes);
}
