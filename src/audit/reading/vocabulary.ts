import { withoutInvisible } from '../../incident/invisible.ts';
import type { Measure, Moment } from './model.ts';

/** What a label says that stands behind it. */
export type Meaning =
  | { readonly kind: 'event'; readonly event: Moment }
  | { readonly kind: 'figure'; readonly measures: Measure }
  /** Two times, a figure, or both: “When: 10:05 to 11:20 (75 minutes)”. */
  | { readonly kind: 'period' }
  | { readonly kind: 'date' | 'severity' | 'title' };

const starts: readonly Moment[] = ['started', 'detected', 'declared'];
const ends: readonly Moment[] = ['mitigated', 'resolved', 'ended'];
const length: Measure = { from: starts, to: ends };
const measures = {
  length,
  detect: { from: ['started'], to: ['detected', 'declared'] },
  mitigate: { from: starts, to: ['mitigated'] },
  recover: length,
  // Nobody’s log is read for who acknowledged what, so that there is nothing to compare.
  acknowledge: { from: [], to: [] },
} as const satisfies Record<string, Measure>;

/** What a figure beside two times measures. */
export const measureOfPeriod: Measure = length;

const subject =
  '(?:(?:the )?(?:incident|outage|impact|downtime|event|issue|problem|disruption|failure|service|user impact|customer impact) )?';
const timeOf =
  '(?:(?:time|date|when|day|date ?(?:/|and|&|\\+)? ?time|time ?(?:/|and|&) ?date)(?: of)?(?: (?:the|incident|issue))? )?';
const at = '(?: ?(?:time|date|at|on|when|date ?(?:/|and|&|-)? ?time|timestamp|by|for))?';

const events: readonly (readonly [Moment, string])[] = [
  [
    'started',
    'start(?:ed|s|ing)?|began|begin(?:s|ning)?|begun|from|onset|occurred|occurrence|since|first (?:impact|failure|error)|発生日時|発生時刻|開始日時|開始時刻|開始',
  ],
  [
    'detected',
    'first detected|detected|detection|discovered|discovery|reported|alerted|noticed|identified|first (?:alert|report|noticed)|検知日時|検知時刻',
  ],
  ['declared', 'declared|declaration|opened'],
  ['mitigated', 'mitigated|mitigation|repaired|contained|緩和日時'],
  [
    'resolved',
    'resolved|resolution|restored|restoration|recovered|recovery|fixed|closed|all clear|復旧日時|解決日時|復旧時刻',
  ],
  ['ended', 'end(?:ed|s)?|stop(?:ped)?|until|till|to|finish(?:ed)?|completed|over|終了日時|終了時刻'],
];
const figures: readonly (readonly [keyof typeof measures, string])[] = [
  [
    'detect',
    'ttd|mttd|(?:mean )?time[- ]to[- ](?:detect|detection|discover|discovery|identify|notice)|detection time|time until detection|検知までの時間',
  ],
  [
    'acknowledge',
    'tta|mtta|time[- ]to[- ](?:acknowledge|acknowledgement|respond|response|engage)|response time',
  ],
  ['mitigate', 'ttm|mttm|time[- ]to[- ](?:mitigate|mitigation|contain)|緩和までの時間'],
  [
    'recover',
    'ttr|mttr|time[- ]to[- ](?:full |complete |service )?(?:recover|recovery|resolve|resolution|restore|restoration|repair|fix|close)(?: (?:the )?service)?|(?:recovery|resolution|repair|restoration) time|復旧までの時間',
  ],
  [
    'length',
    '(?:total |overall |approx(?:imate|\\.)? |estimated )?(?:(?:incident|outage|impact|downtime|event|disruption|service|user impact|customer impact) )?(?:duration|length|downtime)|outage time|time down|影響時間|停止時間|継続時間',
  ],
];

/** The event at which something ends that a label names, when a time stands behind it: “Resolution time: 11:30”. */
export function eventOfTime(label: string): Moment | null {
  if (/^(?:resolution|recovery|repair|restoration) time$/i.test(label.trim())) return 'resolved';
  return /^detection time$/i.test(label.trim()) ? 'detected' : null;
}

const eventPatterns = events.map(([event, words]) => ({
  event,
  pattern: new RegExp(`^${subject}${timeOf}${subject}(?:was )?(?:${words})${at}$`, 'i'),
}));
const figurePatterns = figures.map(([name, words]) => ({
  measures: measures[name],
  pattern: new RegExp(`^(?:${words})(?: of (?:the )?(?:incident|outage|impact|downtime))?$`, 'i'),
}));
const others: readonly (readonly [Exclude<Meaning['kind'], 'event' | 'figure'>, RegExp])[] = [
  [
    'date',
    /^(?:(?:incident|outage|event) )?(?:date|day|date ?(?:\/|and|&) ?time|date of (?:the )?(?:incident|outage|event)|発生日|日付)$/i,
  ],
  [
    'period',
    /^(?:when|time|times|period|(?:incident|outage|impact|downtime|maintenance) (?:period|window|times?)|time ?(?:window|frame|range|span)|start ?(?:\/|-|–|to|and) ?end(?: times?)?|from ?(?:\/|-|–) ?to|影響期間|発生期間)$/i,
  ],
  ['severity', /^(?:(?:incident )?(?:severity|sev|priority|impact level|severity level)|重大度|深刻度)$/i],
  ['title', /^(?:title|name|incident|summary|what|description|service|issue)$/i],
];

/** What a label means; null for one that says nothing about times, figures or severity. */
export function meaningOf(label: string): Meaning | null {
  const text = withoutInvisible(label)
    .replace(/[*_`]/g, '')
    .replace(/[([（][^)\]）]{0,40}[)\]）]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '' || text.length > 60) return null;
  const figure = figurePatterns.find(({ pattern }) => pattern.test(text));
  if (figure !== undefined) return { kind: 'figure', measures: figure.measures };
  const event = eventPatterns.find(({ pattern }) => pattern.test(text));
  if (event !== undefined) return { kind: 'event', event: event.event };
  const other = others.find(([, pattern]) => pattern.test(text));
  return other === undefined ? null : { kind: other[0] };
}

const cues: readonly (readonly [Moment, RegExp])[] = [
  [
    'resolved',
    /\b(?:resolved|all[- ]clear|fully (?:recovered|restored)|incident closed|permanently fixed)\b|復旧/i,
  ],
  ['mitigated', /\b(?:mitigated|rolled back|reverted|restored|recovered)\b|緩和/i],
  [
    'detected',
    /\b(?:detected|alert(?:ed|s)?\b.{0,20}\b(?:fired|received|triggered|noticed)|first alert|paged|noticed|reported)\b|検知/i,
  ],
  ['started', /\b(?:incident|outage|impact|downtime|errors?) (?:starts|started|began|begins)\b|発生|起源/i],
];

/** What a row of a timeline says that happened; null where its words do not say so, or say that it did not. */
export function cueOf(text: string): Moment | null {
  const part = text.slice(0, 400);
  if (/\b(?:not|un|partially|believed?|still|trying|attempt)\b/i.test(part)) return null;
  return cues.find(([, pattern]) => pattern.test(part))?.[0] ?? null;
}

/** Words in running prose behind which the length of an incident stands. */
const proseBefore =
  /\b(?:(?:total |whole )?(?:duration|downtime|outage|disruption) (?:was|of|lasted|lasting)|lasted|was (?:down|unavailable|unreachable) for|were (?:down|unavailable|unreachable) for)(?: a)?(?: total(?: of)?)?(?: for)? $/i;

const outage =
  '(?:outage|down(?:time)?|unavailable|unreachable|offline|silent|degrad(?:ed|ation)|disruption)';
const titleBefore = new RegExp(`\\b${outage}\\b[^.:]{0,20}$`, 'i');
const titleBehind = new RegExp(`^[- ]?(?:[\\w-]+ ){0,2}${outage}\\b`, 'i');

/** Whether the words of a title around a duration say that the incident lasted so long. */
export function isLengthInTitle(before: string, behind: string): boolean {
  return titleBefore.test(before.slice(-60)) || titleBehind.test(behind.slice(0, 80));
}

/** Whether the words in front of a duration say that the incident lasted so long. */
export function isLengthOfIncident(before: string): boolean {
  return proseBefore.test(before.slice(-80));
}
