import { describe, expect, it } from 'vitest';
import { days, judged } from './judged.ts';

describe('nothing runs away', () => {
  // A pattern that backtracks takes minutes for these, so that the test would time out.
  const pieces = [
    '*',
    ' ',
    '-',
    ':',
    '|',
    '1 ',
    'a ',
    '1:',
    '2h ',
    '(',
    '~',
    'Mar 1 ',
    '[',
    '>',
    '_',
    'about ',
  ];
  const leads = ['', '## ', '- Duration: ', '- Start: ', '| ', '- 10:00 '];
  it.each(pieces)('%j, 60,000 characters of it', (piece) => {
    const long = piece.repeat(60_000 / piece.length);
    for (const lead of leads) expect(days(`## 2026-03-01: x\n\n${lead}${long}\n`)[0]).toBe('1 2026-03-01');
  });

  it('10,000 rows', () => {
    const row = '| 2026-03-01 | 10:00 | 11:00 | 1h |\n';
    const log = `| Date | Start | End | Duration |\n|---|---|---|---|\n${row.repeat(10_000)}`;
    expect(new Set(judged(log).map((each) => each.replace(/^\d+ /, '')))).toEqual(new Set(['1h right 60']));
  });
});
