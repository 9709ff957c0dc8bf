import type { EventKey, FieldKey } from '../incident/fields.ts';

/** What a command does, and the known field that it fills in. */
type Effect =
  | { readonly does: 'record-time'; readonly field: EventKey }
  | { readonly does: 'add-timeline-entry'; readonly field: 'context' }
  | { readonly does: 'choose-option'; readonly field: 'severity' }
  | { readonly does: 'add-review-action'; readonly field: 'reviewActions' }
  | { readonly does: 'reply-with-help'; readonly field: null };

/** What stands behind the command in these texts; the command itself is put in front. */
interface CommandTexts {
  /** In the README: the arguments, optional ones in brackets. */
  readonly takes: string;
  /** In the reply to one that has a mistake: arguments to imitate. */
  readonly example: string;
  /** In the status comment: arguments to complete; null where it never offers the command. Times are in full, because nobody knows how long ago they were. */
  readonly toComplete: string | null;
  /** In the reply to `/help`: arguments, and a sentence without its full stop; null where it isn't listed. */
  readonly help: { readonly example: string; readonly says: string } | null;
  /** In the README: what it does. */
  readonly readme: string;
}

interface CommandEntry extends CommandTexts {
  /** Other words that people type for it. */
  readonly aliases: readonly string[];
  /** Whoever types a word that begins so surely means this command; null where that could be another word. */
  readonly stem: string | null;
  /** Whether it closes the issue, unless the settings leave it open. */
  readonly closesIssue: boolean;
}

/**
 * The commands that people type in comments, in the order in which they are listed. This is the only list of them: reading and carrying
 * out comments, replies, the status comment and the README all follow it. A new command needs an entry here, and a new effect a case
 * in `carry-out.ts`.
 */
export const commands = {
  started: {
    does: 'record-time',
    field: 'impactStarted',
    aliases: [],
    stem: null,
    closesIssue: false,
    takes: 'TIME',
    example: '14:30',
    toComplete: 'YYYY-MM-DD HH:MM',
    help: { example: '14:30', says: 'Records when its impact started' },
    readme: 'Records when its impact started.',
  },
  detected: {
    does: 'record-time',
    field: 'firstDetected',
    aliases: [],
    stem: 'detect',
    closesIssue: false,
    takes: 'TIME',
    example: '14:43',
    toComplete: 'YYYY-MM-DD HH:MM',
    help: { example: '14:43', says: 'Records when the incident was first detected' },
    readme: 'Records when it was first detected.',
  },
  declared: {
    does: 'record-time',
    field: 'declared',
    aliases: [],
    stem: null,
    closesIssue: false,
    takes: '[TIME]',
    example: '14:43',
    toComplete: 'YYYY-MM-DD HH:MM',
    help: { example: '', says: 'Records that it was declared an incident, as of now or at a time' },
    readme: 'Records when it was declared an incident.',
  },
  repaired: {
    does: 'record-time',
    field: 'repaired',
    aliases: ['mitigated', 'restored', 'fixed'],
    stem: 'repair',
    closesIssue: false,
    takes: '[TIME] [note]',
    example: '14:43 rolled back',
    toComplete: 'YYYY-MM-DD HH:MM',
    help: {
      example: '',
      says: 'Records that people can work again, as of now. A time and a note may follow: `/repaired 14:43 rolled back`',
    },
    readme:
      'Records that people can work again. A second one wins, and the earlier time goes into the timeline.',
  },
  resolved: {
    does: 'record-time',
    field: 'resolved',
    aliases: ['closed'],
    stem: 'resolve',
    closesIssue: true,
    takes: '[TIME] [note]',
    example: '2024-10-15 11:40',
    toComplete: 'YYYY-MM-DD HH:MM',
    help: { example: '', says: 'Records that it is over, likewise' },
    readme: 'Records that it is over, and closes the issue as completed (`close-on-resolved`).',
  },
  severity: {
    does: 'choose-option',
    field: 'severity',
    aliases: ['sev'],
    stem: 'sever',
    closesIssue: false,
    takes: 'LEVEL',
    example: 'SEV2',
    toComplete: 'LEVEL',
    help: { example: 'SEV2', says: 'Sets the severity to one of the levels of the form' },
    readme: 'Sets the severity to one of the levels of the form, in any case.',
  },
  timeline: {
    does: 'add-timeline-entry',
    field: 'context',
    aliases: [],
    stem: 'timeline',
    closesIssue: false,
    takes: '[TIME] text',
    example: '14:43 Traffic moved to the other region.',
    toComplete: 'YYYY-MM-DD HH:MM what happened',
    help: {
      example: '14:43 Traffic moved',
      says: 'Puts what happened into the timeline, in the order of time',
    },
    readme: 'Puts what happened into Context, in the order of time.',
  },
  action: {
    does: 'add-review-action',
    field: 'reviewActions',
    aliases: [],
    stem: 'action',
    closesIssue: false,
    takes: 'text (@login, due YYYY-MM-DD)',
    example: 'Alert on failed sign-ins (@login, due 2024-11-01)',
    toComplete: 'what should change (@login, due YYYY-MM-DD)',
    help: {
      example: 'Alert on it (@login, due 2024-11-01)',
      says: 'Adds a review action, and makes its issue',
    },
    readme: 'Adds a review action and makes its issue at once. Owner and date may be left out.',
  },
  help: {
    does: 'reply-with-help',
    field: null,
    aliases: [],
    stem: 'help',
    closesIssue: false,
    takes: '',
    example: '',
    toComplete: null,
    help: null,
    readme: 'Answers with this table.',
  },
} as const satisfies Readonly<Record<string, CommandEntry & Effect>>;

export type CommandName = keyof typeof commands;
export type Command = CommandEntry & Effect;

/** In the order in which they are listed. */
export const commandNames = Object.keys(commands) as readonly CommandName[];

/** A command as people type it, with these arguments. */
export function commandText(name: string, args: string): string {
  return `/${name} ${args}`.trimEnd();
}

/** The command that fills in a known field; null where none does. */
export function commandFor(field: FieldKey | null): CommandName | null {
  return commandNames.find((name) => field !== null && commands[name].field === field) ?? null;
}
