import { describe, expect, it } from 'vitest';
import { explainDuration } from '../../../../src/audit/evidence/explain.ts';
import { readLog } from '../../../../src/log/read/read.ts';
import { quarterLayout } from '../../../../src/log/write/quarter.ts';
import { audit, entry } from '../../audit/audits.ts';

const size = 700_000;
const times = ['First detected: 2024-10-14 10:30', 'Repaired: 2024-10-14 11:30'];

// A reader whose time grows with the square of a line's length does not come to the end of these within the hour.
describe('lesson 103: an audit that anybody’s pull request starts comes to its end', () => {
  it.each([
    ['a name longer than any of GitHub’s', `${'a'.repeat(101)}/b#3`, []],
    ['the longest name', `(o/${'b'.repeat(100)}#3)`, [`o/${'b'.repeat(100)}#3`]],
    ['an address longer than any of an issue', `See http://${'a'.repeat(400)}/o/r/issues/3`, []],
  ])(
    'and looks no further for the issue of a review action than GitHub’s names go: %s',
    (_, text, references) => {
      const source = entry('2024-10-14', times, [`- **Review actions**\n  - Do it ${text} today - DONE`]);
      const actions = audit(source).incidents.flatMap(({ reviewActions }) => reviewActions);
      expect(actions.map((action) => action.references)).toEqual([references]);
    },
  );

  it.each([
    ['behind a figure', `- **Time to repair**: 1h${' '.repeat(size)}x`],
    ['behind a time', `- **Repaired**: 2024-10-14 11:30${'\t'.repeat(size)}x`],
    ['in a bracket behind a time', `- **Repaired**: 2024-10-14 11:30 (${'\t'.repeat(size)}x`],
    ['in headings', `#### a${' '.repeat(290)}x\n`.repeat(size / 300)],
    [
      'behind a time in front of its event',
      `- **Context**\n${`  - 2024-10-14 11:30${' '.repeat(270)}\u2028\n`.repeat(size / 300)}`,
    ],
    ['behind the title of a link definition', `[a]: b "${' '.repeat(size)}\u2028`],
  ])('with 700 kB of white space %s', (_, below) => {
    const source = entry('2024-10-14', times.slice(0, 1), [below]);
    expect(audit(source).incidents).toHaveLength(1);
  });

  it('with 700 kB of white space under a quarter', () => {
    expect(readLog(`## Q4 2024\n\n${' '.repeat(size)}x`, '').quarters).toHaveLength(1);
  });

  it.each([
    ['in front of a mean', `Mean time to repair (${'a'.repeat(size)}): 1h`],
    ['behind a mean', `Mean time to repair: 1h ${','.repeat(size)}`],
  ])('with 700 kB of text %s', (_, line) => {
    const source = `## Q4 2024\n\n- ${line}`;
    const [quarter] = readLog(source, '').quarters;
    expect(quarterLayout(quarter ?? null, source)).not.toBeNull();
  });

  it('and looks at few of the times that an entry has beside its events', () => {
    let looks = 0;
    const others = Array.from({ length: 5000 }, (_, index) => ({
      name: 'Restarted',
      get instant() {
        looks += 1;
        return index * 60_000;
      },
    }));
    const stated = { minutes: 9999, remark: '', to: 'repaired', events: new Map(), others } as const;
    expect(explainDuration({ ...stated, contextInstants: [], timezone: 'UTC' })).toBeNull();
    expect(looks).toBeLessThan(2000);
  });
});
