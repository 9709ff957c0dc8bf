import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AuditedFile, auditAsCommands, auditAsJson, auditAsText } from '../audit-report.ts';
import { Explained } from '../explained.ts';
import type { EmptyQuarters } from '../incident/statistics.ts';
import { auditLog, fixLog } from '../log/audit.ts';
import { rules } from '../log/rules.ts';
import { readEmptyQuarters, readTimeZone } from '../settings.ts';
import {
  messageOf,
  PROBLEMS,
  readNow,
  readStandardInput,
  readText,
  repositoryOfLog,
  UNUSABLE,
} from './input.ts';

export interface AuditOptions {
  readonly timezone: string;
  readonly now?: string;
  readonly emptyQuarters: string;
  readonly format: 'text' | 'json' | 'github';
  readonly fix?: true;
  readonly rules?: true;
}

/**
 * Audits logs and prints what it finds. A file that cannot be read keeps none of the others from being audited; then the exit
 * code is 2. Throws {@link Explained} on options that cannot be used, before any file is touched.
 */
export async function auditFiles(files: readonly string[], options: AuditOptions): Promise<void> {
  if (options.rules) {
    process.stdout.write(rulesAsText());
    return;
  }
  if (files.length === 0)
    throw new Explained('Name the log to audit, such as INCIDENTS.md, or - for standard input.');
  if (options.fix && files.includes('-')) {
    throw new Explained(
      'What comes from standard input cannot be corrected in place; name a file with --fix.',
    );
  }
  const settings = {
    timezone: readTimeZone(options.timezone),
    now: readNow(options.now),
    emptyQuarters: readEmptyQuarters(options.emptyQuarters),
  };
  const audited: AuditedFile[] = [];
  for (const file of files) {
    try {
      const source = file === '-' ? await readStandardInput() : readText(file);
      audited.push(auditFile(file, source, settings, options.fix ? 'fix' : 'look'));
    } catch (error) {
      if (!(error instanceof Explained)) throw error;
      process.stderr.write(`incident-log: ${error.message}\n`);
      process.exitCode = UNUSABLE;
    }
  }
  process.stdout.write(print(audited, options.format, files.length));
  for (const { file, audit } of audited) {
    if (audit.incidents.length === 0) {
      process.stderr.write(
        `incident-log: ${file} has no incident that can be read; one stands under a heading with its day, such as “Incident on 2024-10-14 - Title”, and lists its key events.\n`,
      );
    }
  }
  const isWrong = audited.some(({ audit }) => audit.findings.some(({ severity }) => severity === 'error'));
  if (isWrong) process.exitCode ??= PROBLEMS;
}

function auditFile(
  file: string,
  source: string,
  { timezone, now, emptyQuarters }: { timezone: string; now: number; emptyQuarters: EmptyQuarters },
  how: 'fix' | 'look',
): AuditedFile {
  const settings = { timezone, now, emptyQuarters, repositoryUrl: repositoryOfLog(source) };
  const audit = auditLog(source, settings);
  const fixed = how === 'fix' ? fixLog(source, audit) : source;
  if (fixed === source) return { file, source, timezone, audit };
  const count = audit.findings.filter(({ fixable }) => fixable).length;
  replaceFile(file, fixed);
  process.stderr.write(
    `incident-log: ${count} ${count === 1 ? 'figure' : 'figures'} corrected in ${file}.\n`,
  );
  return { file, source: fixed, timezone, audit: auditLog(fixed, settings) };
}

/** Writes beside the file first, so that it is never half-written. */
function replaceFile(file: string, text: string): void {
  try {
    const target = realpathSync(file);
    const beside = `${target}.${process.pid}.tmp`;
    try {
      writeFileSync(beside, text, { mode: statSync(target).mode });
      renameSync(beside, target);
    } finally {
      rmSync(beside, { force: true });
    }
  } catch (error) {
    throw new Explained(`${file} cannot be written (${messageOf(error)}).`);
  }
}

function print(audited: readonly AuditedFile[], format: AuditOptions['format'], asked: number): string {
  if (format === 'text') return audited.map(auditAsText).join('\n');
  if (format === 'github') return audited.map(auditAsCommands).join('');
  const data = audited.map(auditAsJson);
  const [only] = data;
  return asked === 1 && only === undefined ? '' : `${JSON.stringify(asked === 1 ? only : data, null, 2)}\n`;
}

function rulesAsText(): string {
  return Object.entries(rules)
    .map(([id, { severity, documentation }]) => `${id} (${severity})\n    ${documentation}\n`)
    .join('\n');
}
