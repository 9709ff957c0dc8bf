import { Octokit } from '@octokit/rest';
import type { AuthorAssociation, GitCommit, Issue, Repository } from './answer.ts';
import { serverUrl } from './emulator.ts';
import type { Fault, FaultPattern, RecordedRequest } from './faults.ts';
import { startFront, tokenOf } from './front.ts';
import { branchTip, resolveCommit, setBranchTip } from './git.ts';
import { pastAt } from './past.ts';
import { readIssue } from './routes/issues.ts';
import { knownLabels } from './routes/labels.ts';
import { filesOf } from './routes/merge.ts';
import type { RepositoryKind } from './routes/repository.ts';
import type { Ruleset } from './routes/rules.ts';
import type { RepositoryState, Role, Site, TokenPermissions } from './routes/site.ts';
import { ask, askFor, repositoryOf } from './routes/site.ts';
import { transfer } from './routes/transfer.ts';

/** The login that a workflow's own token acts as. */
export const workflowBot = 'github-actions[bot]';

/**
 * Everybody whom a new local GitHub knows: `octo` owns the repositories; what the rest may do is up to each repository
 * (nothing but reading, unless it names them).
 */
const everybody = [
  'octo',
  'mona',
  'lead',
  'stranger',
  'reader',
  workflowBot,
  'incident-log-app[bot]',
  'dependabot[bot]',
];

export interface RepositorySettings {
  readonly private?: boolean;
  /** Role of each collaborator; null takes somebody away. */
  readonly roles?: Readonly<Record<string, Role | null>>;
  /** `author_association` where it is not what follows from owner and collaborators (organisation members). */
  readonly associations?: Readonly<Record<string, AuthorAssociation>>;
  /** What the workflow grants its token: write everywhere unless told otherwise. */
  readonly permissions?: Partial<TokenPermissions>;
  /** "Allow GitHub Actions to create and approve pull requests", on unless told otherwise. */
  readonly actionsMayOpenPullRequests?: boolean;
  /** Whether the server has sub-issues, true unless told otherwise; an old GitHub Enterprise Server has none. */
  readonly hasSubIssues?: boolean;
  /** How many issues of a list can be asked for by page numbers, 1,000 unless told otherwise: see `pagedByCursor`. */
  readonly numberedIssues?: number;
  readonly kind?: RepositoryKind;
  /** None unless told otherwise. */
  readonly rules?: Ruleset;
}

export interface NewRepository extends RepositorySettings {
  /** `owner/name`; the owner is one of the logins. */
  readonly name: string;
  /** What the first commit on `main` holds, besides a README. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
  readonly labels?: readonly string[];
}

/** A GitHub of one's own, until it is closed. `repository` is `owner/name` throughout. */
export interface LocalGitHub {
  /** What GITHUB_API_URL is to be. */
  readonly url: string;
  /** What GITHUB_SERVER_URL is to be: web pages are named as on github.com, and are not there. */
  readonly serverUrl: string;
  /** The workflow's token. */
  readonly token: string;
  /** What bots asked, in order. */
  readonly requests: readonly RecordedRequest[];
  /** The token of anybody, for an input. */
  tokenOf(login: string): string;
  /** GitHub as somebody sees it, without retries. */
  as(login: string): Octokit;
  fault(pattern: FaultPattern, fault: Fault): void;
  /**
   * Calls back before or after the nth request of a bot is carried out, and waits for it. The request is carried out
   * even if its sender is gone by then: add the fault `closed` for one that never arrives (see `killActionAt`).
   */
  onRequest(nth: number, moment: 'before' | 'after', callback: () => void | Promise<void>): void;
  createRepository(repository: NewRepository): Promise<void>;
  configure(repository: string, settings: RepositorySettings): void;
  /** Commits files to a branch, made from `main` if need be, as a person; null deletes one. @returns the commit's sha */
  commitFiles(commit: FileCommit): Promise<string>;
  /** The text of a file; null when it, or the branch or commit, is not there. */
  readFile(repository: string, path: string, ref?: string): Promise<string | null>;
  /** The commit at a branch's end, or null. */
  tipOf(repository: string, branch: string): Promise<string | null>;
  /** Removes an issue, as its owner can on the web. @returns the issue as it was */
  deleteIssue(repository: string, number: number): Promise<Issue>;
  /** Moves an issue to another repository, see `transfer`. @returns the issue as it was */
  transferIssue(repository: string, number: number, to: string): Promise<Issue>;
  /**
   * Makes an issue or a comment old: all that has happened to it so far, to the second, is said to have happened at that
   * instant (UTC milliseconds).
   */
  backdate(repository: string, what: { issue: number } | { comment: number }, instant: number): void;
  /** Gives an issue labels as GitHub itself does, whoever filed it: those that exist. */
  labelAsTemplate(repository: string, number: number, labels: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface FileCommit {
  readonly repository: string;
  readonly branch?: string;
  readonly login?: string;
  readonly message?: string;
  readonly files: Readonly<Record<string, string | Buffer | null>>;
}

export interface LocalGitHubOptions {
  /** People besides those it knows anyway. */
  readonly logins?: readonly string[];
  /** Milliseconds that a bot's request takes at least, from its arrival to its answer; 0 unless told otherwise. */
  readonly latency?: number;
}

/** Starts a GitHub on a free port; several may run at once. */
export async function startLocalGitHub(options: LocalGitHubOptions = {}): Promise<LocalGitHub> {
  const logins = [...new Set([...everybody, ...(options.logins ?? [])])];
  const { site, faults, requests, close } = await startFront(logins, options.latency);
  const find = (name: string): RepositoryState => {
    const [owner = '', repo = ''] = name.split('/');
    return repositoryOf(site, { owner, repo });
  };
  const tokenFor = (login: string): string => {
    if (!logins.includes(login)) throw new Error(`Nobody here is called ${login}: name them when starting.`);
    return tokenOf(login);
  };
  return {
    url: site.apiUrl,
    serverUrl,
    token: tokenOf(workflowBot),
    requests,
    tokenOf: tokenFor,
    as(login) {
      const quiet = { debug() {}, info() {}, warn() {}, error() {} };
      return new Octokit({ auth: tokenFor(login), baseUrl: site.apiUrl, log: quiet });
    },
    fault: faults.add,
    onRequest: faults.onRequest,
    createRepository: (repository) => createRepository(site, repository),
    configure: (repository, settings) => applySettings(find(repository), settings),
    commitFiles: (commit) => commitFiles(site, find(commit.repository), commit),
    async readFile(repository, path, ref = 'main') {
      const commit = await resolveCommit(site, find(repository), ref);
      const file = commit === null ? undefined : (await filesOf(site, find(repository), commit)).get(path);
      if (file === undefined) return null;
      const blob = await askFor<{ content: string }>(site, find(repository), 'GET', `/git/blobs/${file.sha}`);
      return Buffer.from(blob.content, 'base64').toString('utf8');
    },
    tipOf: (repository, branch) => branchTip(site, find(repository), branch),
    async deleteIssue(repository, number) {
      const issue = await readIssue(site, find(repository), number);
      find(repository).deletedIssues.add(number);
      return issue;
    },
    transferIssue: (repository, number, to) => transfer(site, find(repository), number, find(to)),
    backdate(repository, what, instant) {
      const { pastIssues, pastComments } = find(repository);
      if ('issue' in what) pastIssues.set(what.issue, pastAt(instant));
      else pastComments.set(what.comment, pastAt(instant));
    },
    async labelAsTemplate(repository, number, labels) {
      const state = find(repository);
      const names = await knownLabels(site, state, labels);
      if (names.length > 0) await ask(site, state, 'POST', `/issues/${number}/labels`, { labels: names });
    },
    close,
  };
}

async function createRepository(site: Site, repository: NewRepository): Promise<void> {
  const [owner = '', name = ''] = repository.name.split('/');
  const settings = { name, private: repository.private ?? false };
  const answer = await site.emulator.send(owner, 'POST', '/user/repos', settings);
  if (answer.status !== 201)
    throw new Error(`The local GitHub cannot make ${repository.name}: ${answer.status}`);
  const { id } = answer.body as Repository;
  const state: RepositoryState = {
    owner,
    name,
    id: Number(id),
    isPrivate: false,
    roles: new Map(),
    associations: new Map(),
    permissions: { contents: 'write', issues: 'write', 'pull-requests': 'write' },
    actionsMayOpenPullRequests: true,
    numberedIssues: 1000,
    kind: {},
    rules: {},
    issueNumbers: new Map(),
    deletedIssues: new Set(),
    transferredIssues: new Map(),
    duplicates: new Set(),
    pulls: new Map(),
    hasSubIssues: true,
    subIssues: new Map(),
    parentIssues: new Map(),
    closedIssues: new Set(),
    pastIssues: new Map(),
    pastComments: new Map(),
    reactions: [],
    parents: new Map(),
  };
  site.repositories.set(`${owner}/${name}`.toLowerCase(), state);
  applySettings(state, repository);
  // Who may do what is the front's to say; emulate is to carry out whatever comes through.
  for (const login of site.logins)
    if (login !== owner)
      await ask(site, state, 'PUT', `/collaborators/${encodeURIComponent(login)}`, { permission: 'admin' });
  for (const label of repository.labels ?? [])
    await ask(site, state, 'POST', '/labels', { name: label, color: 'ededed' });
  if (repository.kind?.isEmpty) return;
  const files = { 'README.md': `# ${name}\n`, ...repository.files };
  await commitFiles(site, state, { repository: repository.name, message: 'Initial commit', files });
}

function applySettings(state: RepositoryState, settings: RepositorySettings): void {
  state.isPrivate = settings.private ?? state.isPrivate;
  for (const [login, role] of Object.entries(settings.roles ?? {})) {
    if (role === null) state.roles.delete(login);
    else state.roles.set(login, role);
  }
  for (const [login, association] of Object.entries(settings.associations ?? {}))
    state.associations.set(login, association);
  state.permissions = { ...state.permissions, ...settings.permissions };
  state.actionsMayOpenPullRequests = settings.actionsMayOpenPullRequests ?? state.actionsMayOpenPullRequests;
  state.hasSubIssues = settings.hasSubIssues ?? state.hasSubIssues;
  state.rules = settings.rules ?? state.rules;
  state.kind = { ...state.kind, ...settings.kind };
  state.numberedIssues = settings.numberedIssues ?? state.numberedIssues;
}

async function commitFiles(site: Site, repository: RepositoryState, commit: FileCommit): Promise<string> {
  const { branch = 'main', login = repository.owner, message = 'Change files', files } = commit;
  const known = await branchTip(site, repository, branch);
  const parent = known ?? (await branchTip(site, repository, 'main'));
  const tree: unknown[] = [];
  for (const [path, text] of Object.entries(files)) {
    const content = text === null ? null : Buffer.from(text).toString('base64');
    const blob =
      content === null
        ? { sha: null }
        : await askFor<{ sha: string }>(site, repository, 'POST', '/git/blobs', {
            content,
            encoding: 'base64',
          });
    tree.push({ path, mode: '100644', type: 'blob', sha: blob.sha });
  }
  const onTop =
    parent === null
      ? {}
      : { base_tree: (await askFor<GitCommit>(site, repository, 'GET', `/git/commits/${parent}`)).tree.sha };
  const { sha } = await askFor<{ sha: string }>(site, repository, 'POST', '/git/trees', { ...onTop, tree });
  const body = { message, tree: sha, parents: parent === null ? [] : [parent] };
  const made = await askFor<{ sha: string }>(site, repository, 'POST', '/git/commits', body, login);
  if (known === null)
    await ask(site, repository, 'POST', '/git/refs', { ref: `refs/heads/${branch}`, sha: made.sha });
  else await setBranchTip(site, repository, branch, made.sha);
  return made.sha;
}
