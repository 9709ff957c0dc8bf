/** Replaces the characters from offset `start` up to offset `end` by `text`; an insertion where the two are the same. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The source with the edits applied; every character outside their ranges stays as it is. The order of the edits does not matter, except
 * for insertions at the same offset, which stay in the order in which they are given. Of two edits that overlap, the one that begins later is ignored.
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, text } of inOrder(edits)) {
    parts.push(source.slice(position, start), text);
    position = end;
  }
  parts.push(source.slice(position));
  return parts.join('');
}

/**
 * The offset in the source that corresponds to an offset in the result of `applyEdits`. An offset within new text or at its end
 * corresponds to the end of the replaced range, and an offset where text was removed to the start of that range.
 */
export function sourceOffset(offset: number, edits: readonly Edit[]): number {
  let added = 0;
  for (const { start, end, text } of inOrder(edits)) {
    if (offset <= start + added) break;
    added += text.length - (end - start);
    if (offset < end + added) return end;
  }
  return offset - added;
}

/** The edits in the order of their offsets, without those that overlap an earlier one. */
function inOrder(edits: readonly Edit[]): Edit[] {
  let position = 0;
  return edits
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }) => {
      if (start < position) return false;
      position = end;
      return true;
    });
}

/** Whether edits add more text than anybody would by hand. A link definition that is used thousands of times could make them. */
export function isTooMuch(edits: readonly Edit[]): boolean {
  return edits.reduce((sum, { text }) => sum + text.length, 0) > largestAddition;
}

const largestAddition = 200_000;
