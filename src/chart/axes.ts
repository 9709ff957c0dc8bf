import type { ChartYear } from './data.ts';
import type { DurationScale } from './duration-scale.ts';
import { heights, left, right } from './layout.ts';
import type { Row } from './rows.ts';
import { rounded } from './scale.ts';
import type { TimeScale } from './time-scale.ts';
import { element } from './xml.ts';

/** What is left free above and below the name of a row, together. */
const rowPadding = 8;

/** Where letters are large, the number of a year's durations has room from this width of the year on. */
const countWidth = 84;

/** A line and a label for every tick. */
export function durationAxis({ y, ticks }: DurationScale): string {
  const parts = ticks.map(({ minutes, label, isMain }) => {
    const at = rounded(y(minutes));
    return horizontal(at) + rowLabel(label, at, isMain ? 'quiet' : 'quiet wide');
  });
  return element('g', {}, ...parts);
}

/** The rows above the plot, the first one at `top`: their names, where their middles are, and where they end. */
export function rowAxis(
  rows: readonly Row[],
  top: number,
): { readonly markup: string; readonly middles: ReadonlyMap<Row['name'], number>; readonly bottom: number } {
  const middles = new Map<Row['name'], number>();
  const parts: string[] = [];
  let bottom = top;
  for (const { name } of rows) {
    // A word a line, or large letters have no room.
    const words = name.split(' ');
    const height = words.length * heights.rowLine + rowPadding;
    middles.set(name, bottom + height / 2);
    const first = bottom + (rowPadding + heights.rowLine) / 2;
    parts.push(...words.map((word, index) => rowLabel(word, first + index * heights.rowLine, 'quiet')));
    bottom += height;
  }
  return { markup: element('g', {}, ...parts), middles, bottom };
}

/**
 * Lines at the starts of years and quarters; below them the names of quarters and years, and how many durations each median is of. `bottom`
 * is the baseline of the last of these.
 */
export function timeAxis(
  scale: TimeScale,
  years: readonly ChartYear[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): { readonly markup: string; readonly bottom: number } {
  const counts = new Map(years.map(({ year, n }) => [year, n]));
  const isEveryYear = scale.years.every(({ year }, index) => year === (scale.years[0]?.year ?? 0) + index);
  const yearLine = bottom + (scale.quarters.length > 0 ? 2 : 1) * heights.axis;
  const starts = new Set([...scale.quarters, ...scale.years].map(({ from }) => rounded(from)));

  const counted = isEveryYear ? scale.years.filter(({ year }) => counts.has(year)) : [];

  const parts = [
    ...[...starts].map((x) => element('path', { class: 'grid', d: `M${x} ${top}V${bottom}` })),
    ...scale.quarters.map((each) => below(each, bottom + heights.axis, `Q${each.number}`, 'quiet')),
    ...scale.years.map((each) => below(each, yearLine, `${each.year}`, 'year')),
    ...counted.map((each) => {
      const isWide = each.to - each.from >= countWidth;
      const count = `n = ${counts.get(each.year)}`;
      return below(each, yearLine + heights.axis, count, isWide ? 'quiet' : 'quiet wide');
    }),
  ];
  return {
    markup: element('g', {}, ...parts),
    bottom: yearLine + (counted.length > 0 ? heights.axis : 0),
  };
}

function horizontal(y: number): string {
  return element('path', { class: 'grid', d: `M${left} ${y}H${right}` });
}

function rowLabel(label: string, y: number, className: string): string {
  return element('text', { class: className, x: left - 10, y, dy: '.35em', 'text-anchor': 'end' }, label);
}

function below(
  { from, to }: { readonly from: number; readonly to: number },
  y: number,
  label: string,
  className: string,
): string {
  return element(
    'text',
    { class: className, x: rounded((from + to) / 2), y, 'text-anchor': 'middle' },
    label,
  );
}
