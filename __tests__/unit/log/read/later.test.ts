import { describe, expect, it } from 'vitest';
import { readLog, readLogLater } from '../../../../src/log/read/read.ts';

const url = 'https://github.com/octo/service';
const text = `# Log

## Q4 2024 (October to December)

- **Incidents**: 1

### Incident on 2024-10-14 - Sign-ins fail

- **Incident issue**: [#12](${url}/issues/12)

- **Time to repair**: 24h 59m
`;

describe('readLogLater', () => {
  it('gives the log of readLog', () => {
    expect(readLogLater(text, url)).toEqual(readLog(text, url));
  });

  it('reads it once', () => {
    const log = readLogLater(text, url);
    expect(log.entries).toBe(log.entries);
    expect(log.sections[2]).toBe(log.entries[0]);
  });
});
