import { isThematicBreak, lineStart, linesOf } from '../markdown/line.ts';

/** Length of a section without the blank lines, breaks and link definitions at its end. */
export function contentLength(text: string): number {
  let length = 0;
  for (const line of linesOf(text)) {
    const isSeparator =
      line.text.trim() === '' ||
      isThematicBreak(lineStart(line.text)) ||
      /^ {0,3}\[[^\]]+\]:\s*\S/.test(line.text);
    // The heading, whatever it looks like, is content.
    if (!isSeparator || line.start === 0) length = line.start + line.text.trimEnd().length;
  }
  return length;
}

/**
 * A generated entry's own lines, and those that a person has put between them. Ours are items at the margin with a label in
 * bold, and what is indented under them; whatever stands behind the last of them is no part of the entry.
 */
export function splitOwn(text: string): {
  readonly own: string;
  readonly foreign: string;
  readonly end: number;
} {
  const pieces: { readonly isOwn: boolean; readonly lines: string[] }[] = [];
  let [end, ownPieces] = [0, 0];
  for (const line of linesOf(text)) {
    const isAtMargin = /^\S/.test(line.text);
    const last = pieces.at(-1);
    const isOwn = line.start === 0 || (isAtMargin ? line.text.startsWith('- **') : (last?.isOwn ?? true));
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
