import { expect, it, vi } from 'vitest';
import { defaultTemplate } from '../../../src/form/template.ts';
import { statusCommentText } from '../../../src/status-comment/text.ts';

vi.mock(import('../../../src/incident/fields.ts'), async (original) => {
  const module = await original();
  const impact = { ...module.fields.impact, statusComment: true };
  // Its type says that no field of today has the flag.
  return { ...module, fields: { ...module.fields, impact } as unknown as typeof module.fields };
});

/** The table of the comment on an issue whose first detection is missing. */
function tableFor(impact: string): string[] {
  const text = statusCommentText(
    {
      body: `### Impact\n\n${impact}`,
      isOpen: true,
      incident: null,
      reopenedAt: null,
      problems: [],
      logStatus: { kind: 'not-read' },
      pullRequest: null,
      compareUrl: null,
      log: { path: 'INCIDENTS.md', url: 'https://github.com/o/r/blob/main/INCIDENTS.md' },
      template: defaultTemplate,
      timezone: 'UTC',
      repositoryUrl: 'https://github.com/o/r',
    },
    '<!-- m -->',
  );
  return text.split('\n').filter((line) => line.startsWith('| '));
}

it('shows a text whose row in the table of fields says so, in the order of the form', () => {
  expect(tableFor('**Sev 1**\n\nAll of it').slice(2)).toEqual([
    '| First detected | – |',
    '| Repaired | – |',
    '| Resolved | – |',
    '| Impact | Sev 1 |',
  ]);
  expect(tableFor('_No response_').at(-1)).toBe('| Resolved | – |');
});

it('keeps such a text within its cell', () => {
  expect(tableFor('a | b @mona').at(-1)).toMatch(/^\| Impact \| a \\\| b [^|]*\|$/);
});
