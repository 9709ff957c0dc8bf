import fc from 'fast-check';

/** Blocks that can stand anywhere. */
export const anywhere = [
  ...[
    '# a',
    '## t',
    '### b',
    '### b ###',
    '#',
    '  ### c',
    '   ### c',
    '```',
    '~~~',
    '````',
    '``` js',
    '`',
    '`code`',
  ],
  ...[
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '<!-- a -->',
    '<script>',
    '<?',
    '<![CDATA[',
    ']]>',
    '<details>',
    '<br> text',
  ],
  ...['===', '---', '***', 'text', 'a | b', '  ', ' ', '\\', '**b**'],
];
/** Markers of quotes and lists, with numbers, indents and tabs of all kinds, and what may look like them. */
export const containers = [
  ...['>', '> ', '>\t', '- ', '* ', '+ ', '-', '*', '+', '- - -', '-\t', '   - ', '>1. '],
  ...['1. ', '1) ', '2. ', '2) ', '7. ', '0. ', '10. ', '1.', '2)', '2.\t', ' 2. ', '   7) ', '\t3. '],
  ...['123456789. ', '1234567890. ', '-1. '],
];

/** Indentation, also that of code, and tags alone on their lines. */
export const verbatim = [
  ...['   ', '    ', '      ', '\t', '    ### d', '\t# e', '     f'],
  ...['<x>', '</script>', '<x y="z" w>', "<a b='c' />", '<x y=>'],
];

const lineEndings = ['\n', '\n', '\n\n', '\r\n', '\r', ''];

/** Texts put together from pieces of Markdown, most of them ended. */
export function textsOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc
    .tuple(fc.constantFrom(...pieces), fc.constantFrom(...lineEndings))
    .map((parts) => parts.join(''));
  return fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));
}
