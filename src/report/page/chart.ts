import { chartSvg } from '../../chart/chart.ts';
import type { BuiltLog } from '../../model/build-log.ts';
import { chartDataOf } from '../../model/chart-data.ts';
import { type Html, html, trusted } from './html.ts';

/** The chart that the log shows, in which each mark can be found by its incident. */
export function chartFigure(built: BuiltLog, timezone: string): Html {
  return html`<figure id="chart">
${trusted(chartSvg(chartDataOf(built, timezone), 'page'))}<figcaption>Each mark is an incident and links to its issue; the table below lists the same. The row “ongoing” holds what is not resolved, repaired or not. <span class="if-filtered">The medians are of all incidents of a year, so they are hidden while a filter is on.</span></figcaption>
</figure>
`;
}
