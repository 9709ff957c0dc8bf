import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import type { Rule } from '../../../../src/audit/rule.ts';
import { rules, rulesByPrecedence } from '../../../../src/audit/rules/index.ts';
import { audit, copiedOffAPage, keptByHand } from '../audits.ts';

const sources = join(import.meta.dirname, '../../../../src/audit/rules');
const isRule = (value: unknown): value is Rule =>
  typeof value === 'object' && value !== null && 'documentation' in value && 'check' in value;

/** The paths of the files below a folder, without their extension. */
function filesBelow(folder: string, extension: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(extension))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).slice(0, -extension.length));
}

it('has every rule that a file exports, under the name of the file, and each has a test', async () => {
  const found: string[] = [];
  for (const file of filesBelow(sources, '.ts').filter((each) => each !== 'index')) {
    const exported: unknown[] = Object.values(await import(join(sources, `${file}.ts`)));
    for (const rule of exported.filter(isRule)) {
      expect(file.split('/').at(-1)).toBe(rule.id);
      expect(rules).toContain(rule);
      found.push(file);
    }
  }
  expect(found).toHaveLength(rules.length);
  expect(
    filesBelow(import.meta.dirname, '.test.ts')
      .filter((each) => each !== 'index')
      .sort(),
  ).toEqual(found.sort());
});

it('has each rule once', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(rulesByPrecedence.map(({ id }) => id).sort()).toEqual(ids.sort());
});

it.each(rules.map((rule) => [rule.id, rule] as const))('%s says what it is about', (id, rule) => {
  expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
  expect(rule.documentation).toMatch(/\.$/);
  expect(new Set(rule.severities).size).toBe(rule.severities.length);
});

it('finds nothing but what the rules declare, in any log of the tests', () => {
  // `audit` throws on every other finding; so do all tests of rules, which use it.
  for (const whenNothingChecked of ['error', 'notice'] as const)
    for (const log of [keptByHand, copiedOffAPage, '# Nothing\n', `${keptByHand}\n\`\`\`\n`])
      expect(audit(log, { whenNothingChecked }).findings.length).toBeGreaterThan(0);
});
