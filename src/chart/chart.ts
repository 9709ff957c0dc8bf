import { formatTime } from '../incident/clock.ts';
import { durationAxis, rowAxis, timeAxis } from './axes.ts';
import type { ChartData, ChartUse, ChartYear } from './data.ts';
import { dots } from './dots.ts';
import { durationScale } from './duration-scale.ts';
import { heights, left, right, width } from './layout.ts';
import { legend } from './legend.ts';
import { rowNameOf, rowsOf } from './rows.ts';
import { rounded } from './scale.ts';
import { notStated, type Severity, severitiesOf } from './severities.ts';
import { style } from './style.ts';
import { timeScale } from './time-scale.ts';
import { element, plainLine, xmlText } from './xml.ts';
import { intervalBand, medianLine, yearText } from './years.ts';

export type { ChartData, ChartIncident, ChartYear } from './data.ts';

/** The width that the picture asks for, in CSS pixels: the column of a README on GitHub, which makes it smaller where it is narrower. */
const shownWidth = 860;

/** From the top of the picture: the baseline of the heading, and the middle of the first line of the legend. */
const [headingLine, legendLine] = [30, 58];

/**
 * A picture, as SVG, of every incident: when it was first detected, on the clock in `timezone`, against how long it took, on a log scale.
 * Colour and shape say its severity. What has no duration stands hollow in a row above the plot. A line is the median of a year, the band
 * around it the interval of that median.
 *
 * The same data give the same bytes, in whatever order incidents and years come, and whatever the time zone and language of the machine. The
 * picture loads nothing, runs nothing, and links to the incidents' issues alone.
 *
 * @param use as part of a page, each mark has its incident's number (`data-issue`), and neither keys nor screen readers stop at it: a page
 * with a chart has a table, too
 */
export function chartSvg(data: ChartData, use: ChartUse = 'picture'): string {
  const { incidents, timezone } = data;
  if (incidents.length === 0) return emptyChart(data.durationName, use);
  const severities = severitiesOf(data);
  const years = [...data.years].sort((a, b) => a.year - b.year);
  const rows = rowsOf(incidents);

  const signs = legend(severities, years, legendLine);
  const top = 50 + signs.height;
  const above = rowAxis(rows, top);
  const plotTop = above.bottom + (rows.length > 0 ? 14 : 8);
  const bottom = plotTop + heights.plot;

  const durations = incidents.flatMap((each) => (rowNameOf(each) === null ? (each.minutes ?? []) : []));
  const duration = durationScale(durations, [bottom, plotTop]);
  const instants = incidents.map(({ firstDetected }) => firstDetected);
  const time = timeScale(instants, timezone, [left, right]);
  const axis = timeAxis(time, years, { top: rows.length > 0 ? top : plotTop, bottom });

  const text = { title: titleOf(data), description: descriptionOf(data, severities, years) };
  return picture(axis.bottom + 12, { ...text, use }, [
    headingOf(data),
    signs.markup,
    durationAxis(duration),
    axis.markup,
    above.markup,
    ...years.map((year) => intervalBand(year, time, duration)),
    ...dots(data, severities, use, (incident) => {
      const row = rowNameOf(incident);
      const y = row === null ? duration.y(incident.minutes ?? 0) : (above.middles.get(row) ?? top);
      return { x: rounded(time.x(incident.firstDetected)), y: rounded(y) };
    }),
    ...years.map((year) => medianLine(year, time, duration)),
  ]);
}

const noIncidents = 'No incidents yet';

function emptyChart(durationName: string, use: ChartUse): string {
  const text = { title: plainLine(durationName), description: `${noIncidents}.` };
  return picture(96, { ...text, use }, [
    element('text', { x: width / 2, y: 48, dy: '.35em', 'text-anchor': 'middle' }, noIncidents),
  ]);
}

/** The file. Title and description are what is read out in place of the picture. */
function picture(
  height: number,
  {
    title,
    description,
    use,
  }: { readonly title: string; readonly description: string; readonly use: ChartUse },
  parts: readonly string[],
): string {
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    class: 'incident-chart',
    viewBox: `0 0 ${width} ${height}`,
    width: shownWidth,
    height: Math.round((height * shownWidth) / width),
    // What has links in it is no image.
    role: use === 'page' ? 'group' : 'img',
    'aria-labelledby': 'incident-chart-title',
    'aria-describedby': 'incident-chart-description',
  };
  const lines = [
    element('title', { id: 'incident-chart-title' }, xmlText(title)),
    element('desc', { id: 'incident-chart-description' }, xmlText(description)),
    element('style', {}, style),
    element('rect', { class: 'background', width, height }),
    ...parts.filter((part) => part !== ''),
  ];
  return `${element('svg', root, '\n', lines.join('\n'), '\n')}\n`;
}

/** `Time to resolve: 12 incidents, 1 ongoing`; what is behind the comma is left out where letters are large. */
function headingOf(data: ChartData): string {
  const lacking = rowsOf(data.incidents).map(({ name, count }) => `, ${count} ${name}`);
  const more = lacking.length === 0 ? [] : [element('tspan', { class: 'wide' }, lacking.join(''))];
  return element('text', { class: 'heading', x: left, y: headingLine }, xmlText(subjectOf(data)), ...more);
}

function subjectOf({ durationName, incidents }: ChartData): string {
  return `${plainLine(durationName)}: ${incidents.length} ${incidents.length === 1 ? 'incident' : 'incidents'}`;
}

/** `Time to resolve: 12 incidents, first detected 2023-11-17 to 2024-10-14` */
function titleOf(data: ChartData): string {
  const instants = data.incidents.map(({ firstDetected }) => firstDetected).sort((a, b) => a - b);
  const [first, last] = [instants.at(0), instants.at(-1)].map((instant) =>
    formatTime(instant ?? 0, data.timezone).slice(0, 10),
  );
  return `${subjectOf(data)}, first detected ${first === last ? `on ${first}` : `from ${first} to ${last}`}`;
}

/** The picture in sentences: how many of which kind, and the median of every year. */
function descriptionOf(
  { incidents }: ChartData,
  severities: readonly Severity[],
  years: readonly ChartYear[],
): string {
  const rows = rowsOf(incidents).map((row) => `${row.count} ${row.name}`);
  const levels = severities.map(
    ({ name, count }) => `${name === null ? notStated : plainLine(name)} ${count}`,
  );
  return [
    'One mark for each incident: when it was first detected against how long it took, on a log scale.',
    ...(rows.length === 0 ? [] : [`Without a duration: ${rows.join(', ')}.`]),
    `By severity: ${levels.join(', ')}.`,
    ...years.map((year) => `${yearText(year)}.`),
  ].join(' ');
}
