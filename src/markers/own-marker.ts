import { lastLineStart } from '../markdown/line.ts';

/** What every hidden line that this program writes begins with. */
export const markerStart = '<!-- incident-log:';

/**
 * The text of an incident issue, or of a comment, without the hidden last line that this program writes into it, and that line; empty
 * where there is none. The two together are the body, but for white space behind the line.
 */
export function splitOwnMarker(body: string): { readonly text: string; readonly marker: string } {
  const whole = body.trimEnd();
  const start = lastLineStart(whole);
  const isMarker = whole.startsWith(markerStart, start) && whole.indexOf('-->', start) === whole.length - 3;
  return isMarker ? { text: whole.slice(0, start), marker: whole.slice(start) } : { text: body, marker: '' };
}
