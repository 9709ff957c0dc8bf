import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuesOf, issueWith } from './issues.ts';
import { launch, open, type Report, seriousFindings, writeReport } from './stage.ts';

let browser: Browser;
let report: Report;

beforeAll(async () => {
  browser = await launch();
  report = writeReport(issuesOf(40));
});

afterAll(async () => {
  await browser?.close();
  report?.remove();
});

const rows = (page: Page) => page.locator('#rows tr:visible');
const marks = (page: Page) => page.locator('#chart [data-issue]:visible');
/** The filter of that name. */
const filter = (page: Page, name: 'severity' | 'service' | 'year') => page.locator(`select[name=${name}]`);
const column = (page: Page, name: string) => page.locator(`#rows tr:visible .${name}`).allTextContents();

describe('filters', () => {
  it('hide rows and marks by severity, service and year, and say how many are left', async () => {
    const page = await open(browser, report);
    await expect.poll(() => rows(page).count()).toBe(40);
    expect(await marks(page).count()).toBe(40);

    await filter(page, 'severity').selectOption('SEV3');
    const severe = await column(page, 'severity');
    expect(new Set(severe)).toEqual(new Set(['SEV3']));
    expect(await page.getByRole('status').textContent()).toBe(`${severe.length} of 40 incidents`);
    expect(await marks(page).count()).toBe(severe.length);

    await filter(page, 'service').selectOption('checkout');
    const both = await column(page, 'services');
    expect(both.length).toBeLessThan(severe.length);
    expect(both).toEqual(expect.arrayContaining(['checkout', 'billing, checkout']));
    expect(both.every((names) => names.includes('checkout'))).toBe(true);
    expect(await marks(page).count()).toBe(both.length);

    await filter(page, 'severity').selectOption('all');
    await filter(page, 'service').selectOption('not stated');
    await filter(page, 'year').selectOption('2016');
    expect(new Set(await column(page, 'services'))).toEqual(new Set(['–']));
    expect((await column(page, 'detected')).every((time) => time.startsWith('2016'))).toBe(true);

    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => rows(page).count()).toBe(40);
    expect(await page.getByRole('status').textContent()).toBe('40 incidents');
  });

  it('hide the medians, which are of all incidents', async () => {
    const page = await open(browser, report);
    const medians = page.locator('#chart .band').first();
    expect(await medians.isVisible()).toBe(true);
    await filter(page, 'severity').selectOption('SEV1');
    expect(await medians.isVisible()).toBe(false);
    expect(await page.getByText('they are hidden while a filter is on').isVisible()).toBe(true);
  });
});

describe('sorting', () => {
  it('orders by any column, both ways, and what has no value stands last', async () => {
    const page = await open(browser, report);
    const heading = page.getByRole('columnheader', { name: 'Time to repair' });
    const minutes = async () =>
      (await column(page, 'timeToRepair')).map((text) => {
        const [, hours, rest] = /^(\d+)h (\d+)m/.exec(text) ?? [];
        return hours === undefined ? null : 60 * Number(hours) + Number(rest);
      });

    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    const up = await minutes();
    expect(up.at(-1)).toBeNull();
    expect(up.slice(0, -1)).toEqual(up.slice(0, -1).toSorted((a, b) => Number(a) - Number(b)));

    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    const down = await minutes();
    expect(down.at(-1)).toBeNull();
    expect(down.slice(0, -1)).toEqual(up.slice(0, -1).toReversed());
    expect(await page.locator('[aria-sort]').count()).toBe(1);
  });

  it('orders severities as the form does, not by letters', async () => {
    const page = await open(browser, report);
    await page
      .locator('.incidents')
      .getByRole('columnheader', { name: 'Severity' })
      .getByRole('button')
      .click();
    const stated = (await column(page, 'severity')).filter((level) => level !== '–');
    expect(stated).toEqual(stated.toSorted());
    expect((await column(page, 'severity')).at(-1)).toBe('–');
  });
});

describe('the keyboard', () => {
  it('skips to the report, and reaches filters, headings and links, but none of the marks', async () => {
    const page = await open(browser, report);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report');
    const reached: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate<string>(`(() => {
          const { activeElement: element } = document;
          return element.closest('svg') ? 'mark' : element.localName + ' ' + element.textContent.slice(0, 20);
        })()`),
      );
    }
    expect(reached).not.toContain('mark');
    expect(reached.filter((each) => each.startsWith('select'))).toHaveLength(3);
    expect(reached).toContain('button State');
    expect(reached.some((each) => each.startsWith('a #'))).toBe(true);
  });

  it('sorts and shows other figures', async () => {
    const page = await open(browser, report);
    await page.getByRole('columnheader', { name: 'State' }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect((await column(page, 'state')).at(0)).toBe('ongoing');
    await page.getByRole('radio', { name: 'Time to repair' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.measure:visible h3').allTextContents()).toEqual(['Time to resolve']);
  });
});

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  it.each(['json', 'csv'] as const)('the download is what the command line prints: %s', async (format) => {
    const page = await open(browser, report, { javaScriptEnabled });
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: `Download ${format.toUpperCase()}` }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`incidents.${format}`);
    expect(readFileSync(await download.path(), 'utf8')).toBe(report.print(format));
  });

  it('shows figures, chart, incidents and actions', async () => {
    const page = await open(browser, report, { javaScriptEnabled });
    expect(await rows(page).count()).toBe(40);
    expect(await marks(page).count()).toBe(40);
    expect(await page.locator('#filters').isVisible()).toBe(javaScriptEnabled);
    await page.getByText('By quarter').first().click();
    expect(await page.getByRole('rowheader', { name: 'Q3 2016' }).first().isVisible()).toBe(true);
    await page.getByLabel('Time to resolve').first().check();
    expect(await page.locator('.measure:visible h3').allTextContents()).toEqual(['Time to resolve']);
    expect(await page.locator('.actions').textContent()).toContain('Alert on refused connections');
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([1280, 320])('axe finds nothing serious, at a width of %i', async (width) => {
    const page = await open(browser, report, { colorScheme, viewport: { width, height: 800 } });
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('has the background of the scheme', async () => {
    const page = await open(browser, report, { colorScheme });
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(background).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(13, 17, 23)');
  });
});

it('does not scroll sideways at a width of 320, whatever people wrote', async () => {
  const long = 'Unbreakable'.repeat(30);
  const wide = writeReport([
    ...issuesOf(12),
    issueWith(1, long, {
      'first-detected': '2024-02-01 10:00',
      repaired: '2024-08-01 10:00',
      impact: 'Some.',
      services: long,
      'review-actions': `- ${long}`,
    }),
  ]);
  const page = await open(browser, wide, { viewport: { width: 320, height: 640 } });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  wide.remove();
});

it('prints all figures, and nothing that is for a screen', async () => {
  const page = await open(browser, report);
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  // A4 with margins of a centimetre.
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(718);
  expect(await page.locator('.measure:visible').count()).toBe(await page.locator('.measure').count());
  expect(await page.locator('#filters, nav, #data').filter({ visible: true }).count()).toBe(0);
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});

it('shows 2,000 incidents within a second, and filters and sorts them', async () => {
  const many = writeReport(issuesOf(2000));
  const page = await open(browser, many);
  const paint = await page.evaluate<number>(`new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName('first-contentful-paint');
      if (entry) resolve(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  })`);
  console.log(`First contentful paint of 2,000 incidents: ${Math.round(paint)} ms`);
  expect(paint).toBeLessThan(1000);
  await filter(page, 'severity').selectOption('SEV1');
  expect(new Set(await column(page, 'severity'))).toEqual(new Set(['SEV1']));
  await page.getByRole('columnheader', { name: 'Incident', exact: true }).getByRole('button').click();
  expect(await rows(page).first().getAttribute('data-issue')).toBe('7');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download JSON' }).click();
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe(many.print('json'));
  many.remove();
});

it('runs nothing and shows as text what people wrote', async () => {
  const texts = [
    '<script>document.title = "pwned"</script>',
    '<img src="https://example.com/x" onerror="document.title = \'pwned\'">',
    '"><svg onload="document.title = \'pwned\'"><a href="javascript:alert(1)">x</a>',
    '</title></style></script><h1>pwned</h1>',
    '<!-- --><iframe src="https://example.com"></iframe>',
    '&lt;b&gt; {{constructor.constructor("alert(1)")()}} #{alert(1)}',
  ];
  const hostile = writeReport(
    texts.map((text, index) =>
      issueWith(index + 1, text, {
        'first-detected': `2024-02-0${index + 1} 10:00`,
        repaired: '2024-03-01 10:00',
        impact: text,
        severity: text,
        services: text,
        'review-actions': `- ${text}\n- [link](javascript:alert(1)) ![image](https://example.com/i.png)`,
      }),
    ),
  );
  const page = await open(browser, hostile);
  expect(await page.title()).toBe('Incident report of octo/service');
  const titles = await column(page, 'incident');
  for (const [index, text] of texts.entries()) expect(titles).toContain(`#${index + 1} ${text}`);
  expect(await page.locator('script, iframe, img, object, embed, link, base').count()).toBe(1);
  expect(await page.locator('h1').count()).toBe(1);
  const addresses = await page
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(
    addresses.filter((address) => !/^(#|https:\/\/github\.com\/octo\/|data:)/.test(address ?? '')),
  ).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
  hostile.remove();
});

it('lets no other script run: its policy has the hashes of its own', async () => {
  const page = await browser.newPage();
  await page.goto(report.url);
  const violated = await page.evaluate(`new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'document.title = "pwned"';
    document.body.append(script);
  })`);
  expect(violated).toBe('script-src-elem');
  expect(await page.title()).toBe('Incident report of octo/service');
  await page.close();
});
