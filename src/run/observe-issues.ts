import { Explained } from '../errors.ts';
import { hasFormShape } from '../form/answers.ts';
import type { Template } from '../form/template.ts';
import type { Client, Repository } from '../github/client.ts';
import { readFile } from '../github/file.ts';
import { type Label, listIssues, missingLabels, readIssue } from '../github/incidents.ts';
import { hasLabel, type Issue, issueSchema, type TrustRule } from '../github/issue.ts';
import type { OwnLogin } from '../github/own-login.ts';
import type { CountedPermissions } from '../github/permissions.ts';
import { readBase, readRepository } from '../github/repository.ts';
import type { Instant } from '../incident/incident.ts';
import { schemaOf } from '../model/build-log.ts';
import { DEFAULT_TEMPLATE_PATH, type Settings } from '../model/settings.ts';
import type { Change } from '../pull-request/plan.ts';
import { OVERDUE_LABEL } from '../review-actions/overdue.ts';
import { type Confirmation, judgeConfirmation } from './confirmation.ts';
import { type Conversation, readConversation } from './conversation.ts';
import { conversingIssues } from './recent-issues.ts';
import type { Occasion } from './trigger.ts';

/** A conversation, and whether its incident is confirmed. */
export interface ConversationSeen extends Conversation {
  readonly confirmation: Confirmation;
}

/** What decides which commands are carried out: the incident issues, and what is said on them. */
export interface IssuesSeen {
  readonly repository: { readonly id: number; readonly name: string; readonly url: string };
  readonly base: { readonly branch: string; readonly commit: string };
  readonly template: Template;
  /** All that carry the label, or are about to, whoever wrote them; without a confirmation that does not hold. */
  readonly listed: readonly Issue[];
  readonly conversations: readonly ConversationSeen[];
  readonly isPermitted: CountedPermissions;
  /** What must be done to labels. */
  readonly labelling: readonly Change[];
}

export interface Observer {
  readonly client: Client;
  readonly repository: Repository;
  readonly settings: Settings;
  readonly occasion: Occasion;
  readonly now: Instant;
  readonly isPermitted: CountedPermissions;
  readonly ownLogin: OwnLogin;
  /** Hashes of the texts that this run has written into incidents, see `incidentHash`. */
  readonly ownTexts: ReadonlySet<string>;
}

/** Reads the issues, what was said on those that somebody may be waiting at, and the form as of one commit of the base. */
export async function observeIssues({
  client,
  repository,
  settings,
  occasion,
  now,
  isPermitted,
  ownLogin,
  ownTexts,
}: Observer): Promise<IssuesSeen> {
  const about = await readRepository(client, repository);
  const base = settings.base || about.default_branch;
  const commit = await readBase(client, repository, { base, name: about.full_name });
  if (settings.branch === base) {
    throw new Explained(
      `The inputs \`branch\` and \`base\` both name ${base}; give \`branch\` another name, for the log arrives there as a pull request.`,
    );
  }
  const [form, found, labels] = await Promise.all([
    readFile(client, repository, settings.templatePath, commit),
    listIssues(client, repository, settings.label, issueSchema),
    occasion.kind === 'setup' ? missingLabels(client, repository, labelsOf(settings)) : [],
  ]);
  if (form === null && settings.templatePath !== DEFAULT_TEMPLATE_PATH) {
    throw new Explained(
      `The input \`template-path\` names ${settings.templatePath}, which does not exist on ${base}: correct the path, or add the form there.`,
    );
  }
  const template = schemaOf(form?.text ?? null, settings.templatePath);
  const opened = await openedMeanwhile(client, repository, { settings, occasion, template, listed: found });
  const issues = opened === null ? found : [...found, opened.issue];
  const rule: TrustRule = settings;
  const reader = {
    client,
    repository,
    rule,
    isPermitted,
    ownLogin,
    feedback: settings.feedback,
    now,
  };
  const event = 'issue' in occasion ? occasion.issue : null;
  const unlabelled = await unlabelledNow(client, repository, { occasion, listed: issues });
  const conversing = conversingIssues([...issues, ...unlabelled], { event, now, rule });
  const conversations = await Promise.all(
    conversing.map(async (issue): Promise<ConversationSeen> => {
      const conversation = await readConversation(issue, reader);
      const memory = settings.feedback === 'none' ? 'none' : 'kept';
      const judging = { rule, isPermitted, ownLogin, memory, ownTexts } as const;
      const confirmation = await judgeConfirmation(conversation, occasion, judging);
      const isHeld = confirmation.verdict === 'needless' || confirmation.verdict === 'holds';
      const current = isHeld ? issue : withoutLabel(issue, settings.confirmedLabel);
      return { ...conversation, issue: current, confirmation };
    }),
  );
  const current = new Map(conversations.map(({ issue }) => [issue.number, issue]));
  const undone = conversations.filter(({ confirmation }) => confirmation.verdict === 'undone');
  return {
    repository: { id: about.id, name: about.full_name, url: about.html_url },
    base: { branch: base, commit },
    template,
    listed: issues.map((issue) => current.get(issue.number) ?? issue),
    conversations,
    isPermitted,
    labelling: [
      ...labels.map((label): Change => ({ kind: 'create-label', label })),
      ...(opened?.labelling ?? []),
      ...undone.map(({ issue }): Change => {
        const { confirmedLabel: label } = settings;
        return { kind: 'remove-label', issue: issue.number, label };
      }),
    ],
  };
}

/** The issue that has just lost the label, which is to be told. */
async function unlabelledNow(
  client: Client,
  repository: Repository,
  { occasion, listed }: { occasion: Occasion; listed: readonly Issue[] },
): Promise<Issue[]> {
  if (occasion.kind !== 'unlabelled' || listed.some(({ number }) => number === occasion.issue)) return [];
  const issue = await readIssue(client, repository, occasion.issue);
  return issue === null ? [] : [issue];
}

/** The labels that the repository is to have. */
export function labelsOf({ label, confirmedLabel, problemLabel, reviewActions }: Settings): Label[] {
  return [
    { name: label, color: 'b60205', description: 'An incident, filed through the form' },
    {
      name: confirmedLabel,
      color: '0e8a16',
      description: 'An incident that may enter the log whoever filed it',
    },
    { name: problemLabel, color: 'e99695', description: 'An incident in which something must be mended' },
    ...(reviewActions === null
      ? []
      : [
          { name: reviewActions.label, color: '1d76db', description: 'A review action of an incident' },
          { name: OVERDUE_LABEL, color: 'fbca04', description: 'A review action past its date' },
        ]),
  ];
}

/**
 * The issue that was opened through the form and that the list does not hold yet: GitHub dropped the form's label, or it got
 * the label only after the list was read. As it will be once it has it.
 */
async function openedMeanwhile(
  client: Client,
  repository: Repository,
  {
    settings,
    occasion,
    template,
    listed,
  }: { settings: Settings; occasion: Occasion; template: Template; listed: readonly Issue[] },
): Promise<{ readonly issue: Issue; readonly labelling: readonly Change[] } | null> {
  if (occasion.kind !== 'opened' || listed.some(({ number }) => number === occasion.issue)) return null;
  const issue = await readIssue(client, repository, occasion.issue);
  if (issue === null) return null;
  if (hasLabel(issue, settings.label)) return { issue, labelling: [] };
  if (!hasFormShape(issue.body, template)) return null;
  const labels = [settings.label];
  const missing = await missingLabels(client, repository, labelsOf(settings).slice(0, 1));
  return {
    issue: { ...issue, labels: [...issue.labels, ...labels] },
    labelling: [
      ...missing.map((label): Change => ({ kind: 'create-label', label })),
      { kind: 'add-labels', issue: issue.number, labels },
    ],
  };
}

function withoutLabel(issue: Issue, name: string): Issue {
  return { ...issue, labels: issue.labels.filter((label) => !hasLabel({ labels: [label] }, name)) };
}
