import { readAnswers } from '../form/answers.ts';
import { missingFormNotice } from '../form/assumed.ts';
import { answerOf } from '../form/edit.ts';
import type { Template } from '../form/template.ts';
import { formatTime, readTime } from '../incident/clock.ts';
import { figureText, type Incident, type Problem } from '../incident/incident.ts';
import { issueLink } from '../log/write/entry.ts';
import { quoteMessage } from '../markdown/message.ts';
import { escapeText, quoteInConversation } from '../markdown/plain.ts';
import { plainLine } from '../markdown/plain-line.ts';
import { BODY_LIMIT, clipped, list, type Section, shortened } from '../markdown/sections.ts';

/** How an incident's issue stands to the log. */
export type Standing =
  /** `news` is what the file does not have yet: the whole entry, some of it, or nothing. */
  | { readonly kind: 'listed'; readonly news: 'all' | 'some' | 'nothing' }
  /** It cannot be read; its problems say what becomes of its entry. */
  | { readonly kind: 'not-read' }
  | { readonly kind: 'false-alarm' | 'duplicate' }
  | { readonly kind: 'unlabelled'; readonly label: string }
  /** The run failed at the log; `message` is one sentence. */
  | { readonly kind: 'failed'; readonly message: string }
  /** Its author is not trusted; `changed` where a confirmation was given for another text. */
  | { readonly kind: 'unconfirmed' | 'changed'; readonly confirmedLabel: string }
  /** Somebody keeps an entry of it by hand. */
  | { readonly kind: 'hand-kept' };

/** What the comment on an incident's issue tells. */
export interface FeedbackFacts {
  readonly body: string | null;
  readonly isOpen: boolean;
  /** Null where its first detection cannot be read. Its review actions are in the state that their issues have. */
  readonly incident: Incident | null;
  /** Since when it is open again after it was closed, in UTC milliseconds; null where it is not. */
  readonly reopenedAt: number | null;
  readonly problems: readonly Problem[];
  readonly standing: Standing;
  /** The log's pull request: the open one, or one that somebody closed with just this log; null where there is none. */
  readonly pullRequest: {
    readonly number: number;
    readonly url: string;
    readonly state: 'open' | 'closed';
  } | null;
  /** Where a person is to open the pull request; null where there is nothing to open. */
  readonly compareUrl: string | null;
  readonly log: { readonly path: string; readonly url: string };
  readonly template: Template;
  /** IANA name. */
  readonly timezone: string;
  readonly repositoryUrl: string;
}

const times = ['impact-started', 'first-detected', 'declared', 'repaired', 'resolved'];

/** The commands by which the fields of these ids are filled in; times in full, for nobody knows how long ago they were. */
const commands = new Map([
  ['impact-started', '/started YYYY-MM-DD HH:MM'],
  ['first-detected', '/detected YYYY-MM-DD HH:MM'],
  ['declared', '/declared YYYY-MM-DD HH:MM'],
  ['repaired', '/repaired YYYY-MM-DD HH:MM'],
  ['resolved', '/resolved YYYY-MM-DD HH:MM'],
  ['context', '/timeline YYYY-MM-DD HH:MM what happened'],
  ['review-actions', '/action what should change (@login, due YYYY-MM-DD)'],
]);

/**
 * The comment that tells on an incident's issue how it was read: its state, times, figures and review actions, what must be mended and
 * what is missing, with the words to type; where it stands; and, once it is repaired, what is still empty, to be copied. Markdown that
 * ends in `marker`, at most what GitHub takes, and the same for the same facts. Nobody is mentioned by it.
 */
export function feedbackText(facts: FeedbackFacts, marker: string): string {
  const { kind } = facts.standing;
  const isDismissed = kind === 'false-alarm' || kind === 'duplicate' || kind === 'unlabelled';
  const isOut = kind === 'unconfirmed' || kind === 'changed';
  const notice = missingFormNotice(facts.template);
  const sections: Section[] = [
    { head: [stateText(facts)], rows: [] },
    ...(isDismissed
      ? []
      : [
          timesSection(facts),
          list('**To be mended**', facts.problems.map(problemText(facts))),
          // What a stranger lists is nothing to us, and commands of strangers are not obeyed.
          ...(isOut ? [] : [list('**Still missing**', missing(facts)), actionSection(facts)]),
        ]),
    { head: [standingText(facts)], rows: [] },
    { head: notice === null || isDismissed ? [] : [quoteInConversation(notice)], rows: [] },
    ...(isDismissed || isOut ? [] : emptySections(facts)),
  ];
  return shortened(sections, marker, { limit: BODY_LIMIT, sizeOf: (text) => text.length });
}

function stateText({ standing, body, incident, reopenedAt, template, timezone }: FeedbackFacts): string {
  if (standing.kind === 'false-alarm') return '**False alarm**: closed as not planned.';
  if (standing.kind === 'duplicate') return '**Duplicate** of another incident.';
  if (standing.kind === 'unlabelled')
    return `**No incident** any more: it lacks the label ${code(standing.label)}.`;
  if (incident === null) return '**Not read**: its first detection is missing, or cannot be read.';
  const wasResolved = readTime(answerOf(body, template, 'resolved'), timezone).kind === 'time';
  if (reopenedAt !== null && wasResolved && incident.resolved === null) {
    const since = Number.isFinite(reopenedAt) ? ` on ${formatTime(reopenedAt, timezone)}` : '';
    return `**Ongoing again**: it was reopened${since}, and the times of repair and resolution from before do not count. Record later ones by \`/repaired\` and \`/resolved\`, or close it.`;
  }
  return { ongoing: '**Ongoing**', repaired: '**Repaired**, not resolved yet', resolved: '**Resolved**' }[
    incident.state
  ];
}

function timesSection({ body, incident, template, timezone }: FeedbackFacts): Section {
  const fields = template.fields.filter(({ id }) => times.includes(id ?? ''));
  const rows = fields.map((field) => {
    const answer = answerOf(body, template, field.id ?? '');
    const reading = readTime(answer, timezone);
    const note = reading.kind === 'time' && reading.time.note !== null ? ` (${reading.time.note})` : '';
    const words =
      reading.kind === 'time'
        ? quoteInConversation(clipped(formatTime(reading.time.instant, timezone) + note))
        : reading.kind === 'blank'
          ? '–'
          : `*not read:* ${quoteInConversation(clipped(plainLine(answer)))}`;
    return [escapeText(field.label), words];
  });
  const figures =
    incident === null
      ? []
      : [
          ['**Time to repair**', figure(incident.figures.timeToRepair, incident.repaired, incident)],
          ['**Time to resolve**', figure(incident.figures.timeToResolve, incident.resolved, incident)],
        ];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return {
    head: [line(['', `As read, in ${timezone}`]), line(['---', '---']), ...[...rows, ...figures].map(line)],
    rows: [],
  };
}

function figure(minutes: number | null, operand: Incident['repaired'], { state }: Incident): string {
  const words = figureText(minutes, operand, state);
  return minutes === null ? `*${words}*` : words;
}

function problemText({ standing }: FeedbackFacts): (problem: Problem) => string {
  return ({ rule, field, message }) => {
    const command = commands.get(field ?? '');
    const isTime = rule.startsWith('timestamp-') || rule === 'event-missing' || rule === 'event-order';
    const isObeyed = standing.kind !== 'unconfirmed' && standing.kind !== 'changed';
    const hint = command !== undefined && isTime && isObeyed ? ` Or comment \`${command}\`.` : '';
    return quoteInConversation(message) + hint;
  };
}

/** What is no mistake, and yet wanted. */
function missing({ body, isOpen, incident, template, timezone }: FeedbackFacts): string[] {
  if (incident === null) return [];
  const lines = (['repaired', 'resolved'] as const).flatMap((id) => {
    const field = template.fields.find((candidate) => candidate.id === id);
    if (field === undefined || incident[id] !== null) return [];
    // What is typed there and cannot be read is said above.
    if (readTime(answerOf(body, template, id), timezone).kind !== 'blank') return [''];
    const label = `**${escapeText(field.label)}**`;
    return isOpen
      ? `${label}: comment \`/${id}\` once it is, or \`/${id} HH:MM\`.`
      : `${label} is not recorded though the issue is closed, and is not guessed: comment \`${commands.get(id)}\`.`;
  });
  // One thing after the other.
  return lines.slice(0, isOpen ? 1 : 2).filter((line) => line !== '');
}

function actionSection({ incident, repositoryUrl }: FeedbackFacts): Section {
  const items = (incident?.reviewActions ?? []).map(({ text, state, issue, owner, due }) => {
    const link = issue === null ? '' : issueLink(issue, repositoryUrl);
    const words = quoteInConversation(clipped(plainLine(text)));
    const people = [owner ?? '', due === null ? '' : `due ${due}`].filter((part) => part !== '').join(', ');
    const parts = [
      link,
      words,
      people === '' ? '' : `(${quoteInConversation(people)})`,
      state ? `**${state}**` : '',
    ];
    return parts.filter((part) => part !== '').join(' ');
  });
  return list('**Review actions**', items);
}

function standingText({ standing, pullRequest, compareUrl, log, repositoryUrl }: FeedbackFacts): string {
  const file = `[${escapeText(log.path)}](${log.url})`;
  switch (standing.kind) {
    case 'listed': {
      if (standing.news === 'nothing') return `It is in ${file}.`;
      if (compareUrl !== null)
        return `Will be added to ${file} once somebody [opens the pull request](${compareUrl}) and merges it.`;
      const request = pullRequest === null ? 'for it' : `[#${pullRequest.number}](${pullRequest.url})`;
      if (pullRequest?.state === 'closed')
        return `Somebody closed the pull request ${request}, which would bring this into ${file}: reopen it to have it there.`;
      // True before it is merged, and afterwards.
      return standing.news === 'all'
        ? `It enters ${file} with the pull request ${request}.`
        : `It is in ${file}, and what has changed since enters with the pull request ${request}.`;
    }
    case 'not-read':
    case 'hand-kept':
      return 'What becomes of it in the log is said above.';
    case 'failed':
      return `**The log could not be brought up to date**: ${quoteMessage(standing.message, repositoryUrl)}`;
    case 'false-alarm':
    case 'duplicate':
    case 'unlabelled':
      return 'It is not in the log.';
    case 'unconfirmed':
      return `**Not in the log yet**, for whoever filed it may not triage issues here. Somebody who may must read it, and add the label ${code(standing.confirmedLabel)}.`;
    case 'changed':
      return `**Not in the log**, for its text has changed since it was confirmed. Somebody who may triage issues here must read it again, and add the label ${code(standing.confirmedLabel)} anew.`;
  }
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

/** What is still empty once an incident is repaired: commands for a comment, and headings for the issue's text. */
function emptySections({ body, incident, template }: FeedbackFacts): Section[] {
  if (incident === null || incident.state === 'ongoing') return [];
  const { answers } = readAnswers(body, template);
  const empty = template.fields.filter((field) => (answers.get(field)?.text ?? '') === '');
  const typed = empty.flatMap(({ id }) => commands.get(id ?? '') ?? []);
  const others = empty.filter(({ id }) => !commands.has(id ?? ''));
  const headings = others.map(({ label }) => `### ${label}\n`).join('\n');
  return [
    ...block('Still empty. To be copied into a comment, and completed:', typed.join('\n')),
    ...block(
      'Still empty. To be copied into the text of the issue, in the place of the same headings, and completed:',
      headings,
    ),
  ];
}

function block(lead: string, text: string): Section[] {
  // No label of a form has so many backticks.
  const fence = '`'.repeat(6);
  return text === '' ? [] : [{ head: [lead, '', `${fence}markdown`, text.trimEnd(), fence], rows: [] }];
}
