import type { Core } from './io.ts';

/** The action's outputs, with the values that they have where a run does not say otherwise. */
export const outputs = {
  result: 'none',
  'pull-request-number': '',
  'pull-request-url': '',
  'compare-url': '',
  incidents: '0',
  problems: '[]',
  'actions-open': '0',
  'actions-created': '0',
  'actions-overdue': '0',
  'report-path': '',
} as const;

/** Lines for the file GITHUB_OUTPUT. They come first, so that each output has a value however a run ends: the last value counts. */
export function defaultOutputs(): string {
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

export function setOutputs(
  core: Pick<Core, 'setOutput'>,
  values: Readonly<Partial<Record<keyof typeof outputs, string | number>>>,
): void {
  for (const [name, value] of Object.entries(values)) core.setOutput(name, value);
}
