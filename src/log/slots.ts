import type { Edit } from '../markdown/edits.ts';

/** Something in the file that stays where it is. */
export interface Fixed {
  readonly start: number;
  /** Just past its own last line; what separates it from the next thing stands behind. */
  readonly contentEnd: number;
}

/** Something of ours that stands in the file now, to be replaced, moved or taken out. */
export interface Movable {
  readonly start: number;
  readonly contentEnd: number;
}

/** What stays, from top to bottom, and behind each of them what is there of ours, and what is to be. */
export interface Slot {
  readonly fixed: Fixed;
  readonly old: readonly Movable[];
  /** Markdown with line feeds. */
  readonly texts: readonly string[];
}

/**
 * The edits that put new texts into the slots, a blank line between them. Where a slot gets what it holds, they change nothing.
 *
 * @param lineEnd of the file
 */
export function slotEdits(slots: readonly Slot[], source: string, lineEnd: '\n' | '\r\n'): Edit[] {
  const separator = lineEnd.repeat(2);
  return slots.flatMap(({ fixed, old, texts }, index): Edit[] => {
    const [first, last] = [old[0], old.at(-1)];
    const next = slots[index + 1]?.fixed.start;
    const text = texts.map((each) => each.replaceAll('\n', lineEnd)).join(separator);
    if (first !== undefined && last !== undefined) {
      if (texts.length > 0) return [{ start: first.start, end: last.contentEnd, text }];
      // With the blank lines that were put there for it: behind it, or in front where it was the last.
      const isFollowed = next !== undefined && source.slice(last.contentEnd, next).trim() === '';
      return [
        isFollowed
          ? { start: first.start, end: next, text: '' }
          : { start: source.slice(0, first.start).trimEnd().length, end: last.contentEnd, text: '' },
      ];
    }
    if (texts.length === 0) return [];
    if (next !== undefined) return [{ start: next, end: next, text: text + separator }];
    const end = fixed.contentEnd;
    const behind = source.slice(end);
    if (behind.trim() === '') {
      const missing = end === 0 ? '' : lineEnd.repeat(Math.max(2 - blankLines(behind), 0));
      return [{ start: source.length, end: source.length, text: missing + text + lineEnd }];
    }
    const below = /^[^\S\n]*\n[^\S\n]*\r?\n/.test(behind) ? '' : lineEnd;
    return [{ start: end, end, text: separator + text + below }];
  });
}

function blankLines(white: string): number {
  return white.split('\n').length - 1;
}
