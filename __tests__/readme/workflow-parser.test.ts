import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// The parser imports JSON as bundlers do, without the attribute that node insists on.
registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.json')) return nextLoad(url, context);
    return nextLoad(url, { ...context, importAttributes: { type: 'json' } });
  },
});
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
);
const { parseAction } = await import('@actions/workflow-parser/actions/action-parser');

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const trace = new NoOperationTraceWriter();

/** What GitHub's own parser finds wrong with a workflow: with its keys, its expressions, and what follows from them. */
async function errorsOfWorkflow(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, trace);
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

/** Likewise, with an `action.yml`. */
function errorsOfAction(content: string): string[] {
  const { context } = parseAction({ name: 'action.yml', content }, trace);
  return context.errors.getErrors().map(({ message }) => message);
}

const own = readdirSync(join(root, '.github/workflows')).map((name): [string, string] => [
  name,
  read(`.github/workflows/${name}`),
]);
const shown = [...read('README.md').matchAll(/^( *)```ya?ml\n([\s\S]*?)^ *```/gm)]
  .map(([, indent = '', yaml = '']) => yaml.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
  .filter((yaml) => /^jobs:/m.test(yaml))
  .map((yaml, index): [string, string] => [`workflow ${index + 1} of the README`, yaml]);

describe("GitHub's own parser", () => {
  it('finds workflows to read', () => {
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(shown.length).toBeGreaterThanOrEqual(2);
  });

  it.each([...own, ...shown])('finds no error in %s', async (_name, content) => {
    expect(await errorsOfWorkflow(content)).toEqual([]);
  });

  it('finds no error in action.yml', () => {
    expect(errorsOfAction(read('action.yml'))).toEqual([]);
  });

  // Each is the first workflow of the README with one slip.
  it.each([
    ['a key that is none', /timeout-minutes:/, 'timeout-minute:', /Unexpected value 'timeout-minute'/],
    ['a permission that is none', /contents: write/, 'contents: wirte', /Unexpected value 'wirte'/],
    ['a function that is none', /fromJSON\(/, 'fromYAML(', /Unrecognized function: 'fromYAML'/],
    ['a context that a condition lacks', /github\.event_name/, 'secrets.name', /Unrecognized named-value/],
    ['an event that is none', /schedule:/, 'schedul:', /Unexpected value 'schedul'/],
    ['no runner', /runs-on: .*\n/, '\n', /Required property is missing: runs-on/],
  ])('finds %s', async (_slip, right, wrong, error) => {
    const [, content = ''] = shown.find(([, yaml]) => /^ {2}log:/m.test(yaml)) ?? [];
    expect(content).toMatch(right);
    expect((await errorsOfWorkflow(content.replace(right, wrong))).join('\n')).toMatch(error);
  });

  it('finds a slip in action.yml', () => {
    const content = read('action.yml');
    expect(errorsOfAction(content.replace(/^inputs:/m, 'input:')).join('\n')).toMatch(/Unexpected value/);
    expect(errorsOfAction(content.replace(/^ {2}using: .*$/m, '')).join('\n')).not.toBe('');
  });
});
