import type { ChartData } from '../chart/data.ts';
import type { BuiltLog } from './build-log.ts';
import { periodFigures } from './summary.ts';

/** What the chart shows of a log: the incidents that have an issue, by their time to resolve, with the median of each year of these. */
export function chartDataOf({ incidents, summary }: BuiltLog, timezone: string): ChartData {
  const years = periodFigures(incidents, timezone).flatMap(({ period, timeToResolve }) => {
    const { n, median, medianInterval } = timeToResolve;
    return /^\d{4}$/.test(period) && median !== null
      ? [{ year: Number(period), n, median, interval: medianInterval }]
      : [];
  });
  return {
    incidents: incidents.map(({ issue, url, title, firstDetected, figures, state, severity, services }) => ({
      issue,
      url,
      title,
      firstDetected: firstDetected.instant,
      minutes: figures.timeToResolve,
      // Whoever is waiting for its resolution takes it for ongoing, repaired or not.
      isOngoing: state !== 'resolved',
      severity,
      services,
    })),
    severities: summary.severities.flatMap(({ severity }) => severity ?? []),
    years,
    timezone,
    durationName: 'Time to resolve',
  };
}
