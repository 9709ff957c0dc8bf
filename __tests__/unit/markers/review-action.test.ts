import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/markers/hash.ts';
import {
  type Marker,
  readMarker,
  withMarker,
  withoutMarker,
  writeMarker,
} from '../../../src/markers/review-action.ts';

const marker: Marker = {
  repository: 7,
  incident: 12,
  text: hashOf('text'),
  occurrence: 1,
  item: hashOf('item'),
  written: hashOf('written'),
};
const line = writeMarker(marker);
const other: Marker = { ...marker, incident: 13, item: 'unlisted' };

const hash = fc.string().map((text) => hashOf(text));
const number = fc.integer({ min: 1, max: 999_999_999_999_999 });
const anyMarker: fc.Arbitrary<Marker> = fc.record({
  repository: number,
  incident: number,
  text: hash,
  occurrence: number,
  item: fc.oneof(hash, fc.constant('unlisted')),
  written: hash,
});

describe('readMarker', () => {
  it('reads what was written, whatever stands around it', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\r\n\r\n', `> ${line}\n`, '$&'),
    );
    fc.assert(
      fc.property(
        anyMarker,
        words,
        words,
        fc.constantFrom('\n', '\r\n', '\r'),
        (written, above, below, end) => {
          const body = `${above}${end}${writeMarker(written)}${end}${below}`;
          expect(readMarker(body)).toEqual(written);
          expect(withMarker(body, other)).toBe(`${above}${end}${writeMarker(other)}${end}${below}`);
          expect(withoutMarker(body)).toBe(`${above}${end}${end}${below}`.replace(/\r\n?/g, '\n').trim());
        },
      ),
    );
  });

  it('is one hidden line', () => {
    expect(line).toMatch(/^<!-- incident-log: review-action [^\n]* -->$/);
    expect(line.slice(4, -3)).not.toMatch(/--|>/);
  });

  it('reads the last of several', () => {
    expect(readMarker(`${line}\n\n${writeMarker(other)}\n`)).toEqual(other);
    expect(withMarker(`${line}\n${line}  \nx`, other)).toBe(`${line}\n${writeMarker(other)}  \nx`);
  });

  it.each([
    ['nothing', null],
    ['an empty body', ''],
    ['words', 'incident-log: review-action'],
    ['one in a quote', `> ${line}`],
    ['one in a line of words', `see ${line}`],
    ['one with words behind it', `${line} x`],
    ['one that is cut off', line.slice(0, -4)],
    ['another number', line.replace('incident=12', 'incident=012')],
    ['no number', line.replace('incident=12', 'incident=')],
    ['a number that is too large', line.replace('incident=12', 'incident=1234567890123456')],
    ['no hash', line.replace(marker.text, 'x')],
    ['parts in another order', line.replace(/(incident=12) (text=\w+)/, '$2 $1')],
  ])('finds none in %s', (_, body) => {
    expect(readMarker(body)).toBeNull();
    expect(withMarker(body ?? '', other)).toBe(body ?? '');
  });

  it('is done in time with a body that is full of beginnings', () => {
    const beginning = line.slice(0, -1);
    const bodies = [`\n${beginning}`, `\n${line}x`, `${line}\t`, '\n', '\r', '<!--'];
    const start = performance.now();
    for (const unit of bodies) readMarker(unit.repeat(1_000_000 / unit.length));
    for (const unit of [' ', '\t']) readMarker(line + unit.repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('hashOf', () => {
  it('has 16 hexadecimal digits', () => {
    expect(hashOf()).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf('é🙂\uD800', null)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is another one for other parts', () => {
    const lists = [
      [],
      [''],
      [null],
      ['null'],
      ['', ''],
      ['ab'],
      ['a', 'b'],
      ['a,b'],
      ['a","b'],
      ['\uD800'],
      ['\uFFFD'],
    ];
    expect(new Set(lists.map((parts) => hashOf(...parts))).size).toBe(lists.length);
    expect(hashOf('a', null)).toBe(hashOf('a', null));
  });
});
