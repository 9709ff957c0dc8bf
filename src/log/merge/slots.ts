import type { Edit } from '../../markdown/edits.ts';

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
 * @param appended whether other edits have put something, with a line end, at the end of the source
 */
export function slotEdits(
  slots: readonly Slot[],
  source: string,
  lineEnd: '\n' | '\r\n',
  appended: 'nothing' | 'something' = 'nothing',
): Edit[] {
  const separator = lineEnd.repeat(2);
  return slots.flatMap(({ fixed, old, texts }, index): Edit[] => {
    const [first, last] = [old[0], old.at(-1)];
    const next = slots[index + 1]?.fixed.start;
    const text = texts.map((each) => each.replaceAll('\n', lineEnd)).join(separator);
    if (first !== undefined && last !== undefined) {
      return [
        text === ''
          ? removal(first.start, last.contentEnd, next)
          : { start: first.start, end: last.contentEnd, text },
      ];
    }
    if (text === '') return [];
    if (next !== undefined) {
      const start = aboveAnchors(next);
      return [{ start, end: start, text: text + separator }];
    }
    const end = fixed.contentEnd;
    const behind = source.slice(end);
    if (behind.trim() === '') {
      const missing = appended === 'something' ? 1 : end === 0 ? 0 : Math.max(2 - lineFeeds(behind), 0);
      return [{ start: source.length, end: source.length, text: lineEnd.repeat(missing) + text + lineEnd }];
    }
    if (source.slice(0, end).trim() === '') {
      const start = source.startsWith('\uFEFF') ? 1 : 0;
      return [{ start, end: start, text: text + separator }];
    }
    return [{ start: end, end, text: separator + text + (beginsBlank(behind) ? '' : lineEnd) }];
  });

  /** Takes out the blank lines, too, that were put there: those behind, or those in front of what was the last. */
  function removal(start: number, end: number, next: number | undefined): Edit {
    if (next !== undefined && source.slice(end, next).trim() === '') return { start, end: next, text: '' };
    if (source.slice(0, start).trim() === '') {
      const behind = source.slice(end);
      return { start, end: source.length - behind.trimStart().length, text: '' };
    }
    return { start: source.slice(0, start).trimEnd().length, end, text: '' };
  }

  /** An anchor or a comment right above a heading belongs to it. */
  function aboveAnchors(offset: number): number {
    const above = /(?:^|\n[ \t]*\r?\n)((?:[ \t]*<[^\n]*>[ \t]*\r?\n)+)$/.exec(
      source.slice(Math.max(offset - 1000, 0), offset),
    );
    return offset - (above?.[1]?.length ?? 0);
  }
}

/** Whether a blank line, or nothing, stands at the beginning. */
function beginsBlank(text: string): boolean {
  return /^[^\S\n]*(?:\n[^\S\n]*(?:\n|$)|$)/.test(text);
}

function lineFeeds(white: string): number {
  return white.split('\n').length - 1;
}
