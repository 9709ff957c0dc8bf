import { UserError } from '../errors.ts';
import type { Template } from '../form/template.ts';
import { listRecentComments, type RecentComments } from '../github/comment.ts';
import { type Files, readFile, readFiles } from '../github/file.ts';
import { closingBot, type Label, lastReopening, listIssues, missingLabels } from '../github/incidents.ts';
import { type Issue, issueSchema } from '../github/issue.ts';
import { type BranchState, readBranchState } from '../github/pull-request.ts';
import { type Place, readBase, readRepository } from '../github/repository.ts';
import { type ActionIssue, actionIssueSchema, readReference } from '../github/review-actions.ts';
import type { Log } from '../log/read/model.ts';
import { readLog } from '../log/read/read.ts';
import { generatedPaths } from '../model/generated-files.ts';
import { type ReadIssue, readIssue, schemaOf } from '../model/incidents.ts';
import { labelsOf } from '../model/labels.ts';
import { DEFAULT_TEMPLATE_PATH } from '../model/settings.ts';
import type { RunContext } from './context.ts';
import { RECENT_MILLISECONDS } from './recent-issues.ts';

/**
 * What a run reads of GitHub, each part as soon as what it needs is known: requests that do not wait for each other go out together. A part
 * that fails fails whoever waits for it.
 */
export interface Reads extends LogReads {
  readonly recentComments: Promise<RecentComments>;
  /** Labels that are to be created. */
  readonly missingLabels: Promise<readonly Label[]>;
  readonly branch: Promise<BranchState>;
}

/** What a log is made of. It takes `contents: read` and `issues: read`. */
export interface LogReads {
  readonly repository: Promise<Place>;
  readonly base: Promise<{ readonly branch: string; readonly commit: string }>;
  /** The issue form as the base has it, or ours where it has none. */
  readonly template: Promise<Template>;
  /** The issues with the incident label. */
  readonly incidents: Promise<readonly Issue[]>;
  /** The issues with the label of review actions; null where those stay text. */
  readonly actions: Promise<readonly ActionIssue[] | null>;
  readonly filesAtBase: Promise<Files>;
  /** The log as the base and our branch have it; null where there is none. Where they are the same it is parsed once. */
  readonly logs: Promise<{ readonly logAtBase: Log | null; readonly logOnBranch: Log | null }>;
  /** Reads what an issue says, once as long as it says the same. */
  readonly readIncident: (issue: Issue) => Promise<ReadIssue>;
  /** What only a request about a single issue tells. Each is asked once. */
  readonly closingBot: (issue: number) => Promise<string | null>;
  readonly lastReopening: (issue: number) => Promise<number | null>;
  readonly reference: (reference: number | string) => Promise<ActionIssue | null>;
}

export function startReads(context: RunContext): Reads {
  const { github, settings, trigger, now, ownLogin } = context;
  const repository = readRepository(github, 'propose');
  const base = readBaseOf(context, repository);
  const paths = generatedPaths(settings);
  const template = readForm(context, base);
  const filesAtBase = base.then(({ commit }) => readFiles(github, paths, commit));
  const branch = readBranchState(github, { branch: settings.branch, paths, base, ownLogin });
  const reads = {
    repository,
    base,
    template,
    ...listReads(context),
    recentComments: listRecentComments(github, now - RECENT_MILLISECONDS),
    missingLabels: trigger.kind === 'setup' ? missingLabels(github, labelsOf(settings)) : Promise.resolve([]),
    filesAtBase,
    branch,
    logs: readLogs(),
  };
  return { ...heard(reads), ...singleReads(context, template) };

  async function readLogs() {
    const { url } = await repository;
    const { path } = settings.log;
    const [base, tip] = [(await filesAtBase).get(path)?.text, (await branch).tip?.files.get(path)?.text];
    const logAtBase = base === undefined ? null : readLog(base, url);
    if (tip === undefined) return { logAtBase, logOnBranch: null };
    return { logAtBase, logOnBranch: tip === base ? logAtBase : readLog(tip, url) };
  }
}

/** Reads what the log is made of, as the base has it: for a run that changes nothing. */
export function startLogReads(context: RunContext): LogReads {
  const { github, settings } = context;
  const repository = readRepository(github, 'read');
  const base = readBaseOf(context, repository);
  const template = readForm(context, base);
  const filesAtBase = base.then(({ commit }) => readFiles(github, generatedPaths(settings), commit));
  const logs = Promise.all([repository, filesAtBase]).then(([{ url }, files]) => {
    const text = files.get(settings.log.path)?.text;
    return { logAtBase: text === undefined ? null : readLog(text, url), logOnBranch: null };
  });
  const reads = { repository, base, template, ...listReads(context), filesAtBase, logs };
  return { ...heard(reads), ...singleReads(context, template) };
}

/** The same parts. Who waits for one that has failed already hears of it then. */
function heard<Parts extends Readonly<Record<string, Promise<unknown>>>>(parts: Parts): Parts {
  for (const part of Object.values(parts)) part.catch(() => {});
  return parts;
}

function listReads({ github, settings }: RunContext): Pick<LogReads, 'incidents' | 'actions'> {
  const { reviewActions } = settings;
  return {
    incidents: listIssues(github, settings.label, issueSchema),
    actions:
      reviewActions === null
        ? Promise.resolve(null)
        : listIssues(github, reviewActions.label, actionIssueSchema),
  };
}

function singleReads(
  { github, settings, now }: RunContext,
  template: Promise<Template>,
): Pick<LogReads, 'readIncident' | 'closingBot' | 'lastReopening' | 'reference'> {
  return {
    readIncident: once(async (issue: Issue) =>
      readIssue(issue, await template, { timezone: settings.log.timezone, now }),
    ),
    closingBot: once((issue: number) => closingBot(github, issue)),
    lastReopening: once((issue: number) => lastReopening(github, issue)),
    reference: once((reference: number | string) => readReference(github, reference)),
  };
}

/**
 * The base at its commit. The event tells early what the default branch is called, and the repository itself has the last word.
 */
async function readBaseOf(
  { github, settings, defaultBranch }: RunContext,
  repository: LogReads['repository'],
): LogReads['base'] {
  const expected = settings.base || defaultBranch;
  const early = expected === '' ? null : readBase(github, expected);
  early?.catch(() => {});
  const { defaultBranch: actual } = await repository;
  const branch = settings.base || actual;
  return { branch, commit: await ((branch === expected && early) || readBase(github, branch)) };
}

async function readForm({ github, settings }: RunContext, base: LogReads['base']): Promise<Template> {
  const { templatePath: path } = settings;
  const { branch, commit } = await base;
  const form = await readFile(github, path, commit);
  if (form !== null || path === DEFAULT_TEMPLATE_PATH) return schemaOf(form?.text ?? null, path);
  throw new UserError(
    `The input \`template-path\` names ${path}, which does not exist on ${branch}: correct the path, or add the form there.`,
  );
}

/** Remembers the answer to each question. */
function once<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  const answers = new Map<Question, Promise<Answer>>();
  return (question) => {
    const answer = answers.get(question) ?? ask(question);
    answers.set(question, answer);
    return answer;
  };
}
