import blns from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { optionNamed, readServices, readSeverity, severityLevels } from '../../../src/form/groups.ts';
import { defaultTemplate, type FormField, readTemplate } from '../../../src/form/template.ts';
import { withoutInvisible } from '../../../src/incident/invisible.ts';
import { cleanLine } from '../../../src/markdown/escape.ts';

const levels = ['SEV1', 'SEV2: many people', 'SEV2b', 'Major (all)', 'Minor'];

function field(kind: string, options?: readonly string[]): FormField {
  const facts = { id: 'any', label: 'How bad', kind, rendered: false, required: false };
  return options === undefined ? facts : { ...facts, options };
}

const severity = (text: string, options: readonly string[] | undefined = levels) =>
  readSeverity({ field: field('dropdown', options), text });
const levelOf = (text: string, options?: readonly string[]) => severity(text, options).level;

const naughty = fc.oneof(fc.constantFrom(...blns), fc.string(), fc.string({ unit: 'binary' }));

describe('severityLevels', () => {
  it('are the options of the form, in its order', () => {
    expect(severityLevels(defaultTemplate)).toEqual(['SEV1', 'SEV2', 'SEV3', 'SEV4']);
    const reading = readTemplate(
      'body:\n  - type: input\n    id: first-detected\n    attributes: { label: Detected }\n  - type: dropdown\n    id: severity\n    attributes:\n      label: Prio\n      options: [Low, High, "1, at once"]\n',
    );
    expect(reading.kind === 'template' && severityLevels(reading.template)).toEqual([
      'Low',
      'High',
      '1, at once',
    ]);
  });

  it('are none where levels are typed freely, or there is no such field', () => {
    expect(severityLevels({ title: '', fields: [{ ...field('input'), id: 'severity' }] })).toEqual([]);
    expect(severityLevels({ title: '', fields: [field('dropdown', levels)] })).toEqual([]);
  });
});

describe('readSeverity', () => {
  it.each([
    ['SEV1', 'SEV1'],
    ['sev1', 'SEV1'],
    [' Sev1\u200B ', 'SEV1'],
    ['sev2', 'SEV2: many people'],
    ['SEV2: MANY PEOPLE', 'SEV2: many people'],
    ['sev2B', 'SEV2b'],
    ['major', 'Major (all)'],
    ['minor', 'Minor'],
  ])('takes %j for the level %j', (text, level) => {
    expect(severity(text)).toEqual({ level, problems: [] });
  });

  it.each(['SEV', 'M', 'maj', 'SEV11', '1', 'Critical', 'SEV1, SEV2'])(
    'keeps %j, which the form does not have, and says so',
    (text) => {
      const { level, problems } = severity(text);
      expect(level).toBe(text);
      expect(problems).toEqual([
        {
          rule: 'severity-unknown',
          severity: 'warning',
          field: 'any',
          message: expect.stringContaining(`“${text}”`),
        },
      ]);
      for (const each of levels) expect(problems[0]?.message).toContain(`“${each}”`);
    },
  );

  it('has none without an answer, and without a field', () => {
    const none = { level: null, problems: [] };
    expect(severity('')).toEqual(none);
    expect(severity(' \u200B\n')).toEqual(none);
    expect(readSeverity({ field: null, text: 'SEV1' })).toEqual(none);
  });

  it('takes any word where the form offers none', () => {
    expect(readSeverity({ field: field('input'), text: ' P1\n' })).toEqual({ level: 'P1', problems: [] });
    expect(severity('P1', [])).toEqual({ level: 'P1', problems: [] });
  });

  test('for every text the level is one line of it, or a level of the form, and the problem is one line', () => {
    fc.assert(
      fc.property(naughty, (text) => {
        const { level, problems } = severity(text);
        const line = cleanLine(withoutInvisible(text));
        if (line === '') expect(level).toBeNull();
        else expect([...levels, line]).toContain(level);
        expect(problems.length).toBe(level === null || levels.includes(level) ? 0 : 1);
        for (const { message } of problems) {
          expect(message).not.toMatch(/[\r\n]/);
          expect(message.length).toBeLessThan(250);
        }
      }),
    );
  });

  test('for every option of a form, in upper and lower case, the level is that option', () => {
    const forms = fc.uniqueArray(
      fc.oneof(fc.constantFrom(...blns), fc.string()).map((text) => cleanLine(withoutInvisible(text))),
      {
        selector: (option) => option.toLowerCase(),
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(forms, (all) => {
        const options = all.filter((option) => option !== '');
        for (const option of options) {
          expect(levelOf(option, options)).toBe(option);
          if (option.toUpperCase().toLowerCase() === option.toLowerCase()) {
            expect(levelOf(option.toUpperCase(), options)).toBe(option);
          }
        }
      }),
    );
  });
});

describe('optionNamed', () => {
  it('takes first words only where one option alone begins so', () => {
    const options = ['High - all', 'High - some', 'Low - few', 'Lowest'];
    expect(optionNamed('high', options)).toBeNull();
    expect(optionNamed('high - all', options)).toBe('High - all');
    expect(optionNamed('low', options)).toBe('Low - few');
    expect(optionNamed('lo', options)).toBeNull();
    expect(optionNamed('', options)).toBeNull();
    expect(optionNamed('low', [])).toBeNull();
  });

  it('prefers the whole text to first words', () => {
    expect(optionNamed('high', ['High - all', 'High'])).toBe('High');
  });
});

describe('readServices', () => {
  const typed = (text: string) => readServices({ field: field('input'), text });
  const chosen = (text: string, options: readonly string[]) =>
    readServices({ field: field('dropdown', options), text });
  const ticked = (text: string) =>
    readServices({ field: field('checkboxes', ['Sign-in', 'Billing, monthly']), text });

  it.each([
    ['mail', ['mail']],
    ['mail, web', ['mail', 'web']],
    [' mail ,,web;api,', ['mail', 'web', 'api']],
    ['mail\nweb\r\napi', ['mail', 'web', 'api']],
    ['- mail\n* web', ['mail', 'web']],
    ['mail, Mail, MAIL', ['mail']],
    ['web, mail, web', ['web', 'mail']],
    ['sign-in', ['sign-in']],
    ['\u200B', []],
    ['', []],
  ])('takes %j of an input for %j', (text, services) => {
    expect(typed(text)).toEqual(services);
  });

  it('lesson 8: knows options of a dropdown that have commas', () => {
    const options = ['Billing, monthly', 'Billing', 'Mail', 'a, b, c'];
    expect(chosen('Billing, monthly', options)).toEqual(['Billing, monthly']);
    expect(chosen('Billing, Mail', options)).toEqual(['Billing', 'Mail']);
    expect(chosen('Mail, Billing, monthly, Billing', options)).toEqual([
      'Mail',
      'Billing, monthly',
      'Billing',
    ]);
    expect(chosen('mail, BILLING, MONTHLY, a, b, c', options)).toEqual([
      'Mail',
      'Billing, monthly',
      'a, b, c',
    ]);
    expect(chosen('Other, Mail', options)).toEqual(['Other', 'Mail']);
  });

  test('for every choice among options, with commas or not, it is that choice', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '(', '.'), minLength: 1, maxLength: 4 });
    const options = fc.uniqueArray(
      fc.oneof(
        name.map((each) => `x${each}`),
        // Its first part is no option: else the same text would be two choices.
        fc.tuple(name, name).map(([one, other]) => `y${one}, z${other}`),
      ),
      { minLength: 1, maxLength: 6 },
    );
    const choices = options.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all)));
    fc.assert(
      fc.property(choices, ([all, some]) => {
        expect(chosen(some.join(', '), all)).toEqual(some);
      }),
    );
  });

  it('takes the ticked ones of checkboxes, commas and all', () => {
    expect(ticked('- [X] Sign-in\n- [ ] Other\n- [x] Billing, monthly')).toEqual([
      'Sign-in',
      'Billing, monthly',
    ]);
    expect(ticked('- [X] Sign-in\r\n- [X] Billing, monthly\r\n')).toEqual(['Sign-in', 'Billing, monthly']);
    expect(ticked('- [ ] Sign-in')).toEqual([]);
  });

  it('has none without a field', () => {
    expect(readServices({ field: null, text: 'mail' })).toEqual([]);
  });

  test('for every text they are clean lines, each once', () => {
    const fields = fc.constantFrom(
      field('input'),
      field('textarea'),
      field('dropdown', ['Billing, monthly', 'Mail']),
      field('checkboxes', ['Mail']),
    );
    fc.assert(
      fc.property(fields, fc.array(naughty, { maxLength: 5 }), (of, texts) => {
        const services = readServices({ field: of, text: texts.map((text) => `- [x] ${text}`).join('\n') });
        for (const service of services) {
          expect(service).not.toBe('');
          expect(service).toBe(cleanLine(withoutInvisible(service)));
        }
        expect(new Set(services.map((service) => service.toLowerCase())).size).toBe(services.length);
      }),
    );
  });

  it('lesson 103: reads the longest answer that GitHub takes, each name once', () => {
    const names = Array.from({ length: 12_000 }, (_, index) => index.toString(36));
    expect(chosen(names.join(','), ['a, b', 'c'])).toHaveLength(names.length - 1);
  });
});
