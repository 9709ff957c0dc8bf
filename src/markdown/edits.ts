/** Replaces what stands from `start` up to `end` (offsets) by `text`; an insertion where the two are the same. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The source with its ranges replaced; every character outside them stays as it is. The order of the edits makes no
 * difference, save that insertions at one offset keep theirs. Of two edits that overlap, the one that begins later is left out.
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
 * Offset in the source of what stands at an offset of `applyEdits`' result: behind a replaced range where new text ends or goes
 * on there, and in front of one that was left out there.
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

/** Edits from the first to the last, without those that overlap one before them. */
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

/** Whether edits add more text than anybody would by hand: one link definition can be used a thousand times over. */
export function isTooMuch(edits: readonly Edit[]): boolean {
  return edits.reduce((sum, { text }) => sum + text.length, 0) > largestAddition;
}

const largestAddition = 200_000;
