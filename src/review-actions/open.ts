/** A review action that is still to be done, as the step summary lists it. */
export interface OpenAction {
  /** Its issue: a number in the incident's own repository, or `owner/repo#34`. */
  readonly reference: number | string;
  /** Web address of that issue. */
  readonly url: string;
  /** Title of that issue: plain text of whoever wrote it. */
  readonly title: string;
  /** Number of the incident issue. */
  readonly incident: number;
  /** Logins without `@`. */
  readonly owners: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly due: string | null;
  /** Whole days since its issue was opened. */
  readonly ageDays: number;
  readonly isOverdue: boolean;
}
