/** Says that the authors of so many incidents were not asked about. */
export function unaskedNote(count: number, confirmedLabel: string): string {
  const incidents = count === 1 ? '1 incident is' : `${count} incidents are`;
  return `${incidents} left as the log has them, because a run asks GitHub about the permission of 20 people only: add the label “${confirmedLabel}” to those that belong in the log.`;
}
