import type { Instant } from '../incident/incident.ts';
import { type Quarter, quarterOf, quartersBetween } from '../incident/quarter.ts';
import { wallClockAt } from '../incident/wall-clock.ts';
import { type Ends, linear, type Position } from './scale.ts';

/** A year or quarter on the axis; its ends are positions, those of what is seen of it. */
interface Period {
  readonly from: number;
  readonly to: number;
}

export interface TimeScale {
  /** Of an instant. */
  readonly x: Position;
  /** Oldest first; none where they would be too narrow for a name. */
  readonly quarters: readonly (Period & { readonly number: Quarter['number'] })[];
  /** Oldest first; every second, fifth, tenth and so on where there are too many for a name each. */
  readonly years: readonly (Period & { readonly year: number })[];
  /** What is seen of a year, whether it has a name on the axis or not; both ends are the same for one that isn't seen. */
  readonly period: (year: number) => Period;
}

/** So many quarters are few enough to name each, and the name of a year takes so much room. */
const [fewQuarters, nameWidth] = [10, 58];

/**
 * The quarters from the one of the earliest instant to the one of the latest, on the clock in `timezone`: what that clock shows is drawn,
 * so an incident stands in the quarter that it counts in.
 */
export function timeScale(instants: readonly Instant[], timezone: string, range: Ends): TimeScale {
  let [earliest, latest] = [Infinity, -Infinity];
  for (const instant of instants) {
    earliest = Math.min(earliest, instant);
    latest = Math.max(latest, instant);
  }
  const [first, last] = [quarterOf(earliest, timezone), quarterOf(latest, timezone)];
  const position = linear([startOf(first), endOf(last)], range);
  const period = (year: number) => ({
    from: position(startOf({ year, number: 1 })),
    to: position(endOf({ year, number: 4 })),
  });

  const quarters = 4 * (last.year - first.year) + last.number - first.number + 1;
  const step = yearStep((4 * Math.abs(range[1] - range[0])) / quarters);
  const years: TimeScale['years'][number][] = [];
  for (let year = Math.ceil(first.year / step) * step; year <= last.year; year += step) {
    years.push({ year, ...period(year) });
  }
  return {
    x: (instant) => position(wallClockAt(instant, timezone)),
    quarters:
      quarters > fewQuarters
        ? []
        : quartersBetween(first, last)
            .reverse()
            .map((each) => ({
              number: each.number,
              from: position(startOf(each)),
              to: position(endOf(each)),
            })),
    years: years.filter(({ from, to }) => (to - from) * step >= nameWidth),
    period,
  };
}

/** What a clock shows at the start of a quarter, in `WallClock`. */
function startOf({ year, number }: Quarter): number {
  return Date.UTC(year, 3 * (number - 1));
}

function endOf({ year, number }: Quarter): number {
  return Date.UTC(year, 3 * number);
}

/** The least of 1, 2, 5, 10, 20, 50 and so on that leaves room for a name when only years divisible by it have one. */
function yearStep(yearWidth: number): number {
  for (let decade = 1; ; decade *= 10) {
    const step = [1, 2, 5].find((each) => each * decade * yearWidth >= nameWidth);
    if (step !== undefined) return step * decade;
  }
}
