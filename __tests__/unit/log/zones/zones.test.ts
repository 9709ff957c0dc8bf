import { Parser } from 'commonmark';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyZone,
  readZones,
  withoutZones,
  withZone,
  zoneProblem,
} from '../../../../src/log/zones/zones.ts';
import { readZoneMarker } from '../../../../src/markers/zone.ts';
import { scaled } from '../../../thorough.ts';

const [begin, end] = ['<!-- incident-log:overview -->', '<!-- /incident-log:overview -->'];
const filled = (content: string) => `# Log\n\n${begin}\n\n${content}\n\n${end}\n\n## Q4 2024\n`;

describe('withZone', () => {
  it('replaces what stands between the two comments, and nothing else', () => {
    expect(withZone(filled('Old.\n\n| a |'), 'overview', 'New.')).toBe(filled('New.'));
    expect(withZone(`${begin}\n${end}`, 'overview', 'New.')).toBe(`${begin}\n\nNew.\n\n${end}`);
    expect(withZone(emptyZone('overview', 'html'), 'overview', 'New.')).toBe(`${begin}\n\nNew.\n\n${end}`);
  });

  it('keeps the comments as they are typed, and the line ends', () => {
    const typed = '<!--incident-log: overview-->\r\nOld.\r\n  <!-- /incident-log:overview -->  \r\nBelow.';
    expect(withZone(typed, 'overview', 'a\n\nb')).toBe(
      '<!--incident-log: overview-->\r\n\r\na\r\n\r\nb\r\n\r\n  <!-- /incident-log:overview -->  \r\nBelow.',
    );
  });

  it('finds the comments of MDX', () => {
    const empty = emptyZone('overview', 'mdx');
    expect(empty).toBe('{/* incident-log:overview */}\n\n{/* /incident-log:overview */}');
    expect(withZone(`# Log\n\n${empty}\n`, 'overview', 'New.')).toBe(
      '# Log\n\n{/* incident-log:overview */}\n\nNew.\n\n{/* /incident-log:overview */}\n',
    );
  });

  it('lets a file without the comments be', () => {
    expect(withZone('# Log\n', 'overview', 'New.')).toBe('# Log\n');
  });

  it.each([
    ['a fence', `\`\`\`\n${begin}\n${end}\n\`\`\`\n`],
    ['an open fence', `~~~\n${begin}\n${end}\n`],
    ['HTML', `<div>\n${begin}\n${end}\n</div>\n`],
    ['a comment', `<!--\n\n${begin.replace(' -->', '')}\n${end.replace(' -->', '')}\n\n-->\n`],
    ['indented code', `    ${begin}\n    ${end}\n`],
    ['a list', `- a\n\n  ${begin}\n\n  ${end}\n`],
    ['a quote', `> ${begin}\n> ${end}\n`],
    ['a line of text', `a ${begin}\nb ${end}\n`],
    ['front matter', `---\n# ${begin}\na: 1\n---\n`],
  ])('finds no zone in %s, and nothing wrong', (_, source) => {
    expect(readZones(source)).toEqual({ zones: [], problem: null });
    expect(withZone(source, 'overview', 'New.')).toBe(source);
  });
});

describe('zones that a person has broken', () => {
  it.each([
    [
      'unclosed',
      `# Log\n\n${begin}\n\nOld.\n`,
      3,
      'The zone “overview” that begins in line 3 is never closed: put <!-- /incident-log:overview --> below it.',
    ],
    [
      'closed in a fence that is open',
      `${begin}\n\n\`\`\`\n\n${end}\n`,
      1,
      'The zone “overview” that begins in line 1 is never closed: put <!-- /incident-log:overview --> below it.',
    ],
    [
      'closed twice',
      `${begin}\n${end}\n\nOurs.\n\n${end}\n`,
      6,
      'The comment in line 6 closes the zone “overview”, which is not open there: take it out.',
    ],
    [
      'never begun',
      `---\na: 1\n---\n\n${end}\n`,
      5,
      'The comment in line 5 closes the zone “overview”, which is not open there: take it out.',
    ],
    [
      'nested',
      `${begin}\n${begin}\n${end}\n${end}\n`,
      2,
      'The comment in line 2 begins a zone inside the zone “overview” of line 1: close that one first.',
    ],
    [
      'doubled',
      `${begin}\n${end}\n\nOurs.\n\n${begin}\n${end}\n`,
      6,
      'The zone “overview” begins in line 1, and once more in line 6: keep one of the two.',
    ],
    [
      'of another name',
      `<!-- incident-log:overveiw -->\n<!-- /incident-log:overveiw -->\n`,
      1,
      'The comment in line 1 is of no zone that exists: name one of overview, or take it out.',
    ],
    [
      'begun for MDX and closed for HTML',
      `{/* incident-log:overview */}\n\n${end}\n`,
      3,
      'The comment in line 3 closes the zone “overview”, which is not open there: take it out.',
    ],
  ])('are named and left as they are: %s', (_, source, line, message) => {
    const { zones, problem } = readZones(source);
    expect(zones).toEqual([]);
    expect(problem).toMatchObject({ line, message });
    expect(readZoneMarker(source.slice(problem?.start, problem?.end))).not.toBeNull();
    expect(withZone(source, 'overview', 'New.')).toBe(source);
    expect(withoutZones(source)).toBe(source);
  });
});

/** Lines that begin, end and hide zones. */
const lines = fc.constantFrom(
  ...[begin, begin, begin, end, end, end, `  ${begin}`, `   ${end} `, `    ${begin}`],
  ...['<!-- incident-log:other -->', '<!--', '-->', '<!-- a -->', '<div>', '</div>', '<pre>', '</pre>'],
  ...['```', '~~~', '`', '- a', '  b', '> c', '1. d', '', '', 'e', '===', '---', '# f', '| g |', '|---|'],
);
const files = fc
  .tuple(fc.array(lines, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
  .map(([all, lineEnd]) => all.join(lineEnd));
const mdxFiles = files.map((file) => file.replace(/<!-- (\/?incident-log:\w+) -->/g, '{/* $1 */}'));
const contents = fc.constantFrom('New.', '', '| a |\n| --- |\n| b |', '> a\n\n**c**', '![a](b.svg)');

describe('for every file', () => {
  it('what is outside of a zone stays, and replacing it twice gives the same bytes', () => {
    fc.assert(
      fc.property(fc.oneof(files, mdxFiles), contents, (source, content) => {
        const result = withZone(source, 'overview', content);
        const [zone] = readZones(source).zones;
        if (zone === undefined || zoneProblem(source) !== null) {
          expect(result).toBe(source);
          return;
        }
        const [above, below] = [source.slice(0, zone.start), source.slice(zone.end)];
        expect(result.startsWith(above)).toBe(true);
        expect(result.endsWith(below)).toBe(true);
        const between = result.slice(above.length, result.length - below.length);
        expect(between.replaceAll('\r\n', '\n')).toBe(`\n${content}\n\n`);
        expect(withZone(result, 'overview', content)).toBe(result);
        expect(withZone(withZone(result, 'overview', 'Other.'), 'overview', content)).toBe(result);
      }),
      { numRuns: scaled(2000) },
    );
  });

  it('a zone is what stands between the two comments that another parser finds', () => {
    fc.assert(
      fc.property(files, (source) => {
        expect(readZones(source).zones.length > 0).toBe(markersOfReference(source).join() === 'begin,end');
      }),
      { numRuns: scaled(2000) },
    );
  });

  it('nothing is left of a zone but blanks, and all else has its offset', () => {
    fc.assert(
      fc.property(files, (source) => {
        const blank = withoutZones(source);
        expect(blank).toHaveLength(source.length);
        const inside = new Set<number>();
        for (const { start, end: last } of readZones(source).zones)
          for (let offset = start; offset < last; offset += 1) inside.add(offset);
        for (let offset = 0; offset < source.length; offset += 1) {
          if (inside.has(offset)) expect(blank[offset]).toMatch(/[ \r\n]/);
          else expect(blank[offset]).toBe(source[offset]);
        }
      }),
      { numRuns: scaled(500) },
    );
  });
});

/** The comments of the zone that commonmark.js finds as blocks of their own. */
function markersOfReference(source: string): string[] {
  const found: string[] = [];
  let node = new Parser().parse(source).firstChild;
  for (; node !== null; node = node.next) {
    const marker = node.type === 'html_block' ? readZoneMarker(node.literal ?? '') : null;
    if (marker !== null) found.push(marker.name === 'overview' ? marker.edge : 'other');
  }
  return found;
}

describe('a zone around what people have written', () => {
  const [begin, end] = ['<!-- incident-log:overview -->', '<!-- /incident-log:overview -->'];

  it.each(['### Incident on 2024-10-14', '- **Time to repair**: 1h', '* a', '1. a', '## Q4 2024'])(
    'is left as it is with the line %s in it, and that is said',
    (line) => {
      const source = `# Log\n\n${begin}\n\nWords.\n\n${line}\n\n${end}\n`;
      const problem = zoneProblem(source);
      expect(problem).toMatchObject({ line: 3 });
      expect(source.slice(problem?.start, problem?.end)).toBe(begin);
      expect(problem?.message).toContain(
        'holds headings or lists, which are not its own, and was left as it is',
      );
      expect(withZone(source, 'overview', 'New.')).toBe(source);
    },
  );
});
