import { hour } from '../../incident/wall-clock.ts';
import type { Span } from '../../log/read/span.ts';
import type { BlockLine } from '../../markdown/blocks.ts';
import { contentOf, labelsIn, type Table, tablesIn, unmarked } from './lines.ts';
import { type Day, type FoundTime, readRangeAt, readTimeAt, statedZone } from './times.ts';

/** A time that a row, an item, a heading or a line begins with, and the words behind it. */
export interface TimedLine {
  readonly span: Span;
  readonly found: FoundTime;
  /** Day of its own, or of the rows above it; null where none is known. */
  readonly day: Day | null;
  readonly zone: string | null;
  readonly words: string;
}

const day = 24 * hour;

/**
 * The steps of a timeline in the order of the file, each with its day: a row without one is of the day above, or of the next where
 * the clock falls back by more than half a day. Null where the clock runs backwards by less, so that the days can't be told.
 */
export function timelineIn(lines: readonly BlockLine[], first: Day | null): TimedLine[] | null {
  const rows = new Map(
    tablesIn(lines).flatMap((table) => rowsOf(table).map((row) => [row.line, row] as const)),
  );
  const steps: TimedLine[] = [];
  let [running, previous, zone]: [Day | null, number | null, string | null] = [first, null, null];
  let isOrdered = true;
  for (const [index, line] of lines.entries()) {
    if (line.block.kind === 'heading' || line.block.kind === 'paragraph') {
      zone = statedZone(line.text) ?? (line.block.kind === 'heading' ? null : zone);
    }
    const row = rows.get(line.line);
    const content = row === undefined ? unmarked(contentOf(line)) : row.time;
    if (row === undefined && (line.block.kind === 'table' || labelsIn(line).length > 0)) continue;
    const found = readTimeAt(content.text, 0);
    if (found === null) continue;
    // A day at the beginning of a sentence is no step, a day that stands alone is that of the steps below.
    if (found.timeOfDay === null) {
      const isAlone = content.text.length - found.end < 4 || row !== undefined;
      if (isAlone && found.day !== null) [running, previous] = [withYear(found.day, running ?? first), null];
      continue;
    }
    if (found.day !== null) running = withYear(found.day, running ?? first);
    else if (previous !== null && found.timeOfDay < previous) {
      if (previous - found.timeOfDay > 12 * hour) running = nextDay(running);
      else isOrdered = false;
    }
    previous = found.timeOfDay;
    const words =
      row?.words ?? wordsOf(content.text.slice(found.end), line, lines[index + 1], lines[index + 2]);
    steps.push({ span: content, found, day: running, zone: found.zone ?? row?.zone ?? zone, words });
  }
  return isOrdered ? steps : null;
}

/** The words of a step; below a heading, they stand in the next paragraph. */
function wordsOf(behind: string, line: BlockLine, ...next: readonly (BlockLine | undefined)[]): string {
  const isAlone = line.block.kind === 'heading' || behind.trim() === '';
  return isAlone ? [behind, ...next.map((each) => each?.text ?? '')].join(' ') : behind;
}

function rowsOf({ head, rows }: Table) {
  const column = head.cells.findIndex(({ text }) =>
    /^(?:[*_]*)(?:date|day|time|when|timestamp|clock|at|utc|時刻|日時|時間)\b|^(?:時刻|日時|時間)/i.test(
      text,
    ),
  );
  const time = head.cells[column];
  if (time === undefined) return [];
  const zone = statedZone(`times (${/(?:UTC|GMT|[A-Z]{2,4}T)\b/.exec(time.text)?.[0] ?? ''})`);
  return rows.flatMap(({ line, cells }) => {
    const cell = cells[column];
    const words = cells.filter((each) => each !== cell).map(({ text }) => text);
    return cell === undefined
      ? []
      : [{ line: line.line, time: unmarked(cell), zone, words: words.join(' ') }];
  });
}

/** A day with the year of another one where it has none itself. */
export function withYear(found: Day, other: Day | null): Day {
  return found.year === null && other !== null ? { ...found, year: other.year } : found;
}

export function nextDay(date: Day | null): Day | null {
  if (date === null || date.year === null) return date;
  const next = new Date(Date.UTC(date.year, date.month - 1, date.day) + day);
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

/** Two times of day that a line begins with; null for anything else. */
export function rangeAtStart(line: BlockLine): ReturnType<typeof readRangeAt> {
  const range = readRangeAt(unmarked(contentOf(line)).text, 0);
  return range !== null && range.from.timeOfDay !== null && range.to.timeOfDay !== null ? range : null;
}
