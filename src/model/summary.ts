import type { Distribution } from '../incident/distribution.ts';

/** Figures about some incidents. */
export interface SummaryFigures {
  readonly incidents: number;
  readonly ongoing: number;
  readonly timeToDetect: Distribution;
  readonly timeToRepair: Distribution;
  readonly timeToResolve: Distribution;
}

/** A review action that is neither done nor dropped. */
export interface OpenReviewAction {
  /** Markdown. */
  readonly text: string;
  readonly issue: number | string | null;
  /** Number of the incident issue. */
  readonly incident: number;
  readonly owner: string | null;
  readonly due: string | null;
}

/** The figures of a log beyond its quarters' own. */
export interface Summary {
  /** `rolling-year` first of all; then years (`2024`) and quarters (`Q4 2024`) that have incidents, newest first. */
  readonly periods: readonly (SummaryFigures & { readonly period: string })[];
  /** Levels in the form's order, then those the form no longer has, then null: not stated. */
  readonly severities: readonly (SummaryFigures & { readonly severity: string | null })[];
  readonly services: readonly (SummaryFigures & { readonly service: string | null })[];
  readonly openActions: readonly OpenReviewAction[];
}
