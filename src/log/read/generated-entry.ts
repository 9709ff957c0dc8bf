import { fields, textKeys } from '../../incident/fields.ts';
import type { BlockLine } from '../../markdown/blocks.ts';
import { linesOf } from '../../markdown/line.ts';

/** The labels that a generated entry may have, once each, beside those of a team's own fields. */
const labels = [
  'Incident issue',
  'Key events',
  'Time to repair',
  'Time to resolve',
  ...textKeys.map((key) => fields[key].label),
  'Review Actions',
];
const generatedLabel = new RegExp(`^- \\*\\*(${labels.join('|')})\\*\\*`);

/** The labels of generated entries that begin a line of a text. */
export function generatedLabels(text: string): Set<string> {
  return new Set([...linesOf(text)].flatMap((line) => generatedLabel.exec(line.text)?.[1] ?? []));
}

interface Piece {
  readonly isGenerated: boolean;
  readonly lines: string[];
}

/**
 * The generated lines of an entry, and the notes that a person has put between them. Generated lines are items at the margin with a
 * label in bold, and what is indented under them. Notes are everything else, and all from a heading down to the next generated label
 * that the entry did not have before. What stands behind the last generated line is no part of the entry.
 *
 * @param text of the file, from which the lines may lack what stands in zones
 */
export function splitGenerated(
  lines: Iterable<BlockLine>,
  text: string,
): {
  readonly generated: string;
  readonly notes: string;
  /** Offset just past the last generated line. */
  readonly end: number;
} {
  const seen = new Set<string>();
  const pieces: Piece[] = [];
  let [end, count, isUnderHeading] = [0, 0, false];
  for (const line of lines) {
    const before = pieces.at(-1);
    const isFirst = before === undefined;
    const isFenced = line.block.kind === 'fence' && line.depth === 0;
    const label = isFenced ? undefined : generatedLabel.exec(line.text)?.[1];
    if (!isFirst && !isFenced && /^#{1,6}(?:[ \t]|$)/.test(line.text)) isUnderHeading = true;
    else if (label !== undefined && !seen.has(label)) isUnderHeading = false;
    if (label !== undefined) seen.add(label);
    const isItem = line.text.startsWith('- **');
    const isGenerated =
      isFirst ||
      (!isUnderHeading && !isFenced && (/^\S/.test(line.text) ? isItem : (before?.isGenerated ?? true)));
    const whole = text.slice(line.start, line.start + line.text.length);
    if (before?.isGenerated === isGenerated) before.lines.push(whole);
    else pieces.push({ isGenerated, lines: [whole] });
    if (isGenerated && line.text.trim() !== '') {
      end = line.start + line.text.trimEnd().length;
      count = pieces.length;
    }
  }
  const joined = (isGenerated: boolean) =>
    pieces
      .slice(0, count)
      .filter((piece) => piece.isGenerated === isGenerated)
      .map((piece) => piece.lines.join('\n').replace(/^\n+/, '').trimEnd())
      .filter((piece) => piece !== '')
      .join('\n\n');
  return { generated: joined(true), notes: joined(false), end };
}
