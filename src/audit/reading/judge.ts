import { lengthLike } from './like.ts';
import type { Moment, ReportedEvent, ReportedFigure, ReportedIncident, TimelineRow } from './model.ts';
import { passed, type WallTime } from './times.ts';

export type Verdict = 'right' | 'rounded' | 'approximate' | 'wrong' | 'not-computable';

/** A figure of anybody's log, compared with the times that its label allows it to lie between. */
export interface JudgedFigure {
  readonly figure: ReportedFigure;
  readonly verdict: Verdict;
  /** Seconds between the two times that come nearest; null where nothing can be compared. */
  readonly computed: number | null;
  readonly from: Moment | null;
  readonly to: Moment | null;
  /** Whether both times stand under labels and everything is exact, so that a wrong figure cannot follow from them. */
  readonly isCertain: boolean;
  /** The right figure in the form of the stated one; null where anybody could object to it. */
  readonly fix: string | null;
}

/** Two times that a figure may lie between. */
interface Pair {
  readonly from: Moment | null;
  readonly to: Moment | null;
  readonly seconds: number;
  readonly isExact: boolean;
  /** How the log names the two: by labels, or by their place in a timeline. */
  readonly by: 'labels' | 'timeline';
}

/** Compares every figure of an incident with its times. A figure is right if any reading that its label allows makes it right. */
export function judgeIncident(incident: ReportedIncident, timezone: string): JudgedFigure[] {
  return incident.figures.map((figure) => judgeFigure(figure, incident, timezone));
}

function judgeFigure(figure: ReportedFigure, incident: ReportedIncident, timezone: string): JudgedFigure {
  const { own } = figure;
  const labelled = own === null ? labelledPairs(figure, incident, timezone) : ownPair(own, timezone);
  const inTimeline = own === null && labelled !== null ? timelinePairs(figure, incident, timezone) : [];
  const pairs = labelled !== null && labelled.length > 0 ? labelled : inTimeline;
  const judged = pairs.map((pair) => ({ pair, verdict: verdictOf(figure, pair) }));
  const order: readonly Verdict[] = ['right', 'rounded', 'approximate', 'wrong'];
  const distance = ({ seconds }: Pair) => Math.abs(seconds - figure.length.seconds);
  const [best] = judged.toSorted(
    (one, other) =>
      order.indexOf(one.verdict) - order.indexOf(other.verdict) || distance(one.pair) - distance(other.pair),
  );
  if (best === undefined)
    return {
      figure,
      verdict: 'not-computable',
      computed: null,
      from: null,
      to: null,
      isCertain: false,
      fix: null,
    };
  const { pair, verdict } = best;
  // Another step of the timeline may be what somebody meant.
  const isExplained = verdict === 'wrong' && inTimeline.some((other) => verdictOf(figure, other) !== 'wrong');
  const isCertain =
    pair.by === 'labels' &&
    pair.isExact &&
    figure.length.manner === 'exact' &&
    !figure.hasRemark &&
    !isExplained;
  const isFixable = verdict === 'wrong' && isCertain && isBeyondDoubt(figure, pairs, incident, timezone);
  return {
    figure,
    verdict,
    computed: pair.seconds,
    from: pair.from,
    to: pair.to,
    isCertain,
    fix: isFixable ? lengthLike(figure.span.text, pair.seconds) : null,
  };
}

/**
 * Whether nobody could object to a new figure: there is one reading, no other two events explain the old one, and the two are not
 * further apart than a factor of two, as they would be with a mistyped month.
 */
function isBeyondDoubt(
  { length }: ReportedFigure,
  pairs: readonly Pair[],
  { events }: ReportedIncident,
  timezone: string,
): boolean {
  const [seconds = 0, ...others] = new Set(pairs.map((pair) => pair.seconds));
  const ratio = seconds / length.seconds;
  const isExplained = events.some((from) =>
    events.some((to) => passed(from.time, to.time, timezone) === length.seconds * 1000),
  );
  return others.length === 0 && ratio >= 0.5 && ratio <= 2 && !isExplained;
}

function ownPair({ from, to }: NonNullable<ReportedFigure['own']>, timezone: string): Pair[] {
  return pairOf({ kind: 'started', time: from }, { kind: 'ended', time: to }, 'labels', timezone);
}

/**
 * The pairs of events under labels that the figure's label allows, those beside it first. Null where one of the events has two
 * times: a careful reader would not know which one counts.
 */
function labelledPairs(
  figure: ReportedFigure,
  { events }: ReportedIncident,
  timezone: string,
): Pair[] | null {
  const timed = events.filter(({ time }) => time.wall !== null && time.timeOfDay !== null);
  const near = timed.filter(({ group }) => group === figure.group);
  const beside = pairsAmong(near, figure, timezone);
  return beside === null || beside.length > 0
    ? beside
    : pairsAmong(
        timed.filter(({ source }) => source !== 'row'),
        figure,
        timezone,
      );
}

function pairsAmong(
  timed: readonly ReportedEvent[],
  { measures }: ReportedFigure,
  timezone: string,
): Pair[] | null {
  const minuteOf = ({ wall, clock }: WallTime) => `${Math.floor((wall ?? 0) / 60_000)} ${clock}`;
  const isTwice = [...measures.from, ...measures.to].some(
    (kind) =>
      new Set(timed.flatMap(({ kind: each, time }) => (each === kind ? [minuteOf(time)] : []))).size > 1,
  );
  if (isTwice) return null;
  const starts = timed.filter(({ kind }) => measures.from.includes(kind));
  const ends = timed.filter(({ kind }) => measures.to.includes(kind));
  return starts.flatMap((from) => ends.flatMap((to) => pairOf(from, to, 'labels', timezone)));
}

/** Among more steps than these, two are as far apart as any figure by chance. */
const mostSteps = 40;

/**
 * From one of the first steps, or one that says that it is a start or a detection, to any step that is not above. Teams begin a
 * timeline with what led to the incident, so that the first step need not be its start.
 */
function timelinePairs(
  { measures }: ReportedFigure,
  { timeline, events }: ReportedIncident,
  timezone: string,
): Pair[] {
  if (measures.to.length === 0) return [];
  const steps = timeline
    .filter(({ time }) => time.wall !== null && time.precision === 'minute')
    .slice(0, mostSteps);
  const starts: readonly Pick<TimelineRow, 'kind' | 'time'>[] = [
    ...events.filter(({ kind, time }) => measures.from.includes(kind) && time.timeOfDay !== null),
    ...steps.filter(
      ({ kind }, index) => index < steps.length / 3 || (kind !== null && measures.from.includes(kind)),
    ),
  ];
  const ends: readonly Pick<TimelineRow, 'kind' | 'time'>[] = [
    ...events.filter(({ kind, time }) => measures.to.includes(kind) && time.timeOfDay !== null),
    ...steps,
  ];
  return starts.flatMap((from) => ends.flatMap((to) => pairOf(from, to, 'timeline', timezone)));
}

function pairOf(
  from: { readonly kind: Moment | null; readonly time: WallTime },
  to: { readonly kind: Moment | null; readonly time: WallTime },
  by: Pair['by'],
  timezone: string,
): Pair[] {
  const milliseconds = passed(from.time, to.time, timezone);
  // Times that run backwards say nothing.
  if (milliseconds === null || milliseconds < 0) return [];
  const isExact = from.time.precision === 'minute' && to.time.precision === 'minute';
  return [{ from: from.kind, to: to.kind, seconds: milliseconds / 1000, isExact, by }];
}

/** Judges a figure in the precision in which it is stated. */
function verdictOf({ length }: ReportedFigure, { seconds, isExact }: Pair): Verdict {
  const { precision } = length;
  const off = Math.abs(length.seconds - seconds);
  const units = [Math.floor(seconds / precision), Math.round(seconds / precision)];
  const isSame = precision <= 60 ? units.some((each) => each * precision === length.seconds) : off < 60;
  if (length.manner === 'exact' && isExact) {
    if (isSame) return 'right';
    return precision > 60 && off <= precision / 2 ? 'rounded' : 'wrong';
  }
  return off <= Math.max(seconds / 4, precision / 2) ? 'approximate' : 'wrong';
}
