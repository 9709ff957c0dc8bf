import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../../src/incident/incident.ts';
import { writeEntry } from '../../../../src/log/write/entry.ts';
import { incident, time } from '../incidents.ts';

const settings = {
  repositoryUrl: 'https://github.com/o/r',
  timezone: 'UTC',
  engine: 'none',
  level: 3,
} as const;
const entry = (facts: Partial<Incident>) =>
  writeEntry(
    incident(12, '2024-05-02 10:00', {
      repaired: time('2024-05-02 11:00'),
      resolved: time('2024-05-02 12:00'),
      ...facts,
    }),
    settings,
  );

describe('writeEntry', () => {
  it('leaves out an action in which nothing is to be seen, unless it has a state or an issue', () => {
    const unseen = { text: '<!-- x -->', state: null, issue: null, owner: null, due: null };
    expect(entry({ reviewActions: [unseen] })).not.toContain('Review Actions');
    const written = entry({ reviewActions: [unseen, { ...unseen, text: 'Seen' }, { ...unseen, issue: 13 }] });
    const [, actions] = written.split('- **Review Actions**:\n');
    expect(actions).toBe('  - Seen\n  - ([#13](https://github.com/o/r/issues/13))');
  });

  it('sets items tight, but apart where one of them has blocks', () => {
    const blocks = { text: 'Seen\n\nTwice', state: null, issue: null, owner: null, due: null };
    expect(entry({ identified: 'a\n\nb', impact: 'c', resolution: 'd', reviewActions: [blocks] })).toBe(
      [
        '### Incident on 2024-05-02 - Something broke\n',
        '- **Incident issue**: [#12](https://github.com/o/r/issues/12)',
        '- **Key events**',
        '  - First detected: 2024-05-02 09:00',
        '  - Repaired: 2024-05-02 10:00',
        '  - Resolved: 2024-05-02 11:00',
        '- **Time to repair**: 1h 0m',
        '- **Time to resolve**: 2h 0m\n',
        '- **Identified**:\n',
        '  a\n',
        '  b\n',
        '- **Impact**: c',
        '- **Resolution**: d\n',
        '- **Review Actions**:\n',
        '  - Seen\n',
        '    Twice',
      ].join('\n'),
    );
  });

  it('makes no code of an entry of the Context that is indented', () => {
    expect(entry({ context: '2024-05-02 10:00 One\n      2024-05-02 10:05 *Two*  ' })).toContain(
      '- **Context**:\n  - 2024-05-02 10:00 One\n  - 2024-05-02 10:05 *Two*',
    );
  });
});
