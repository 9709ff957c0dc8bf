import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaled } from '../../thorough.ts';
import { audit, entry, figureLines, fixed, found, keptByHand, meanLines, rightEntry } from './audits.ts';

describe('fixLog', () => {
  it('corrects eight figures of the log that this project is modelled on, and nothing else', () => {
    const [before, after] = [keptByHand, fixed(keptByHand)].map((text) => text.split('\n'));
    const changed = before?.flatMap((line, index) =>
      line === after?.[index] ? [] : [`${line} → ${after?.[index]}`],
    );
    expect(changed).toEqual([
      '- **Mean Time to Repair**: 24h 10m → - **Mean Time to Repair**: 24h 59m',
      '- **Mean Time to Resolve**: 24h 10m → - **Mean Time to Resolve**: 25h 10m',
      '- **Time to repair**: 24h 10m → - **Time to repair**: 24h 59m',
      '- **Time to resolve**: 24h 10m → - **Time to resolve**: 25h 10m',
      '- **Mean Time to Repair**: 83h 50m → - **Mean Time to Repair**: 34h 44m',
      '- **Mean Time to Resolve**: 2185h 6m → - **Mean Time to Resolve**: 2142h 48m',
      '- **Time to resolve**: 2808h 28m → - **Time to resolve**: 2826h 32m',
      '- **Time to resolve**: 3649h 45m → - **Time to resolve**: 3504h 45m',
    ]);
    expect(found(fixed(keptByHand))).toEqual(['62 quarter-missing']);
  });

  it('for every log: leaves nothing to fix, changes nothing a second time, and no words but figures', () => {
    const time = fc
      .record({
        day: fc.integer({ min: 1, max: 28 }),
        month: fc.integer({ min: 9, max: 12 }),
        hour: fc.nat(23),
        minute: fc.nat(59),
      })
      .map(({ day, month, hour, minute }) => {
        const two = (value: number) => String(value).padStart(2, '0');
        return `2024-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
      });
    const figure = fc.oneof(
      fc.tuple(fc.nat(60), fc.nat(59)).map(([hours, minutes]) => `${hours}h ${minutes}m`),
      fc.constantFrom(
        '59m',
        '7h',
        '1d 5h 47m',
        '3h 21',
        '9h 16m (during support hours)',
        'N/A',
        'TBC',
        '',
        'about 3h',
        '0h 0m',
      ),
    );
    const one = fc
      .tuple(fc.array(time, { minLength: 1, maxLength: 4 }), figure, figure)
      .map(([times, repair, resolve]) =>
        entry(
          `Incident on ${times[0]?.slice(0, 10)} - x`,
          ['First detected', 'Repaired', 'Resolved', 'Declared'].flatMap((name, index) =>
            times[index] === undefined ? [] : [`${name}: ${times[index]}`],
          ),
          figureLines(repair, resolve),
        ),
      );
    const quarter = fc
      .tuple(
        fc.constantFrom('## Q4 2024', '## Q3 2024 (July to October)', '## Notes'),
        figure,
        figure,
        fc.array(one, { maxLength: 3 }),
      )
      .map(
        ([heading, repair, resolve, entries]) =>
          `${heading}\n\n${meanLines(repair, resolve)}${entries.join('')}`,
      );
    fc.assert(
      fc.property(fc.array(quarter, { maxLength: 4 }), fc.constantFrom('\n', '\r\n'), (quarters, lineEnd) => {
        const source = quarters.join('').replaceAll('\n', lineEnd);
        const once = fixed(source);
        expect(audit(once).findings.filter(({ fix }) => fix !== null)).toEqual([]);
        expect(fixed(once)).toBe(once);
        const withoutFigures = (text: string) => text.replace(/(?:\*\*: ).*/g, '');
        expect(withoutFigures(once)).toBe(withoutFigures(source));
      }),
      { numRuns: scaled(300) },
    );
  });

  it('leaves a figure with a remark, and other ways of writing the figures that are right', () => {
    const source = `## Q4 2024\n\n${meanLines('24h 58m, all in all', '1d 1h 10m')}${rightEntry(figureLines('24h 58m (by night)', '25h 10m'))}`;
    expect(fixed(source)).toBe(source);
    const without = source.replace(', all in all', '').replace(' (by night)', '');
    expect(fixed(without)).toBe(without.replaceAll('24h 58m', '24h 59m'));
  });
});
