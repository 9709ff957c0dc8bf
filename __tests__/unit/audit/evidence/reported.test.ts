import { expect, it } from 'vitest';
import { auditAsJson } from '../../../../src/audit/output/json.ts';
import { incident, logInput, logText } from '../../log/incidents.ts';
import { audit, found } from '../audits.ts';

const other =
  '## 2026-03-01: Mail queue stuck\n\n- **Start**: 10:00\n- **End**: 11:30\n- **Duration**: 2h 30m\n';

it('reads a log in another form as anybody’s, and finds nothing missing in it', () => {
  expect(found(`# Log\n\n${other}\n## 2026-03-02: Nothing stated\n\nIt was short.\n`)).toEqual([
    '7 duration-mismatch',
  ]);
});

it('takes all entries for ours where one of them is, so that what they lack is found', () => {
  const ours = '## 2026-03-02: x\n\n- First detected: 2026-03-02 10:00\n- Repaired: 2026-03-02 11:00\n';
  expect(found(`# Log\n\n${other}\n${ours}`)).toContain('3 event-missing');
});

it('reads the other entries beside generated ones as anybody’s', () => {
  const repositoryUrl = 'https://github.com/o/r';
  const generated = logText(logInput([incident(12, '2026-03-05 10:30')])).replace(/^[\s\S]*?(?=### )/, '');
  const settings = { repositoryUrl, now: Date.UTC(2026, 5, 1) };
  const { incidents, reports } = audit(`# Log\n\n${other.replace('##', '###')}\n${generated}`, settings);
  expect(incidents.map(({ entry }) => entry.issue)).toEqual([12]);
  expect(reports.map(({ incident: { line } }) => line)).toEqual([3]);
});

it('JSON has an incident of another form with the keys of ours, and with its figures', () => {
  const source = `# Log\n\n${other}- Mitigated: 11:00\n- Severity: S2\n`;
  const [report] = auditAsJson({ file: 'LOG.md', audit: audit(source, { timezone: 'UTC' }) }).incidents;
  expect(report).toMatchObject({
    file: 'LOG.md',
    line: 3,
    date: '2026-03-01',
    severity: 'S2',
    events: {
      started: '2026-03-01T10:00:00.000Z',
      firstDetected: null,
      mitigated: '2026-03-01T11:00:00.000Z',
      resolved: null,
      ended: '2026-03-01T11:30:00.000Z',
    },
    figures: [
      {
        line: 7,
        column: 17,
        text: '2h 30m',
        stated: 150,
        computed: 90,
        verdict: 'wrong',
        from: 'started',
        to: 'ended',
      },
    ],
  });
});
