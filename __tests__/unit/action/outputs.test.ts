import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultOutputs, outputs } from '../../../src/action/outputs.ts';
import { readOutputs } from '../../runner/runner-files.ts';

it('has the outputs that action.yml promises, each with a value from the start', () => {
  const definition = parse(readFileSync(join(import.meta.dirname, '../../../action.yml'), 'utf8'));
  expect(Object.keys(outputs).sort()).toEqual(Object.keys(definition.outputs).sort());
  expect(readOutputs(defaultOutputs())).toEqual(outputs);
});
