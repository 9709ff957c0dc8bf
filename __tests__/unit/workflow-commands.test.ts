import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationCommand, withinAnnotationLimit, withoutCommands } from '../../src/workflow-commands.ts';
import { readCommands } from '../runner/runner-files.ts';
import { scaled } from '../thorough.ts';

/** Pieces of which commands are made, and what may stand around them. */
const hostile = fc
  .array(
    fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[',
      ']',
      'error',
      ' ',
      '\t',
      '\u00A0',
      '\u0085',
      '\n',
      '\r',
      '\u200B',
      'x',
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

describe('text for a log that the runner reads', () => {
  it('lesson 105: holds no command, whatever it is made of, and reads the same', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = withoutCommands(text);
        // .NET cuts U+0085 off the start of a line, too, and JavaScript does not.
        expect(readCommands(shown.replaceAll('\u0085', ' '))).toEqual([]);
        expect(shown.replaceAll('\u200B', '')).toBe(text.replaceAll('\u200B', ''));
      }),
      { numRuns: scaled(2000) },
    );
  });

  it.each(['::error::x', ' \t::error::x', 'a\r::error::x', '\u0085::error::x', 'a ##[error]x'])(
    'such as %j',
    (text) => {
      expect(readCommands(text.replaceAll('\u0085', ' '))).toHaveLength(1);
      expect(readCommands(withoutCommands(text).replaceAll('\u0085', ' '))).toEqual([]);
    },
  );

  it('is as it was where it holds none', () => {
    const text = 'a::b\n a :: b\n# [x]\n## [x]\n';
    expect(withoutCommands(text)).toBe(text);
  });

  it('is all that anything prints: whatever writes to the log itself is known', () => {
    const folder = join(import.meta.dirname, '../../src');
    const printing = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .filter((path) =>
        /console\.|process\.std(?:out|err)\.write|core\.info|\b(?:io|runner)\.write\(/.test(
          readFileSync(join(folder, path), 'utf8'),
        ),
      );
    expect(printing.sort()).toEqual([
      'action.ts',
      'action/audit.ts',
      'action/main.ts',
      'action/runner.ts',
      'command-line/output.ts',
    ]);
  });

  it('takes time in proportion to its length', () => {
    const started = performance.now();
    for (const piece of ['\n', ' ', ':', '##[', '\u0085']) withoutCommands(piece.repeat(300_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('annotations', () => {
  it('are read as they were given, whatever they hold', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [command, ...more] = readCommands(
          annotationCommand('error', { title: `<${text}>`, line: 3 }, text),
        );
        expect(command).toEqual({
          command: 'error',
          properties: { title: `<${text}>`, line: '3' },
          message: text,
        });
        expect(more).toEqual([]);
      }),
    );
  });

  const items = (counts: Readonly<Record<'error' | 'warning' | 'notice', number>>) =>
    (['error', 'warning', 'notice'] as const).flatMap((severity) =>
      Array.from({ length: counts[severity] }, (_, index) => ({ severity, index })),
    );
  const limited = (error: number, warning: number, notice: number, reserved = 0) => {
    const {
      shown,
      rest,
      notice: said,
    } = withinAnnotationLimit(items({ error, warning, notice }), {
      reserved,
      rest: 'More elsewhere.',
    });
    return [shown.length, rest.length, said?.replace(/ are shown .*/, '') ?? null];
  };

  it('lesson 61: are ten of a kind, and the others are counted', () => {
    expect(limited(10, 10, 10)).toEqual([30, 0, null]);
    expect(limited(10, 41, 10)).toEqual([29, 32, '10 of 41 warnings and 9 of 10 notices']);
    expect(limited(41, 0, 0)).toEqual([10, 31, '10 of 41 errors']);
    expect(limited(41, 0, 0, 1)).toEqual([9, 32, '9 of 41 errors']);
    expect(limited(9, 0, 0, 1)).toEqual([9, 0, null]);
  });
});
