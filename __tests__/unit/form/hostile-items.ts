import fc from 'fast-check';

/** What people put into one item of a list; further lines are indented by two columns. */
const contents = [
  ...['Check names', 'Check names - TODO', 'Check (@mona, due 2026-12-01)', 'a (#3) b', 'x - DONE (@a)'],
  ...['[ ] task', '[x] task', '[] task', '[ ]\n  - sub', '[ ] task <!-- c -->\n  - sub', '[x]'],
  ...[
    'Do it:\n  - a\n  - b',
    'Do :',
    'Check\n  - sub\n    - sub',
    'Check\nlazy',
    'Do\n\n\tmore',
    'Do\n\n\t- sub',
  ],
  ...[
    'Check  ',
    'Check\t',
    'Check\\',
    'Check  \n  more\\',
    'x&nbsp;',
    '&nbsp;',
    'x\u00A0',
    'words\n\n  &nbsp;',
  ],
  ...['*open', '**open', 'a*b*', 'a_b_', '~~x~~', 'a ~~b', '`open', 'a ``b` c', '`b`', '\\`', 'a "b', "a 'b"],
  ...[
    'See [runbook][1]',
    '[1]',
    'See ![1]',
    'See [1][]',
    '[a](b',
    'a [open',
    'a ![open',
    '[2]: <x>\n  words [2]',
  ],
  ...['[1]: /b "c"', '> [1]: /b\n\n  see [1]', '[docs]:', 'Fn[^1]', 'Do\n\n  [^1]: note', '[a]:\n  b'],
  ...[
    '![image](x.png)',
    'https://a.b/c',
    'www.a.b',
    '<https://a.b>',
    'me@x.org',
    '🎉',
    ':tada:',
    '@mona',
    'a -',
  ],
  ...[
    'Do <!-- c -->',
    'Do<!-- c --> <!-- d -->',
    '<!-- c -->',
    '<!-- c -->\n  words',
    'words\n\n  <!-- c -->',
    '<!--',
  ],
  ...[
    'Do <b>x</b>',
    '<b>x</b>',
    '<div>\n  html\n  </div>',
    '<details>\n\n  x\n\n  </details>',
    'a <open',
    '<pre>',
  ],
  ...[
    '```\n  code\n  ```',
    '```\n  open',
    'Do:\n  ```\n  code - DONE\n  ```',
    '~~~\n  (#3)\n  ~~~',
    '    code  ',
  ],
  ...[
    '> quote',
    '> quote (@a) - DONE\n  > more',
    '> q\nlazy',
    'a\n\n  > q',
    '> q\n\n  words (@a)',
    '> ```\n  > x',
  ],
  ...[
    '# Heading  ',
    'Heading\n  ===',
    '---',
    '| a | b |\n  |---|---|\n  | c | d |  ',
    'Do\n\n  | a |\n  |---|',
    'a | b',
  ],
  ...[
    '- nested',
    '- nested - DONE\n  - more',
    '1. number',
    '2. number',
    '- - -',
    'N/A',
    'N/A, under way',
    '',
    ' ',
  ],
  ...[
    'a\n\n  b',
    'a - DONE\n\n  (@b)',
    '$& $1',
    '\\',
    '#',
    '#35',
    '### Impact',
    '\uFEFF',
    'a\u0000b',
    '\u0085',
  ],
];

/** What a reference cannot be written behind: it would be code, or the address of a definition. A last dash is taken for its lead. */
const unfixable = ['a -', '[docs]:', '```\n  open', '<pre>', '<!--'];

/** In a list under an item they leave an empty item, which underlines a heading once they are taken out. */
const definitionsAlone = ['[1]: /b "c"', '[a]:\n  b'];

/** What has a place for a reference, whatever stands around it. */
export const fixable = contents.filter((text) => ![...unfixable, ...definitionsAlone].includes(text));

// Another number than 1 does not end a definition above it, and is no item until that is taken out.
const markers = ['- ', '- ', '* ', '1. ', '1) ', '  - ', '-\t', '-   '];
const between = [
  '\n',
  '\n',
  '\n\n',
  '\n\n\n',
  '\nbehind\n',
  '\n\nbeside\n\n',
  '\n[1]: /r "s"\n',
  '\n\n[1]: /r\n\n',
];
const before = ['', '', 'Intro:\n\n', '\uFEFF', '[1]: /first\n', '<!-- c -->\n', '> - a\n\n', '    '];
const lineEndings = ['\n', '\n', '\r\n', '\r'];

function item(marker: string, text: string): string {
  const columns = marker.endsWith('\t') ? 4 : marker.length;
  return marker + text.replaceAll(/^ {2}/gm, ' '.repeat(columns));
}

/** Answers to Review actions that are lists of such items. */
export function listOf(texts: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.tuple(fc.constantFrom(...markers), fc.constantFrom(...texts), fc.constantFrom(...between));
  return fc
    .tuple(
      fc.constantFrom(...before),
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...lineEndings),
    )
    .map(([start, pieces, lineEnding]) =>
      (start + pieces.map(([marker, text, end]) => item(marker, text) + end).join('')).replaceAll(
        '\n',
        lineEnding,
      ),
    );
}

/** Lists of these items, and strings made of what lists are made of. */
export const hostileLists: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: listOf(contents) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...[
            '- ',
            '\n- ',
            '\n1. ',
            '\n2) ',
            '* ',
            '\n',
            '\n\n',
            '\r\n',
            '\r',
            '  ',
            '    ',
            '\t',
            'word',
            'a b',
            '- DONE',
          ],
          ...[
            '[ ] ',
            '[x] ',
            '(#3)',
            ' (@a)',
            '> ',
            '```',
            '\n```\n',
            '~~~',
            '`',
            '*',
            '**',
            '# ',
            '\n===',
            '---',
          ],
          ...[
            '[1]',
            '[1]: /a',
            '\n\n[1]: /b\n\n',
            '[^1]',
            '[^1]: ',
            '|',
            '\n|-|\n',
            ':',
            '\\',
            '<!--',
            '-->',
            '<div>',
          ],
          ...[
            '</div>',
            '<pre>',
            '&nbsp;',
            '\uFEFF',
            '\u0000',
            '🎉',
            'https://a.b/',
            '![',
            '](',
            ')',
            '(',
            '### Impact',
          ],
        ),
        { maxLength: 25 },
      )
      .map((parts) => parts.join('')),
  },
);
