import { elapsedMinutes, formatTime } from '../../incident/clock.ts';
import { type EventKind, eventNames } from '../../incident/fields.ts';
import type { Instant } from '../../incident/incident.ts';
import { instantOf, type StatedEvents } from '../../log/read/hand-written.ts';

/** What would make a stated duration right. A strong explanation leaves it to a person which of the two is wrong. */
export interface Explanation {
  readonly strength: 'strong' | 'weak';
  /** To go on behind a colon. */
  readonly words: string;
}

interface Stated {
  readonly minutes: number;
  /** What stands around the figure: its label, and a remark behind it. */
  readonly remark: string;
  /** The event that the duration should run to, from first detection. */
  readonly to: 'repaired' | 'resolved';
  readonly events: StatedEvents;
  /** Times of further events of a kind. */
  readonly others: readonly { readonly name: string; readonly instant: Instant }[];
  /** Of the entries of the context. */
  readonly contextInstants: readonly Instant[];
  readonly timezone: string;
}

/** What explains a duration that does not follow from its times; null where nothing does. All strong explanations, or the first weak one. */
export function explainDuration(stated: Stated): Explanation | null {
  // Zero is what a pattern has before anybody fills it in.
  const isZero = stated.minutes === 0;
  const strong = [
    isZero ? null : otherPair(stated),
    supportHours(stated),
    otherMonthOrYear(stated),
    isZero ? null : contextEntry(stated),
  ].filter((each) => each !== null);
  if (strong.length > 0) return { strength: 'strong', words: strong.join(', or ') };
  const weak = isZero ? null : (plainDifference(stated) ?? otherDigit(stated));
  return weak === null ? null : { strength: 'weak', words: weak };
}

/** Among more times than these some two are as far apart as any duration. */
const mostOthers = 30;

/** All events count, also those that others of their kind were preferred to. */
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
  return isPartial(remark) ? 'the remark with it says that not all of the time counts' : null;
}

/** Whether words around a figure say that not all of the time that passed counts. */
export function isPartial(remark: string): boolean {
  return (
    /\b(?:support|working|business|office|core|opening|staffed|service|on-call|sla)[- ](?:hours?|days?|time)\b|\b(?:in|out)[- ](?:of[- ])?hours\b|\bhours (?:only|of (?:support|service))\b|\b(?:weekdays?|weekends?|overnight)\b|\bM(?:on(?:day)?)?\s*(?:-|–|—|to)\s*F(?:ri(?:day)?)?\b/i.test(
      remark,
    ) || /\b(?:excluding|excl|except|without|not counting|minus|paused|downtime|degraded)\b/i.test(remark)
  );
}

/** An event and where it would have to be for the stated duration to be right. */
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

function contextEntry(stated: Stated): string | null {
  const found = impliedTimes(stated).find(({ instant }) => stated.contextInstants.includes(instant));
  return found === undefined
    ? null
    : `the context has an entry at ${found.implied}, where ${found.name} would be`;
}

function plainDifference({ minutes, to, events, timezone }: Stated): string | null {
  const [from, until] = [instantOf(events, 'first-detected'), instantOf(events, to)];
  if (from === null || until === null) return null;
  const wall = (instant: Instant) =>
    Date.parse(`${formatTime(instant, timezone).slice(0, 16).replace(' ', 'T')}Z`);
  return wall(until) - wall(from) === minutes * 60_000
    ? 'this leaves out that the clocks changed in between'
    : null;
}

/** One digit of the day, the hour or the minute. */
function otherDigit(stated: Stated): string | null {
  const found = impliedTimes(stated).find(({ wall, implied }) => {
    const differing = [...wall].flatMap((digit, index) => (digit === implied[index] ? [] : [index]));
    return differing.length === 1 && (differing[0] ?? 0) > 7;
  });
  return found === undefined ? null : `right if ${found.name} is ${found.implied}`;
}
