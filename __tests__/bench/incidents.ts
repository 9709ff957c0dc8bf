import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderSubmission } from '../local-github/issue-form.ts';

export const form = readFileSync(
  join(import.meta.dirname, '../../.github/ISSUE_TEMPLATE/incident.yml'),
  'utf8',
);

/** An incident as a team files it. */
export interface FiledIncident {
  readonly title: string;
  /** By field id. */
  readonly answers: Readonly<Record<string, string>>;
  /** The form as GitHub renders it, 2.3 kB. */
  readonly body: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const bodyLength = 2300;

const services = ['checkout', 'search', 'billing-api', 'sign-in', 'mail-relay', 'image-proxy', 'orders'];
const people = ['mona', 'lead', 'octo', 'reader'];
const symptoms = [
  'timeouts after the nightly deploy',
  'errors for a third of requests',
  'expired certificate',
  'queue that no longer drains',
  'slow pages during the sale',
  'refused connections to the database',
];
const happenings = [
  'Alert on failed requests to {service} (p95 over 4 s, 12% errors).',
  '@{person} takes the lead and opens `#incident-{service}`.',
  "Traced to [the change of last night](https://github.com/octo/{service}/pull/{number}), which doubled the pool's size.",
  'Rolled back with `kubectl rollout undo deployment/{service}`; errors fall, but not to zero.',
  'The dashboard at https://status.example.com/d/{service}?from=now-6h shows a second spike.',
  'Two customers write in; support answers with the **prepared text**.',
  'Memory of `{service}-worker` reaches its limit (2 GiB), and the kernel ends it.',
  "We'd seen the same in spring, see #{number}. That fix was never applied to the second region.",
  'The database refuses new connections: `FATAL: too many connections for role "{service}"`.',
  'Pool cut from 200 to 50 in `config/{service}.yml`, deployed to one region first.',
  'Nothing in the logs of the load balancer; the _slow_ requests never reach it.',
  'Errors are back to normal. We keep watching until the evening.',
];
const effects = [
  "About {number} people couldn't finish what they were doing in {service}; nobody lost data.",
  'Orders placed between the first alert and the rollback were delayed by up to an hour.',
  "Staff outside the office network couldn't sign in, and called the help desk instead.",
];
const endings = [
  "The pool's size is limited again, and a test fails when it's larger than what the database allows.",
  'See [the runbook](https://wiki.example.com/runbooks/{service}) for how to do this faster next time.',
  'The second region got the same fix; `terraform plan` is empty in both.',
];
const actions = [
  '- Alert when `{service}` uses more than 80% of its connections (@{person}, due {due})',
  '- Write down how to roll back {service}: [draft](https://wiki.example.com/drafts/{number}) - DONE',
  '- Apply the fix of #{number} to the second region - TODO',
  "- Ask the vendor why their status page didn't say anything",
];
const table = [
  '| Region | Errors | p95 |',
  '| --- | ---: | ---: |',
  '| eu-west-1 | 12% | 4.1 s |',
  '| us-east-1 | 0.3% | 240 ms |',
  '| ap-south-1 | 7% | 2.9 s |',
].join('\n');

/** The form with `{{id}}` for each answer: rendering it anew for each of 10,000 would take longer than what is measured. */
const blank = renderSubmission(
  form,
  Object.fromEntries([...form.matchAll(/^ +id: (\S+)$/gm)].map(([, id = '']) => [id, `{{${id}}}`])),
);

/**
 * The nth incident of a team: a timeline, inline code, links and mentions as people write them, and a table in one of ten. The same for
 * the same arguments, and no two alike.
 * @param start when it was detected, in UTC milliseconds
 */
export function incidentAt(index: number, start: number): FiledIncident {
  const fill = (text: string, nth: number) =>
    text
      .replaceAll('{service}', pick(services, index))
      .replaceAll('{person}', pick(people, index + nth))
      .replaceAll('{number}', `${((index * 7919 + nth * 104_729) % 9000) + 1000}`)
      .replaceAll('{due}', written(start + (14 + nth) * day).slice(0, 10));
  const several = (texts: readonly string[]) => texts.map(fill);
  const repaired = 60 + (index % 300);
  const resolved = repaired + 30 + (index % 2000);
  const answers: Record<string, string> = {
    'first-detected': written(start),
    repaired: `${written(start + repaired * minute)} (rolled back)`,
    resolved: written(start + resolved * minute),
    identified: fill('An alert on `{service}`, followed by two calls to the help desk.', 0),
    impact: several(effects.slice(index % 2)).join(' '),
    context: '',
    resolution: several(endings).join('\n\n'),
    'review-actions': several(actions.slice(index % 3)).join('\n'),
  };
  const render = () => blank.replace(/\{\{([\w-]+)\}\}/g, (_, id: string) => answers[id] ?? '');
  const happened = index % 10 === 0 ? [`\n${table}`] : [];
  for (let nth = 0; render().length + happened.join('\n').length < bodyLength - 50; nth += 1) {
    const time = written(start + nth * 7 * minute);
    happened.splice(nth, 0, `- ${time} ${fill(pick(happenings, index + nth), nth)}`);
  }
  answers.context = happened.join('\n');
  return { title: `${fill('{service}', 0)}: ${pick(symptoms, index)}`, answers, body: render() };
}

/** So many incidents, the oldest first, spread evenly between two instants (UTC milliseconds). */
export function incidentsBetween(from: number, until: number, count: number): FiledIncident[] {
  return Array.from({ length: count }, (_, index) =>
    incidentAt(index, from + Math.floor(((until - from) / count) * index)),
  );
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}

/** On the clock in London in winter, as a person types it. */
function written(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}
