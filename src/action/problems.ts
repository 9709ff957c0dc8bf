import type { IssueProblem } from '../incident/incident.ts';
import { withinAnnotationLimit } from '../workflow-commands.ts';
import type { Runner } from './runner.ts';

interface Warning {
  readonly severity: 'warning';
  readonly title: string;
  readonly message: string;
}

/** Those of the event's issue first: somebody is waiting there, and GitHub shows the first ten. */
export function warningsOf(
  problems: readonly IssueProblem[],
  notes: readonly string[],
  eventIssue: number | null,
): Warning[] {
  const warning = (title: string, message: string): Warning => ({ severity: 'warning', title, message });
  const ofProblem = ({ issue, rule, message }: IssueProblem) =>
    warning(rule, issue === null ? message : `#${issue}: ${message}`);
  const isEvents = ({ issue }: IssueProblem) => issue !== null && issue === eventIssue;
  return [
    ...problems.filter(isEvents).map(ofProblem),
    ...notes.map((note) => warning('Review actions', note)),
    ...problems.filter((problem) => !isEvents(problem)).map(ofProblem),
  ];
}

export function annotate({ core, say }: Runner, warnings: readonly Warning[]): void {
  const { shown, rest, notice } = withinAnnotationLimit(warnings, {
    reserved: 0,
    rest: 'The step summary lists all of them.',
  });
  if (notice !== null) core.notice(notice);
  for (const { message, title } of shown) core.warning(message, { title });
  for (const { message, title } of rest) say(`${title}: ${message}`);
}

/** Why a run fails that has done its work, in one sentence. */
export function failedByProblems(count: number, done: string): string {
  return `${count} ${count === 1 ? 'problem needs' : 'problems need'} fixing on the issues named above; ${done}.`;
}

/** Says that the authors of so many incidents were not asked about. */
export function unaskedNote(count: number, confirmedLabel: string): string {
  const incidents = count === 1 ? '1 incident is' : `${count} incidents are`;
  return `${incidents} left as the log has them, because a run asks GitHub about the permission of 20 people only: add the label “${confirmedLabel}” to those that belong in the log.`;
}
