import { expect, it } from 'vitest';
import { helpText } from '../../../src/commands/reply.ts';
import { defaultTemplate } from '../../../src/form/template.ts';

const settings = { template: defaultTemplate, timezone: 'Europe/London', onResolved: 'close' } as const;
const input = (id: string) => ({ id, label: id, kind: 'input', rendered: false, required: false });

it('lists the commands, with their other names', () => {
  expect(helpText(settings).split('\n\n')[1]).toBe(
    [
      '| Command | What it does |',
      '| --- | --- |',
      '| `/detected 14:43` | Records when the incident was first detected. |',
      '| `/repaired` | Records that people can work again, as of now. A time and a note may follow: `/repaired 14:43 rolled back`. Also: `/mitigated`, `/restored`, `/fixed`. |',
      '| `/resolved` | Records that it is over, likewise, and closes the issue. Also: `/closed`. |',
      '| `/severity SEV1` | Sets the severity to one of the levels of the form. Also: `/sev`. |',
      '| `/timeline 14:43 Traffic moved` | Puts what happened into the timeline, in the order of time. |',
      '| `/action Alert on it (@login, due 2024-11-01)` | Adds a review action, and makes its issue. |',
    ].join('\n'),
  );
});

it('says that an issue is closed only where the settings close it', () => {
  expect(helpText({ ...settings, onResolved: 'leave-open' })).toContain(
    '| `/resolved` | Records that it is over, likewise. Also: `/closed`. |',
  );
});

it('lists a command for a field that teams add only where the form has the field', () => {
  const fields = [...defaultTemplate.fields, input('declared')];
  const help = helpText({ ...settings, template: { ...defaultTemplate, fields } });
  expect(help).toContain(
    '| `/declared` | Records that it was declared an incident, as of now or at a time. |',
  );
  expect(help).not.toContain('/started');
});
