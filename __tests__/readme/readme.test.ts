import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { withTables } from './tables.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');

it('lists the inputs and outputs of action.yml', () => {
  expect(withTables(readme, read('action.yml'))).toBe(readme);
});

it('shows the workflow that this repository itself runs', () => {
  const workflows = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => parse(yaml));
  const [shown, own] = [
    workflows.find(({ jobs }) => jobs.log),
    parse(read('.github/workflows/incident-log.yml')),
  ];
  const { steps: shownSteps, ...shownJob } = shown.jobs.log;
  const { steps: ownSteps, ...ownJob } = own.jobs.log;
  expect(shownJob).toEqual(ownJob);
  expect({ ...shown, jobs: null }).toEqual({ ...own, jobs: null });
  expect(shownSteps.at(-1).uses).toBe('OWNER/incident-log@main');
  expect(ownSteps.at(-1).uses).toBe('./');
});

it('shows an audit as a workflow that may only read', () => {
  const workflows = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => parse(yaml));
  const { permissions, jobs } = workflows.find((workflow) => workflow.jobs.audit);
  expect(permissions).toEqual({ contents: 'read' });
  expect(jobs.audit.steps.at(-1).with.mode).toBe('audit');
});

it('links to files that are there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('names commands that package.json has', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const named = [...readme.matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
