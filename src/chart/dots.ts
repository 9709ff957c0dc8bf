import { groupBy } from '../group-by.ts';
import { formatDurationInDays, formatTime } from '../incident/clock.ts';
import type { ChartData, ChartIncident, ChartUse } from './data.ts';
import { rowNameOf } from './rows.ts';
import { notStated, type Severity } from './severities.ts';
import { element, plainLine, shortLine, xmlText } from './xml.ts';

/** The middle of an incident's mark. */
export type Place = (incident: ChartIncident) => { readonly x: number; readonly y: number };

/** So much is drawn and said of an incident; texts in columns. */
interface Detail {
  readonly radius: number;
  readonly title: number;
  readonly severity: number;
  readonly services: number;
}

/** Many incidents are drawn smaller and say less, so that a picture of 3,000 stays under a megabyte. */
function detailFor(incidents: number): Detail {
  if (incidents <= 60) return { radius: 6.5, title: 100, severity: 40, services: 80 };
  if (incidents <= 1000) return { radius: 5, title: 80, severity: 40, services: 60 };
  return { radius: 3, title: 36, severity: 16, services: 20 };
}

/** A mark for every incident, a group for every severity: the worst one last, which draws it on top. Marks are half transparent, hollow ones wholly. */
export function dots(
  data: ChartData,
  severities: readonly Severity[],
  use: ChartUse,
  place: Place,
): readonly string[] {
  const detail = detailFor(data.incidents.length);
  const bySeverity = groupBy(data.incidents, ({ severity }) => severity);
  return [...severities].reverse().flatMap(({ name, mark }) => {
    const incidents = bySeverity.get(name) ?? [];
    const drawn = (some: readonly ChartIncident[], fill: Readonly<Record<string, string | number>>) => {
      const lines = some
        .map((incident) => ({ incident, markup: dot(incident, mark.outline(detail.radius)) }))
        .sort((a, b) => inOrder(a.incident, b.incident) || (a.markup < b.markup ? -1 : 1))
        .map(({ markup }) => `${markup}\n`);
      const hiding: Record<string, string> = use === 'page' ? { 'aria-hidden': 'true' } : {};
      const attributes = { class: 'dots', ...hiding, stroke: mark.colour, ...fill };
      return lines.length === 0 ? [] : [element('g', attributes, '\n', ...lines)];
    };
    return [
      ...drawn(
        incidents.filter((each) => rowNameOf(each) === null),
        { fill: mark.colour, 'fill-opacity': 0.4 },
      ),
      ...drawn(
        incidents.filter((each) => rowNameOf(each) !== null),
        { fill: 'none', 'pointer-events': 'all' },
      ),
    ];
  });

  function dot(incident: ChartIncident, outline: string): string {
    const { x, y } = place(incident);
    const title = element('title', {}, xmlText(dotText(incident, data.timezone, detail)));
    const d = `M${x} ${y}${outline}`;
    const href = webAddress(incident.url);
    const found: Record<string, number> = use === 'page' ? { 'data-issue': incident.issue } : {};
    if (href === null) return element('path', { ...found, d }, title);
    const reached: Record<string, number> = use === 'page' ? { tabindex: -1 } : {};
    return element('a', { ...found, href, ...reached }, element('path', { d }, title));
  }
}

function inOrder(a: ChartIncident, b: ChartIncident): number {
  return a.firstDetected - b.firstDetected || a.issue - b.issue;
}

/** `#12 Title`, then `2024-10-14 10:30, 24h 59m`, then severity and services. */
function dotText(incident: ChartIncident, timezone: string, detail: Detail): string {
  const { issue, title, firstDetected, minutes, severity, services } = incident;
  const row = rowNameOf(incident);
  const duration = row === null && minutes !== null ? formatDurationInDays(minutes) : (row ?? '');
  const level = severity === null ? `severity ${notStated}` : shortLine(severity, detail.severity);
  const affected = shortLine(services.map(plainLine).join(', '), detail.services);
  return [
    `#${issue} ${shortLine(title, detail.title)}`,
    `${formatTime(firstDetected, timezone)}, ${duration}`,
    affected === '' ? level : `${level}; ${affected}`,
  ].join('\n');
}

/** The address, percent-encoded; null for what is no address of a web page. */
function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
