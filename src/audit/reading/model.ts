import type { Instant } from '../../incident/incident.ts';
import type { Span } from '../../log/read/span.ts';
import type { StatedLength } from './lengths.ts';
import type { WallTime } from './times.ts';

/** What can happen in an incident that a figure is measured from or to. `ended` is an end that does not say which one. */
export type Moment = 'started' | 'detected' | 'declared' | 'mitigated' | 'ended' | 'resolved';

/** Where a log states an event. */
export type Source = 'label' | 'table' | 'row' | 'front matter' | 'range' | 'timeline';

/** An event as anybody's log states it. */
export interface ReportedEvent {
  readonly kind: Moment;
  readonly span: Span;
  readonly time: WallTime;
  /** Null where it depends on a zone that nobody can tell from its letters, or the clock shows the time twice or never. */
  readonly instant: Instant | null;
  readonly source: Source;
  /** Number of the first line of the lines that it stands with. */
  readonly group: number;
}

/** A row of a timeline. */
export interface TimelineRow {
  readonly span: Span;
  readonly time: WallTime;
  readonly instant: Instant | null;
  /** What its words say that happened; null where they do not say so. */
  readonly kind: Moment | null;
}

/** The events that a label allows its figure to lie between. */
export interface Measure {
  readonly from: readonly Moment[];
  readonly to: readonly Moment[];
}

/** A figure as anybody's log states it. */
export interface ReportedFigure {
  readonly label: string;
  /** The figure alone. */
  readonly span: Span;
  readonly length: StatedLength;
  readonly measures: Measure;
  /** As for an event. */
  readonly group: number;
  /** Whether words stand behind it that may say that it measures something else. */
  readonly hasRemark: boolean;
  /** The two times that stand with it in parentheses; null without them. */
  readonly own: { readonly from: WallTime; readonly to: WallTime } | null;
}

/** An incident in anybody's log. */
export interface ReportedIncident {
  /** Number of its first line, from 1. */
  readonly line: number;
  /** Its heading, row or item, or the first line of its file. */
  readonly span: Span;
  /** `YYYY-MM-DD`, the first day where there are several; null where none is stated. */
  readonly date: string | null;
  readonly title: string;
  readonly severity: string | null;
  readonly events: readonly ReportedEvent[];
  readonly timeline: readonly TimelineRow[];
  readonly figures: readonly ReportedFigure[];
}
