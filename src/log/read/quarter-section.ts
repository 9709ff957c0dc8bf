import { quarterHeading } from '../../incident/quarter.ts';
import { linesOf } from '../../markdown/line.ts';
import { isSettable } from '../write/quarter.ts';
import type { Body } from './body.ts';
import type { OutlineSection } from './outline.ts';
import { readParts } from './parts.ts';
import type { LogQuarter, Placed } from './read.ts';

/** A figure under a quarter's heading, behind a label as we write it. */
const ownLine = /^- \*\*(Incidents|Mean Time to Repair|Mean Time to Resolve)\*\*: /;

/** A quarter of a log, by its heading and what stands under that. */
export function readQuarter(
  section: OutlineSection & { readonly kind: 'quarter' },
  placed: Placed,
  source: string,
): LogQuarter {
  const { heading, named, body } = section;
  const parts = readParts(body.lines, 'theirs');
  const lines = [...linesOf(source.slice(body.start, Math.max(placed.contentEnd, body.start)))].map(
    ({ text }) => text.trimEnd(),
  );
  const written = lines.filter((line) => line !== '').map((line) => ownLine.exec(line)?.[1]);
  const isOurs =
    heading.level === 2 &&
    heading.text === quarterHeading(named.quarter) &&
    written.join() === 'Incidents,Mean Time to Repair,Mean Time to Resolve' &&
    /^\d+$/.test(parts.incidents?.text ?? '') &&
    [parts.meanTimeToRepair, parts.meanTimeToResolve].every((words) => words !== null && isSettable(words));
  return {
    ...placed,
    ...named,
    kind: 'quarter',
    heading: heading.text,
    incidents: parts.incidents !== null && /^\d+$/.test(parts.incidents.text) ? parts.incidents : null,
    meanTimeToRepair: parts.meanTimeToRepair,
    meanTimeToResolve: parts.meanTimeToResolve,
    unread: unreadLine(source, body),
    manner: isOurs ? 'ours' : 'theirs',
  };
}

function unreadLine(source: string, { start, end }: Body): number | null {
  const row = /^[ \t]*(?:\|.*|(?:(?:[-*+]|\d{1,3}[.)])[ \t]*)?\*{0,2})\d{4}-\d{2}-\d{2}/m.exec(
    source.slice(start, end),
  );
  return row === null ? null : start + row.index;
}
