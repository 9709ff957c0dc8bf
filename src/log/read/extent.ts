import { isThematicBreak, type Line, lineStart, linesOf } from '../../markdown/line.ts';

/**
 * Length of a section without the blank lines, breaks and link definitions at its end. What stands right under other lines, or is
 * indented, belongs to them.
 *
 * @param headingLength of the heading that it begins with, which is content whatever it looks like
 */
export function contentLength(text: string, headingLength: number): number {
  let length = text.slice(0, headingLength).trimEnd().length;
  let isBehindBlank = true;
  for (const line of linesOf(text.slice(headingLength))) {
    const isBlank = line.text.trim() === '';
    const isSeparator: boolean =
      isBlank || (isBehindBlank && (isBreak(line.text) || isDefinition(line.text)));
    if (!isSeparator) length = headingLength + line.start + line.text.trimEnd().length;
    isBehindBlank = isSeparator;
  }
  return length;
}

function isBreak(line: string): boolean {
  return /^\S/.test(line) && isThematicBreak(lineStart(line));
}

/** A link definition, and not somebody's words behind a name in brackets. */
function isDefinition(line: string): boolean {
  return /^\[(?!\^)[^\]]+\]:[ \t]*\S+(?:[ \t]+["'(].*|[ \t]*)$/s.test(line);
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
export function splitOwn(text: string): {
  readonly own: string;
  readonly foreign: string;
  readonly end: number;
} {
  const lines = withFences(text);
  const seen = new Set<string>();
  const pieces: Piece[] = [];
  let [end, ownPieces, isTheirs] = [0, 0, false];
  for (const { line, isFenced } of lines) {
    const before = pieces.at(-1);
    const label = isFenced ? undefined : knownLabel.exec(line.text)?.[1];
    if (line.start > 0 && !isFenced && /^#{1,6}(?:[ \t]|$)/.test(line.text)) isTheirs = true;
    else if (label !== undefined && !seen.has(label)) isTheirs = false;
    if (label !== undefined) seen.add(label);
    const isItem = line.text.startsWith('- **');
    const isOwn =
      line.start === 0 ||
      (!isTheirs && !isFenced && (/^\S/.test(line.text) ? isItem : (before?.isOwn ?? true)));
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

interface FencedLine {
  readonly line: Line;
  /** Whether it belongs to a fence at the margin, its marks too. */
  readonly isFenced: boolean;
}

function withFences(text: string): FencedLine[] {
  let fence: string | null = null;
  return [...linesOf(text)].map((line) => {
    const [, marker] = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line.text) ?? [];
    if (fence !== null) {
      if (marker?.startsWith(fence) && /^[`~]+[ \t]*\r?$/.test(line.text)) fence = null;
      return { line, isFenced: true };
    }
    fence = marker ?? null;
    return { line, isFenced: marker !== undefined };
  });
}
