import { rules } from '../rules/index.ts';

/** What every rule says about itself: its id, the severity of most of its findings, and its documentation. */
export function rulesAsText(): string {
  return rules
    .map(({ id, severities, documentation }) => `${id} (${severities[0]})\n    ${documentation}\n`)
    .join('\n');
}
