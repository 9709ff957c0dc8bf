import { Explained } from './explained.ts';
import { isTimeZone } from './incident/clock.ts';
import type { EmptyQuarters } from './incident/statistics.ts';
import type { HandKept } from './log/write.ts';

/** Throws {@link Explained} on a name that is no IANA time zone. */
export function readTimeZone(name: string): string {
  if (isTimeZone(name)) return name;
  throw new Explained(
    `“${name}” is no time zone; set \`timezone\` to an IANA name such as Europe/London or America/New_York.`,
  );
}

/** Throws {@link Explained} on anything but the three words. */
export function readEmptyQuarters(word: string): EmptyQuarters {
  if (word === 'zero' || word === 'none' || word === 'omit') return word;
  throw new Explained(`“${word}” is not known for \`empty-quarters\`; set it to zero, none or omit.`);
}

/** Throws {@link Explained} on anything but the two words. */
export function readHandKept(word: string): HandKept {
  if (word === 'keep' || word === 'fix') return word;
  throw new Explained(`“${word}” is not known for \`hand-kept\`; set it to keep or fix.`);
}
