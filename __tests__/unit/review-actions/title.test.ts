import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../src/review-actions/title.ts';
import { scaled } from '../../thorough.ts';
import { hostileAnswers } from '../markdown/hostile-answers.ts';
import { hostileMarkdown } from '../markdown/hostile-markdown.ts';

const family = '👨‍👩‍👧';
const accent = '\u0301';

describe('titleOf', () => {
  it.each([
    ['words', 'Write the runbook', 'Write the runbook'],
    ['formatting', '**Write** _the_ `run` ~~book~~', 'Write the run book'],
    ['a link', 'Read [the *guide*](https://a.b "c")', 'Read the guide'],
    ['an address', 'Read https://a.b', 'Read https://a.b'],
    ['what GitHub makes nothing of in a title', '@everyone, see #12', '@everyone, see #12'],
    ['escapes and entities', '\\*a\\* &amp; b', '*a* & b'],
    ['lines', 'one  \ntwo\\\nthree<br/>four\r\nfive\tsix', 'one two three four five six'],
    ['the first paragraph alone', 'one\n\ntwo', 'one'],
    ['an image', '![a chart](https://a.b/c.png)', 'a chart'],
    ['code', '```sh\nmake\n\tall\n```', 'make all'],
    ['the first block with words', '---\n\n<b>x</b>\n\n![](a)\n\n> - # Then\n>\n> that', 'x'],
    ['a list', '- one\n- two', 'one'],
    ['a quote in a list', '- > # one', 'one'],
    ['a table', '| a | b |\n|---|---|\n| c | d |', 'a b'],
    ['words between tags', '<b>a</b>\n<i>b</i>', 'a b'],
    ['characters that are not seen', 'a\u0000\u202E\u00A0 \u3000b', 'a b'],
    ['a text that is not to be parsed', `${'> '.repeat(200)}\n- [x]\n${'>'.repeat(200)}`, '- [x]'],
  ])('takes %s', (_, markdown, title) => {
    expect(titleOf(markdown)).toBe(title);
  });

  it.each([
    [''],
    [' \n'],
    ['<div>a</div>'],
    ['<br>'],
    ['<!-- a -->'],
    ['![](a)'],
    ['---'],
    ['[a]: b'],
    ['\u200B\u2060\uFE0F\u3164'],
    ['>'.repeat(1000)],
  ])('finds nothing to be seen in %j', (markdown) => {
    expect(titleOf(markdown)).toBe('');
  });

  it.each([
    ['at a word', 'word '.repeat(100), `${'word '.repeat(50)}word…`],
    ['at a word that just fits', `${'a'.repeat(255)} b`, `${'a'.repeat(255)}…`],
    ['not at all', 'a'.repeat(256), 'a'.repeat(256)],
    ['before a word that does not fit', `${'a'.repeat(200)} ${'b'.repeat(200)}`, `${'a'.repeat(200)}…`],
    ['in a word that is too long', 'a'.repeat(5000), `${'a'.repeat(255)}…`],
    ['in one behind others', `one ${'a'.repeat(5000)}`, `one ${'a'.repeat(251)}…`],
    ['between emoji', '🙂'.repeat(5000), `${'🙂'.repeat(127)}…`],
    ['between emoji that are one', family.repeat(5000), `${family.repeat(31)}…`],
    ['between letters with accents', `a${accent}`.repeat(5000), `${`a${accent}`.repeat(127)}…`],
    ['in a heap', `a${accent.repeat(5000)}`, `a${accent.repeat(254)}…`],
    [
      'between the two halves of no character',
      `🙂${'\u{1D165}'.repeat(5000)}`,
      `🙂${'\u{1D165}'.repeat(126)}…`,
    ],
    ['before a heap', `one a${accent.repeat(5000)}`, 'one…'],
  ])('is cut %s', (_, markdown, title) => {
    expect(titleOf(markdown)).toBe(title);
  });

  it('is one clean line of at most 256 units, whatever the text is', () => {
    const long = hostileMarkdown.chain((text) =>
      fc.integer({ min: 1, max: 200 }).map((times) => text.repeat(times)),
    );
    const holds = (markdown: string) => {
      const title = titleOf(markdown);
      expect(title.length).toBeLessThanOrEqual(256);
      expect(title.isWellFormed()).toBe(true);
      expect(title).not.toMatch(/^\s|\s$|[^\S ]|\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\s\s/u);
    };
    fc.assert(fc.property(fc.oneof(hostileMarkdown, long), holds), { numRuns: scaled(200) });
    for (const answer of hostileAnswers) holds(answer);
  });
});
