import { formatDurationInDays } from '../incident/clock.ts';
import type { ChartYear } from './data.ts';
import type { DurationScale } from './duration-scale.ts';
import { rounded } from './scale.ts';
import type { TimeScale } from './time-scale.ts';
import { element, xmlText } from './xml.ts';

/** `2024: median 6h 24m, from 12 incidents; 96.1% interval 2h 5m to 34h 0m` */
export function yearText({ year, n, median, interval }: ChartYear): string {
  const basis = `from ${n} ${n === 1 ? 'incident' : 'incidents'}`;
  const text = `${year}: median ${duration(median)}, ${basis}`;
  if (interval === null) return text;
  const { low, high, confidence } = interval;
  return `${text}; ${Math.round(confidence * 1000) / 10}% interval ${duration(low)} to ${duration(high)}`;
}

/** The interval of a year's median, as wide as what is seen of the year; nothing where there is none. */
export function intervalBand(each: ChartYear, time: TimeScale, { y }: DurationScale): string {
  if (each.interval === null) return '';
  const { from, to } = seen(each, time);
  const [top, bottom] = [rounded(y(each.interval.high)), rounded(y(each.interval.low))];
  const place = { x: from, y: top, width: rounded(to - from), height: rounded(bottom - top) };
  return element('rect', { class: 'band', ...place }, title(each));
}

/** The median of a year, as wide as what is seen of the year. */
export function medianLine(each: ChartYear, time: TimeScale, { y }: DurationScale): string {
  const { from, to } = seen(each, time);
  return element('path', { class: 'median', d: `M${from} ${rounded(y(each.median))}H${to}` }, title(each));
}

/** Set in a little, so that two years beside each other stay two. */
function seen({ year }: ChartYear, time: TimeScale): { readonly from: number; readonly to: number } {
  const { from, to } = time.period(year);
  const inset = Math.min(2, (to - from) / 4);
  return { from: rounded(from + inset), to: rounded(to - inset) };
}

function title(each: ChartYear): string {
  return element('title', {}, xmlText(yearText(each)));
}

/** Halves of a minute up. */
function duration(minutes: number): string {
  return formatDurationInDays(Math.round(minutes));
}
