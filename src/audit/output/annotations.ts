import { annotationCommand, withinAnnotationLimit } from '../../workflow-commands.ts';
import { type AuditedFile, shown } from './report.ts';

/** Audits as workflow commands, and a line for each finding that GitHub would not show among them. */
export interface AuditAnnotations {
  readonly commands: string;
  readonly rest: string;
}

/**
 * Audits as workflow commands, which GitHub shows on the lines of the files
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
 *
 * @param limits how many errors the step makes besides, and a sentence that says where the rest of the findings is
 */
export function auditAsCommands(
  audited: readonly AuditedFile[],
  limits: { readonly reserved: number; readonly rest: string },
): AuditAnnotations {
  const findings = audited.flatMap(({ file, audit }) => audit.findings.map((found) => ({ file, ...found })));
  const { shown: annotated, rest, notice } = withinAnnotationLimit(findings, limits);
  const commands = annotated.map(({ file, severity, line, endLine, column, endColumn, rule, message }) => {
    // GitHub takes columns for one line alone, and ends them at the last character.
    const columns = line === endLine ? { col: column, endColumn: Math.max(column, endColumn - 1) } : {};
    return annotationCommand(severity, { file, line, endLine, ...columns, title: rule }, message);
  });
  return {
    commands: [notice === null ? '' : annotationCommand('notice', {}, notice), ...commands].join(''),
    rest: rest
      .map(
        ({ file, line, column, severity, rule, message }) =>
          `${file}:${line}:${column}: ${severity} ${rule}: ${shown(message)}\n`,
      )
      .join(''),
  };
}
