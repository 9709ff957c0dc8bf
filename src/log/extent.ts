import { isThematicBreak, lineStart, linesOf } from '../markdown/line.ts';

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

/**
 * A generated entry's own lines, and those that a person has put between them. Ours are items at the margin with a label in
 * bold, and what is indented under them, up to the first heading or fence at the margin; what stands behind the last of them is
 * no part of the entry.
 */
export function splitOwn(text: string): {
  readonly own: string;
  readonly foreign: string;
  readonly end: number;
} {
  const pieces: Piece[] = [];
  let [end, ownPieces, isOver] = [0, 0, false];
  for (const line of linesOf(text)) {
    const last = pieces.at(-1);
    isOver ||= line.start > 0 && /^(?:#{1,6}(?:[ \t]|$)|`{3}|~{3})/.test(line.text);
    const isItem = line.text.startsWith('- **');
    const isOwn = line.start === 0 || (!isOver && (/^\S/.test(line.text) ? isItem : (last?.isOwn ?? true)));
    if (last?.isOwn === isOwn) last.lines.push(line.text);
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
      .map(({ lines }) => lines.join('\n').replace(/^\n+/, '').trimEnd())
      .filter((piece) => piece !== '')
      .join('\n\n');
  return { own: joined(true), foreign: joined(false), end };
}
