import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../../src/chart/chart.ts';
import { collected, hostileMarkdown } from '../markdown/hostile-markdown.ts';
import { data, dotsOf, expectInert, incident, pictureOf, textsOf } from './pictures.ts';

const link = incident().url;

/** XML's own, in every place where it could end something early. */
const hostileXml = fc
  .array(
    fc.constantFrom(
      ...['<', '>', '&', '"', "'", ']]>', '<![CDATA[', '<!--', '-->', '<?', '?>', '</title>', '</svg>', '\t'],
      ...[
        '</style>',
        '<script>',
        '<a href="https://evil.example">',
        ' onload="x" ',
        '&#0;',
        '&#x202E;',
        '&lt',
      ],
      ...[
        'javascript:alert(1)',
        'url(https://evil.example)',
        '<!DOCTYPE',
        '<!ENTITY',
        '\u0000',
        '\uFFFE',
        ' ',
      ],
      ...[
        '\uFFFF',
        '\uD800',
        '\uDC00',
        '\u{1FFFE}',
        '\u202E',
        '\u061C',
        '\u2066',
        '\u200B',
        '\uFEFF',
        '\u0085',
      ],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const hostile = fc.oneof(hostileXml, hostileMarkdown);

describe('text that somebody else wrote', () => {
  it('leaves the picture well-formed and inert, wherever it stands: the examples of CommonMark and the naughty strings', () => {
    for (const text of collected) {
      const incidents = [
        incident({ title: text, severity: text, services: [text, text] }),
        incident({ title: text, severity: null, services: [text], minutes: null, isOngoing: true }),
      ];
      expectInert(chartSvg(data({ incidents, severities: [text], durationName: text })), new Set([link]));
    }
  });

  it('leaves the picture well-formed and inert, for every title, severity, service and address', () => {
    const incidents = fc.array(
      fc.record({
        title: hostile,
        severity: fc.option(hostile),
        services: fc.array(hostile, { maxLength: 3 }),
        url: fc.oneof(fc.constant(link), hostile, fc.webUrl()),
        isOngoing: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(incidents, fc.array(hostile, { maxLength: 3 }), (each, severities) => {
        const addresses = each.flatMap(({ url }) =>
          /^\s*https?:/i.test(url.replace(/[\p{Cc}]/gu, '')) && URL.canParse(url) ? [new URL(url).href] : [],
        );
        expectInert(
          chartSvg(data({ incidents: each.map((one) => incident(one)), severities })),
          new Set(addresses),
        );
      }),
    );
  });

  it('is shown as typed, for every title, severity and service of letters and punctuation', () => {
    const words = fc
      .string({ minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/ +/g, ' ').trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(words, words, words, (title, severity, service) => {
        const svg = chartSvg(
          data({
            incidents: [incident({ title, severity, services: [service, 'b'] })],
            severities: [severity],
          }),
        );
        expect(dotsOf(svg)[0]?.title).toBe(
          `#12 ${title}\n2024-10-14 10:30, 25h 10m\n${severity}; ${service}, b`,
        );
        expect(textsOf(svg).map(({ text }) => text)).toContain(severity);
      }),
    );
  });

  it('is shortened where it is long, and never amid a character', () => {
    const [title] = [...dotsOf(pictureOf({ title: '🙂'.repeat(3000), severity: 'x'.repeat(3000) }))].map(
      (dot) => dot.title.split('\n'),
    );
    expect(title?.[0]).toBe(`#1 ${'🙂'.repeat(49)}…`);
    expect(title?.[2]).toBe(`${'x'.repeat(38)}…; api`);
  });
});

describe('an address', () => {
  it.each([
    ['https://github.com/octo/service/issues/12', 'https://github.com/octo/service/issues/12'],
    ['http://ghe.example/octo/service/issues/12', 'http://ghe.example/octo/service/issues/12'],
    ['https://a.example/"><script>', 'https://a.example/%22%3E%3Cscript%3E'],
    ['https://a.example/?a=1&b=2', 'https://a.example/?a=1&b=2'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['/octo/service/issues/12', null],
    ['', null],
  ])('%j leads to %j', (url, href) => {
    expect(dotsOf(pictureOf({ url }))[0]?.href).toBe(href);
  });
});
