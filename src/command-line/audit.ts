import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { auditLog, fixLog } from '../audit/audit.ts';
import { auditAsCommands } from '../audit/output/annotations.ts';
import { type AuditedFile, auditAsJson, auditAsText } from '../audit/output/report.ts';
import { addNothingFinding } from '../audit/rules/nothing.ts';
import { rules } from '../audit/rules/rules.ts';
import { readChoice } from '../choices.ts';
import { Explained } from '../errors.ts';
import type { EmptyQuarters } from '../incident/statistics.ts';
import { readLog } from '../log/read/read.ts';
import { readTimeZone } from '../model/settings.ts';
import {
  messageOf,
  PROBLEMS,
  readNow,
  readStandardInput,
  readText,
  repositoryOfLog,
  UNUSABLE,
} from './input.ts';
import { print, printCommands, printError, printJson } from './output.ts';

export interface AuditOptions {
  readonly timezone: string;
  readonly now?: string;
  readonly emptyQuarters: string;
  readonly format: 'text' | 'json' | 'github';
  readonly fix?: true;
  readonly allowEmpty?: true;
  readonly rules?: true;
}

/**
 * Audits logs and prints what it finds. A file that cannot be read keeps none of the others from being audited; then the exit
 * code is 2. Throws {@link Explained} on options that cannot be used, before any file is touched.
 */
export async function auditFiles(files: readonly string[], options: AuditOptions): Promise<void> {
  if (options.rules) {
    print(rulesAsText());
    return;
  }
  if (files.length === 0)
    throw new Explained('Name the log to audit, such as INCIDENTS.md, or - for standard input.');
  if (options.fix && files.includes('-')) {
    throw new Explained(
      'What comes from standard input cannot be corrected in place; name a file with --fix.',
    );
  }
  const settings: FileSettings = {
    timezone: readTimeZone(options.timezone),
    now: readNow(options.now),
    emptyQuarters: readChoice('empty-quarters', options.emptyQuarters),
    nothing: options.allowEmpty ? 'notice' : 'error',
  };
  const audited: AuditedFile[] = [];
  for (const file of files) {
    try {
      const source = file === '-' ? await readStandardInput() : readText(file);
      audited.push(auditFile(file, source, settings, options.fix ? 'fix' : 'look'));
    } catch (error) {
      if (!(error instanceof Explained)) throw error;
      printError(`incident-log: ${error.message}\n`);
      process.exitCode = UNUSABLE;
    }
  }
  printAudits(audited, options.format, files.length);
  const isWrong = audited.some(({ audit }) => audit.findings.some(({ severity }) => severity === 'error'));
  if (isWrong) process.exitCode ??= PROBLEMS;
}

interface FileSettings {
  readonly emptyQuarters: EmptyQuarters;
  readonly timezone: string;
  readonly now: number;
  readonly nothing: 'error' | 'notice';
}

function auditFile(
  file: string,
  source: string,
  { timezone, now, emptyQuarters, nothing }: FileSettings,
  how: 'fix' | 'look',
): AuditedFile {
  const settings = { timezone, now, emptyQuarters, repositoryUrl: repositoryOfLog(source) };
  const look = (text: string) =>
    addNothingFinding(auditLog(readLog(text, settings.repositoryUrl), settings), text, nothing);
  const audit = look(source);
  const fixed = how === 'fix' ? fixLog(source, audit) : source;
  if (fixed === source) return { file, source, timezone, audit };
  const count = audit.findings.filter(({ fixable }) => fixable).length;
  replaceFile(file, fixed);
  printError(`incident-log: ${count} ${count === 1 ? 'figure' : 'figures'} corrected in ${file}.\n`);
  return { file, source: fixed, timezone, audit: look(fixed) };
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

function printAudits(audited: readonly AuditedFile[], format: AuditOptions['format'], asked: number): void {
  if (format === 'text') print(audited.map(auditAsText).join('\n'));
  else if (format === 'github') {
    const rest = 'The rest is in the log of this step.';
    const annotations = auditAsCommands(audited, { reserved: 0, rest });
    printCommands(annotations.commands);
    print(annotations.rest);
  } else {
    const data = audited.map(auditAsJson);
    if (asked > 1) printJson(data);
    else if (data[0] !== undefined) printJson(data[0]);
  }
}

function rulesAsText(): string {
  return Object.entries(rules)
    .map(([id, { severity, documentation }]) => `${id} (${severity})\n    ${documentation}\n`)
    .join('\n');
}
