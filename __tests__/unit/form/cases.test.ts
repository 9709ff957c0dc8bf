import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../../src/form/answers.ts';
import { readIncident } from '../../../src/form/read.ts';
import { defaultTemplate, readTemplate, type Template } from '../../../src/form/template.ts';
import type { Incident } from '../../../src/incident/incident.ts';

interface Expected {
  /** By id of the field, or its label where it has none; all of them. */
  readonly answers: Readonly<Record<string, string>>;
  /** Severity, rule and field; all of them. */
  readonly problems: readonly (readonly string[])[];
  readonly incident?: Partial<Incident>;
}

const cases = join(import.meta.dirname, '../../cases');

function templateIn(folder: string): Template {
  const path = join(folder, 'template.yml');
  if (!existsSync(path)) return defaultTemplate;
  const reading = readTemplate(readFileSync(path, 'utf8'));
  if (reading.kind === 'problem') throw new Error(reading.message);
  return reading.template;
}

/** `lesson-02-headings-in-an-answer` as `lesson 2: headings in an answer`. */
function nameOf(folder: string): string {
  const words = folder.replaceAll('-', ' ');
  return words.replace(/^lesson 0*(\d+) /, 'lesson $1: ');
}

describe('an issue as people leave it', () => {
  const folders = globSync('*/body.md', { cwd: cases }).map((path) => join(path, '..'));

  it.each(folders.map((folder) => [nameOf(folder), join(cases, folder)]))('%s', (_, folder) => {
    const body = readFileSync(join(folder, 'body.md'), 'utf8');
    const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    const template = templateIn(folder);
    const { answers } = readAnswers(body, template);
    const issue = {
      number: 12,
      url: 'https://github.com/o/r/issues/12',
      title: 'Sign-in down',
      body,
      closed: false,
      reopenedAt: null,
    };
    const { incident, problems } = readIncident(issue, template, {
      timezone: 'UTC',
      now: Date.UTC(2026, 10, 22),
    });

    const texts = [...answers].map(([field, answer]) => [field.id ?? field.label, answer.text]);
    expect(texts).toEqual(Object.entries(expected.answers));
    expect(problems.map(({ severity, rule, field }) => [severity, rule, field])).toEqual(expected.problems);
    expect(incident).toMatchObject(expected.incident ?? {});
    for (const answer of answers.values())
      expect(body.slice(answer.start, answer.end)).toContain(answer.text);
  });
});
