import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/markdown/edits.ts';
import { linkDefinitionEdits } from '../../../src/markdown/links.ts';

describe('linkDefinitionEdits', () => {
  it.each([
    ['- See [runbook][1]\n\n[1]: https://x.y/z', '- See [runbook](https://x.y/z)\n\n'],
    ['[a]: b "c"\r\n\r\n- [a]\r\n- ![d][A]\r\n', '\r\n\r\n- [a](b "c")\r\n- ![d](b "c")\r\n'],
    ['- [a][]\n  [a\\[]\n\n  [a]: <b c>\n  [a\\[]: d', '- [a](b%20c)\n  [a\\[](d)\n\n  \n  '],
    ['[a] `[a]` [b]\n\n[a]: c', '[a](c) `[a]` [b]\n\n'],
  ])('moves the addresses in %j', (answer, inlined) => {
    expect(applyEdits(answer, linkDefinitionEdits(answer))).toBe(inlined);
  });

  it.each([
    ['nothing to inline', '- a [x] **b**\r\n  c\t\u0000 [d]: e'],
    ['a definition in a fence', '```\n[a]: b\n```\n[a]'],
    ['what is too deep to parse', `${'>'.repeat(10_000)} a\n\n[a]: b`],
    ['what would grow beyond measure', `${'[a] '.repeat(900)}\n\n[a]: /${'b'.repeat(30_000)}`],
  ])('leaves %s as it is', (_, answer) => {
    expect(linkDefinitionEdits(answer)).toEqual([]);
  });
});
