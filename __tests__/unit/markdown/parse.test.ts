import { describe, expect, it } from 'vitest';
import { withinStack } from '../../../src/markdown/parse.ts';
import { isReadable } from '../../../src/markdown/parsing-cost.ts';
import { hostileAnswers } from './hostile-answers.ts';

describe('isReadable', () => {
  it.each(hostileAnswers.map((answer) => [answer.slice(0, 30), answer]))(
    'is false for %j and so on',
    (_, answer) => {
      expect(isReadable(answer)).toBe(false);
    },
  );

  it.each([
    ...['a\n', 'a b\n', '> a\n', '- a\n', '## a\n', '| a\n', '|a|\n|-|\n|b|\n', '` ', '\\', 'a_'],
    ...['*a', '[a', '[a](b) ', '<a b="', '<!-- ', '&a;', '- <a b="\n', '    - *a\n'],
  ])('lesson 103: is false for 60,000 characters of %j, which cost the parser too much', (piece) => {
    expect(isReadable(piece.repeat(60_000 / piece.length))).toBe(false);
  });

  it('lesson 103: is false for runs of backticks of which none has a partner', () => {
    const runs = Array.from({ length: 340 }, (_, index) => '`'.repeat(index + 1));
    expect(isReadable(runs.join(' '))).toBe(false);
  });

  it('is false for an item that goes on and on without indentation', () => {
    expect(isReadable(`- a\n${'@a\n'.repeat(20_000)}`)).toBe(false);
    expect(isReadable(`- a\n${'@a\n'.repeat(400)}`)).toBe(true);
  });

  it.each([
    ['a long quote', '> a\n'.repeat(1000)],
    ['a long paragraph', 'The first of them, and the next; then the last.\n'.repeat(1000)],
    ['a long text', `${'All of the names are checked, and each of the dates. '.repeat(9)}\n\n`.repeat(130)],
    [
      'a long timeline',
      '- 2024-10-14 10:30 Told @mona, see [the alert](https://a.b/c), **acked**\n'.repeat(200),
    ],
    ['a long list', '- Check names - TODO (@mona, due 2026-01-01)\n'.repeat(400)],
    ['a long table', `| a | b |\n|---|---|\n${'| one | two |\n'.repeat(300)}`],
    ['a line of 60,000 dots', '.'.repeat(60_000)],
    ['many links', 'See [a](https://a.b/c "title") and <https://a.b>, then `this`.\n\n'.repeat(300)],
    ['a log in a fence', `- a\n\n\`\`\`\n${'- [INFO] **a** <b>\n\n'.repeat(2000)}\`\`\`\n`],
    ['the same with CRLF', `\`\`\`\r\n${'- [INFO] **a** <b>\r\n\r\n'.repeat(2000)}\`\`\`\r\n`],
    ['a footnote that is none', `[^${'\\'.repeat(999)}`],
  ])('is true for %s', (_, text) => {
    expect(isReadable(text)).toBe(true);
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
