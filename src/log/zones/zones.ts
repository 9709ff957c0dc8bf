import type { BlockLine } from '../../markdown/blocks.ts';
import { documentLines } from '../../markdown/document-lines.ts';
import { applyEdits } from '../../markdown/edits.ts';
import {
  readZoneMarker,
  writeZoneMarker,
  type ZoneMarker,
  type ZoneName,
  zoneMarkerLine,
  zoneNames,
} from '../../markers/zone.ts';

/** A part of a file that the action owns as a whole, between two comments that stay as they are typed. */
export interface Zone {
  readonly name: ZoneName;
  /** Offset just past the line of the first comment. */
  readonly start: number;
  /** Offset of the line of the second comment. */
  readonly end: number;
}

/** What is wrong with the comments of zones: the first thing, because others follow from it. */
export interface ZoneProblem {
  /** Offsets of the line of the comment that it is about, and the line's number, from 1. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** One sentence that names the line. */
  readonly message: string;
}

export interface Zones {
  /** In the order of the file. None where there is a problem: then nobody knows what is whose. */
  readonly zones: readonly Zone[];
  readonly problem: ZoneProblem | null;
}

interface MarkerLine extends ZoneMarker {
  readonly line: BlockLine;
}

/**
 * The zones of a file. Their comments stand on lines of their own, and in no list, quote, fence, HTML or other comment; elsewhere they
 * are text. Linear in the length of the text.
 */
export function readZones(source: string): Zones {
  const zones: Zone[] = [];
  const begun = new Map<string, number>();
  let open: MarkerLine | null = null;
  for (const marker of markersIn(source)) {
    const { name, edge, line } = marker;
    const isClosing: boolean = edge === 'end' && open?.name === name && open.syntax === marker.syntax;
    const known = zoneNames.find((each) => each === name);
    const message = isClosing ? null : problemOf(marker, open, begun.get(name) ?? null);
    if (message !== null) return broken(line, message);
    if (open === null) begun.set(name, line.line);
    else if (known !== undefined) zones.push({ name: known, start: open.line.end, end: line.start });
    open = open === null ? marker : null;
  }
  if (open === null) return { zones, problem: null };
  const end = writeZoneMarker({ ...open, edge: 'end' });
  return broken(
    open.line,
    `The zone “${open.name}” that begins in line ${open.line.line} is never closed: put ${end} below it.`,
  );
}

function broken(line: BlockLine, message: string): Zones {
  const end = line.start + line.text.trimEnd().length;
  return { zones: [], problem: { start: line.start, end, line: line.line, message } };
}

/** What is wrong with a comment that closes no zone; null for one that begins a zone as it should. */
function problemOf(
  { name, edge, line: { line } }: MarkerLine,
  open: MarkerLine | null,
  begun: number | null,
): string | null {
  if (!zoneNames.some((each) => each === name))
    return `The comment in line ${line} is of no zone that exists: name one of ${zoneNames.join(', ')}, or take it out.`;
  if (edge === 'end')
    return `The comment in line ${line} closes the zone “${name}”, which is not open there: take it out.`;
  if (open !== null)
    return `The comment in line ${line} begins a zone inside the zone “${open.name}” of line ${open.line.line}: close that one first.`;
  return begun === null
    ? null
    : `The zone “${name}” begins in line ${begun}, and once more in line ${line}: keep one of the two.`;
}

function* markersIn(source: string): Generator<MarkerLine> {
  // Most files have none, and the others have them near the top: nothing behind the last is read.
  const last = [...source.matchAll(zoneMarkerLine)].at(-1)?.index ?? -1;
  if (last < 0) return;
  for (const line of documentLines(source)) {
    if (line.start > last) return;
    const marker = line.depth === 0 ? readZoneMarker(line.text) : null;
    if (marker !== null && isBlockOf(marker, line)) yield { ...marker, line };
  }
}

/** Whether the comment is a block of its own. To Markdown, MDX's is a paragraph. */
function isBlockOf({ syntax }: ZoneMarker, { block, line }: BlockLine): boolean {
  if (block.line !== line) return false;
  return syntax === 'mdx' ? block.kind === 'paragraph' : block.kind === 'html' && block.html === 'comment';
}

/**
 * What keeps zones from being written: comments that a person has broken, or a zone that holds what people write in a log, a heading or a
 * list, of which we write none there. Where its second comment has slipped down, replacing all above it would lose their text.
 */
export function zoneProblem(source: string): ZoneProblem | null {
  const { zones, problem } = readZones(source);
  if (problem !== null) return problem;
  for (const { name, start, end } of zones) {
    const [found] = foreignLine.exec(source.slice(start, end)) ?? [];
    if (found === undefined) continue;
    const begin = source.lastIndexOf('\n', start - 2) + 1;
    const line = source.slice(0, start).split('\n').length - 1;
    const message = `The zone “${name}” that begins in line ${line} holds headings or lists, which are not its own, and was left as it is: move its second comment up, above them.`;
    return { start: begin, end: source.slice(0, start).trimEnd().length, line, message };
  }
  return null;
}

const foreignLine = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|[-*+][ \t]|\d{1,9}[.)][ \t])/m;

/** The text with blanks in its zones, in which all else has its offsets and its line: nothing is read from a zone. */
export function withoutZones(source: string): string {
  const { zones } = readZones(source);
  const blank = (text: string) => text.replace(/[^\r\n]/g, ' ');
  return applyEdits(
    source,
    zones.map(({ start, end }) => ({ start, end, text: blank(source.slice(start, end)) })),
  );
}

/**
 * The file with this content in the zone of that name; the file as it is where it has no such zone, or where a person has broken it.
 *
 * @param content blocks of Markdown, with line feeds, in which every block is closed
 */
export function withZone(source: string, name: ZoneName, content: string): string {
  const zone = readZones(source).zones.find((each) => each.name === name);
  if (zone === undefined || zoneProblem(source) !== null) return source;
  const lineEnd = source.slice(0, zone.start).endsWith('\r\n') ? '\r\n' : '\n';
  const text = `\n${content}\n\n`.replaceAll('\n', lineEnd);
  return applyEdits(source, [{ start: zone.start, end: zone.end, text }]);
}

/** An empty zone: its two comments. */
export function emptyZone(name: ZoneName, syntax: ZoneMarker['syntax']): string {
  return (['begin', 'end'] as const).map((edge) => writeZoneMarker({ name, edge, syntax })).join('\n\n');
}
