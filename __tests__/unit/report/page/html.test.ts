import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../../../src/markdown/escape.ts';
import { html, webLink } from '../../../../src/report/page/html.ts';
import { hostileMarkdown } from '../../markdown/hostile-markdown.ts';

const hostile = fc.oneof(
  hostileMarkdown,
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '`',
        '=',
        '</p>',
        '<script>',
        '-->',
        '&lt;',
        '&#0;',
        '\u0000',
        '\u202E',
        '\uD800',
        'a',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('markup', () => {
  it('for every text, in an element and in an attribute: shows it, and holds nothing else', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        const [paragraph, ...others] = fromHtml(markup, { fragment: true }).children;
        expect(others).toEqual([]);
        const shown = cleanText(text);
        expect(paragraph).toMatchObject({
          tagName: 'p',
          properties: { title: shown },
          children: shown === '' ? [] : [{ type: 'text', value: shown }],
        });
      }),
    );
  });

  it('joins lists, keeps markup of its own, and leaves out null', () => {
    expect(html`<ul>${[html`<li>${1}</li>`, null, ['<', 2]]}</ul>`.markup).toBe('<ul><li>1</li>&lt;2</ul>');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '', 'octo/service', '//evil.example'])(
    'links to no address but one of the web: %j',
    (url) => {
      expect(webLink(url, 'x').markup).toBe('x');
    },
  );

  it('links to an issue', () => {
    expect(webLink('https://github.com/a/b/issues/1?x="&y', '#1').markup).toBe(
      '<a href="https://github.com/a/b/issues/1?x=&quot;&amp;y">#1</a>',
    );
  });
});
