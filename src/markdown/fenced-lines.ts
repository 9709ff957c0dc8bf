/**
 * Indexes of the lines that surely are code in a fence: what machines have logged may be long, and costs the parser little.
 * A line that is not indented goes on in no container, so that a fence is sure where one begins there, unless an HTML block or
 * another fence has been opened in front of it; then none is sure from there on.
 */
export function fencedLines(lines: readonly string[]): Set<number> {
  const fenced = new Set<number>();
  let marker: string | null = null;
  for (const [index, line] of lines.entries()) {
    if (marker !== null) {
      const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
      if (closing?.startsWith(marker)) marker = null;
      else fenced.add(index);
    } else if (/^ {0,3}<|^ {1,3}(?:```|~~~)/.test(line)) break;
    else marker = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0] ?? null;
  }
  return fenced;
}
