import { commandFor, commands, commandText } from '../commands/registry.ts';
import { type Answers, readAnswers } from '../form/answers.ts';
import { missingFormNotice } from '../form/assumed.ts';
import { fieldOf } from '../form/edit.ts';
import type { FormField, Template } from '../form/template.ts';
import { formatDurationInDays, formatTime, readTime } from '../incident/clock.ts';
import { type FieldKey, fieldKey, fields, figureEvents, followsDetection } from '../incident/fields.ts';
import { figureText } from '../incident/figures.ts';
import type { Incident, Problem } from '../incident/incident.ts';
import { issueLink } from '../log/write/entry.ts';
import { escapeText, quoteInConversation } from '../markdown/escape.ts';
import { quoteMessage } from '../markdown/message.ts';
import { plainText } from '../markdown/parse.ts';
import { BODY_LIMIT, clipped, list, type Section, shortened } from '../markdown/sections.ts';

/** What the log has of an incident's issue, and why. */
export type LogStatus =
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
  /** The log has a hand-written entry of it. */
  | { readonly kind: 'hand-kept' };

/** What the status comment is written from. */
export interface StatusCommentFacts {
  readonly body: string | null;
  readonly isOpen: boolean;
  /** Null where its first detection cannot be read. Its review actions are in the state that their issues have. */
  readonly incident: Incident | null;
  /** Since when it is open again after it was closed, in UTC milliseconds; null where it is not. */
  readonly reopenedAt: number | null;
  readonly problems: readonly Problem[];
  readonly logStatus: LogStatus;
  /** The log's pull request: the open one, or one that somebody closed with just this log; null where there is none. */
  readonly pullRequest: {
    readonly number: number;
    readonly url: string;
    readonly state: 'open' | 'closed';
  } | null;
  /** Where a person can open the pull request; null where there is nothing to open. */
  readonly compareUrl: string | null;
  readonly log: { readonly path: string; readonly url: string };
  readonly template: Template;
  /** IANA name. */
  readonly timezone: string;
  readonly repositoryUrl: string;
}

/** The facts, with the answers that the issue's text gives, parsed once. */
interface ReadFacts extends StatusCommentFacts {
  readonly answers: Answers['answers'];
}

/**
 * The status comment on an incident's issue: its state, times, figures and review actions; what needs fixing and what is missing, with
 * the commands to type; its status in the log; and, once it is repaired, what is still empty, to be copied. Markdown that ends in
 * `marker`, at most what GitHub takes, and the same for the same facts. It mentions nobody.
 */
export function statusCommentText(given: StatusCommentFacts, marker: string): string {
  const facts: ReadFacts = { ...given, answers: readAnswers(given.body, given.template).answers };
  const { kind } = facts.logStatus;
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
          // The action makes nothing of what an untrusted author lists, and ignores the commands of untrusted people.
          ...(isOut ? [] : [list('**Still missing**', missing(facts)), actionSection(facts)]),
        ]),
    { head: [logStatusText(facts)], rows: [] },
    { head: notice === null || isDismissed ? [] : [quoteInConversation(notice)], rows: [] },
    ...(isDismissed || isOut ? [] : emptySections(facts)),
  ];
  return shortened(sections, marker, { limit: BODY_LIMIT, sizeOf: (text) => text.length });
}

function stateText(facts: ReadFacts): string {
  const { logStatus, incident, reopenedAt, timezone } = facts;
  if (logStatus.kind === 'false-alarm') return '**False alarm**: closed as not planned.';
  if (logStatus.kind === 'duplicate') return '**Duplicate** of another incident.';
  if (logStatus.kind === 'unlabelled')
    return `**No incident** any more: it lacks the label ${code(logStatus.label)}.`;
  if (incident === null) return '**Not read**: its first detection is missing, or cannot be read.';
  const wasResolved = readTime(answerTo('resolved', facts), timezone).kind === 'time';
  if (reopenedAt !== null && wasResolved && incident.resolved === null) {
    const since = Number.isFinite(reopenedAt) ? ` on ${formatTime(reopenedAt, timezone)}` : '';
    return `**Ongoing again**: it was reopened${since}, and the times of repair and resolution from before do not count. Record later ones by \`/repaired\` and \`/resolved\`, or close it.`;
  }
  return { ongoing: '**Ongoing**', repaired: '**Repaired**, not resolved yet', resolved: '**Resolved**' }[
    incident.state
  ];
}

function answerTo(key: FieldKey, { template, answers }: ReadFacts): string {
  const field = fieldOf(template, fields[key].id);
  return field === undefined ? '' : answerIn(answers, field);
}

function answerIn(answers: Answers['answers'], field: FormField): string {
  return answers.get(field)?.text ?? '';
}

/** A line to complete, with the command that fills in a field of the form; null where no command does. */
function commandToComplete(id: string | null): string | null {
  const name = commandFor(fieldKey(id));
  const args = name && commands[name].toComplete;
  return name && args && commandText(name, args);
}

function timesSection({ answers, incident, template, timezone }: ReadFacts): Section {
  const rows = template.fields.flatMap((field) => {
    const key = fieldKey(field.id);
    if (key === null || !isShown(key)) return [];
    const answer = answerIn(answers, field);
    // A time that is not recorded yet is news; any other field may simply be left out.
    if (answer === '' && fields[key].holds !== 'time') return [];
    const cell = fields[key].holds === 'time' ? timeCell(answer, timezone) : textCell(answer);
    return [[escapeText(field.label), cell]];
  });
  const figures =
    incident === null
      ? []
      : [
          ...(incident.timeToDetect === null
            ? []
            : [['**Time to detect**', formatDurationInDays(incident.timeToDetect)]]),
          ['**Time to repair**', figure(incident.figures.timeToRepair, incident.repaired, incident)],
          ['**Time to resolve**', figure(incident.figures.timeToResolve, incident.resolved, incident)],
        ];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return {
    head: [line(['', `As read, in ${timezone}`]), line(['---', '---']), ...[...rows, ...figures].map(line)],
    rows: [],
  };
}

/** Whether the status comment shows the answer to a known field. */
function isShown(key: FieldKey): boolean {
  const field: { readonly holds: string; readonly statusComment?: boolean } = fields[key];
  return field.holds === 'time' || field.statusComment === true;
}

function timeCell(answer: string, timezone: string): string {
  const reading = readTime(answer, timezone);
  if (reading.kind === 'blank') return '–';
  if (reading.kind !== 'time') return `*not read:* ${textCell(answer)}`;
  const note = reading.time.note === null ? '' : ` (${reading.time.note})`;
  return quoteInConversation(clipped(formatTime(reading.time.instant, timezone) + note));
}

function textCell(answer: string): string {
  return answer === '' ? '–' : quoteInConversation(clipped(plainText(answer)));
}

function figure(minutes: number | null, operand: Incident['repaired'], { state }: Incident): string {
  return minutes === null ? `*${figureText(minutes, operand, state)}*` : formatDurationInDays(minutes);
}

function problemText({ logStatus }: ReadFacts): (problem: Problem) => string {
  return ({ rule, field, message }) => {
    const command = commandToComplete(field);
    const isAboutTime = rule.startsWith('timestamp-') || rule === 'event-missing' || rule === 'event-order';
    const isTrusted = logStatus.kind !== 'unconfirmed' && logStatus.kind !== 'changed';
    const hint = command !== null && isAboutTime && isTrusted ? ` Or comment \`${command}\`.` : '';
    return quoteInConversation(message) + hint;
  };
}

/** The events that are still to be recorded, which is no mistake. */
function missing(facts: ReadFacts): string[] {
  const { isOpen, incident, template, timezone } = facts;
  if (incident === null) return [];
  const lines = figureEvents.filter(followsDetection).flatMap((key) => {
    const field = fieldOf(template, fields[key].id);
    if (field === undefined || incident[key] !== null) return [];
    // The problems above name what is typed there and can't be read.
    if (readTime(answerIn(facts.answers, field), timezone).kind !== 'blank') return [''];
    const label = `**${escapeText(field.label)}**`;
    const name = commandFor(key);
    return isOpen
      ? `${label}: comment \`/${name}\` once it is, or \`/${name} HH:MM\`.`
      : `${label} is not recorded though the issue is closed, and is not guessed: comment \`${commandToComplete(field.id)}\`.`;
  });
  // An incident is repaired before it is resolved, so an open one lacks one thing at a time.
  return lines.slice(0, isOpen ? 1 : lines.length).filter((line) => line !== '');
}

function actionSection({ incident, repositoryUrl }: ReadFacts): Section {
  const items = (incident?.reviewActions ?? []).map(({ text, state, issue, owner, due }) => {
    const link = issue === null ? '' : issueLink(issue, repositoryUrl);
    const quoted = quoteInConversation(clipped(plainText(text)));
    const people = [owner ?? '', due === null ? '' : `due ${due}`].filter((part) => part !== '').join(', ');
    const parts = [
      link,
      quoted,
      people === '' ? '' : `(${quoteInConversation(people)})`,
      state ? `**${state}**` : '',
    ];
    return parts.filter((part) => part !== '').join(' ');
  });
  return list('**Review actions**', items);
}

function logStatusText({ logStatus, pullRequest, compareUrl, log, repositoryUrl }: ReadFacts): string {
  const file = `[${escapeText(log.path)}](${log.url})`;
  switch (logStatus.kind) {
    case 'listed': {
      if (logStatus.news === 'nothing') return `It is in ${file}.`;
      if (compareUrl !== null)
        return `Will be added to ${file} once somebody [opens the pull request](${compareUrl}) and merges it.`;
      const request = pullRequest === null ? 'for it' : `[#${pullRequest.number}](${pullRequest.url})`;
      if (pullRequest?.state === 'closed')
        return `Somebody closed the pull request ${request}, which would bring this into ${file}: reopen it to have it there.`;
      // True before the merge, and after it.
      return logStatus.news === 'all'
        ? `It enters ${file} with the pull request ${request}.`
        : `It is in ${file}, and what has changed since enters with the pull request ${request}.`;
    }
    case 'not-read':
    case 'hand-kept':
      return 'What becomes of it in the log is said above.';
    case 'failed':
      return `**The log could not be brought up to date**: ${quoteMessage(logStatus.message, repositoryUrl)}`;
    case 'false-alarm':
    case 'duplicate':
    case 'unlabelled':
      return 'It is not in the log.';
    case 'unconfirmed':
      return `**Not in the log yet**, for whoever filed it may not triage issues here. Somebody who may must read it, and add the label ${code(logStatus.confirmedLabel)}.`;
    case 'changed':
      return `**Not in the log**, for its text has changed since it was confirmed. Somebody who may triage issues here must read it again, and add the label ${code(logStatus.confirmedLabel)} anew.`;
  }
}

function code(text: string): string {
  return `\`${text.replaceAll('`', '')}\``;
}

/** What is still empty once an incident is repaired: commands for a comment, and headings for the issue's text. */
function emptySections({ answers, incident, template }: ReadFacts): Section[] {
  if (incident === null || incident.state === 'ongoing') return [];
  const empty = template.fields.filter((field) => answerIn(answers, field) === '');
  const typed = empty.flatMap(({ id }) => commandToComplete(id) ?? []);
  const others = empty.filter(({ id }) => commandToComplete(id) === null);
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
