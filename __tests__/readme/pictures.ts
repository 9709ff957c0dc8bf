// `npm run pictures`: the pictures of the README, taken of what `npm start` leaves, by Chromium.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { markdownToHTML } from 'comrak';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../browser/chromium.ts';

const root = join(import.meta.dirname, '../..');

/** A little of how GitHub sets a file. */
const style = `
  body { margin: 24px; font: 15px/1.5 system-ui, sans-serif; color: #1f2328; }
  h1, h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; }
  table { border-collapse: collapse; font-size: 13px; margin: 16px 0; }
  td, th { border: 1px solid #d1d9e0; padding: 5px 9px; }
  img { max-width: 620px; }`;

const browser = await chromium.launch({
  executablePath: chromiumPath ?? '',
  chromiumSandbox: process.getuid?.() !== 0,
});
const log = readFileSync(join(root, 'INCIDENTS.md'), 'utf8');
const article = markdownToHTML(log, { extension: { table: true } });
const chart = readFileSync(join(root, 'docs/incidents.svg'), 'utf8');
const inline = `data:image/svg+xml,${encodeURIComponent(chart)}`;
await take('log.png', 1150, async (page) => {
  await page.setContent(`<style>${style}</style>${article.replace('docs/incidents.svg', () => inline)}`);
});
await take('report.png', 1020, async (page) => {
  await page.goto(pathToFileURL(join(root, 'report.html')).href);
});
await browser.close();

type Page = Awaited<ReturnType<typeof browser.newPage>>;

/** The first so many pixels of a page. */
async function take(name: string, height: number, open: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1100, height }, colorScheme: 'light' });
  await open(page);
  await page.screenshot({ path: join(root, 'docs', name) });
  await page.close();
}
