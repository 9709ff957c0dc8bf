import { describe, expect, it } from 'vitest';
import { incident, logInput, logText } from '../../../log/incidents.ts';
import { nothingChecked } from '../../audits.ts';

describe('lesson 56: a file in which no incident is found', () => {
  it.each([
    ['prose', 'Nothing to see here.\n', '1 error nothing-read'],
    ['a title behind blank lines and a byte order mark', '\uFEFF\n\n# Incidents\n', '3 error nothing-read'],
    [
      'a table of incidents',
      '# Log\n\n| Date | What |\n|---|---|\n| 2024-10-14 | Mail |\n',
      '1 error nothing-read',
    ],
    [
      'quarters without incidents, kept by hand',
      '# Log\n\n## Q4 2024\n\nNo incidents.\n',
      '1 error nothing-read',
    ],
    ['an empty file', '', null],
    ['blank lines', '\uFEFF\n \n', null],
  ])('%s', (_, source, expected) => {
    expect(nothingChecked(source)).toBe(expected);
    expect(nothingChecked(source, 'notice')).toBe(expected?.replace('error', 'notice') ?? null);
  });

  it('is right where it is a generated log without incidents', () => {
    expect(nothingChecked(logText(logInput([])))).toBeNull();
    const emptied = logText(
      logInput([], { existing: logText(logInput([incident(12, '2024-10-14 10:30')])) }),
    );
    expect(nothingChecked(emptied)).toBeNull();
  });
});
