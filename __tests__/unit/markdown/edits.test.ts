import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, sourceOffset } from '../../../src/markdown/edits.ts';

describe('applyEdits', () => {
  it('replaces, inserts and removes, in whatever order the edits come', () => {
    const edits: Edit[] = [
      { start: 8, end: 11, text: '' },
      { start: 0, end: 3, text: 'ONE' },
      { start: 4, end: 4, text: '>' },
      { start: 4, end: 7, text: 'TWO' },
    ];
    expect(applyEdits('one two ten', edits)).toBe('ONE >TWO ');
    expect(applyEdits('one two ten', edits.toReversed())).toBe('ONE >TWO ');
  });

  it('lesson 20: takes text with $ for what it is', () => {
    expect(applyEdits('a-b', [{ start: 1, end: 2, text: "$& $1 $` $' $$" }])).toBe("a$& $1 $` $' $$b");
  });

  it('leaves out an edit that overlaps one before it', () => {
    const edits = [
      { start: 1, end: 4, text: '-' },
      { start: 3, end: 5, text: '+' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('a-ef');
  });

  it('lesson 19: leaves everything outside the edits as it was', () => {
    const source = fc.string({ minLength: 1, unit: 'binary' });
    fc.assert(
      fc.property(source, fc.nat(), fc.nat(), fc.string(), (text, one, other, replacement) => {
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
          (a, b) => a - b,
        );
        const edited = applyEdits(text, [{ start, end, text: replacement }]);
        expect(edited.startsWith(text.slice(0, start))).toBe(true);
        expect(edited.slice(start)).toBe(replacement + text.slice(end));
      }),
    );
  });
});

describe('sourceOffset', () => {
  const edits: Edit[] = [
    { start: 0, end: 2, text: '' },
    { start: 4, end: 4, text: '>>' },
    { start: 6, end: 9, text: 'X' },
    { start: 7, end: 11, text: 'left out, for it overlaps' },
    { start: 9, end: 10, text: '' },
  ];

  it('finds in the source what stands in the result', () => {
    expect(applyEdits('0123456789ab', edits)).toBe('23>>45Xab');
    const offsets = [...'23>>45Xab '].map((_, offset) => sourceOffset(offset, edits));
    expect(offsets).toEqual([0, 3, 4, 4, 4, 5, 6, 9, 11, 12]);
    expect(offsets).toEqual([...offsets.keys()].map((offset) => sourceOffset(offset, edits.toReversed())));
  });

  it('finds the same text before the offset that has the result', () => {
    const text = fc.string({ maxLength: 4 });
    const pieces = fc.array(fc.record({ kept: text, removed: text, added: text }), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, (each) => {
        let [source, result] = ['', ''];
        const replacing: Edit[] = [];
        for (const { kept, removed, added } of each) {
          const start = source.length + kept.length;
          replacing.push({ start, end: start + removed.length, text: added });
          source += kept + removed;
          for (let offset = 1; offset <= kept.length; offset += 1) {
            const found = sourceOffset(result.length + offset, replacing);
            expect(found).toBe(source.length - removed.length - kept.length + offset);
          }
          result += kept + added;
        }
        expect(applyEdits(source, replacing)).toBe(result);
        expect(sourceOffset(0, [])).toBe(0);
      }),
    );
  });
});
