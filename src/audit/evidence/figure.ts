import { formatDuration } from '../../incident/clock.ts';
import type { Figures } from '../../incident/incident.ts';
import { type StatedEvents, timeOf } from '../../log/read/hand-written.ts';
import type { LogEntry } from '../../log/read/model.ts';
import type { Span } from '../../log/read/span.ts';
import { agrees, remarkWith, type StatedDuration, statedDuration } from '../../log/read/stated-duration.ts';
import type { ContextEntry } from './context.ts';
import { explainDuration } from './explain.ts';
import { remarkAround } from './remark.ts';

export type FigureName = keyof Figures;

/** A duration that a log states under a label, and the one that follows from the times. */
export interface AuditedDuration {
  readonly label: string;
  /** What stands behind the label; null without the label. */
  readonly span: Span | null;
  /** Null for nothing, and for text that can't be read as a duration. */
  readonly stated: StatedDuration | null;
  /** Whole minutes; null where a time is missing or can't be used. */
  readonly computed: number | null;
  /** Null where the stated duration is right, or can't be compared. */
  readonly mismatch: Mismatch | null;
}

/** Why a stated duration is wrong, as far as that can be told. */
export interface Mismatch {
  /** What would make it right; null where nothing does. */
  readonly explanation: string | null;
  /** What somebody wrote behind the duration, or behind one that it rests on; '' for nothing. */
  readonly remark: string;
  /** The right duration; null where a person has to decide what is wrong. */
  readonly fix: string | null;
}

/** A duration of an incident, from first detection to another event. */
export interface AuditedFigure extends AuditedDuration {
  readonly to: 'repaired' | 'resolved';
  /** What was computed, in seconds. */
  readonly exact: number | null;
}

/** The figures of an incident, in the order in which entries have them. */
const figures = {
  timeToRepair: { label: 'Time to repair', to: 'repaired' },
  timeToResolve: { label: 'Time to resolve', to: 'resolved' },
} as const;

/** What an entry says besides its figures that can make one of them right. */
interface Surroundings {
  readonly entry: LogEntry;
  readonly events: StatedEvents;
  readonly context: readonly ContextEntry[];
  readonly source: string;
  readonly timezone: string;
}

/**
 * Compares a figure of an entry with what follows from its times.
 *
 * @param computed whole minutes
 * @param exact seconds
 */
export function auditFigure(
  name: FigureName,
  computed: number | null,
  exact: number | null,
  surroundings: Surroundings,
): AuditedFigure {
  const span = surroundings.entry[name];
  const figure = { ...figures[name], span, stated: statedDuration(span), computed, exact };
  return { ...figure, mismatch: mismatchOf(figure, surroundings) };
}

function mismatchOf(
  { to, stated, computed, exact }: Omit<AuditedFigure, 'mismatch'>,
  { entry, events, context, source, timezone }: Surroundings,
): Mismatch | null {
  if (stated === null || computed === null || agrees(stated, exact ?? computed * 60)) return null;
  const remark = remarkWith(stated, source);
  const explanation = explainDuration({
    minutes: stated.minutes,
    remark: remarkAround(stated, source),
    to,
    events,
    others: entry.events.flatMap((event) => {
      const time = timeOf(event, timezone);
      const isChosen = events.get(event.kind)?.event === event;
      return time.kind === 'time' && !isChosen ? [{ name: event.name, instant: time.instant }] : [];
    }),
    contextInstants: context.flatMap(({ instant }) => instant ?? []),
    timezone,
  });
  const isCertain = explanation?.strength !== 'strong' && remark === '';
  return { explanation: explanation?.text ?? null, remark, fix: isCertain ? formatDuration(computed) : null };
}
