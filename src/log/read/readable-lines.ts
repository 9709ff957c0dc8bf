import { linesOf } from '../../markdown/line.ts';

/** A line, with its offsets in the source and its number, from 1. */
export interface ReadableLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** The lines outside fences and comments, with their places in the whole source. */
export function* readableLines(text: string, offset: number, first: number): Generator<ReadableLine> {
  let fence: string | null = null;
  let inComment = false;
  let line = first - 1;
  for (const each of linesOf(text)) {
    line += 1;
    const [, marker] = /^[ \t>]*(?:[-*+][ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(each.text) ?? [];
    if (fence !== null) {
      if (marker?.startsWith(fence) && /[`~][ \t]*$/.test(each.text)) fence = null;
      continue;
    }
    if (marker !== undefined && !inComment) {
      fence = marker;
      continue;
    }
    const wasInComment = inComment;
    inComment = isCommentOpen(each.text, inComment);
    if (wasInComment || /^\s*<!--/.test(each.text)) continue;
    yield { text: each.text, start: offset + each.start, end: offset + each.end, line };
  }
}

function isCommentOpen(text: string, before: boolean): boolean {
  const [begun, ended] = [text.lastIndexOf('<!--'), text.lastIndexOf('-->')];
  return begun < 0 && ended < 0 ? before : begun > ended;
}
