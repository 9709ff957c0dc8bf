import type { Instant } from '../../incident/incident.ts';
import type { Body } from '../../log/read/body.ts';
import { readStatedTime } from '../../log/read/stated-time.ts';
import { linesOf } from '../../markdown/line.ts';
import type { Span } from '../finding.ts';

/** A line of an entry's context that begins with a time. */
export interface ContextEntry extends Span {
  /** Null where the time can't be read. */
  readonly instant: Instant | null;
}

/** What may stand in front of a time. */
const lead = /^[ \t]*(?:[-*+•–—]|\d{1,3}[.)](?=[ \t]))?[ \t]*[*_`[(]*/;
const timelike =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4})/i;

/** The lines of a context that begin with a time, from that time to the end of the line. */
export function contextEntries({ start, end }: Body, source: string, timezone: string): ContextEntry[] {
  return [...linesOf(source.slice(start, end))].flatMap((line) => {
    const from = lead.exec(line.text)?.[0].length ?? 0;
    const text = line.text.slice(from);
    if (!timelike.test(text)) return [];
    const time = readStatedTime(text, timezone);
    return [
      {
        instant: time.kind === 'time' ? time.instant : null,
        start: start + line.start + from,
        end: start + line.start + line.text.trimEnd().length,
      },
    ];
  });
}
