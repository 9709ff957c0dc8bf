import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fencedLines, isReadable, parseMarkdown, withinStack } from '../../src/markdown/parse.ts';
import { hostileAnswers } from './hostile-answers.ts';

/** Text dense in what fences are made of, and in what can hide them. */
const fenceText = fc
  .array(
    fc.constantFrom(
      ...[
        '\n',
        '\n',
        '\n',
        '```',
        '~~~',
        '````',
        '    ```',
        '  ```\n',
        '`',
        '    ',
        '\t',
        ' ',
        'a',
        '"',
        '\\',
      ],
      ...[
        '- ',
        '> ',
        '1. ',
        '[^1]: ',
        '[a]: b "',
        '<div>',
        '<!--',
        '-->',
        '<b>',
        '===',
        '# ',
        '| a |\n|-|\n',
      ],
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

describe('isReadable', () => {
  it.each(hostileAnswers.map((answer) => [answer.slice(0, 30), answer]))(
    'is false for %j and so on',
    (_, answer) => {
      expect(isReadable(answer)).toBe(false);
    },
  );

  it('is false for an item that goes on and on without indentation', () => {
    expect(isReadable(`- a\n${'@a\n'.repeat(20_000)}`)).toBe(false);
    expect(isReadable(`- a\n${'@a\n'.repeat(1000)}`)).toBe(true);
  });

  it.each([
    ['a long quote', '> a\n'.repeat(3000)],
    ['a long paragraph', 'a, b; c.\n'.repeat(5000)],
    ['a log in a fence', `- a\n\n\`\`\`\n${'- [INFO] **a** <b>\n\n'.repeat(2000)}\`\`\`\n`],
    ['the same with CRLF', `\`\`\`\r\n${'- [INFO] **a** <b>\r\n\r\n'.repeat(2000)}\`\`\`\r\n`],
    ['a footnote that is none', `[^${'\\'.repeat(999)}`],
  ])('is true for %s', (_, text) => {
    expect(isReadable(text)).toBe(true);
  });
});

describe('fencedLines', () => {
  it('are code to the parser, for every text', () => {
    fc.assert(
      fc.property(fenceText, (text) => {
        const code = new Set<number>();
        for (const { type, position } of parseMarkdown(text).children) {
          const [first, last] = [position?.start.line ?? 0, position?.end.line ?? 0];
          for (let line = first; type === 'code' && line < last; line += 1) code.add(line);
        }
        expect([...fencedLines(text.split('\n'))].filter((index) => !code.has(index))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('are those between the fences', () => {
    expect([...fencedLines(['a', '```', 'b', '    ```', ' ````', 'c', '~~~ d', '```', '~~~'])]).toEqual([
      2, 3, 7,
    ]);
    expect([...fencedLines(['- a', '```', '- b', '```', '  ~~~', 'c', '~~~', 'd'])]).toEqual([2]);
    expect([...fencedLines(['<!--', '```', 'a'])]).toEqual([]);
  });
});

describe('withinStack', () => {
  it('is null when the stack is used up, and hides no other error', () => {
    const endless = (): number => 1 + endless();
    expect(withinStack(endless)).toBeNull();
    expect(withinStack(() => 1)).toBe(1);
    expect(() =>
      withinStack(() => {
        throw new TypeError('mine');
      }),
    ).toThrow('mine');
  });
});
