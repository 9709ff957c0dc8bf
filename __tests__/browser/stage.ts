import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { chromiumPath } from './chromium.ts';

const cli = join(import.meta.dirname, '../../src/cli.ts');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? '' });
}

/** A report page in a folder of its own, and what the command line prints of the same issues. */
export interface Report {
  readonly url: string;
  readonly print: (format: 'json' | 'csv') => string;
  readonly remove: () => void;
}

export function writeReport(issues: readonly unknown[]): Report {
  const folder = mkdtempSync(join(tmpdir(), 'incident-log-report-'));
  const file = join(folder, 'issues.json');
  writeFileSync(file, JSON.stringify(issues));
  const shared = ['--issues', file, '--timezone', 'Europe/London', '--now', '2026-11-28T12:00Z'];
  run(['report', ...shared, '--out', folder]);
  return {
    url: pathToFileURL(join(folder, 'index.html')).href,
    print: (format) => run(['build', ...shared, '--format', format]),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

/** Opens a page. When the test ends, nothing may have gone wrong in it, and nothing may have been asked of a network. */
export async function open(
  browser: Browser,
  { url }: Pick<Report, 'url'>,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`${error}`));
  page.on('dialog', (dialog) => faults.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
    expect(requests.filter((address) => address !== url && !address.startsWith('blob:'))).toEqual([]);
  });
  return page;
}

/** What axe finds serious or critical (https://github.com/dequelabs/axe-core). */
export async function seriousFindings(page: Page): Promise<unknown[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<{
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  }>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3) }));
}
