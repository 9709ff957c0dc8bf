import { describe, expect, it } from 'vitest';
import { hasDate, isTemplateHeading, readEntryHeading } from '../../../../src/log/headings/entry-heading.ts';

describe('readEntryHeading', () => {
  it.each([
    ['Incident on 2024-10-14 - Mail was late', '2024-10-14', 'Mail was late'],
    ['Incident on 2024-10-14 - Mail - all of it - was late', '2024-10-14', 'Mail - all of it - was late'],
    ['Incident on 2023-11-01 10:41 - Mail was late', '2023-11-01', 'Mail was late'],
    ['Incident on 2020-04-15 10:58 Mail/DNS', '2020-04-15', 'Mail/DNS'],
    ['Incident on 2020-02-18 14:13 UTC', '2020-02-18', ''],
    ['Incident on 2024-07-25', '2024-07-25', ''],
    ['2024-10-14: Mail was late', '2024-10-14', 'Mail was late'],
    ['2024-10-14 – Mail was late', '2024-10-14', 'Mail was late'],
    ['[2024-10-14] Mail was late', '2024-10-14', 'Mail was late'],
    ['Mail was late (2024-10-14)', '2024-10-14', 'Mail was late'],
    ['Mail was late - 2024-10-14', '2024-10-14', 'Mail was late'],
    ['INC-7 2024-10-14 Mail was late', '2024-10-14', 'INC-7 Mail was late'],
    ['2024/10/14 Mail was late', '2024-10-14', 'Mail was late'],
    ['14 October 2024: Mail was late', '2024-10-14', 'Mail was late'],
    ['Incident: 14th Oct 2024 - Mail was late', '2024-10-14', 'Mail was late'],
    ['Oct 14, 2024 - Mail was late', '2024-10-14', 'Mail was late'],
    ['Incident on 2024-10-14 - `mail` was *late*', '2024-10-14', 'mail was late'],
    ['2024-02-05T10:00Z - Mail was late', '2024-02-05', 'Mail was late'],
    ['INC-2024-03-01 - Mail was late on 2024-07-05', '2024-07-05', 'INC-2024-03-01 - Mail was late'],
    ['2024-01-05 to 2024-01-07 - Mail was late', '2024-01-05', 'Mail was late'],
    ['**2024-01-05** Mail was late', '2024-01-05', 'Mail was late'],
    ['2024-01-05 - [Mail](https://a.example) was late', '2024-01-05', 'Mail was late'],
    ['[2024-10-14 - Mail was late](https://a.example)', '2024-10-14', 'Mail was late'],
    ['[INC-12](https://a.example/12) 2024-10-14 Mail was late', '2024-10-14', 'INC-12 Mail was late'],
    ['2024-10-14 - Mail was late {#mail}', '2024-10-14', 'Mail was late'],
    ['Monday 14 October 2024 - Mail was late', '2024-10-14', 'Mail was late'],
    ['14-Oct-2024 - Mail was late', '2024-10-14', 'Mail was late'],
    ['Mail was late', '', 'Mail was late'],
    // Nobody can tell the day from the month, and there is no such day.
    ['12/11/2024 Mail was late', '', 'Mail was late'],
    ['2024-02-30 Mail was late', '', 'Mail was late'],
  ])('lesson 18: reads “%s”', (heading, date, title) => {
    expect(readEntryHeading(heading, 'hand-written')).toEqual({ date, title });
  });

  it('reads back a title of ours as the text that it was', () => {
    expect(readEntryHeading('Incident on 2024-10-14 - \\*a\\* 2024-10-15 10:30', 'generated')).toEqual({
      date: '2024-10-14',
      title: '*a* 2024-10-15 10:30',
    });
  });

  it('lesson 18: knows a pattern to copy from an incident', () => {
    for (const heading of [
      'Incident on YYYY-MM-DD HH:MM - [Brief description]',
      'Template',
      'Example',
      'Template: x',
    ])
      expect(isTemplateHeading(heading)).toBe(true);
    for (const heading of [
      'Incident on 2024-10-14 - YYYY in dates',
      '2024-10-14 - Template',
      'Templates broke',
    ])
      expect(isTemplateHeading(heading)).toBe(false);
  });

  it('knows which headings have a day', () => {
    expect(['2024-10-14', '12/11/2024', '3 May 2024', 'May 3, 2024'].every(hasDate)).toBe(true);
    expect(['Q4 2024', 'August 2020', '2024', 'Version 1.2.3', '5 people 2024'].some(hasDate)).toBe(false);
  });
});
