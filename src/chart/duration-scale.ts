import { type Ends, linear, type Position } from './scale.ts';

interface DurationTick {
  readonly minutes: number;
  readonly label: string;
}

export interface DurationScale {
  /** Of whole or half minutes; what is under the lowest tick stands on it. */
  readonly y: Position;
  /** Shortest first; those that stay where letters are large are main ones. */
  readonly ticks: readonly (DurationTick & { readonly isMain: boolean })[];
}

const [hour, day] = [60, 24 * 60];
const [week, year] = [7 * day, 365 * day];

/** The durations that people have names for; a decade apart, as on other log scales, they would be “16 hours 40 minutes”. */
const named: readonly DurationTick[] = [
  { minutes: 1, label: '1 min' },
  { minutes: 5, label: '5 min' },
  { minutes: 15, label: '15 min' },
  { minutes: hour, label: '1 hour' },
  { minutes: 4 * hour, label: '4 hours' },
  { minutes: 12 * hour, label: '12 hours' },
  { minutes: day, label: '1 day' },
  { minutes: 3 * day, label: '3 days' },
  { minutes: week, label: '1 week' },
  { minutes: 4 * week, label: '4 weeks' },
  { minutes: 26 * week, label: '26 weeks' },
  { minutes: 2 * year, label: '2 years' },
  { minutes: 10 * year, label: '10 years' },
  { minutes: 100 * year, label: '100 years' },
  { minutes: 10_000 * year, label: '10000 years' },
];

/** Whoever sees few labels wants these. */
const units: readonly number[] = [1, hour, day, week, 2 * year];

/** A log scale from the last tick before the shortest duration to the first one after the longest, the lowest at `from`. */
export function durationScale(minutes: readonly number[], [from, to]: Ends): DurationScale {
  let [shortest, longest] = [Infinity, 1];
  for (const each of minutes.length === 0 ? [hour, day] : minutes) {
    shortest = Math.min(shortest, each);
    longest = Math.max(longest, each);
  }
  const first = Math.max(
    0,
    named.findLastIndex((tick) => tick.minutes < shortest),
  );
  const last = named.findIndex((tick) => tick.minutes > longest);
  const shown = named.slice(first, last < 0 ? named.length : last + 1);
  const [low, high] = [shown.at(0)?.minutes ?? 1, shown.at(-1)?.minutes ?? day];
  const position = linear([Math.log(low), Math.log(high)], [from, to]);
  const y = (value: number) => position(Math.log(Math.max(value, low)));
  const main = apart(shown, y, 32);
  return { y, ticks: apart(shown, y, 17).map((tick) => ({ ...tick, isMain: main.includes(tick) })) };
}

/** The ticks that are at least so far apart, whole units before others. */
function apart(ticks: readonly DurationTick[], y: Position, distance: number): readonly DurationTick[] {
  const byWeight = [
    ...ticks.filter(({ minutes }) => units.includes(minutes)),
    ...ticks.filter(({ minutes }) => !units.includes(minutes)),
  ];
  const kept: DurationTick[] = [];
  for (const tick of byWeight) {
    if (kept.every((other) => Math.abs(y(other.minutes) - y(tick.minutes)) >= distance)) kept.push(tick);
  }
  return ticks.filter((tick) => kept.includes(tick));
}
