import type { Log } from '../../../log/read/model.ts';
import { OWN_NOTICE } from '../../../log/write-log.ts';
import { lineSpan } from '../../finding.ts';
import type { Rule } from '../../rule.ts';
import { allowEmptyHint } from './allow-empty.ts';

export const nothingRead: Rule = {
  id: 'nothing-read',
  severities: ['error', 'notice'],
  documentation:
    'No incident was found in a file with text in it, so nothing was checked. An empty file and a generated log without incidents are right. `--allow-empty` makes a notice of it.',
  headline: 'No incident was found',
  check({ log, incidents, source, settings: { whenNothingChecked: severity } }) {
    const text = source.replace(/^\uFEFF/, '');
    const isRight = text.trim() === '' || isGeneratedWithoutIncidents(log, source);
    if (severity === undefined || incidents.length > 0 || isRight) return [];
    const message = `No incident was found in this file, so nothing was checked: give each a heading with its day, such as “## 2024-10-14: Title”, and list its times below. ${allowEmptyHint}`;
    return [{ span: lineSpan(source.length - text.trimStart().length, source), message, severity }];
  },
};

function isGeneratedWithoutIncidents({ quarters }: Log, source: string): boolean {
  const isGenerated = quarters.every(
    ({ generated, incidents }) => generated !== null && incidents?.text === '0',
  );
  return isGenerated && (quarters.length > 0 || source.includes(OWN_NOTICE));
}
