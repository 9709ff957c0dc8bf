import type { Choice } from '../choices.ts';
import { UserError } from '../errors.ts';
import type { SignOff } from '../github/commit.ts';
import type { TrustRule } from '../github/issue.ts';
import { isTimeZone } from '../incident/clock.ts';
import type { EmptyQuarters } from '../incident/statistics.ts';
import type { HandKept } from '../log/write-log.ts';
import type { EngineSetting } from '../markdown/template.ts';

/** Where the form is unless `template-path` says otherwise; as action.yml has it. */
export const DEFAULT_TEMPLATE_PATH = '.github/ISSUE_TEMPLATE/incident.yml';

/** What a team sets about its log. */
export interface LogSettings {
  readonly path: string;
  /** Where the chart is in the repository; empty for none. */
  readonly chartPath: string;
  /** Title and intro of a new log; an empty intro means the usual one. */
  readonly title: string;
  readonly intro: string;
  /** IANA name. */
  readonly timezone: string;
  readonly emptyQuarters: EmptyQuarters;
  readonly handKept: HandKept;
  readonly engine: EngineSetting;
  /** Whether a new log gets an overview, and one that stands is kept up to date. */
  readonly overview: 'write' | 'leave';
}

/** How review actions are kept as issues. */
export interface ActionSettings {
  readonly label: string;
  /** Days after which an action without a due date is overdue; 0 for never. */
  readonly days: number;
}

export interface Settings extends TrustRule {
  readonly label: string;
  /** Label of an incident in which somebody must fix something. */
  readonly problemLabel: string;
  /** Whether incidents get a status comment. */
  readonly feedback: 'comment' | 'none';
  /** Whether `/resolved` closes the issue. */
  readonly onResolved: 'close' | 'leave-open';
  /** Null leaves them as they are typed. */
  readonly reviewActions: ActionSettings | null;
  readonly log: LogSettings;
  readonly templatePath: string;
  readonly branch: string;
  /** Empty means the default branch. */
  readonly base: string;
  /** Whether the run opens the pull request, or leaves that to a person. */
  readonly pullRequest: 'open' | 'branch';
  readonly pullRequestTitle: string;
  readonly pullRequestLabels: readonly string[];
  /** First line of the commits; empty means one that says what changed. */
  readonly commitMessage: string;
  readonly signOff: SignOff;
}

/** Throws {@link UserError} on a name that is no IANA time zone. */
export function readTimeZone(name: string): string {
  if (isTimeZone(name)) return name;
  throw new UserError(timeZoneSentence(name));
}

/** What a team says of the site generator that shows its log; `auto` goes by the file. */
export function engineSetting(word: Choice<'template-engine'>): EngineSetting {
  return word === 'liquid' || word === 'erb' ? 'tags' : word;
}

/** What is wrong with a name that is no IANA time zone. */
export function timeZoneSentence(name: string): string {
  return `“${name}” is no time zone; set \`timezone\` to an IANA name such as Europe/London or America/New_York.`;
}
