import { expect, it } from 'vitest';
import { type FiledIssue, readIncident } from '../../../src/form/read.ts';
import { defaultTemplate, type Template } from '../../../src/form/template.ts';
import { type StatusCommentFacts, statusCommentText } from '../../../src/status-comment/text.ts';

const options = { timezone: 'UTC', now: Date.parse('2024-12-01T12:00Z') };
const withDeclared: Template = {
  ...defaultTemplate,
  fields: [
    ...defaultTemplate.fields,
    { id: 'declared', label: 'Declared', kind: 'input', rendered: false, required: false },
  ],
};

/** The comment on an open incident with these answers, by label. */
function commentOn(
  answers: Readonly<Record<string, string>>,
  template = defaultTemplate,
  facts: Partial<StatusCommentFacts> = {},
): string {
  const body = Object.entries(answers)
    .map(([label, answer]) => `### ${label}\n\n${answer}`)
    .join('\n\n');
  const url = 'https://github.com/o/r/issues/12';
  const issue: FiledIssue = { number: 12, url, title: 'X', body, closed: false, reopenedAt: null };
  const { incident, problems } = readIncident(issue, template, options);
  return statusCommentText(
    {
      body,
      isOpen: true,
      incident,
      reopenedAt: null,
      problems,
      logStatus: { kind: 'listed', news: 'nothing' },
      pullRequest: null,
      compareUrl: null,
      log: { path: 'INCIDENTS.md', url: 'https://github.com/o/r/blob/main/INCIDENTS.md' },
      template,
      timezone: options.timezone,
      repositoryUrl: 'https://github.com/o/r',
      ...facts,
    },
    '<!-- m -->',
  );
}

const detected = { 'First detected': '2024-10-14 10:30', Impact: 'Much.' };

it('shows every event of the form as it was read, and no other field', () => {
  const comment = commentOn({ ...detected, Declared: '2024-10-14 10:40', Repaired: '11.29' }, withDeclared);
  expect(comment.split('\n').filter((line) => line.startsWith('| '))).toEqual([
    '|  | As read, in UTC |',
    '| --- | --- |',
    '| First detected | 2024-10-14 10:30 |',
    '| Repaired | *not read:* 11.29 |',
    '| Resolved | – |',
    '| Declared | 2024-10-14 10:40 |',
    '| **Time to repair** | *ongoing* |',
    '| **Time to resolve** | *ongoing* |',
  ]);
});

it('names the command that corrects a time', () => {
  expect(commentOn({ ...detected, Declared: 'noon' }, withDeclared)).toContain(
    'Or comment `/declared YYYY-MM-DD HH:MM`.',
  );
});

it('names the next event that is missing, with its command', () => {
  expect(commentOn(detected)).toContain(
    '**Repaired**: comment `/repaired` once it is, or `/repaired HH:MM`.',
  );
  expect(commentOn(detected)).not.toContain('/resolved');
  expect(commentOn(detected, defaultTemplate, { isOpen: false })).toContain(
    '**Resolved** is not recorded though the issue is closed, and is not guessed: comment `/resolved YYYY-MM-DD HH:MM`.',
  );
});

it('offers the rest of the form to be copied, once the incident is repaired: commands where there are any', () => {
  const comment = commentOn({ ...detected, Repaired: '2024-10-14 11:00' }, withDeclared);
  const blocks = [...comment.matchAll(/`{6}markdown\n([\s\S]*?)\n`{6}/g)].map(([, text]) => text);
  expect(blocks).toEqual([
    [
      '/resolved YYYY-MM-DD HH:MM',
      '/severity LEVEL',
      '/timeline YYYY-MM-DD HH:MM what happened',
      '/action what should change (@login, due YYYY-MM-DD)',
      '/declared YYYY-MM-DD HH:MM',
    ].join('\n'),
    '### Services\n\n### Identified\n\n### Resolution',
  ]);
});

it('gives the time to detect where the impact has a time, and long durations in days, too', () => {
  const started = { id: 'impact-started', label: 'Began', kind: 'input', rendered: false, required: false };
  const fields = [...defaultTemplate.fields, started];
  const comment = commentOn(
    {
      ...detected,
      Began: '2024-10-14 10:00',
      Repaired: '2024-10-17 10:29',
      Resolved: '2024-10-17 10:30',
    },
    { ...defaultTemplate, fields },
  );
  expect(comment).toContain(
    [
      '| **Time to detect** | 0h 30m |',
      '| **Time to repair** | 71h 59m |',
      '| **Time to resolve** | 72h 0m (3d 0h) |',
    ].join('\n'),
  );
});
