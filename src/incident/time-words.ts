/** What stands behind a time and would make another time of it, with what is then to be said of the words. */
const followers: readonly (readonly [RegExp, string])[] = [
  [/^[\s,]*(?:[([]\s*)?[ap]\.?\s?m\b/i, 'is a time on a clock of twelve hours'],
  [
    /^[\s,]*(?:[([-]\s*)?(?:UTC|GMT|BST|IST|CES?T|EES?T|WES?T|MSK|[ECMP][SD]T|AK[SD]T|HK?T|HST|JST|KST|SGT|SAST|AE[SD]T|AC[SD]T|AWST|NZ[SD]T|ET|PT|CT|MT)(?![\p{L}\p{N}])/iu,
    'names its time zone by letters, which do not mean the same everywhere',
  ],
  [/^[([]?\s*[+−-]\d/, 'ends in something that is no offset of the form +01:00'],
  [/^\s*[([]\s*(?:(?:UTC|GMT)\s*)?[+−-]\s*\d/i, 'ends in something that is no offset of the form +01:00'],
  [
    /^\s*(?:-|–|—|to|till|til|until|or|and|\/|,|&|→|->)\s*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2}(?!\d))/i,
    'is more than one time',
  ],
];

/** What is wrong with a time because of the words behind it, to go on behind “…”; null where they leave it what it is. */
export function faultBehind(rest: string): string | null {
  return followers.find(([pattern]) => pattern.test(rest))?.[1] ?? null;
}
