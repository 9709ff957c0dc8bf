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
export interface Reads {
  readonly repository: Promise<Place>;
  readonly base: Promise<{ readonly branch: string; readonly commit: string }>;
  /** The issue form as the base has it, or ours where it has none. */
  readonly template: Promise<Template>;
  /** The issues with the incident label. */
  readonly incidents: Promise<readonly Issue[]>;
  /** The issues with the label of review actions; null where those stay text. */
  readonly actions: Promise<readonly ActionIssue[] | null>;
  readonly recentComments: Promise<RecentComments>;
  /** Labels that are to be created. */
  readonly missingLabels: Promise<readonly Label[]>;
  readonly filesAtBase: Promise<Files>;
  readonly branch: Promise<BranchState>;
  /** The log as the base and our branch have it; null where there is none. Where they are the same it is parsed once. */
  readonly logs: Promise<{ readonly logAtBase: Log | null; readonly logOnBranch: Log | null }>;
  /** Reads what an issue says, once as long as it says the same. */
  readonly readIncident: (issue: Issue) => Promise<ReadIssue>;
  /** What only a request about a single issue tells. Each is asked once. */
  readonly closingBot: (issue: number) => Promise<string | null>;
  readonly lastReopening: (issue: number) => Promise<number | null>;
  readonly reference: (reference: number | string) => Promise<ActionIssue | null>;
}

export function startReads({ github, settings, trigger, now, ownLogin, defaultBranch }: RunContext): Reads {
  const paths = generatedPaths(settings);
  const { reviewActions } = settings;
  const repository = readRepository(github);
  const base = readBaseOf(settings.base || defaultBranch);
  const template = readForm();
  const filesAtBase = base.then(({ commit }) => readFiles(github, paths, commit));
  const branch = readBranchState(github, { branch: settings.branch, paths, base, ownLogin });
  const reads = {
    repository,
    base,
    template,
    incidents: listIssues(github, settings.label, issueSchema),
    actions:
      reviewActions === null
        ? Promise.resolve(null)
        : listIssues(github, reviewActions.label, actionIssueSchema),
    recentComments: listRecentComments(github, now - RECENT_MILLISECONDS),
    missingLabels: trigger.kind === 'setup' ? missingLabels(github, labelsOf(settings)) : Promise.resolve([]),
    filesAtBase,
    branch,
    logs: readLogs(),
  };
  // Who waits for one that has failed already hears of it then.
  for (const read of Object.values(reads)) read.catch(() => {});
  return {
    ...reads,
    readIncident: once(async (issue: Issue) =>
      readIssue(issue, await template, { timezone: settings.log.timezone, now }),
    ),
    closingBot: once((issue: number) => closingBot(github, issue)),
    lastReopening: once((issue: number) => lastReopening(github, issue)),
    reference: once((reference: number | string) => readReference(github, reference)),
  };

  /** The base at its commit. `expected` is what the event calls the default branch, and the repository itself has the last word. */
  async function readBaseOf(expected: string) {
    const early = expected === '' ? null : readBase(github, expected);
    early?.catch(() => {});
    const { defaultBranch: actual } = await repository;
    const branch = settings.base || actual;
    return { branch, commit: await ((branch === expected && early) || readBase(github, branch)) };
  }

  async function readForm(): Promise<Template> {
    const { templatePath: path } = settings;
    const { branch, commit } = await base;
    const form = await readFile(github, path, commit);
    if (form !== null || path === DEFAULT_TEMPLATE_PATH) return schemaOf(form?.text ?? null, path);
    throw new UserError(
      `The input \`template-path\` names ${path}, which does not exist on ${branch}: correct the path, or add the form there.`,
    );
  }

  async function readLogs() {
    const { url } = await repository;
    const { path } = settings.log;
    const [base, tip] = [(await filesAtBase).get(path)?.text, (await branch).tip?.files.get(path)?.text];
    const logAtBase = base === undefined ? null : readLog(base, url);
    if (tip === undefined) return { logAtBase, logOnBranch: null };
    return { logAtBase, logOnBranch: tip === base ? logAtBase : readLog(tip, url) };
  }
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
