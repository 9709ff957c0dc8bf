import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Octokit } from '@octokit/rest';

/**
 * The operations that the action and the tests call, as `GET /repos/{owner}/{repo}/issues`, sorted. They are found in the source: whatever
 * looks like `issues.create` and is a method of Octokit. Too many do no harm. One that is missed makes the local GitHub refuse its request.
 */
export function calledOperations(): string[] {
  const root = join(import.meta.dirname, '../../..');
  const methods = octokitMethods();
  const operations = new Set<string>();
  for (const folder of ['src', '__tests__']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      for (const [group, name] of text.matchAll(/\b[a-z]\w*(?=\.([a-z]\w*))/g)) {
        const operation = methods.get(`${group}.${name}`);
        if (operation !== undefined) operations.add(operation);
      }
    }
  }
  return [...operations].sort();
}

/** `issues.create` → `POST /repos/{owner}/{repo}/issues`, for every method that Octokit has. */
function octokitMethods(): ReadonlyMap<string, string> {
  const methods = new Map<string, string>();
  const { rest } = new Octokit();
  for (const [group, members] of Object.entries(rest)) {
    for (const [name, call] of Object.entries(members)) {
      const { method, url } = call.endpoint.DEFAULTS;
      methods.set(`${group}.${name}`, `${method} ${url}`);
    }
  }
  return methods;
}
