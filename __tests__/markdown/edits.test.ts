import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit } from '../../src/markdown/edits.ts';

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
