import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesBetween } from '../../../../src/log/diff.ts';
import { readLog } from '../../../../src/log/read/read.ts';
import { readZones, withZone } from '../../../../src/log/zones/zones.ts';
import { scaled } from '../../../thorough.ts';
import { keptByHand } from '../../audit/audits.ts';
import { incident, logInput, logText, repositoryUrl, time } from '../incidents.ts';

const [begin, end] = ['<!-- incident-log:overview -->', '<!-- /incident-log:overview -->'];

const filed = (issue: number, day: string) =>
  incident(issue, `${day} 10:00`, { repaired: time(`${day} 12:00`), resolved: time(`${day} 14:00`) });
const incidents = [filed(12, '2024-11-01'), filed(11, '2024-10-02'), filed(10, '2024-05-02')];

/** A log with an empty zone in front of some line that is blank, or at its end. */
const logs = fc
  .tuple(
    fc.constantFrom(logText(logInput(incidents)), logText(logInput(incidents.slice(1))), keptByHand),
    fc.nat(),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([log, place, lineEnd]) => {
    const blanks = [...log.matchAll(/\n(?=\n|$)/g)].map(({ index }) => index + 1);
    const offset = blanks[place % blanks.length] ?? log.length;
    const zone = `\n${begin}\n\n${end}\n`;
    return (log.slice(0, offset) + zone + log.slice(offset)).replaceAll('\n', lineEnd);
  });

/** What a zone may hold that would be read elsewhere. */
const contents = fc.constantFrom(
  '| Period | Incidents |\n| --- | --: |\n| Q4 2024 | 3 |\n| Write it | 2024-11-01 |',
  '## Q3 2024 (July to September)\n\n- **Incidents**: 9\n- **Mean Time to Repair**: 9h 0m',
  '### Incident on 2024-10-20 - x\n\n- **Incident issue**: [#12](https://github.com/o/r/issues/12)',
  '- **Time to repair**: 99h 0m\n- **Review Actions**:\n  - Not this one - **TODO**',
  '- First detected: 2024-01-01 10:00\n- Repaired: 2024-01-01 11:00',
);

/** What is read from a log, without where it stands. */
function described(text: string) {
  const { quarters, entries } = readLog(text, repositoryUrl);
  return {
    quarters: quarters.map(({ heading, incidents, meanTimeToRepair, generated, unread }) => [
      heading,
      ...[incidents?.text, meanTimeToRepair?.text, generated !== null, unread !== null],
    ]),
    entries: entries.map(({ issue, title, events, timeToRepair, table }) => [
      issue,
      ...[title, events.map(({ name, value }) => [name, value.text]), timeToRepair?.text, table !== null],
    ]),
  };
}

it('nothing is read from a zone, wherever it stands and whatever is in it', () => {
  fc.assert(
    fc.property(logs, contents, (log, content) => {
      const filledLog = withZone(log, 'overview', content);
      expect(filledLog).not.toBe(log);
      expect(described(filledLog)).toEqual(described(log));
    }),
    { numRuns: scaled(200) },
  );
});

it('incidents are written around a zone: its bytes stay, no entry is put into it, and a second run rests', () => {
  fc.assert(
    fc.property(logs, contents, (log, content) => {
      const existing = withZone(log, 'overview', content);
      const [before] = readZones(existing).zones;
      const written = logText(logInput(incidents, { existing }));
      const [after] = readZones(written).zones;
      expect(written.slice(after?.start, after?.end)).toBe(existing.slice(before?.start, before?.end));
      const issues = readLog(written, repositoryUrl).entries.flatMap(({ issue }) => issue ?? []);
      expect(issues.sort()).toEqual([10, 11, 12]);
      expect(logText(logInput(incidents, { existing: written }))).toBe(written);
    }),
    { numRuns: scaled(200) },
  );
});

it.each([
  ['closed right above a heading', `# Log\n\n${begin}\n\nOld.\n\n${end}\n## Q3 2024\n\nWords.\n`],
  ['begun and closed right above one', `# Log\n\n${begin}\n${end}\n## Q3 2024\n\nWords.\n`],
  ['at the end of the file', `# Log\n\n## Q3 2024\n\nWords.\n\n${begin}\n\nOld.\n\n${end}\n`],
])('a new quarter goes into no zone: %s', (_, existing) => {
  const written = logText(logInput([filed(12, '2024-11-01')], { existing }));
  expect(readLog(written, repositoryUrl).entries).toHaveLength(1);
  const filledLog = withZone(written, 'overview', 'New.');
  expect(filledLog).toContain(`${begin}\n\nNew.\n\n${end}`);
  expect(readLog(filledLog, repositoryUrl).entries).toHaveLength(1);
});

it('a zone that changes is no change of an entry or a quarter', () => {
  fc.assert(
    fc.property(logs, contents, (log, content) => {
      const [before, after] = [log, withZone(log, 'overview', content)].map((text) =>
        readLog(text, repositoryUrl),
      );
      if (before === undefined || after === undefined) return;
      expect(changesBetween(before, after, repositoryUrl)).toEqual({
        entries: [],
        actions: [],
        quarters: [],
      });
    }),
    { numRuns: scaled(100) },
  );
});
