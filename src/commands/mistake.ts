import type { CommandName } from './read.ts';
import type { TimeMistake } from './time.ts';

export interface Mistake {
  readonly kind: 'mistake';
  /** One sentence, plain text; words of the comment stand in “curly quotes”. */
  readonly message: string;
  /** What to type instead, one or the other. */
  readonly examples: readonly string[];
}

const examples: Readonly<Record<CommandName, string>> = {
  started: '/started 14:30',
  detected: '/detected 14:43',
  declared: '/declared 14:43',
  repaired: '/repaired 14:43 rolled back',
  resolved: '/resolved 2024-10-15 11:40',
  timeline: '/timeline 14:43 Traffic moved to the other region.',
  action: '/action Alert on failed sign-ins (@login, due 2024-11-01)',
  help: '/help',
};

export function mistake(name: CommandName, message: string): Mistake {
  return { kind: 'mistake', message, examples: [examples[name]] };
}

/** With what was typed, corrected, where that is possible. */
export function timeMistake(name: CommandName, typed: string, { message, tries }: TimeMistake): Mistake {
  return tries.length === 0
    ? mistake(name, message)
    : { kind: 'mistake', message, examples: tries.map((words) => `/${typed} ${words}`) };
}

export function withoutField(name: CommandName, id: string): Mistake {
  return mistake(name, `The issue form has no field with the id ${id}, so there is no place for it.`);
}

export function withoutRoom(name: CommandName): Mistake {
  return mistake(
    name,
    'It has no place in the text of the issue: that is as long as GitHub takes, or what stands there cannot be told apart; close what is left open in it, or edit it by hand.',
  );
}
