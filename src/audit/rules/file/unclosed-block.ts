import { unclosedBlock as findUnclosedBlock } from '../../../log/read/outline.ts';
import { linesOf } from '../../../markdown/line.ts';
import type { Rule } from '../../rule.ts';

export const unclosedBlock: Rule = {
  id: 'unclosed-block',
  severities: ['error'],
  documentation:
    'A code fence or an HTML block is never closed, so that nothing below its first line is read.',
  check({ source }) {
    const open = findUnclosedBlock(source);
    if (open === null) return [];
    const line = [...linesOf(source)][open.line - 1];
    const start = line?.start ?? 0;
    const block = open.kind === 'fence' ? 'code fence' : 'HTML block';
    return [
      {
        span: { start, end: start + (line?.text.trimEnd().length ?? 0) },
        message: `The ${block} that begins here is never closed, so nothing below it is read: close it.`,
      },
    ];
  },
};
