import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderSubmission, submitForm } from '../issue-form.ts';
import { type LocalGitHub, startLocalGitHub } from '../local-github.ts';

const template = `
name: Incident
title: "[Incident] "
labels: [incident, missing]
body:
  - type: markdown
    attributes: { value: Hello }
  - type: input
    id: first-detected
    attributes: { label: First detected }
  - type: textarea
    id: log
    attributes: { label: Log, render: shell }
  - type: dropdown
    id: teams
    attributes: { label: Teams, multiple: true, options: [A, "B, C"] }
  - type: checkboxes
    id: sure
    attributes: { label: Sure, options: [{ label: One }, { label: Two }] }
  - type: textarea
    id: impact
    attributes: { label: Impact }
`;

describe('a submitted form', () => {
  it('has every field in form order', () => {
    const body = renderSubmission(template, {
      impact: 'a\n\nb',
      teams: ['A', 'B, C'],
      sure: ['Two'],
      log: 'ls',
    });
    expect(body).toBe(
      '### First detected\n\n_No response_\n\n### Log\n\n```shell\nls\n```\n\n### Teams\n\nA, B, C\n\n' +
        '### Sure\n\n- [ ] One\n- [x] Two\n\n### Impact\n\na\n\nb',
    );
  });

  it('keeps the line ends of a browser inside answers, with LF between fields', () => {
    expect(renderSubmission(template, { impact: 'a\nb', log: '' }, '\r\n')).toContain(
      '\n\n### Impact\n\na\r\nb',
    );
  });

  describe('filed', () => {
    let github: LocalGitHub;
    beforeAll(async () => {
      github = await startLocalGitHub();
    });
    afterAll(() => github.close());

    it('lesson 41b: has the labels of the form that exist, whoever files it', async () => {
      const files = { '.github/ISSUE_TEMPLATE/incident.yml': template };
      await github.createRepository({ name: 'octo/site', labels: ['Incident', 'other'], files });
      const title = 'It broke';
      const issue = await submitForm(github, {
        repository: 'octo/site',
        login: 'stranger',
        title,
        answers: {},
      });
      expect(issue).toMatchObject({
        title: '[Incident] It broke',
        user: { login: 'stranger' },
        author_association: 'NONE',
      });
      expect(issue.labels).toMatchObject([{ name: 'Incident' }]);
    });
  });
});
