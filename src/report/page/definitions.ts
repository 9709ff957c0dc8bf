import { type Html, html } from './html.ts';

const definitions: readonly (readonly [string, string])[] = [
  ['Time to repair', 'The time that passed from first detection until people could work again.'],
  ['Time to resolve', 'The time that passed from first detection until the incident was resolved.'],
  [
    'Time to detect',
    'The time that passed from the start of the impact to first detection, where that start is recorded.',
  ],
  ['Ongoing', 'Not repaired yet. Such an incident is counted, and has no durations.'],
  ['Measured', 'How many of the incidents have the duration. All figures of a row come from these.'],
  [
    'Median',
    'The duration in the middle: half of the incidents took no longer. For an even number, it is halfway between the two in the middle.',
  ],
  [
    'Interval of the median',
    'How far chance may have moved the median: ranges found this way hold the true median in the share of cases given. Fewer than 6 durations are too few for 95%.',
  ],
  ['Mean', 'The sum of the durations, divided by their number. A single long incident moves it far.'],
  ['Shortest, longest', 'The shortest and the longest of the durations.'],
  [
    '90th percentile, at most',
    'Nine of ten incidents take no longer than the 90th percentile, and in 95% of cases a bound found this way is not below it. Fewer than 29 durations are too few for one.',
  ],
  [
    'Last four quarters',
    'The four quarters up to the last one that has ended. The current quarter is not among them.',
  ],
  [
    'By service',
    'An incident that hit several services counts in each of them, so these rows can add up to more than all incidents.',
  ],
];

/** A sentence for every figure of the page. */
export function definitionsSection(timezone: string): Html {
  return html`<dl class="definitions">
${definitions.map(
  ([name, sentence]) => html`<div><dt>${name}</dt><dd>${sentence}</dd></div>
`,
)}</dl>
<p>Durations are in elapsed hours and minutes, from 72 hours on in days, too. An incident counts in the year and quarter in which it was first detected. Times are on the clock in ${timezone}.</p>
`;
}
