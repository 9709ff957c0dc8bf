import { form, incidentAt } from '../bench/incidents.ts';
import { renderSubmission } from '../local-github/issue-form.ts';

const [minute, day] = [60_000, 24 * 60 * 60_000];
const severities = ['SEV3', 'SEV1', 'SEV4', '', 'SEV2', 'SEV3', 'SEV4'];
const services = ['checkout', 'search', 'billing, checkout', 'sign-in', '', 'billing'];

/** So many incidents as the API lists them, nine days apart from March 2016 on. The last is ongoing, and every tenth is not resolved. */
export function issuesOf(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const start = Date.UTC(2016, 2, 1, 8) + index * 9 * day + (index % 50) * 13 * minute;
    const { title, answers } = incidentAt(index, start);
    const repaired = start + (7 + ((index * 7919) % 6000)) * minute;
    const isOngoing = index === count - 1;
    return issueWith(3 * index + 4, title, {
      ...answers,
      severity: severities[index % severities.length] ?? '',
      services: services[index % services.length] ?? '',
      repaired: isOngoing ? '' : written(repaired),
      resolved: isOngoing || index % 10 === 0 ? '' : written(repaired + (index % 400) * 31 * minute),
      'review-actions': index % 5 === 0 ? '- Alert on **refused** connections (@mona, due 2026-12-01)' : '',
    });
  });
}

/** An issue that was filed through the form by a member. */
export function issueWith(number: number, title: string, answers: Readonly<Record<string, string>>) {
  return {
    number,
    title: `[Incident] ${title}`,
    body: renderSubmission(form, answers),
    html_url: `https://github.com/octo/service/issues/${number}`,
    state: 'open',
    labels: ['incident'],
    user: { login: 'mona', type: 'User' },
    author_association: 'MEMBER',
  };
}

function written(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}
