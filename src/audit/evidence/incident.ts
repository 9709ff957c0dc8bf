import type { Instant } from '../../incident/incident.ts';
import { type Quarter, quarterOf } from '../../incident/quarter.ts';
import {
  computedFigures,
  exactFigures,
  placeInTime,
  type StatedEvents,
  statedEvents,
} from '../../log/read/hand-written.ts';
import type { LogEntry } from '../../log/read/model.ts';
import { type ListedReviewAction, readReviewList } from '../../log/read/review-list.ts';
import { headingSpan, type Span } from '../finding.ts';
import { type ContextEntry, contextEntries } from './context.ts';
import { type AuditedFigure, auditFigure, type FigureName } from './figure.ts';

/** An entry of a log, with what it says and what follows from that. */
export interface AuditedIncident {
  readonly entry: LogEntry;
  readonly heading: Span;
  readonly events: StatedEvents;
  /** In the order in which entries have them. */
  readonly figures: Readonly<Record<FigureName, AuditedFigure>>;
  /** First detection, or noon of the day in the heading; null where neither can be read. */
  readonly instant: Instant | null;
  /** The quarter of that instant; without one, the quarter that the entry stands under. */
  readonly quarter: Quarter | null;
  /** The lines of the context that begin with a time. */
  readonly context: readonly ContextEntry[];
  readonly reviewActions: readonly ListedReviewAction[];
}

/** Reads what an entry says, and computes what follows from it. */
export function auditIncident(
  entry: LogEntry,
  source: string,
  {
    timezone,
    now,
    repositoryUrl,
  }: { readonly timezone: string; readonly now: Instant; readonly repositoryUrl: string },
): AuditedIncident {
  const events = statedEvents(entry, timezone);
  const instant = placeInTime(entry, events, timezone);
  const computed = computedFigures(events, now);
  const exact = exactFigures(events, computed);
  const context = entry.context === null ? [] : contextEntries(entry.context, source, timezone);
  const figure = (name: FigureName) =>
    auditFigure(name, computed[name], exact[name], { entry, events, context, source, timezone });
  return {
    entry,
    heading: headingSpan(entry, source),
    events,
    figures: { timeToRepair: figure('timeToRepair'), timeToResolve: figure('timeToResolve') },
    instant,
    quarter: instant === null ? entry.quarter : quarterOf(instant, timezone),
    context,
    reviewActions:
      entry.reviewActions === null
        ? []
        : readReviewList(entry.reviewActions, source, repositoryUrl && `${repositoryUrl}/issues/1`),
  };
}
