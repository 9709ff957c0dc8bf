import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { withTables } from './tables.ts';
import { withFilter } from './workflow-filter.ts';

interface Job {
  readonly 'timeout-minutes'?: number;
}

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');

it('lists the inputs and outputs of action.yml, and every command', () => {
  expect(withTables(readme, read('action.yml'))).toBe(readme);
});

it.each(['README.md', '.github/workflows/incident-log.yml'])(
  'starts a runner only for labels, headings and comments that the program looks for: %s',
  (path) => {
    expect(withFilter(read(path), read('action.yml'))).toBe(read(path));
  },
);

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

it('lesson 103: gives every job a limit in minutes, and five to the audit that a fork can start', () => {
  const workflows = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => parse(yaml));
  const own = readdirSync(join(root, '.github/workflows')).map((name) =>
    parse(read(`.github/workflows/${name}`)),
  );
  const jobs = [...workflows, ...own].flatMap((workflow) => Object.entries<Job>(workflow.jobs));
  expect(jobs.length).toBeGreaterThan(3);
  expect(jobs.filter(([, job]) => !(Number(job['timeout-minutes']) > 0)).map(([name]) => name)).toEqual([]);
  expect(jobs.find(([name]) => name === 'audit')?.[1]['timeout-minutes']).toBe(5);
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
