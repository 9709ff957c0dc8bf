import { type Issue, type TrustRule, trustOf, whyNoIncident } from '../github/issue.ts';
import { groupBy } from '../group-by.ts';

const MOST_NUMBERS = 100;

/** A line for each reason why issues are not in the log, with their numbers; empty where all of them are. */
export function leftOut(issues: readonly Issue[], label: string, rule: TrustRule): string {
  const once = [...new Map(issues.map((issue) => [issue.number, issue])).values()];
  const reasons = groupBy(once, (issue) => whyNoIncident(issue, label) ?? whyNotTrusted(issue, rule));
  const lines = {
    'pull-request': 'pull request',
    'no-label': `no label “${label}”`,
    'false-alarm': 'false alarm, closed as not planned',
    duplicate: 'duplicate',
    'no-association':
      'no author_association, so it cannot be told whether the author is trusted; list the issues as the REST API gives them',
    untrusted: `untrusted author; the label “${rule.confirmedLabel}” lets an incident in`,
  } as const;
  return (Object.keys(lines) as (keyof typeof lines)[])
    .flatMap((reason) => {
      const numbers = (reasons.get(reason) ?? []).map(({ number }) => number);
      return numbers.length === 0 ? [] : [`incident-log: ${listed(numbers)} left out: ${lines[reason]}.\n`];
    })
    .join('');
}

function whyNotTrusted(issue: Issue, rule: TrustRule): 'no-association' | 'untrusted' | null {
  if (trustOf(issue, rule) === 'trusted') return null;
  const isUntold = issue.author_association === '' && issue.user?.type !== 'Bot';
  return isUntold ? 'no-association' : 'untrusted';
}

function listed(numbers: readonly number[]): string {
  const sorted = numbers.toSorted((one, other) => one - other);
  const shown = sorted.slice(0, MOST_NUMBERS).map((number) => `#${number}`);
  const more = sorted.length - shown.length;
  return `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}
