import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isObject } from '../local-github/answer.ts';

/** What the runner needs of an action.yml (docs.github.com, "Metadata syntax reference"). */
export interface ActionDefinition {
  /** The script to run, relative to the action. */
  readonly main: string;
  /** Input → default, as written; empty where there is none. */
  readonly inputs: ReadonlyMap<string, string>;
}

/** Reads the action.yml of a folder. Throws for one that is no JavaScript action. */
export function readActionDefinition(directory: string): ActionDefinition {
  const action: unknown = parse(readFileSync(join(directory, 'action.yml'), 'utf8'));
  const runs = isObject(action) ? action.runs : undefined;
  const main = isObject(runs) ? runs.main : undefined;
  if (!isObject(action) || typeof main !== 'string')
    throw new Error(`${directory}/action.yml has no runs.main`);
  const inputs = Object.entries(isObject(action.inputs) ? action.inputs : {});
  const defaults = inputs.map(([name, input]): [string, string] => {
    const given = isObject(input) ? input.default : undefined;
    return [name, given === undefined || given === null ? '' : String(given)];
  });
  return { main, inputs: new Map(defaults) };
}

/**
 * A default with its `${{ github.… }}` filled in; `github.token` is what defaults are written for.
 * Throws for an expression of another kind, which this runner does not know.
 */
export function evaluateDefault(text: string, github: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([^}]*?)\s*\}\}/g, (_, expression: string) => {
    const value = github[expression.replace(/^github\./, '')];
    if (!expression.startsWith('github.') || value === undefined)
      throw new Error(`Unknown expression ${expression}`);
    return value;
  });
}
