import { withoutInvisible } from './invisible.ts';

/** Why letters behind a time are not read; goes on behind “…”. */
export const zoneFault =
  'names its time zone in a way that is not read; UTC, GMT, Z and offsets such as +01:00 are, right behind the time';

/** What stands behind a time and would make another time of it, with what is then to be said of the words. */
const followers: readonly (readonly [RegExp, string])[] = [
  [/^[\s,]*(?:[([]\s*)?[ap]\.?\s?m\b/i, 'is a time on a clock of twelve hours'],
  // `10:00 pmJST`; `10:00 amazing` is a note.
  [/^[\s,]*(?:[([]\s*)?[ap]m(?=[A-Z])/, 'is a time on a clock of twelve hours'],
  [
    /^[\s,]*(?:[([-]\s*)?(?:UTC|GMT|BST|IST|CES?T|EES?T|WES?T|MSK|[ECMP][SD]T|AK[SD]T|HK?T|HST|JST|KST|SGT|SAST|AE[SD]T|AC[SD]T|AWST|NZ[SD]T|ET|PT|CT|MT)(?![\p{L}\p{N}])/iu,
    zoneFault,
  ],
  [/^[([]?\s*[+−-]\d/, 'ends in something that is no offset of the form +01:00'],
  [/^\s*[([]\s*(?:(?:UTC|GMT)\s*)?[+−-]\s*\d/i, 'ends in something that is no offset of the form +01:00'],
  [
    /^\s*(?:-|–|—|to|till|til|until|or|and|\/|,|&|→|->)\s*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2}(?!\d))/i,
    'is more than one time',
  ],
];

/**
 * Whether a note in parentheses is nothing but half a day, a zone or an offset, which would make another time of it: `(pm)`,
 * `(CET time)`, `(UTC +9)`.
 */
export function isQualifier(note: string): boolean {
  const text = withoutInvisible(note).trim();
  if (text.length > 60) return false;
  const isShort = /^\(\s*\S+(?:\s+\S+)?\s*\)$/.test(text);
  return (isShort && faultBehind(text) !== null) || /^\(\s*(?:UTC|GMT)?\s*[+−-]\s*\d/i.test(text);
}

/** What is wrong with a time because of the words behind it, to go on behind “…”; null where they leave it what it is. */
export function faultBehind(rest: string): string | null {
  // All of them look at the first words alone.
  const text = rest.slice(0, 200);
  return followers.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
