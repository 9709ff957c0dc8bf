import { expect, it } from 'vitest';
import { auditAsCommands } from '../../../../src/audit/output/github.ts';
import { auditAsJson } from '../../../../src/audit/output/json.ts';
import { rulesAsText } from '../../../../src/audit/output/rules.ts';
import { auditSummary } from '../../../../src/audit/output/summary.ts';
import { auditAsText } from '../../../../src/audit/output/text.ts';
import { rules } from '../../../../src/audit/rules/index.ts';
import { audit, entry, keptByHand } from '../audits.ts';

const audited = { file: 'LOG.md', audit: audit(keptByHand, { whenNothingChecked: 'error' }) };
const places = audited.audit.findings.map(({ line, rule }) => `${line} ${rule}`);

it('every output has every finding, all but the summary in the order of the file', () => {
  expect(places).toHaveLength(14);
  expect(auditAsJson(audited).findings.map(({ line, rule }) => `${line} ${rule}`)).toEqual(places);
  const headings = auditAsText(audited).matchAll(/^LOG\.md:(\d+):\d+: \w+ (\S+)$/gm);
  expect([...headings].map(([, line, rule]) => `${line} ${rule}`)).toEqual(places);
  const { commands, rest } = auditAsCommands([audited], { reserved: 0, rest: '' });
  const annotations = commands.matchAll(/^::\w+ file=LOG\.md,line=(\d+),.*title=([\w-]+)::/gm);
  expect([...annotations].map(([, line, rule]) => `${line} ${rule}`)).toEqual(places);
  expect(rest).toBe('');
  const rows = auditSummary(audited).matchAll(/^\| (\d+) \| \w+ \| (\S+) \|/gm);
  expect([...rows].map(([, line, rule]) => `${line} ${rule}`).sort()).toEqual(places.toSorted());
});

it('JSON has every event that a log can state, null where it states none', () => {
  const events = ['Impact started: 2024-10-14 10:00', 'First detected: 2024-10-14 10:30'];
  const source = `# Log\n\n${entry('Incident on 2024-10-14 - x', events)}`;
  const [incident] = auditAsJson({ file: 'LOG.md', audit: audit(source) }).incidents;
  expect(Object.entries(incident?.events ?? {})).toEqual([
    ['started', '2024-10-14T09:00:00.000Z'],
    ['firstDetected', '2024-10-14T09:30:00.000Z'],
    ['declared', null],
    ['repaired', null],
    ['resolved', null],
  ]);
});

it('the summary has the worst first, and that nothing could be checked before all else', () => {
  const severities = [...auditSummary(audited).matchAll(/^\| \d+ \| (\w+) \|/gm)].map(([, word]) => word);
  expect([...new Set(severities)]).toEqual(['error', 'warning', 'notice']);
  const nothing = { file: 'LOG.md', audit: audit('# Nothing\n', { whenNothingChecked: 'error' }) };
  expect(auditSummary(nothing)).toMatch(/^\*\*No incident was found in this file/);
});

it('prints what each rule says about itself', () => {
  const text = rulesAsText();
  for (const { id, severities, documentation } of rules)
    expect(text).toContain(`${id} (${severities[0]})\n    ${documentation}\n`);
});
