import { describe, expect, it } from 'vitest';
import { answerOf, fieldOf, withAnswer } from '../../../src/form/edit.ts';
import { defaultTemplate } from '../../../src/form/template.ts';
import { form } from '../../end-to-end/stage.ts';
import { renderSubmission } from '../../local-github/issue-form.ts';

const body = renderSubmission(form, {
  'first-detected': '2024-10-14 10:30',
  impact: 'Much.',
  resolution: 'It ended.',
});
const context = fieldOf(defaultTemplate, 'context');

describe('an answer that is written into a body', () => {
  it('is the first of those offered that leaves the others, and what is wrong with the body, as they were', () => {
    if (context === undefined) throw new Error('The form has no such field');
    const written = withAnswer(body, defaultTemplate, context, [
      '```',
      'a\n\n### Resolution\n\nb',
      '<!--',
      'Words.',
    ]);
    expect(answerOf(written, defaultTemplate, 'context')).toBe('Words.');
    expect(answerOf(written, defaultTemplate, 'resolution')).toBe('It ended.');
    for (const text of ['```', '<!--', 'a\n\n### Resolution\n\nb', 'x'.repeat(65_536)])
      expect(withAnswer(body, defaultTemplate, context, [text]), text.slice(0, 20)).toBeNull();
  });
});
