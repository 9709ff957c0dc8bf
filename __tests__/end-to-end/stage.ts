import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Issue } from '../local-github/answer.ts';
import { dispatchEvent, issueEvent, type WorkflowEvent } from '../local-github/events.ts';
import type { RecordedRequest } from '../local-github/faults.ts';
import { type FormAnswers, renderSubmission, submitForm } from '../local-github/issue-form.ts';
import { type LocalGitHub, type NewRepository, startLocalGitHub } from '../local-github/local-github.ts';
import { type ActionRequest, runAction } from '../runner/run-action.ts';
import { type BundleRequest, runBundle } from '../runner/run-bundle.ts';
import type { ActionRun, StepRequest } from '../runner/step.ts';

export const form = readFileSync(
  join(import.meta.dirname, '../../.github/ISSUE_TEMPLATE/incident.yml'),
  'utf8',
);
export const owner = 'octo';
export const repo = 'service';
export const repository = `${owner}/${repo}`;
/** The branch, path and labels that action.yml gives by default. */
export const branch = 'incident-log';
export const logPath = 'INCIDENTS.md';

/** An incident with all its times, long enough ago that no quarter of today is concerned. */
export const repairedIncident: FormAnswers = {
  'first-detected': '2024-10-14 10:30',
  repaired: '2024-10-15 11:29 (fix forward)',
  resolved: '2024-10-15 11:40',
  impact: 'People were asked to sign in again.',
};

type OnStage<Request extends StepRequest> = Partial<Omit<Request, 'github' | 'repository'>>;

/** A repository on a local GitHub of its own. */
export interface Stage {
  readonly github: LocalGitHub;
  /** Files an incident through the form, as the owner unless told otherwise. */
  file(answers?: FormAnswers, details?: { title?: string; login?: string }): Promise<Issue>;
  /** Changes what an incident's form was answered with. */
  answer(number: number, answers: FormAnswers): Promise<void>;
  /** Runs the action in this process; on a workflow_dispatch unless told otherwise. */
  run(request?: OnStage<ActionRequest>): Promise<ActionRun>;
  /** Runs `dist/` as the runner does, which takes longer. */
  runBundle(request?: OnStage<BundleRequest>): Promise<ActionRun>;
  event(
    action: Parameters<typeof issueEvent>[2],
    number: number,
    details?: Parameters<typeof issueEvent>[4],
  ): Promise<WorkflowEvent>;
  /** All pull requests, oldest first. */
  pullRequests(): Promise<PullRequest[]>;
  /** The log on a branch or at a commit. */
  log(ref?: string): Promise<string | null>;
  merge(number: number, how: 'merge' | 'squash'): Promise<void>;
  /** Does something once, right after the first of the action's requests that matches; tells whether that has come to pass. */
  onceAfter(matches: (request: RecordedRequest) => boolean, act: () => Promise<unknown>): () => boolean;
  /** Ends the local GitHub. */
  close(): Promise<void>;
}

export interface PullRequest {
  readonly number: number;
  readonly state: string;
  readonly title: string;
  readonly body: string | null;
  readonly merged_at: string | null;
  readonly html_url: string;
  readonly head: { readonly sha: string };
  readonly labels: readonly { readonly name: string }[];
}

/** Sets a stage that closes when the test ends. */
export async function setStage(...request: Parameters<typeof openStage>): Promise<Stage> {
  const stage = await openStage(...request);
  onTestFinished(stage.close);
  return stage;
}

/** Sets a stage that is open until somebody closes it. */
export async function openStage(
  settings: Partial<NewRepository> = {},
  people: { readonly logins?: readonly string[] } = {},
): Promise<Stage> {
  const github = await startLocalGitHub(people);
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= github.close();
    return closing;
  };
  await github.createRepository({
    name: repository,
    labels: ['incident', 'incident-confirmed'],
    ...settings,
    files: { '.github/ISSUE_TEMPLATE/incident.yml': form, ...settings.files },
  });
  const { rest } = github.as(owner);
  const complete = async <Request extends StepRequest>(request: OnStage<Request>) => ({
    github,
    repository,
    event: request.event ?? (await dispatchEvent(github, repository, owner)),
    ...request,
  });
  return {
    github,
    file: (
      answers = repairedIncident,
      { title = 'Onboarding mechanism release failure', login = owner } = {},
    ) => submitForm(github, { repository, login, title, answers }),
    async answer(number, answers) {
      await rest.issues.update({ owner, repo, issue_number: number, body: renderSubmission(form, answers) });
    },
    run: async (request = {}) => runAction(await complete(request)),
    runBundle: async (request = {}) => runBundle(await complete(request)),
    event: (action, number, details) => issueEvent(github, repository, action, number, details),
    async pullRequests() {
      const { data } = await rest.pulls.list({
        owner,
        repo,
        state: 'all',
        sort: 'created',
        direction: 'asc',
      });
      return data;
    },
    log: (ref = branch) => github.readFile(repository, logPath, ref),
    async merge(number, how) {
      await rest.pulls.merge({ owner, repo, pull_number: number, merge_method: how });
    },
    onceAfter(matches, act) {
      let isDone = false;
      const consider = async (nth: number) => {
        const request = github.requests[nth - 1];
        if (isDone || request === undefined || !matches(request)) return;
        isDone = true;
        await act();
      };
      for (let nth = 1; nth < 100; nth += 1) github.onRequest(nth, 'after', () => consider(nth));
      return () => isDone;
    },
    close,
  };
}
