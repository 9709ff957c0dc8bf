import { expect, it } from 'vitest';
import { findings, found, rightLogBut } from '../../audits.ts';

it('finds a figure that is not what passed, and says what did', () => {
  const source = rightLogBut('24h 59m\n- **Time to res', '21h 12m\n- **Time to res');
  expect(found(source)).toEqual(['15 duration-mismatch']);
  expect(findings(source)).toMatchObject([
    {
      severity: 'error',
      message: 'Time to repair is stated as 21h 12m, but 24h 59m passed from first detected to repaired.',
      stated: 21 * 60 + 12,
      computed: 24 * 60 + 59,
      explanation: null,
      fix: '24h 59m',
    },
  ]);
});

it('fixes no figure with a remark, and quotes the remark', () => {
  const source = rightLogBut('24h 59m\n- **Time to res', '21h 12m (by night)\n- **Time to res');
  expect(findings(source, ['duration-mismatch'])).toMatchObject([
    {
      message: expect.stringMatching(/; the remark with it is “\(by night\)”: check which one is wrong\.$/),
      fix: null,
    },
  ]);
});

it('finds a figure of another form of log that cannot follow from its times', () => {
  const source = (duration: string) =>
    `# Log\n\n## 2026-03-01: x\n\n- Start: 10:00\n- End: 11:30\n- Duration: ${duration}\n`;
  expect(findings(source('2h 30m'), ['duration-mismatch'])).toMatchObject([
    {
      severity: 'error',
      message: 'Duration is stated as 2h 30m, but 1h 30m passed from started to ended.',
      stated: 150,
      computed: 90,
      fix: '1h 30m',
    },
  ]);
  expect(findings(source('~5 hours'), ['duration-mismatch'])).toMatchObject([{ severity: 'notice' }]);
  expect(found(source('1.5 hours'), ['duration-mismatch'])).toEqual([]);
});
