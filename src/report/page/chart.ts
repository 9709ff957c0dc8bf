import { chartSvg } from '../../chart/chart.ts';
import type { ChartData } from '../../chart/data.ts';
import type { LogData } from '../json.ts';
import { type Html, html, trusted } from './html.ts';

/** The chart of times to repair: what people wait for, and what an ongoing incident lacks. */
export function chartFigure(data: LogData, levels: readonly string[]): Html {
  return html`<figure id="chart">
${trusted(chartSvg(chartData(data, levels), 'page'))}<figcaption>Each mark is an incident and links to its issue; the table below lists the same. <span class="if-filtered">The medians are of all incidents of a year, so they are hidden while a filter is on.</span></figcaption>
</figure>
`;
}

function chartData(
  { incidents, periods, severities, timezone }: LogData,
  levels: readonly string[],
): ChartData {
  return {
    incidents: incidents.map((incident) => ({
      issue: incident.issue,
      url: incident.url,
      title: incident.title,
      firstDetected: Date.parse(incident.firstDetected ?? ''),
      minutes: incident.timeToRepair,
      isOngoing: incident.state === 'ongoing',
      severity: incident.severity,
      services: incident.services,
    })),
    severities: [...new Set([...levels, ...severities.flatMap(({ severity }) => severity ?? [])])],
    years: periods.flatMap(({ period, timeToRepair: { n, median, medianInterval } }) =>
      /^\d+$/.test(period) && median !== null
        ? { year: Number(period), n, median, interval: medianInterval }
        : [],
    ),
    timezone,
    durationName: 'Time to repair',
  };
}
