import { describe, expect, it } from 'vitest';
import { type FiledIssue, readIncident } from '../../../src/form/read.ts';
import { type Reference, writeReferences } from '../../../src/form/references.ts';
import { defaultTemplate, type Template } from '../../../src/form/template.ts';
import type { ReviewAction } from '../../../src/incident/incident.ts';

const options = { timezone: 'UTC', now: Date.UTC(2026, 10, 22) };

function issueWith(body: string | null): FiledIssue {
  const url = 'https://github.com/octo/shop/issues/12';
  return { number: 12, url, title: 'Joining fails', body, closed: false, reopenedAt: null };
}

/** A body in which the answer stands last, as it does in the form that this project ships. */
function bodyWith(answer: string): string {
  return `### First detected\n\n2024-10-14 10:30\n\n### Impact\n\nHigh\n\n### Review actions\n\n${answer}`;
}

function actionsIn(body: string, template: Template = defaultTemplate): readonly ReviewAction[] {
  return readIncident(issueWith(body), template, options).incident?.reviewActions ?? [];
}

/** A reference for each action that has none, numbered from a million and the action's index on. */
function referencesFor(actions: readonly ReviewAction[]): Reference[] {
  return actions.flatMap(({ issue }, action) =>
    issue === null ? [{ action, issue: 1_000_000 + action, replaces: null }] : [],
  );
}

function write(body: string | null, references: readonly Reference[], template: Template = defaultTemplate) {
  return writeReferences(issueWith(body), template, options, references);
}

/** The body with (#34) behind the first action, and (#35) behind the second... */
function numbered(answer: string) {
  const body = bodyWith(answer);
  const references = actionsIn(body).map((_, action) => ({ action, issue: 34 + action, replaces: null }));
  const written = write(body, references);
  return { ...written, answer: written.body.slice(bodyWith('').length), actions: actionsIn(written.body) };
}

describe('writeReferences', () => {
  it.each([
    ['- Check names', '- Check names (#34)'],
    ['- Check names - TODO', '- Check names - TODO (#34)'],
    ['- Check names (@mona, due 2026-12-01)', '- Check names (@mona, due 2026-12-01) (#34)'],
    ['- Check names <!-- c --> <!-- d -->', '- Check names (#34) <!-- c --> <!-- d -->'],
    ['- Check names  \n- Drill', '- Check names (#34)  \n- Drill (#35)'],
    ['- Check names\\', '- Check names\\ (#34)'],
    ['- Check\nnames', '- Check\nnames (#34)'],
    ['- Check:\n  - a\n  - b', '- Check: (#34)\n  - a\n  - b'],
    ['- Check\n  - a\n\n  too', '- Check\n  - a\n\n  too (#34)'],
    ['- See [runbook][1]\n- [1]\n\n[1]: /a', '- See [runbook][1] (#34)\n- [1] (#35)\n\n[1]: /a'],
    ['[a]: /b\n\n- x\n\n  [c]: d\n- [a]\n', '[a]: /b\n\n- x (#34)\n\n  [c]: d\n- [a] (#35)\n'],
    ['\uFEFF- a\n- b', '\uFEFF- a (#34)\n- b (#35)'],
    ['- N/A\n-\n- <!-- c -->\n- a', '- N/A\n-\n- <!-- c -->\n- a (#34)'],
    ['- [ ] a <!-- c -->\r\n* b', '- [ ] a (#34) <!-- c -->\r\n* b (#35)'],
    ['- a\n\n  &nbsp;', '- a (#34)\n\n  &nbsp;'],
    ['- **open\n- `open', '- **open (#34)\n- `open (#35)'],
    ['- https://a.b', '- https://a.b (#34)'],
  ])('writes behind the words of an item: %j', (answer, expected) => {
    const written = numbered(answer);
    expect(written).toMatchObject({ answer: expected, refused: [] });
    expect(written.actions.map(({ issue }) => issue)).toEqual([34, 35].slice(0, written.actions.length));
  });

  it.each([
    ['- > q', '- > q\n\n  (#34)'],
    ['- > q\n- b', '- > q\n\n  (#34)\n- b (#35)'],
    ['1. > q\n2. b', '1. > q\n\n   (#34)\n2. b (#35)'],
    ['-     code\r\n\r\nbeside', '-     code\r\n\r\n  (#34)\r\n\r\nbeside'],
    ['- # Heading\nbeside', '- # Heading\n\n  (#34)\n\nbeside'],
    ['-\t```\n\tx - DONE\n\t```', '-\t```\n\tx - DONE\n\t```\n\n    (#34)'],
    ['  - - a\n    - b', '  - - a\n    - b\n\n    (#34)'],
    ['- [ ] <!-- c -->\n  - b', '- [ ] <!-- c -->\n  - b\n\n  (#34)'],
    ['- > q\n\n  <!-- c -->', '- > q\n\n  (#34)\n\n  <!-- c -->'],
    ['- > [a]\n\n  [a]: b', '- > [a]\n\n  (#34)\n\n  [a]: b'],
    ['- # a\n  [a]: b\n- [a]', '- # a\n\n  (#34)\n\n  [a]: b\n- [a] (#35)'],
    ['-    [a]: b\n     > q', '-    [a]: b\n     > q\n\n     (#34)'],
    ['- | a |\n  |---|\n- b', '- | a |\n  |---|\n\n  (#34)\n- b (#35)'],
  ])('gives an item without words a paragraph of its own: %j', (answer, expected) => {
    const written = numbered(answer);
    expect(written).toMatchObject({ answer: expected, refused: [] });
    expect(written.actions.map(({ issue }) => issue)).toEqual([34, 35].slice(0, written.actions.length));
  });

  it('ends lines as the body does where the answer is a single line', () => {
    const body = bodyWith('- > q').replaceAll('\n', '\r\n');
    expect(write(body, [{ action: 0, issue: 34, replaces: null }]).body).toBe(`${body}\r\n\r\n  (#34)`);
  });

  it.each([
    ['- a (#35)', '- a (#34)'],
    ['- a (#35) (@mona) - DONE', '- a (#34) (@mona) - DONE'],
    ['- (#35) was b (#35) <!-- (#35) -->', '- (#35) was b (#34) <!-- (#35) -->'],
    ['- > (#35)\n\n  (#35)', '- > (#35)\n\n  (#34)'],
    ['- [a][1] (#35)\n\n[1]: b', '- [a][1] (#34)\n\n[1]: b'],
  ])('replaces the number in %j', (answer, expected) => {
    const written = write(bodyWith(answer), [{ action: 0, issue: 34, replaces: 35 }]);
    expect(written).toEqual({ body: bodyWith(expected), refused: [] });
  });

  it.each([
    ['- a ([#35](https://github.com/octo/shop/issues/35))', 35],
    ['- a https://github.com/octo/shop/issues/35', 35],
    ['- see (#35), that is (octo/shop#35)', 35],
    ['- (#35)', 35],
    ['- #35', 35],
    ['- #35', null],
    ['- a (#35)', 36],
    ['- a (#35)', null],
    ['- a', 35],
    ['- a (octo/till#35)', null],
    ['- ```\n  open', null],
    ['- <pre>', null],
    ['- [docs]:', null],
    ['- a -', null],
    ['no list', null],
    ['N/A\n\n- a', null],
  ])('refuses %j where it has no place for it, or another number than %j', (answer, replaces) => {
    const body = bodyWith(answer);
    expect(write(body, [{ action: 0, issue: 34, replaces }])).toEqual({ body, refused: [0] });
  });

  it.each([-1, 0.5, 1, Number.NaN])('refuses the index %d where there is none', (action) => {
    const body = bodyWith('- a');
    expect(write(body, [{ action, issue: 34, replaces: null }])).toEqual({ body, refused: [action] });
  });

  it.each([0, -1, 1.5, Number.NaN, 1e21])('refuses %d, which is no number of an issue', (issue) => {
    const body = bodyWith('- a');
    expect(write(body, [{ action: 0, issue, replaces: null }])).toEqual({ body, refused: [0] });
  });

  it.each([null, '', 'It is down!', '### Review actions\n\n- a'])(
    'refuses where there is no incident: %j',
    (body) => {
      expect(write(body, [{ action: 0, issue: 34, replaces: null }])).toEqual({
        body: body ?? '',
        refused: [0],
      });
    },
  );

  it('leaves what stands there already', () => {
    const body = bodyWith('- a (octo/shop#34)\n- b (#35)');
    const references = [34, 35].map((issue, action) => ({ action, issue, replaces: null }));
    expect(write(body, references)).toEqual({ body, refused: [] });
  });

  it('writes what it can beside what it cannot', () => {
    const items = Array.from({ length: 40 }, (_, index) => (index % 9 === 4 ? 'a -' : `item ${index}`));
    const { answer, refused } = numbered(items.map((text) => `- ${text}`).join('\n'));
    expect(refused).toEqual([4, 13, 22, 31]);
    expect(answer.match(/\(#\d+\)/g)).toHaveLength(36);
  });

  it('finds the one that makes another list of the items', () => {
    const items = Array.from({ length: 60 }, (_, index) => (index === 17 ? '[docs]:' : `item ${index}`));
    expect(numbered(items.map((text) => `- ${text}`).join('\n')).refused).toEqual([17]);
  });

  it('lesson 22: keeps a body within what GitHub takes', () => {
    const body = bodyWith('- a\n- b');
    const filled = (length: number): string => body.replace('High', 'x'.repeat(length - body.length + 4));
    const references = [34, 35].map((issue, action) => ({ action, issue, replaces: null }));
    expect(write(filled(65_536 - 12), references).refused).toEqual([]);
    expect(write(filled(65_536 - 11), references).refused).toEqual([1]);
    expect(write(filled(65_536), references)).toEqual({ body: filled(65_536), refused: [0, 1] });
  });

  it('is not kept from it by the numbers of lines in problems, which grow', () => {
    const body = `${bodyWith('- > q')}\n\n### Impact\n\nHigh`;
    const problemsIn = (text: string): string[] =>
      readIncident(issueWith(text), defaultTemplate, options).problems.map(({ message }) => message);
    const written = write(body, [{ action: 0, issue: 34, replaces: null }]);
    expect(written.refused).toEqual([]);
    expect(problemsIn(body)).toEqual([expect.stringContaining('line 5 and again in line 13')]);
    expect(problemsIn(written.body)).toEqual([expect.stringContaining('line 5 and again in line 15')]);
  });

  it('writes into an answer that is rendered as code, and in front of a hidden line at the end', () => {
    const fields = defaultTemplate.fields.map((field) => ({
      ...field,
      rendered: field.id === 'review-actions',
    }));
    const references = [0, 1].map((action) => ({ action, issue: 34 + action, replaces: null }));
    const fence = (text: string): string => bodyWith(`\`\`\`md\n${text}\n\`\`\`\n`);
    expect(write(fence('- a\n- > b'), references, { title: '', fields }).body).toBe(
      fence('- a (#34)\n- > b\n\n  (#35)'),
    );
    const marked = (text: string): string => bodyWith(`${text}\n<!-- incident-log: x -->`);
    expect(write(marked('- a\n- > b'), references).body).toBe(marked('- a (#34)\n- > b\n\n  (#35)'));
  });

  it('reads the largest body no more often than a few times', () => {
    const items = Array.from(
      { length: 150 },
      (_, index) => `- ${'words and more of them '.repeat(18)}and \`code\` ${index}`,
    );
    const body = bodyWith(items.join('\r\n')).slice(0, 65_000);
    const references = referencesFor(actionsIn(body)).slice(0, 60);
    expect(references).toHaveLength(60);
    expect(write(body, references).refused).toEqual([]);
    const quickest = (action: () => void): number => {
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now();
        action();
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    // It reads three times; one by one would be sixty.
    const reading = quickest(() => actionsIn(body));
    expect(quickest(() => write(body, references))).toBeLessThan(12 * reading);
  });
});
