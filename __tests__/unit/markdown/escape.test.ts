import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as textOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { cleanLine, escapeText, quoteInConversation, unescapeText } from '../../../src/markdown/escape.ts';
import { scaled } from '../../thorough.ts';

const parse = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** Strings dense in what Markdown and GitHub take for their own. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...[
            '\\',
            '`',
            '``',
            '*',
            '**',
            '_',
            '__',
            '~',
            '~~',
            '[',
            ']',
            '(',
            ')',
            '<',
            '>',
            '&',
            '#',
            '##',
            '|',
            '!',
          ],
          ...[
            '-',
            '+',
            '1.',
            '2)',
            '=',
            ':',
            '"',
            "'",
            ' ',
            '  ',
            '\t',
            '\n',
            '\r\n',
            '\u2028',
            '\u0000',
            '\u202E',
          ],
          ...[
            'a',
            'b_c',
            'é',
            '🙂',
            '&amp;',
            '&#35;',
            '<b>',
            '<!--',
            '-->',
            '](x)',
            '[^1]',
            '[x]: y',
            '- ',
            '---',
            '***',
          ],
          ...[
            'http://',
            'https://a.b/c_d_',
            'www.',
            'www.a.b/*',
            'mailto:a@b.c',
            'a@b.c',
            '@',
            '@team',
            '#12',
            'GH-7',
          ],
          ...[
            'o/r#1',
            'deadbeef',
            '0123456789abcdef',
            'o/r@deadbeef',
            'ftp://x.y',
            '{{',
            '<%',
            '{',
            '}',
            '$&',
            '$1',
          ],
        ),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('escapeText', () => {
  it.each([
    ['Onboarding mechanism release failure', 'Onboarding mechanism release failure'],
    ['obr.uk email migration - failure due to cached MTA-STS policy (again)', null],
    ['max_age is 14 days, 5 < 6 & 7 > 2, 100% of C:\\temp!', null],
    ['[staging] `api` is *down*', '\\[staging\\] \\`api\\` is \\*down\\*'],
    ['a | b', 'a \\| b'],
    ['<script>alert(1)</script> & &amp;', '&lt;script>alert(1)&lt;/script> & \\&amp;'],
    ['<1.@team>', '&lt;1.@team>'],
    ['- 1. not a list', '\\- 1. not a list'],
    ['1. not a list', '1\\. not a list'],
    ['# no heading #', '\\# no heading \\#'],
    ['_a_ b__c d_', '\\_a\\_ b__c d\\_'],
    ['https://example.org/a_', 'https\\://example.org/a\\_'],
    ['www.example.org', 'www\\.example.org'],
    ['two\nlines\tand\u202E bidi\u0007', 'two lines and bidi'],
    ['ends in \\', 'ends in \\\\'],
  ])('writes %j so that a reader of the source can still read it', (text, markdown) => {
    expect(escapeText(text)).toBe(markdown ?? text);
  });

  it('lesson 20: shows every text as it is, in a heading, list item, link and table cell', () => {
    const holds = (text: string) => {
      const line = escapeText(text);
      const shown = cleanLine(text);
      const [heading, list, link, table, ...rest] = parse(
        `### Of ${line}\n\n- ${line}\n\n[${line}](https://x.org)\n\n| a | b |\n|---|---|\n| ${line} | c |\n`,
      ).children;
      expect(heading?.type).toBe('heading');
      expect(textOf(heading)).toBe(`Of ${shown}`.trim());
      expect(
        list?.type === 'list' && list.children.map((item) => item.children.map(({ type }) => type)),
      ).toEqual(shown === '' ? [[]] : [['paragraph']]);
      expect(textOf(list)).toBe(shown);
      expect(link?.type === 'paragraph' && link.children.map(({ type }) => type)).toEqual(['link']);
      expect(textOf(link)).toBe(shown);
      expect(table?.type === 'table' && table.children[1]?.children.map((cell) => textOf(cell))).toEqual([
        shown,
        'c',
      ]);
      expect(rest).toEqual([]);
      expect(unescapeText(line)).toBe(shown);
    };
    fc.assert(fc.property(hostileText, holds), { numRuns: scaled(1000) });
    for (const text of blns) holds(text);
  });

  it('leaves no tag for a template engine, and shows the text all the same', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('tags' as const, 'mdx' as const), (text, engine) => {
        const line = escapeText(text, engine);
        expect(line).not.toMatch(engine === 'mdx' ? /(?<!\\)(?:\\\\)*[<{}]/ : /[<{][%{#]/);
        expect(textOf(parse(`# T ${line}`))).toBe(`T ${cleanLine(text)}`.trim());
        expect(unescapeText(line)).toBe(cleanLine(text));
      }),
      { numRuns: scaled(500) },
    );
  });

  it('is done in time with 65,536 characters of anything', () => {
    for (const unit of [
      '_',
      '*',
      '\\',
      '#',
      ' #',
      '# ',
      '&a',
      '<',
      '1',
      ' ',
      '@',
      'a1',
      '[',
      'www.',
      'http://',
      '\u0000',
    ]) {
      const text = unit.repeat(65_536 / unit.length);
      expect(unescapeText(escapeText(text))).toBe(cleanLine(text));
      expect(quoteInConversation(text)).toBeTypeOf('string');
    }
  });
});

describe('quoteInConversation', () => {
  /** What GitHub makes links and notifications of, in the text as it is shown. */
  const references = [
    /@[a-z\d]/i,
    /#\d/,
    /\bGH-\d/i,
    /(?<![a-z\d])[\da-f]{7,40}(?![a-z\d])/i,
    /[a-z]:\/\//i,
    /www\./i,
    /[\w.+-]+@[\w-]+\.\w/,
  ];

  it.each([
    ['@team and @org/team'],
    ['Fixes #12, closes GH-12, resolves owner/repo#12'],
    ['reverts 0123456789abcdef0123456789abcdef01234567 and owner/repo@deadbeef'],
    ['see https://github.com/o/r/issues/12 or www.example.org'],
    ['mail someone@example.org or someone@.org'],
    ['&commat;team &#64;team \\@team @\u0000team'],
  ])('lesson 31: nobody is told and nothing is linked by %j', (text) => {
    const tree = parse(quoteInConversation(text));
    const shown = textOf(tree);
    expect(JSON.stringify(tree)).not.toContain('"type":"link"');
    for (const reference of references) expect(shown).not.toMatch(reference);
    expect(shown.replaceAll('\u200B', '')).toBe(cleanLine(text));
  });

  it('lesson 31: lets no reference through, whatever the text is, nor does it break a table', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = quoteInConversation(text);
        const [table, ...rest] = parse(`| a | b |\n|---|---|\n| ${line} | c |\n`).children;
        const cells = table?.type === 'table' ? table.children[1]?.children.map((cell) => textOf(cell)) : [];
        for (const reference of references) expect(cells?.[0]).not.toMatch(reference);
        expect(cells?.[0]?.replaceAll('\u200B', '')).toBe(cleanLine(text).replaceAll('\u200B', ''));
        expect(cells?.[1]).toBe('c');
        expect(rest).toEqual([]);
        expect(JSON.stringify(table)).not.toContain('"type":"link"');
      }),
      { numRuns: scaled(1000) },
    );
  });

  it('leaves ordinary words alone', () => {
    const title = 'Sentry quota breach, 2 of 3 projects (take 2): défaut de la face B at 10:30 # 1';
    expect(quoteInConversation(title)).toBe(title);
  });
});
