import { applyEdits } from '../markdown/edits.ts';
import type { Finding } from './finding.ts';

/** The log with every figure corrected for which a finding has a fix. Nothing else changes. */
export function fixLog(source: string, { findings }: { readonly findings: readonly Finding[] }): string {
  return applyEdits(
    source,
    findings.flatMap(({ fix, start, end }) => (fix === null ? [] : [{ start, end, text: fix }])),
  );
}
