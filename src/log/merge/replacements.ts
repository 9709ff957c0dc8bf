import type { Edit } from '../../markdown/edits.ts';
import { zoneMarkerLine } from '../../markers/zone.ts';

/** A part of the file without what separates it from the next one. */
export interface ContentSpan {
  readonly start: number;
  /** Just past its own last line. */
  readonly contentEnd: number;
}

/** What is generated behind a part of the file that stays: what stands there now, and what is to stand there. */
export interface Replacement {
  /** The part that stays where it is. */
  readonly anchor: ContentSpan;
  /** The generated parts between this anchor and the next one. */
  readonly old: readonly ContentSpan[];
  /** Markdown with line feeds. */
  readonly texts: readonly string[];
}

/**
 * The edits that make these replacements, with a blank line between texts. A replacement by what stands there changes nothing.
 *
 * @param replacements from the top of the file to its end
 * @param lineEnd of the file
 * @param appended whether other edits have put something, with a line end, at the end of the source
 */
export function replacementEdits(
  replacements: readonly Replacement[],
  source: string,
  lineEnd: '\n' | '\r\n',
  appended: 'nothing' | 'something' = 'nothing',
): Edit[] {
  const separator = lineEnd.repeat(2);
  return replacements.flatMap(({ anchor, old, texts }, index): Edit[] => {
    const [first, last] = [old[0], old.at(-1)];
    const next = replacements[index + 1]?.anchor.start;
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
    const end = anchor.contentEnd;
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

  /** An anchor or a comment right above a heading belongs to it, but not the end of a zone. */
  function aboveAnchors(offset: number): number {
    const above = /(?:^|\n[ \t]*\r?\n)((?:[ \t]*<[^\n]*>[ \t]*\r?\n)+)$/.exec(
      source.slice(Math.max(offset - 1000, 0), offset),
    );
    const lines = above?.[1] ?? '';
    const zone = [...lines.matchAll(zoneMarkerLine)].at(-1);
    return offset - (zone === undefined ? lines.length : lines.length - zone.index - zone[0].length - 1);
  }
}

/** Whether a blank line, or nothing, stands at the beginning. */
function beginsBlank(text: string): boolean {
  return /^[^\S\n]*(?:\n[^\S\n]*(?:\n|$)|$)/.test(text);
}

function lineFeeds(white: string): number {
  return white.split('\n').length - 1;
}
