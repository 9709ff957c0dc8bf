/** Whether this program drew the file, so that it may draw it again. */
export function isOwnChart(text: string): boolean {
  return /^<svg [^>]*\bclass="incident-chart"/.test(text);
}
