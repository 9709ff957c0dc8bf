import type { BlockLine } from '../../markdown/blocks.ts';

/**
 * The lines outside fences and comments, as people mean them. Indented code counts, because people indent lists too far; a fence or
 * comment within it, or within a paragraph or HTML, does not.
 */
export function* readableLines(lines: Iterable<BlockLine>): Generator<BlockLine> {
  let hiding: Hiding | null = null;
  /** Lines that are hidden if the end of what hides them is found. */
  let pending: BlockLine[] = [];
  for (const line of lines) {
    const { text, block } = line;
    if (hiding !== null && block.kind !== 'blank' && block.line !== hiding.block) {
      yield* pending;
      [hiding, pending] = [null, []];
    }
    if (block.kind === 'fence' || (block.kind === 'html' && block.html === 'comment')) continue;
    const end: RegExpExecArray | null = hiding?.end.exec(text) ?? null;
    if (hiding !== null && end === null) {
      pending.push(line);
      continue;
    }
    const begun = beginHiding(end === null ? text : text.slice(end.index + end[0].length), block.line);
    pending = begun?.kind === 'fence' ? [line] : [];
    if (hiding === null && begun?.kind !== 'fence' && !/^\s*<!--/.test(text)) yield line;
    hiding = begun;
  }
  yield* pending;
}

/** A comment, or what looks like a fence, that begins in the lines of a block of another kind. */
interface Hiding {
  readonly kind: 'fence' | 'comment';
  /** Number of the first line of the block. */
  readonly block: number;
  /** What ends it on a later line of the block; where nothing does, it hides nothing. */
  readonly end: RegExp;
}

/** What a text begins and does not end; null for nothing that hides lines. */
function beginHiding(text: string, block: number): Hiding | null {
  const [, marker] = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(text) ?? [];
  if (marker !== undefined)
    return { kind: 'fence', block, end: new RegExp(`^[ \\t>]*${marker}[\`~]*[ \\t]*$`) };
  return text.lastIndexOf('<!--') > text.lastIndexOf('-->') ? { kind: 'comment', block, end: /-->/ } : null;
}

/**
 * The lines that stand between two offsets, of lines in order. Of a line that begins in front of the first offset, the text from
 * there on.
 */
export function linesBetween(lines: readonly BlockLine[], start: number, end: number): BlockLine[] {
  const from = firstEndingBehind(start, lines);
  const found: BlockLine[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line.start >= end) break;
    found.push(line.start >= start ? line : { ...line, start, text: line.text.slice(start - line.start) });
  }
  return found;
}

/** Index of the first line that ends behind an offset. */
function firstEndingBehind(offset: number, lines: readonly BlockLine[]): number {
  let [least, most] = [0, lines.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if ((lines[middle]?.end ?? 0) > offset) most = middle;
    else least = middle + 1;
  }
  return least;
}
