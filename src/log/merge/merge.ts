import { quarterName } from '../../incident/quarter.ts';
import { quarterFigureTexts } from '../../incident/statistics.ts';
import { applyEdits, type Edit } from '../../markdown/edits.ts';
import { type HandWrittenEntry, isGeneratedEntry, type Log } from '../read/model.ts';
import { differencesOf, type Order, prevailingOrder } from '../read/order.ts';
import { figureEdits } from '../write/quarter.ts';
import { planChapters } from './chapter-plan.ts';
import { chapterReplacements } from './chapter-replacements.ts';
import { entryEdits, entryUnder, type MergeContext, type WrittenEntry } from './entry-edits.ts';
import { type FileChapter, generatedIn } from './file-chapters.ts';
import type { MergeSettings } from './listed-quarters.ts';
import { replacementEdits } from './replacements.ts';

/**
 * The file with these entries in it, by edits: generated entries are put in, replaced or taken out, and figures set. Everything else
 * keeps its bytes, and a hand-written quarter keeps all of them while it has no generated entry. What stands in the file
 * keeps its place; an entry goes into the chapter that is for its time, which is added in the log's own layout where it is missing,
 * and a generated chapter goes when its last entry goes. Merging into the result again changes nothing.
 */
export function mergeLog(
  log: Log,
  written: readonly WrittenEntry[],
  handWritten: readonly HandWrittenEntry[],
  settings: MergeSettings,
): string {
  const { text: source } = log;
  const plan = planChapters(log, written, handWritten, settings);
  const context: MergeContext = {
    source,
    order: plan.order,
    lineEnd: lineEndOf(source),
    timezone: settings.timezone,
    instants: new Map(handWritten.map(({ entry, instant }) => [entry, instant])),
    notes: new Map(log.entries.filter(isGeneratedEntry).map(({ issue, notes }) => [issue, notes])),
    listed: new Set(written.map(({ issue }) => issue)),
  };
  const edits = plan.chapters.flatMap((chapter): Edit[] => {
    const { existing } = chapter;
    const entries = plan.entries.get(chapter) ?? [];
    if (existing === null || plan.leaving.has(chapter)) return [];
    if (entries.length === 0 && generatedIn(existing).length === 0 && !plan.isGenerated) return [];
    const ofEntries = entryEdits(existing, entries, { ...context, order: orderIn(existing, context) });
    const { quarter } = existing;
    // Incidents that are not read would be missing from the figures.
    if (quarter === null || quarter.unread !== null) return ofEntries;
    const incidents = plan.quarters.get(quarterName(quarter.quarter))?.incidents ?? [];
    const ofFigures = figureEdits(quarter, quarterFigureTexts(incidents, settings.emptyQuarters));
    return [
      ...ofEntries,
      ...ofFigures.map((edit) => ({ ...edit, text: edit.text.replaceAll('\n', context.lineEnd) })),
    ];
  });
  const appended = edits.some(({ start }) => start === source.length) ? 'something' : 'nothing';
  const replacements = chapterReplacements(plan, settings.emptyQuarters, (level, entry) =>
    entryUnder(level, entry, context),
  );
  edits.push(...replacementEdits(replacements, source, context.lineEnd, appended));
  return applyEdits(source, edits);
}

/** People may have the newest quarter first, and the oldest incident in each. */
function orderIn({ sections }: FileChapter, { order, instants }: MergeContext): Order {
  if (order === 'oldest-first') return order;
  return prevailingOrder(differencesOf(sections.flatMap((section) => instants.get(section) ?? []))) ?? order;
}

/** That of most lines. */
function lineEndOf(source: string): '\n' | '\r\n' {
  const [all, long] = [source.split('\n').length - 1, source.split('\r\n').length - 1];
  return long > all / 2 ? '\r\n' : '\n';
}
