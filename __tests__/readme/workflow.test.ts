import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const workflow = parse(
  readFileSync(join(import.meta.dirname, '../../.github/workflows/incident-log.yml'), 'utf8'),
);

/** Whether GitHub starts a runner for an event. */
function starts(event_name: string, event: object): boolean {
  const { tokens } = new Lexer(workflow.jobs.log.if).lex();
  const expression = new Parser(tokens, ['github'], []).parse();
  const context = JSON.parse(
    JSON.stringify({ github: { event_name, event } }),
    data.reviver,
  ) as data.Dictionary;
  return new Evaluator(expression, context).evaluate().coerceString() === 'true';
}

const label = (name: string) => ({ name });
const incident = { labels: [label('bug'), label('incident')], body: '### First detected' };
const action = { labels: [label('review-action')], body: '' };
const other = { labels: [label('bug')], body: '' };

describe('the workflow starts a runner', () => {
  it.each(['schedule', 'workflow_dispatch', 'push'])('on %s', (name) => {
    expect(starts(name, {})).toBe(true);
  });

  it.each([
    [true, { action: 'edited', issue: incident }],
    [true, { action: 'closed', issue: action }],
    [true, { action: 'opened', issue: { ...other, body: '### First detected\n' } }],
    [true, { action: 'labeled', issue: incident, label: label('incident-confirmed') }],
    [false, { action: 'labeled', issue: incident, label: label('incident-problem') }],
    [false, { action: 'labeled', issue: incident, label: label('bug') }],
    [false, { action: 'opened', issue: other }],
    [false, { action: 'opened', issue: { ...other, body: '### Steps to reproduce\n\n1. Sign in' } }],
    [false, { action: 'edited', issue: { ...other, body: '### First detected\n' } }],
  ])('%s, for an issue: %j', (expected, event) => {
    expect(starts('issues', event)).toBe(expected);
  });

  it.each([
    [true, incident, '/repaired'],
    [true, incident, 'We are through.\n/Resolved 14:43\nThanks!'],
    [true, incident, '/detected 14:43'],
    [true, incident, '/timeline Paged'],
    [true, incident, '/action Alert on it'],
    [true, incident, '/help'],
    // A near miss is answered, too.
    [true, incident, '/resolve'],
    [true, incident, '/mitigated'],
    [true, incident, 'Through.\r\n\r\n/fixed 14:43\r\n'],
    // Lesson 52: a link to a run holds the word of a command.
    [false, incident, 'See https://github.com/octo/service/actions/runs/1 and octo/service/action/help.'],
    [false, incident, '- /repaired'],
    // Lesson 53: our own replies quote commands, and an app’s token starts runs.
    [false, incident, 'Not carried out:\n\n/repaired 14.43\n\n<!-- incident-log: reply to=1 refused -->'],
    [false, incident, 'We are looking into it, see /var/log.'],
    [false, incident, 'Comment `/repaired`.\n\n<!-- incident-log: feedback problems= confirmed= -->'],
    [false, other, '/repaired'],
    [false, { ...incident, pull_request: { url: '' } }, '/repaired'],
  ])('%s, for a comment on %j: %j', (expected, issue, body) => {
    expect(starts('issue_comment', { action: 'created', issue, comment: { body } })).toBe(expected);
  });

  it('for the form that this repository ships, whose label may have been dropped', () => {
    const form = parse(
      readFileSync(join(import.meta.dirname, '../../.github/ISSUE_TEMPLATE/incident.yml'), 'utf8'),
    );
    const { attributes } = form.body.find(({ id }: { id?: string }) => id === 'first-detected');
    const opened = { action: 'opened', issue: { ...other, body: `### ${attributes.label}\n\n14:43` } };
    expect(starts('issues', opened)).toBe(true);
  });

  it('for created comments alone: an edit carries nothing out', () => {
    expect(workflow.on.issue_comment).toEqual({ types: ['created'] });
  });
});
