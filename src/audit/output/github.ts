import { annotationCommand, withinAnnotationLimit } from '../../workflow-commands.ts';
import type { AuditedFile } from './audited-file.ts';
import { shown } from './text.ts';

/** Workflow commands for the findings that GitHub shows, and a line for each of the others. */
export interface AuditAnnotations {
  readonly commands: string;
  readonly rest: string;
}

/**
 * Audits as workflow commands, which GitHub shows as annotations on the lines of the files
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
 *
 * @param limits how many other errors the step reports, and a sentence that says where the rest of the findings is
 */
export function auditAsCommands(
  audited: readonly AuditedFile[],
  limits: { readonly reserved: number; readonly rest: string },
): AuditAnnotations {
  const findings = audited.flatMap(({ file, audit }) => audit.findings.map((found) => ({ file, ...found })));
  const { shown: annotated, rest, notice } = withinAnnotationLimit(findings, limits);
  const commands = annotated.map(({ file, severity, line, endLine, column, endColumn, rule, message }) => {
    // GitHub takes columns only for a single line, and the end column is that of the last character.
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
