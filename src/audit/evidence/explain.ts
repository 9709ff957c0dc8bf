import { elapsedMinutes, formatTime } from '../../incident/clock.ts';
import type { EventKind } from '../../incident/fields.ts';
import { eventNames } from '../../incident/fields.ts';
import type { Instant } from '../../incident/incident.ts';
import { instantOf, type StatedEvents } from '../../log/read/hand-written.ts';
import { leavesOutTime } from './remark.ts';

/** What would make a stated duration right. With a strong one, a person has to decide whether the time or the figure is wrong. */
export interface Explanation {
  readonly strength: 'strong' | 'weak';
  /** A clause that goes on in a sentence: “this is declared → resolved”. */
  readonly text: string;
}

/** A duration that does not follow from its times, and what its entry says besides. */
interface Stated {
  readonly minutes: number;
  /** What stands around the figure: its label, and a remark behind it. */
  readonly remark: string;
  /** The event at which the duration ends. It begins at first detection. */
  readonly to: 'repaired' | 'resolved';
  readonly events: StatedEvents;
  /** Events of the entry that no figure is computed from, because another of the same kind is. */
  readonly others: readonly { readonly name: string; readonly instant: Instant }[];
  /** The times in the context. */
  readonly contextInstants: readonly Instant[];
  readonly timezone: string;
}

/** All strong explanations of a stated duration, or else the first weak one; null where there is none. */
export function explainDuration(stated: Stated): Explanation | null {
  // A template has 0h 0m until somebody fills it in, so that a zero says nothing.
  const isZero = stated.minutes === 0;
  const strong = [
    isZero ? null : otherPair(stated),
    supportHours(stated),
    otherMonthOrYear(stated),
    isZero ? null : contextEntry(stated),
  ].filter((each) => each !== null);
  if (strong.length > 0) return { strength: 'strong', text: strong.join(', or ') };
  const weak = isZero ? null : (plainDifference(stated) ?? otherDigit(stated));
  return weak === null ? null : { strength: 'weak', text: weak };
}

/** Among more events than these, two are as far apart as any duration by chance. */
const mostOthers = 30;

/** Two events of the entry that are as far apart as the stated duration. */
function otherPair({ minutes, to, events, others }: Stated): string | null {
  const own = [...events.keys()].map((kind) => ({
    kind,
    name: eventNames[kind],
    instant: instantOf(events, kind),
  }));
  const all = [...own, ...others.slice(0, mostOthers).map((other) => ({ kind: null, ...other }))];
  for (const from of all) {
    for (const until of all) {
      const isOwn = from.kind === 'first-detected' && until.kind === to;
      if (isOwn || from.instant === null || until.instant === null) continue;
      if (elapsedMinutes(from.instant, until.instant) !== minutes) continue;
      return `this is ${from.name.toLowerCase()} → ${until.name.toLowerCase()}`;
    }
  }
  return null;
}

function supportHours({ remark }: Stated): string | null {
  return leavesOutTime(remark) ? 'the remark with it says that not all of the time counts' : null;
}

/** Both ends of the duration, each with the time at which it would make the stated duration right. */
function impliedTimes({ minutes, to, events, timezone }: Stated) {
  const [from, until] = [instantOf(events, 'first-detected'), instantOf(events, to)];
  if (from === null || until === null) return [];
  const time = (kind: EventKind, instant: Instant, implied: Instant) => ({
    name: eventNames[kind],
    instant: implied,
    wall: formatTime(instant, timezone).slice(0, 16),
    implied: formatTime(implied, timezone).slice(0, 16),
  });
  const length = minutes * 60_000;
  return [time(to, until, from + length), time('first-detected', from, until - length)];
}

/** A time that differs from the one in the log in the month or the year alone. */
function otherMonthOrYear(stated: Stated): string | null {
  const found = impliedTimes(stated).find(({ wall, implied }) => {
    const [year, month] = [
      wall.slice(0, 4) !== implied.slice(0, 4),
      wall.slice(5, 7) !== implied.slice(5, 7),
    ];
    return year !== month && wall.slice(7) === implied.slice(7);
  });
  return found === undefined ? null : `right if ${found.name} is ${found.implied.slice(0, 10)}`;
}

/** A time of the context that would make the stated duration right. */
function contextEntry(stated: Stated): string | null {
  const found = impliedTimes(stated).find(({ instant }) => stated.contextInstants.includes(instant));
  return found === undefined
    ? null
    : `the context has an entry at ${found.implied}, where ${found.name} would be`;
}

/** The difference of the wall clocks, on a day on which the clocks changed. */
function plainDifference({ minutes, to, events, timezone }: Stated): string | null {
  const [from, until] = [instantOf(events, 'first-detected'), instantOf(events, to)];
  if (from === null || until === null) return null;
  const wall = (instant: Instant) =>
    Date.parse(`${formatTime(instant, timezone).slice(0, 16).replace(' ', 'T')}Z`);
  return wall(until) - wall(from) === minutes * 60_000
    ? 'this leaves out that the clocks changed in between'
    : null;
}

/** A time that differs from the one in the log in one digit of the day, the hour or the minute. */
function otherDigit(stated: Stated): string | null {
  const found = impliedTimes(stated).find(({ wall, implied }) => {
    const differing = [...wall].flatMap((digit, index) => (digit === implied[index] ? [] : [index]));
    return differing.length === 1 && (differing[0] ?? 0) > 7;
  });
  return found === undefined ? null : `right if ${found.name} is ${found.implied}`;
}
