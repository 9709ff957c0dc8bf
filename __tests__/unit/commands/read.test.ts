import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommands } from '../../../src/commands/read.ts';
import { withoutInvisible } from '../../../src/incident/invisible.ts';
import { scaled } from '../../thorough.ts';
import { hostileMarkdown } from '../markdown/hostile-markdown.ts';

const found = (comment: string) =>
  readCommands(comment).map(({ name, typed, argument }) => `${name ?? `?${typed}`}|${argument}`);

describe('commands in a comment', () => {
  it.each<[string, readonly string[]]>([
    ['/repaired', ['repaired|']],
    ['/Repaired 14:43 rolled back', ['repaired|14:43 rolled back']],
    ['/repaired: 14:43', ['repaired|14:43']],
    ['/resolved!', ['resolved|']],
    ['/repaired(14:43)', ['repaired|(14:43)']],
    ['/repaired 14:43\n-- \nAlice', ['repaired|14:43']],
    ['<hostname>\n\n/repaired', ['repaired|']],
    ['We are through.\n/repaired 14:43\nThanks all!', ['repaired|14:43']],
    [
      '/timeline 14:40 Paged\r\n/timeline 14:43 Up\r\n\r\n/resolved',
      ['timeline|14:40 Paged', 'timeline|14:43 Up', 'resolved|'],
    ],
    ['   /help', ['help|']],
    ['/resolve now', ['?resolve|now']],
    ['/repair', ['?repair|']],
    ['/detector', ['?detector|']],
    ['/repaird 14:43', ['?repaird|14:43']],
    ['/close', ['?close|']],
    ['/mitigate', ['?mitigate|']],
    ['/helpp', ['?helpp|']],
    ['/mitigated 14:43', ['repaired|14:43']],
    ['/restored', ['repaired|']],
    ['/Fixed rolled back', ['repaired|rolled back']],
    ['/closed', ['resolved|']],
    ['/started 14:00', ['started|14:00']],
    ['/declared', ['declared|']],
    ['\u200b/repa\u00adired 14:43', ['repaired|14:43']],
    ['> On it\n\n/repaired', ['repaired|']],
    ['On it\n> 1.\n/repaired', ['repaired|']],
    ['/timeline `a\n/repaired `b`', ['timeline|`a', 'repaired|`b`']],
    ['/timeline <!-- a\n/repaired', ['timeline|<!-- a', 'repaired|']],
    ['/timeline ```\n/repaired', ['timeline|```', 'repaired|']],
    [`/timeline ${'['.repeat(10_000)}`, [`timeline|${'['.repeat(10_000)}`]],
  ])('%j', (comment, expected) => {
    expect(found(comment)).toEqual(expected);
  });

  it.each([
    'Please do not type /repaired yet.',
    '    /repaired',
    '\t/repaired',
    '```\n/repaired\n```',
    '~~~~\n/repaired',
    'so `\n/repaired\n` it is',
    '> /repaired',
    '> said\n/repaired',
    '- /repaired',
    '- said\n\n  /repaired',
    '<div>\n/repaired\n</div>',
    '/repaired\n|-|',
    '[a]:\n/repaired',
    '- ```\n  - ~~~\n  /repaired',
    '<!--\n/repaired\n-->',
    'a <!-- b\n/repaired\n-->',
    '<details><summary>Old</summary>\n\n/repaired\n\n</details>',
    '/repairs/are/under/way',
    '/etc/hosts',
    '//repaired',
    '/merge',
    '/hold',
    '/assign @mona',
    '/tmp',
    '/a',
    '',
  ])('none in %j', (comment) => {
    expect(found(comment)).toEqual([]);
  });

  it('what stands behind a folded part counts again', () => {
    expect(found('<details>\n\n/repaired\n\n</details>\n\n/resolved')).toEqual(['resolved|']);
  });

  it('a comment that is too much to be read is not skipped', () => {
    const [first, ...others] = readCommands(`${'*a'.repeat(10_000)}\n\n/repaired\n/resolved`);
    expect(first).toEqual({ name: null, typed: 'repaired', argument: '', isUnreadable: true });
    expect(others).toEqual([]);
  });

  it.each(['- a\n', '> *a\n', '    *a\n', '- '])(
    'what is no paragraph is not parsed: 60,000 characters of %j',
    (piece) => {
      expect(found(`${piece.repeat(60_000 / piece.length)}\n\n/repaired`)).toEqual(['repaired|']);
    },
  );

  it('comments of our own hold none, whoever typed the marker', () => {
    expect(found('/repaired\n\n<!-- incident-log: feedback problems= confirmed= -->')).toEqual([]);
    expect(found('/repaired\n<!-- incident-log: anything -->\nmore')).toEqual([]);
  });

  it('for every comment: never throws, and each command is a line of it', () => {
    const comment = fc
      .array(fc.oneof(hostileMarkdown, fc.constantFrom('/repaired', '/timeline x', '\n/resolved\n', '\n')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(comment, (text) => {
        const lines = text.split(/\r\n|\r|\n/).map((line) => withoutInvisible(line).trim().toLowerCase());
        for (const { typed } of readCommands(text)) {
          expect(lines.some((line) => line.startsWith(`/${typed}`))).toBe(true);
        }
      }),
      { numRuns: scaled(500) },
    );
  });
});
