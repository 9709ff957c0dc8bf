import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, itemHash } from '../../../src/markers/hash.ts';
import { type Marker, readMarker, withMarker } from '../../../src/markers/review-action.ts';
import {
  type ActionPlace,
  type ActionSource,
  isUntouched,
  writeAction,
} from '../../../src/review-actions/issue-text.ts';
import { sampleOf, scaled } from '../../thorough.ts';
import { findInCommonMark } from '../log/containment/commonmark.ts';
import { expectHarmless, parse, plainly } from '../log/containment/containment.ts';
import { hostileAnswers } from '../markdown/hostile-answers.ts';
import { collected, hostileMarkdown } from '../markdown/hostile-markdown.ts';

const place: ActionPlace = {
  repository: 7,
  incident: { number: 12, url: 'https://github.com/o/r/issues/12' },
  occurrence: 2,
  text: hashOf('identity'),
  owner: 'unassignable',
};
const action: ActionSource = { text: 'Write the **runbook**', owner: 'mona', due: '2026-12-01' };
const write = (facts: Partial<ActionSource>) => writeAction({ ...action, ...facts }, place);

describe('writeAction', () => {
  it('says what the item says, where it belongs and what to do', () => {
    const { title, body } = writeAction(action, place);
    expect(title).toBe('Write the runbook');
    expect(body.split('\n')).toEqual([
      '> Write the **runbook**',
      '',
      '- **Incident**: [#12](https://github.com/o/r/issues/12)',
      '- **Owner**: `mona`, to whom issues cannot be assigned here',
      '- **Due**: 2026-12-01',
      '',
      expect.stringMatching(/^This is a review action .* done, or as not planned .* follows them\.$/),
      '',
      expect.stringMatching(/^<!-- incident-log: review-action repository=7 incident=12 .* -->$/),
    ]);
  });

  it('names an owner only where nobody is assigned, and a due date where there is one', () => {
    expect(writeAction(action, { ...place, owner: 'assignable' }).body).not.toMatch(/Owner|mona/);
    const { body } = write({ owner: null, due: null });
    expect(body).not.toMatch(/\*\*Owner|\*\*Due/);
  });

  it('names the incident where the item has no words', () => {
    for (const text of ['<b></b>', '![](a)', '<!-- a -->', '\u200B', '']) {
      expect(write({ text }).title).toBe('Review action of incident #12');
    }
    expect(write({ text: '<!-- a -->' }).body).toMatch(/^- \*\*Incident/);
  });

  it('lesson 31: notifies nobody', () => {
    expect(write({ text: '@everyone fixes #1' }).body).toMatch(/^> @\u200Beveryone fixes #\u200B1\n/);
  });

  it('has a marker that tells the item and what was written', () => {
    const { title, body } = writeAction(action, place);
    const marker = markerOf(body);
    const { repository, occurrence, text } = place;
    const written = expect.stringMatching(/^[0-9a-f]{16}$/);
    const expected = { repository, incident: 12, text, occurrence, item: itemHash(action), written };
    expect(marker).toEqual(expected);
    for (const changed of [
      { title: `${title}!` },
      { body: `x${body}` },
      { body: `${body}\n\nx` },
      { body: null },
    ]) {
      expect(isUntouched({ title, body, ...changed }, marker)).toBe(false);
    }
    const crlf = `\n ${body.replaceAll('\n', '\r\n')}\r\n`;
    expect(isUntouched({ title: ` ${title} `, body: crlf }, marker)).toBe(true);
    expect(isUntouched({ title, body: withMarker(body, { ...marker, item: 'unlisted' }) }, marker)).toBe(
      true,
    );
  });

  it('lesson 22: cuts a text that GitHub would refuse, at a line, and says so', () => {
    const { body } = write({ text: 'a line of @words\n'.repeat(3800) });
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(50_000);
    expect(body).toMatch(/\n> a line of @\u200B?words(?:\n> `{3})?\n\nThe rest is left out/);
    const lone = write({ text: `one ${'x'.repeat(70_000)}` }).body;
    expect(lone.length).toBeLessThanOrEqual(65_536);
    expect(lone).toMatch(/^> (?:`{3}\n> )?one x{50000,}(?:\n> `{3})?\n\nThe rest is left out/);
  });

  it('lesson 22: cuts in time, whatever would keep it busy', () => {
    const units = [
      '@a\n',
      '`',
      '&#64;a ',
      '[a](https://github.com/o/r/issues/1) ',
      '- <b>@x</b>\n',
      'a\u0301',
      '_ ',
    ];
    for (const text of [...hostileAnswers, ...units.map((unit) => unit.repeat(65_536 / unit.length))]) {
      const { title, body } = write({ text });
      expect(body.length).toBeLessThanOrEqual(65_536);
      expect(isUntouched({ title, body }, markerOf(body))).toBe(true);
    }
  });

  it('lesson 20: is itself, whatever is in the item', () => {
    fc.assert(fc.property(hostileMarkdown, expectItself), { numRuns: scaled(200) });
    const whole = hostileAnswers.filter((text) => text.length < 20_000);
    for (const text of [...sampleOf(collected, { every: 5 }), ...whole]) expectItself(text);
  });
});

describe('itemHash', () => {
  it('is another one for other words, another owner and another date, and none for other line ends', () => {
    const all = [
      ...[action, { ...action, text: 'x' }, { ...action, owner: 'hubot' }, { ...action, owner: null }],
      ...[
        { ...action, due: null },
        { ...action, owner: '2026-12-01', due: null },
      ],
    ];
    expect(new Set(all.map(itemHash)).size).toBe(all.length);
    expect(itemHash({ ...action, text: 'a\r\nb ' })).toBe(itemHash({ ...action, text: 'a\nb' }));
  });
});

function markerOf(body: string): Marker {
  const marker = readMarker(body);
  if (marker === null) throw new Error(`No marker: ${body}`);
  return marker;
}

/** What stands outside the quote does not depend on the text but by the hashes. */
function outside(body: string): string {
  const plain = withMarker(body, { ...markerOf(body), item: 'unlisted', written: hashOf('x') });
  const [first, ...rest] = parse(plain).children;
  if (first?.type === 'blockquote') expectHarmless(first);
  const behind = first?.type === 'blockquote' ? rest : [first, ...rest];
  return plainly(isCut(body) ? behind.slice(1) : behind);
}

/** A text that was too long has a sentence that says so behind it. */
function isCut(body: string): boolean {
  return body.includes('\n\nThe rest is left out here, ');
}

const harmless = write({ text: 'x' }).body;

function expectItself(text: string): void {
  const { title, body } = write({ text });
  expect(title).not.toBe('');
  expect(title.length).toBeLessThanOrEqual(256);
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(markerOf(body)).toEqual({
    ...markerOf(harmless),
    item: itemHash({ ...action, text }),
    written: markerOf(body).written,
  });
  expect(isUntouched({ title, body }, markerOf(body))).toBe(true);
  expect(outside(body)).toBe(outside(harmless));
  if (!body.startsWith('>') || isCut(body)) return;
  const blank = (each: string) => each.replace(/<!--.*-->$/, '');
  expect(findInCommonMark(blank(body), [0]).outside).toBe(findInCommonMark(blank(harmless), [0]).outside);
}
