import { expect, it } from 'vitest';
import { findings, rightLog } from '../../audits.ts';

it('finds a review action without a state, and quotes it', () => {
  const source = `${rightLog}- **Review actions**:\n  - Write it down\n  - Tell people - DONE\n`;
  expect(findings(source, ['action-state'])).toMatchObject([
    { line: 19, severity: 'notice', message: expect.stringContaining('“Write it down”') },
  ]);
});
