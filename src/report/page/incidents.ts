import { formatTime } from '../../incident/clock.ts';
import type { LogData } from '../json.ts';
import { type Content, type Html, html, webLink } from './html.ts';
import { counted, duration, type Measure, measuresOf, none } from './measures.ts';

type IncidentData = LogData['incidents'][number];

interface Column {
  readonly name: string;
  readonly className: string;
  /** What a row shows, and what it is sorted by; null stands last in both directions. */
  readonly cell: (incident: IncidentData) => { readonly content: Content; readonly order: number | null };
}

const states: readonly IncidentData['state'][] = ['ongoing', 'repaired', 'resolved'];

/**
 * The filters, the chart, and the table of incidents, newest first.
 *
 * @param unlisted how many incidents count in the figures and have no issue
 */
export function incidentsSection(data: LogData, chart: Html, unlisted: number): Html {
  const { incidents, severities, services } = data;
  const groups = groupsOf(data);
  const columns = columnsOf(data);
  const heads = columns.map(({ name, className }) => {
    const sorted = className === 'detected' ? html` aria-sort="descending"` : null;
    return html`<th scope="col" class="${className}"${sorted}>${name}</th>`;
  });
  const without =
    unlisted === 0
      ? null
      : html`<p>${counted(unlisted, 'incident')} that only the log tells of ${unlisted === 1 ? 'counts' : 'count'} in the figures, and ${unlisted === 1 ? 'is' : 'are'} not listed here.</p>`;
  return html`<form id="filters" aria-label="Filters of the chart and the table" hidden>
${select(
  'year',
  'Year',
  groups.years.map((year) => [year, year]),
)}
${select('severity', 'Severity', optionsOf(severities.map(({ severity }) => severity)))}
${select('service', 'Service', optionsOf(services.map(({ service }) => service)))}
<button type="reset">Show all</button>
<p role="status" id="shown">${counted(incidents.length, 'incident')}</p>
</form>
${chart}${without}<div class="scroll" role="region" aria-labelledby="incidents-caption" tabindex="0"><table class="incidents">
<caption id="incidents-caption">Incidents, with links to their issues</caption>
<thead><tr>${heads}</tr></thead>
<tbody id="rows">
${incidents.map((incident) => row(incident, columns, groups))}</tbody>
</table></div>
`;
}

/** The values of the filters, each by its place in a list. */
interface Groups {
  readonly years: readonly string[];
  readonly severities: ReadonlyMap<string | null, number>;
  readonly services: ReadonlyMap<string | null, number>;
}

function groupsOf({ incidents, severities, services }: LogData): Groups {
  return {
    years: [...new Set(incidents.map(yearOf))],
    severities: new Map(severities.map(({ severity }, index) => [severity, index])),
    services: new Map(services.map(({ service }, index) => [service, index])),
  };
}

/** The year that the incident counts in. */
function yearOf({ date }: IncidentData): string {
  return date.slice(0, 4);
}

function optionsOf(names: readonly (string | null)[]): readonly (readonly [string, string])[] {
  // Nothing can be chosen where nobody has stated any.
  const hasNames = names.some((name) => name !== null);
  return hasNames ? names.map((name, index) => [`${index}`, name ?? 'not stated']) : [];
}

function select(name: string, label: string, options: readonly (readonly [string, string])[]): Html | null {
  if (options.length === 0) return null;
  const choices = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label>${label} <select name="${name}"><option value="">all</option>${choices}</select></label>`;
}

function columnsOf(data: LogData): readonly Column[] {
  const { severities, services } = groupsOf(data);
  const hasSeverity = [...severities.keys()].some((name) => name !== null);
  const hasServices = [...services.keys()].some((name) => name !== null);
  const durationColumn = ({ key, label }: Measure): Column => ({
    name: label,
    className: key,
    cell: (incident) => ({ content: duration(incident[key]), order: incident[key] }),
  });
  const severity: Column = {
    name: 'Severity',
    className: 'severity',
    cell: ({ severity: level }) => ({
      content: level ?? none,
      order: level === null ? null : (severities.get(level) ?? null),
    }),
  };
  const service: Column = {
    name: 'Services',
    className: 'services',
    cell: ({ services: names }) => ({
      content: names.length === 0 ? none : names.join(', '),
      order: names[0] === undefined ? null : (services.get(names[0]) ?? null),
    }),
  };
  return [
    {
      name: 'Incident',
      className: 'incident',
      cell: ({ issue, url, title }) => ({
        content: webLink(url, html`#${issue} <span dir="auto">${title}</span>`),
        order: issue,
      }),
    },
    {
      name: 'First detected',
      className: 'detected',
      cell: ({ firstDetected }) => {
        const instant = Date.parse(firstDetected ?? '');
        return { content: formatTime(instant, data.timezone), order: instant / 60_000 };
      },
    },
    ...(hasSeverity ? [severity] : []),
    ...(hasServices ? [service] : []),
    {
      name: 'State',
      className: 'state',
      cell: ({ state }) => ({ content: state, order: states.indexOf(state) }),
    },
    ...measuresOf(data).map(durationColumn),
  ];
}

function row(incident: IncidentData, columns: readonly Column[], { severities, services }: Groups): Html {
  const names = incident.services.length === 0 ? [null] : incident.services;
  const cells = columns.map(({ className, cell }, index) => {
    const { content, order } = cell(incident);
    const sorted = order === null ? null : html` data-order="${order}"`;
    return index === 0
      ? html`<th scope="row" class="${className}"${sorted}>${content}</th>`
      : html`<td class="${className}"${sorted}>${content}</td>`;
  });
  return html`<tr data-issue="${incident.issue}" data-year="${yearOf(incident)}" data-severity="${severities.get(incident.severity) ?? ''}" data-service="${names.map((name) => services.get(name) ?? '').join(' ')}">${cells}</tr>
`;
}
