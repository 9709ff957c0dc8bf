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
