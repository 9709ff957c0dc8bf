import { expect, it } from 'vitest';
import { findings, found, rightEntry, rightLog, rightLogBut } from '../../audits.ts';

it.each([
  ['another mean', rightLogBut('**: 24h 59m', '**: 24h 58m')],
  ['words where there is a mean', rightLogBut('**: 24h 59m', '**: N/A')],
  ['a mean of nothing', rightLog.replace('## Q4', '## Q1 2025\n\n- Mean time to repair: 3h\n\n## Q4')],
])('finds %s', (_, source) => {
  expect(found(source)).toEqual(['5 mean-mismatch']);
});

it('calls a mean that can’t be read a warning, and does not count it as wrong', () => {
  for (const words of ['1:30', '~1h', 'TBC', ''])
    expect(findings(rightLogBut('**: 24h 59m', `**: ${words}`), ['mean-mismatch'])).toMatchObject([
      { severity: 'warning', stated: null, computed: 1499, fix: null },
    ]);
  expect(findings(rightLogBut('**: 24h 59m', '**: **24h 59m**'))).toEqual([]);
});

it('finds means wherever they stand in their quarter', () => {
  const moved = (source: string) => findings(source, ['mean-mismatch']).map(({ stated }) => stated);
  expect(moved(`## Q4 2024\n\n${rightEntry()}- Mean time to repair: 9h\n`)).toEqual([540]);
  expect(moved(`## Q4 2024\n\n### Summary\n\n- Mean time to recovery: 9h\n\n${rightEntry()}`)).toEqual([540]);
});
