/** Whether a file is a chart that this program drew, so that it may be drawn anew. */
export function isOwnChart(text: string): boolean {
  return /^<svg [^>]*\bclass="incident-chart"/.test(text);
}
