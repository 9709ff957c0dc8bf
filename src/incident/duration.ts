/** A duration as a person wrote it, and how many characters of the text it takes. */
export interface WrittenDuration {
  /** Whole minutes; seconds are dropped. */
  readonly minutes: number;
  readonly seconds: number;
  /** Seconds of the smallest unit that is written, or of its last decimal place. */
  readonly precision: number;
  readonly length: number;
}

/** From the largest unit down, with the seconds that each has. */
const units = [
  { name: /^w(?:ks?|eeks?)?$/i, seconds: 7 * 24 * 3600 },
  { name: /^d(?:ays?)?$/i, seconds: 24 * 3600 },
  { name: /^h(?:rs?|ours?)?$/i, seconds: 3600 },
  { name: /^m(?:ins?|inutes?)?$/i, seconds: 60 },
  { name: /^s(?:ecs?|econds?)?$/i, seconds: 1 },
] as const;
const [hours, minutes] = [2, 3];

const amount = /\.?[\s,;]*(?:(?:and|plus|&|\+)\s*)?(\d{1,6}(?:\.\d{1,2})?)(?:\s*([a-z]+))?/iy;

/** What may belong to a duration that it follows: a range, an alternative, a fraction. */
const goesOn =
  /^[\p{L}\p{N}_]|^\s+[hmds]\b|^[.:/]\d|^\s*(?:[-–—−/~→…]|->|to\b|or\b|until\b|till\b)\s*~?\d|^\s*and\s+(?:a|half|three)\b(?!\s+bit)/iu;

/**
 * The duration that a text begins with, in the ways that people write it: `59m`, `7h`, `1h 05m`, `1d 5h 47m`, `19 hours 43
 * minutes`, `1.5 hours`, `2 weeks`. A day has 24 hours; minutes behind hours need no name; seconds are dropped downward. Null
 * when the text begins with none, or goes on in something that may belong to it, as a range does: nothing is guessed.
 */
export function readDuration(text: string): WrittenDuration | null {
  if (!/^\d/.test(text)) return null;
  let [seconds, length, previous, precision] = [0, 0, -1, 1];
  for (;;) {
    amount.lastIndex = length;
    const match = amount.exec(text);
    if (match === null) break;
    const [, digits = '', name] = match;
    const unit = name === undefined ? -1 : units.findIndex((each) => each.name.test(name));
    const isBareMinutes = name === undefined && previous === hours && digits.length < 3;
    if (unit <= previous && !isBareMinutes) return null;
    const size = units[isBareMinutes ? minutes : unit]?.seconds ?? 0;
    // A fraction says whole minutes, or nobody knows how it was rounded.
    if (digits.includes('.') && (Number(digits) * size) % 60 !== 0) return null;
    seconds += Number(digits) * size;
    precision = size / 10 ** (digits.split('.')[1]?.length ?? 0);
    [length, previous] = [amount.lastIndex, isBareMinutes ? units.length : unit];
  }
  if (previous < 0 || goesOn.test(text.slice(length))) return null;
  return { minutes: Math.floor(seconds / 60), seconds, precision, length };
}
