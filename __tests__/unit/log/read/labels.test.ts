import { expect, it } from 'vitest';
import { fields } from '../../../../src/incident/fields.ts';
import { isEvent, kindOf } from '../../../../src/log/read/labels.ts';

const named = Object.values(fields).flatMap((field) =>
  field.holds === 'level' || field.holds === 'names' ? [] : [field],
);

it.each(named.map((field) => [field.label, field]))(
  'reads the label “%s” of our own entries',
  (label, field) => {
    const kind = field.holds === 'time' ? field.event.kind : field.id;
    expect(kindOf(label)).toBe(kind);
    expect(kindOf(`${label.toUpperCase()} (a remark)`)).toBe(kind);
    expect(isEvent(kind)).toBe(field.holds === 'time');
  },
);

it('takes other names for no field', () => {
  expect(['', 'Severity', 'Constructor', 'Who was told'].map(kindOf)).toEqual([null, null, null, null]);
});
