import type { FormAnswers } from '../local-github/issue-form.ts';

export interface DemoIncident {
  readonly title: string;
  readonly answers: FormAnswers;
}

/** What the team has been through before, as it answered the form; times are those of Europe/London. Oldest first. */
export const incidents: readonly DemoIncident[] = [
  {
    title: 'Sentry Session Replay quota breach',
    answers: {
      'first-detected': '2023-11-17 09:21',
      repaired: '2023-11-17 15:45',
      resolved: '2024-04-11 11:06',
      severity: 'SEV4',
      services: 'session replay',
      identified: 'Two warning mails from Sentry, at 80% and 100% of the replay quota.',
      impact:
        'No session replays could be recorded until the quota was reset in December. Three services use the feature.',
      context: [
        '- 2023-11-16 17:17 Sentry warns that most of the quota is used.',
        '- 2023-11-16 18:01 Sentry says that all of it is used.',
        '- 2023-11-17 09:21 The team reads both mails.',
        '- 2023-11-17 10:38 One service is found to record nearly everything.',
        '- 2023-11-17 15:45 That service records errors only from now on.',
      ].join('\n'),
      resolution:
        'The service in question samples less, and the subscription was enlarged in spring. Until then it could have happened again.',
      'review-actions': [
        '- Alert on a sudden rise of replays - DONE',
        '- Send the mails from Sentry to the alerts channel - DONE',
        '- Enlarge the subscription - DONE',
        '- Describe sensible sample rates for service teams - DONE',
      ].join('\n'),
    },
  },
  {
    title: 'Mail to obr.uk refused after a migration, because of a cached MTA-STS policy',
    answers: {
      'first-detected': '2023-12-08 14:12',
      repaired: '2023-12-12 15:18',
      resolved: '2023-12-12 15:18',
      severity: 'SEV2',
      services: 'mail, DNS',
      identified: 'The team that moved the domain reported it.',
      impact: 'Mail to the domain was not delivered, from some senders for four days.',
      context: [
        '- 2023-12-08 14:12 Mail is refused on account of a policy that nobody expected.',
        '- 2023-12-08 15:25 The policy is taken down.',
        '- 2023-12-10 10:30 Senders turn out to have cached it, for up to 14 days (`max_age`).',
        '- 2023-12-11 10:43 A policy of mode `none` is put up in its place.',
        '- 2023-12-12 13:05 The same with a `max_age` of a day, which some senders insist on.',
        '- 2023-12-12 15:18 All mail arrives.',
      ].join('\n'),
      resolution:
        'A policy of mode `none`, valid for a day and without mail servers, replaced the cached one everywhere.',
      'review-actions': [
        '- Say in the readme how a domain is retired - DONE',
        '- Write a runbook for the DNS side of a mail migration - DONE',
        '- Decide what becomes of the MTA-STS set-up in the long run - TODO',
      ].join('\n'),
    },
  },
  {
    title: 'Sentry Session Replay quota exhausted',
    answers: {
      'first-detected': '2023-12-15 15:34',
      repaired: '2023-12-15 16:16',
      resolved: '2024-04-11 11:06',
      severity: 'SEV4',
      services: 'session replay',
      identified: 'A warning mail from Sentry at 80% of the replay quota.',
      impact: 'No session replays could be recorded until the quota was reset in January.',
      context: [
        '- 2023-12-15 15:34 Sentry warns that most of the quota is used.',
        '- 2023-12-15 16:16 Everybody who uses the feature is told.',
        '- 2023-12-15 22:37 Sentry says that all of it is used.',
      ].join('\n'),
      resolution: 'People were told what to expect; the larger subscription was on its way.',
      'review-actions': 'N/A, the larger subscription was being bought already.',
    },
  },
];

/** The incident that the demo follows from its alarm to the log. What is filed while it goes on: */
export const alarm: DemoIncident = {
  title: 'Onboarding mechanism release failure',
  answers: {
    'first-detected': '2024-10-14 10:30',
    services: 'single sign-on',
    impact:
      'Everybody in one GitHub organisation had to authenticate anew, and saw a banner about single sign-on.',
  },
};

/** The same as somebody would fill in the whole form when it is over: what the log has of it must not depend on the way. */
export const afterwards: DemoIncident = {
  title: alarm.title,
  answers: {
    ...alarm.answers,
    repaired: '2024-10-15 11:29 (fix forward)',
    resolved: '2024-10-15 11:40 (all are told)',
    severity: 'SEV2',
    identified: 'People wrote that the command line asked them to sign in again.',
    context: [
      '- 2024-10-14 14:00 The change to single sign-on is switched on.',
      '- 2024-10-14 14:40 The first people are locked out.',
      '- 2024-10-15 11:29 The team helps people across instead of switching it off again.',
    ].join('\n'),
    resolution: 'The change stayed, people were told how to sign in, and the community helped along.',
    'review-actions': [
      '- Leave a day between announcing a change and making it',
      '- Write a runbook for incidents',
    ].join('\n'),
  },
};

/** What people write on it. */
export interface DemoComment {
  readonly login: string;
  /** On the clock in London, which was an hour ahead of UTC. */
  readonly time: string;
  readonly text: string;
}

export const comments: readonly DemoComment[] = [
  {
    login: 'mona',
    time: '2024-10-14 14:41',
    text: [
      'I am on it: it is the change to single sign-on.',
      '',
      '/severity sev2',
      '/timeline 14:00 The change to single sign-on is switched on.',
      '/timeline 14:40 The first people are locked out.',
      '/action Leave a day between announcing a change and making it',
    ].join('\n'),
  },
  { login: 'mona', time: '2024-10-15 11:30', text: '/repaired 11.29 fix forward' },
  { login: 'mona', time: '2024-10-15 11:31', text: '/repaired 11:29 fix forward' },
  {
    login: 'lead',
    time: '2024-10-15 11:41',
    text: [
      '/timeline 11:29 The team helps people across instead of switching it off again.',
      '/action Write a runbook for incidents',
      '/resolved 11:40 all are told',
    ].join('\n'),
  },
];

/** What the lead fills in below the headings that are still empty then, by label. */
export const lateAnswers: readonly (readonly [label: string, answer: string])[] = [
  ['Identified', String(afterwards.answers.identified)],
  ['Resolution', String(afterwards.answers.resolution)],
];
