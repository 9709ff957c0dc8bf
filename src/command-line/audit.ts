import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { auditLog } from '../audit/audit.ts';
import type { AuditSettings } from '../audit/evidence/log.ts';
import { fixLog } from '../audit/fix.ts';
import type { AuditedFile } from '../audit/output/audited-file.ts';
import { auditAsCommands } from '../audit/output/github.ts';
import { auditAsJson } from '../audit/output/json.ts';
import { rulesAsText } from '../audit/output/rules.ts';
import { auditAsText } from '../audit/output/text.ts';
import { readChoice } from '../choices.ts';
import { UserError } from '../errors.ts';
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
 * Audits logs and prints what it finds. Exit code: 1 after an error in a log, 2 where a file can't be read; the other files are
 * audited all the same. Throws {@link UserError} on options that can't be used, before it reads any file.
 */
export async function auditFiles(files: readonly string[], options: AuditOptions): Promise<void> {
  if (options.rules) {
    print(rulesAsText());
    return;
  }
  if (files.length === 0)
    throw new UserError('Name the log to audit, such as INCIDENTS.md, or - for standard input.');
  if (options.fix && files.includes('-')) {
    throw new UserError(
      'What comes from standard input cannot be corrected in place; name a file with --fix.',
    );
  }
  const settings: FileSettings = {
    timezone: readTimeZone(options.timezone),
    now: readNow(options.now),
    emptyQuarters: readChoice('empty-quarters', options.emptyQuarters),
    whenNothingChecked: options.allowEmpty ? 'notice' : 'error',
  };
  const audited: AuditedFile[] = [];
  for (const file of files) {
    try {
      const source = file === '-' ? await readStandardInput() : readText(file);
      audited.push(auditFile(file, source, settings, options.fix ? 'fix' : 'check'));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      printError(`incident-log: ${error.message}\n`);
      process.exitCode = UNUSABLE;
    }
  }
  printAudits(audited, options.format, files.length);
  const isWrong = audited.some(({ audit }) => audit.findings.some(({ severity }) => severity === 'error'));
  if (isWrong) process.exitCode ??= PROBLEMS;
}

type FileSettings = Omit<AuditSettings, 'repositoryUrl'>;

function auditFile(
  file: string,
  source: string,
  settings: FileSettings,
  purpose: 'check' | 'fix',
): AuditedFile {
  const repositoryUrl = repositoryOfLog(source);
  const auditText = (text: string) => auditLog(readLog(text, repositoryUrl), { ...settings, repositoryUrl });
  const audit = auditText(source);
  const fixed = purpose === 'fix' ? fixLog(source, audit) : source;
  if (fixed === source) return { file, audit };
  const count = audit.findings.filter(({ fix }) => fix !== null).length;
  replaceFile(file, fixed);
  printError(`incident-log: ${count} ${count === 1 ? 'figure' : 'figures'} corrected in ${file}.\n`);
  return { file, audit: auditText(fixed) };
}

/** Writes a new file beside it and renames that, so that the file is never half-written. */
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
    throw new UserError(`${file} cannot be written (${messageOf(error)}).`);
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
