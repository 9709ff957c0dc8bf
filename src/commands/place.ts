import type { Template } from '../form/template.ts';
import type { Mistake } from './mistake.ts';

/** What a command is carried out on, and how it is to be read. */
export interface Place {
  readonly template: Template;
  /** IANA name. */
  readonly timezone: string;
  /** Web address of the incident issue. */
  readonly url: string;
}

/** What came of a command: the incident's body with what it asks for, or what is wrong with it. */
export type CommandResult =
  | { readonly kind: 'done'; readonly body: string; readonly added?: string }
  | Mistake;
