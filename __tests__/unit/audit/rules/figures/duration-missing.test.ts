import { expect, it } from 'vitest';
import { findings, found, rightLogBut } from '../../audits.ts';

it.each([
  ['no figure', rightLogBut('- **Time to repair**: 24h 59m\n', ''), '8 duration-missing'],
  [
    'text that is no figure',
    rightLogBut('**Time to repair**: 24h 59m', '**Time to repair**: about a day'),
    '15 duration-missing',
  ],
])('finds %s', (_, source, place) => {
  expect(found(source)).toEqual([place]);
  expect(findings(source)).toMatchObject([{ severity: 'warning', stated: null, computed: 1499, fix: null }]);
});

it('finds a figure that is blurred by the words behind it, as one that is blurred by those in front', () => {
  for (const words of ['1 day or so', '24h?', '25h-ish', '25h (approx)', 'about 25h'])
    expect(found(rightLogBut('**Time to repair**: 24h 59m', `**Time to repair**: ${words}`))).toEqual([
      '15 duration-missing',
    ]);
});
