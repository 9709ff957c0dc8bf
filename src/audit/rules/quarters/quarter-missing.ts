import { compareQuarters, type Quarter, quarterName, quartersBetween } from '../../../incident/quarter.ts';
import { isAllGenerated } from '../../../log/read/model.ts';
import { mostMissing } from '../../../log/read/order.ts';
import type { AuditedLog } from '../../evidence/log.ts';
import type { FindingDraft } from '../../finding.ts';
import type { Rule } from '../../rule.ts';

export const quarterMissing: Rule = {
  id: 'quarter-missing',
  severities: ['warning'],
  documentation:
    'A quarter between two others has no heading. With `empty-quarters: omit`, and in a log that is generated as a whole, one without incidents needs none.',
  check(audited) {
    const { log, quarters } = audited;
    // What a generated log lists is set by an input, and no mistake in the file.
    const isOmitted = audited.settings.emptyQuarters === 'omit' || isAllGenerated(log);
    const headed = quarters.toSorted((one, other) =>
      compareQuarters(one.section.quarter, other.section.quarter),
    );
    const present = new Set(quarters.map(({ name }) => name));
    const mentioned = mentionedQuarters(audited);
    return mentioned.flatMap((newer, index): FindingDraft[] => {
      const older = mentioned[index - 1];
      const gap = older === undefined || isOmitted ? [] : quartersBetween(older, newer).slice(1, -1);
      const missing = [...(present.has(quarterName(newer)) ? [] : [newer]), ...gap];
      const oldest = missing.at(-1);
      if (oldest === undefined) return [];
      // The finding is at the heading above which the newest-first order would have the missing quarter.
      const below =
        headed.findLast(({ section }) => compareQuarters(section.quarter, oldest) < 0) ?? headed[0];
      if (below === undefined) return [];
      return messagesFor(missing).map((message) => ({ span: below.heading, message }));
    });
  },
};

/** The quarters that the log mentions, by a heading or by the day of an incident, the oldest first. */
function mentionedQuarters({ quarters, incidents }: AuditedLog): Quarter[] {
  const all = [
    ...quarters.map(({ section }) => section.quarter),
    ...incidents.flatMap(({ quarter }) => quarter ?? []),
  ];
  const byName = new Map(all.map((quarter) => [quarterName(quarter), quarter]));
  return [...byName.values()].sort(compareQuarters);
}

/** @param missing quarters in a row, the newest first */
function messagesFor(missing: readonly Quarter[]): string[] {
  const names = missing.map(quarterName);
  if (names.length > mostMissing)
    return [
      `${names.length} quarters in a row, from ${names.at(-1)} to ${names[0]}, have no heading: a year may be mistyped.`,
    ];
  return names.map(
    (name) => `${name} has no heading: every quarter in between is listed, one without incidents too.`,
  );
}
