import type { BlockLine } from '../../markdown/blocks.ts';
import { linesOf } from '../../markdown/line.ts';

/**
 * Offset at which the content of a section ends: the blank lines, breaks and link definitions at its end separate it from the next
 * section. A break or definition right under another line, or indented, is content like that line.
 *
 * @param headingEnd offset at which the text of its heading ends
 * @param lines under its heading
 */
export function contentEnd(headingEnd: number, lines: readonly BlockLine[]): number {
  let end = headingEnd;
  let isBehindBlank = true;
  for (const line of lines) {
    const isSeparator: boolean =
      line.text.trim() === '' || (isBehindBlank && (isBreak(line) || isDefinition(line)));
    if (!isSeparator) end = line.start + line.text.trimEnd().length;
    isBehindBlank = isSeparator;
  }
  return end;
}

function isBreak({ text, block }: BlockLine): boolean {
  return block.kind === 'break' && /^\S/.test(text);
}

/** Whether a line is a link definition, and not somebody's words behind a name in brackets. */
function isDefinition({ text, block }: BlockLine): boolean {
  return block.kind === 'paragraph' && /^\[(?!\^)[^\]]+\]:[ \t]*\S+(?:[ \t]+["'(].*|[ \t]*)$/s.test(text);
}

interface Piece {
  readonly isOwn: boolean;
  readonly lines: string[];
}

/** The labels that every generated entry may have, once each. */
const knownLabel =
  /^- \*\*(Incident issue|Key events|Time to repair|Time to resolve|Identified|Impact|Context|Resolution|Review Actions)\*\*/;

/** The labels of ours that begin a line of a text. */
export function knownLabels(text: string): Set<string> {
  return new Set([...linesOf(text)].flatMap((line) => knownLabel.exec(line.text)?.[1] ?? []));
}

/**
 * A generated entry's own lines, and those that a person has put between them. Ours are items at the margin with a label in
 * bold, and what is indented under them, but nothing in a fence at the margin, and nothing behind a heading up to the next item
 * with a label of ours that the entry did not have before. What stands behind the last line of ours is no part of the entry.
 */
export function splitOwn(lines: Iterable<BlockLine>): {
  readonly own: string;
  readonly foreign: string;
  readonly end: number;
} {
  const seen = new Set<string>();
  const pieces: Piece[] = [];
  let [end, ownPieces, isTheirs] = [0, 0, false];
  for (const line of lines) {
    const before = pieces.at(-1);
    const isFirst = before === undefined;
    const isFenced = line.block.kind === 'fence' && line.depth === 0;
    const label = isFenced ? undefined : knownLabel.exec(line.text)?.[1];
    if (!isFirst && !isFenced && /^#{1,6}(?:[ \t]|$)/.test(line.text)) isTheirs = true;
    else if (label !== undefined && !seen.has(label)) isTheirs = false;
    if (label !== undefined) seen.add(label);
    const isItem = line.text.startsWith('- **');
    const isOwn =
      isFirst || (!isTheirs && !isFenced && (/^\S/.test(line.text) ? isItem : (before?.isOwn ?? true)));
    if (before?.isOwn === isOwn) before.lines.push(line.text);
    else pieces.push({ isOwn, lines: [line.text] });
    if (isOwn && line.text.trim() !== '') {
      end = line.start + line.text.trimEnd().length;
      ownPieces = pieces.length;
    }
  }
  const joined = (isOwn: boolean) =>
    pieces
      .slice(0, ownPieces)
      .filter((piece) => piece.isOwn === isOwn)
      .map((piece) => piece.lines.join('\n').replace(/^\n+/, '').trimEnd())
      .filter((piece) => piece !== '')
      .join('\n\n');
  return { own: joined(true), foreign: joined(false), end };
}
