import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentWith, judged } from './judged.ts';

describe('a figure is compared with the times that its label allows', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a list',
      ['- **Start**: 2026-03-01 10:00', '- **End**: 2026-03-01 11:30', '- **Duration**: 2h 30m'],
      ['5 2h 30m wrong 90 certain'],
    ],
    [
      'bold lines',
      ['**Started:** 10:00 UTC  ', '**Resolved:** 11:30 UTC  ', '**Duration:** 90 minutes'],
      ['5 90 minutes right 90'],
    ],
    [
      'plain lines',
      ['Start time: 2026-03-01 10:00', 'Time resolved: 2026-03-01 11:30', 'Downtime: 1.5 hours'],
      ['5 1.5 hours right 90'],
    ],
    [
      'a table with a label a row',
      ['| Field | Value |', '|---|---|', '| Start | 10:00 |', '| End | 11:30 |', '| Duration | 45m |'],
      ['7 45m wrong 90 certain'],
    ],
    [
      'a table with a label a column',
      ['| Start | End | Duration |', '|---|---|---|', '| 10:00 | 11:30 | 90m |'],
      ['5 90m right 90'],
    ],
    ['one line', ['**Start:** 10:00 | **End:** 11:30 | **Duration:** 1h 30m'], ['3 1h 30m right 90']],
    [
      'a comment',
      ['<!--', 'start: 2026-03-01T09:00:00', 'stop: 2026-03-01T11:00:00', 'length: 7.5 hours', '-->'],
      ['6 7.5 hours wrong 120 certain'],
    ],
    [
      'past midnight',
      ['- Start: 23:30', '- End: 00:15', '- Duration: 45 minutes'],
      ['5 45 minutes right 45'],
    ],
    ['a range in place of labels', ['**When:** 10:05 to 11:20 UTC (75 minutes)'], ['3 75 minutes right 75']],
    [
      'a range behind the day',
      ['- Date: 2026-03-01 10:05–11:20 UTC', '- Duration: 2 hours'],
      ['4 2 hours wrong 75 certain'],
    ],
    ['times beside the figure', ['Duration: 11 min (06:38 → 06:49)'], ['3 11 min right 11']],
    ['a range that is no duration', ['- Duration: 10:05 – 11:20'], []],
    [
      'a timeline',
      [
        '**Duration:** 2 hours',
        '',
        '## Timeline (UTC)',
        '',
        '- 10:05 First alert fired',
        '- 10:50 Rolled back',
        '- 11:00 Incident resolved',
      ],
      ['3 2 hours wrong 55'],
    ],
    [
      'time to detect',
      ['- Start: 10:00', '- Detected: 10:12', '- End: 11:00', '- TTD: 12m', '- TTR: 48m'],
      ['6 12m right 12', '7 48m right 48'],
    ],
    [
      'labels on one line',
      ['**Start:** 10:00 UTC **End:** 11:30 UTC **Duration:** 40m'],
      ['3 40m wrong 90 certain'],
    ],
    [
      'labels in HTML',
      ['<b>Start:</b> 10:00<br>', '<b>End:</b> 11:30<br>', '<b>Duration:</b> 1h30'],
      ['5 1h30 right 90'],
    ],
    [
      'headings as labels',
      ['### Duration', '', '45 minutes', '', '### Start', '', '10:00', '', '### End', '', '10:40'],
      ['5 45 minutes wrong 40 certain'],
    ],
    [
      'rows with times of their own',
      [
        '| Phase | Start | End | Duration |',
        '|---|---|---|---|',
        '| one | 10:00 | 10:30 | 30m |',
        '| two | 10:30 | 11:30 | 40m |',
        '',
        '- Start: 10:00',
        '- End: 11:30',
        '- Downtime: 90m',
      ],
      ['5 30m right 30', '6 40m wrong 60 certain', '10 90m right 90'],
    ],
    [
      'a sentence about the length',
      ['- Start: 10:00', '- End: 11:30', '', 'It lasted for 45 minutes. We wait 30 minutes now.'],
      ['6 45 minutes wrong 90'],
    ],
    [
      'a timeline in a fence',
      ['- **Duration:** 20 minutes', '', '```', '14:32 UTC - Reports', '14:55 UTC - Service restored', '```'],
      ['3 20 minutes wrong 23'],
    ],
    [
      'minutes in the label',
      ['| Start | 10:00 |', '|---|---|', '| End | 11:30 |', '| Duration (minutes) | 80 |'],
      ['6 80 wrong 90 certain'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(judged(incidentWith(lines))).toEqual(expected);
  });
});

describe('in its own precision', () => {
  const figure = (text: string) =>
    judged(incidentWith(['- Start: 2026-03-01 07:00', '- End: 2026-03-01 14:55', `- Duration: ${text}`]))[0];
  it.each([
    ['7h 55m', 'right 475'],
    ['8 hours', 'rounded 475'],
    ['7.9 hours', 'rounded 475'],
    ['7.5 hours', 'wrong 475 certain'],
    ['about 8 hours', 'approximate 475'],
    ['~7 hours', 'approximate 475'],
    ['~12 hours', 'wrong 475'],
    ['13+ hours', 'wrong 475'],
    ['half a day or so', undefined],
  ])('%s', (text, expected) => {
    expect(figure(text)).toBe(expected && `5 ${text} ${expected}`);
  });

  it('a figure to the minute is right where, and only where, it is what passed, for every duration', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 700 }), (passed, stated) => {
        const end = new Date(Date.UTC(2026, 2, 1, 7, passed)).toISOString().slice(0, 16).replace('T', ' ');
        const [found] = judged(
          incidentWith(['- Start: 2026-03-01 07:00', `- End: ${end}`, `- Duration: ${stated} minutes`]),
        );
        const verdict = passed === stated ? `right ${passed}` : `wrong ${passed} certain`;
        expect(found).toBe(`5 ${stated} minutes ${verdict}`);
      }),
    );
  });
});

it('compares a length beside the range of an item', () => {
  const log =
    '# Log\n\n- **2026-03-01** – DB down (10:00–10:45 UTC, 45 min)\n- **2026-03-05** – API slow (12:00–14:00 UTC, 1h)\n';
  expect(judged(log)).toEqual(['3 45 min right 45', '4 1h wrong 120 certain']);
});

describe('nothing is guessed', () => {
  it('two ends, for every pair of times', () => {
    const clock = fc
      .integer({ min: 601, max: 1439 })
      .map((at) => new Date(at * 60_000).toISOString().slice(11, 16));
    fc.assert(
      fc.property(clock, clock, (one, other) => {
        fc.pre(one !== other);
        const lines = ['- Start: 10:00', `- End: ${one}`, `- End: ${other}`, '- Duration: 17 minutes'];
        expect(judged(incidentWith(lines))).toEqual(['6 17 minutes not-computable']);
      }),
    );
  });

  it.each<[string, readonly string[]]>([
    ['times that run backwards', ['- Start: 14:00', '- End: 13:00', '- Duration: 1h']],
    ['one zone and no zone', ['- Start: 10:00', '- End: 11:00 UTC+1', '- Duration: 1h']],
    ['another zone by its letters', ['- Start: 10:00 UTC', '- End: 11:00 PST', '- Duration: 1h']],
    ['half a day that is not known', ['- Start: 10:00', '- End: 2:15 PM', '- Duration: 1h']],
    ['days without times', ['- Start: 2026-03-01', '- End: 2026-03-02', '- Duration: 1h']],
    ['prose', ['**Resolved**: we rolled back', '**Start**: when the queue filled', 'Duration: 1h']],
    ['a time that its zone skips', ['- Start: 10:00', '- End: TBC', '- Duration: 1h']],
  ])('%s', (_, lines) => {
    expect(judged(incidentWith(lines)).map((each) => each.split(' ').slice(-1)[0])).toEqual([
      'not-computable',
    ]);
  });

  it('two times on one clock need no zone', () => {
    const lines = ['- Start: 10:00 PST', '- End: 11:00 PST', '- Duration: 1h'];
    expect(judged(incidentWith(lines))).toEqual(['5 1h right 60']);
  });
});
