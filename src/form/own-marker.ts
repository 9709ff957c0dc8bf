/**
 * The body of an incident issue without the hidden last line that this program writes into it, and that line; '' for one that is not
 * there. The two together are the body, but for white space behind the line.
 */
export function splitOwnMarker(body: string): { readonly text: string; readonly marker: string } {
  const whole = body.trimEnd();
  const start = Math.max(whole.lastIndexOf('\n'), whole.lastIndexOf('\r')) + 1;
  const isMarker =
    whole.startsWith('<!-- incident-log:', start) && whole.indexOf('-->', start) === whole.length - 3;
  return isMarker ? { text: whole.slice(0, start), marker: whole.slice(start) } : { text: body, marker: '' };
}
