import { fields } from '../incident/fields.ts';
import type { Problem } from '../incident/incident.ts';
import { withoutInvisible } from '../incident/invisible.ts';
import { cleanLine } from '../markdown/escape.ts';
import type { FormField, Template } from './template.ts';

/** The answer to a known field, empty where there is none; `field` is null where the form has no field of that id. */
export interface FieldAnswer {
  readonly field: FormField | null;
  readonly text: string;
}

/** The levels of severity that a form offers, the worst first; empty where they are typed freely. */
export function severityLevels({ fields: all }: Template): readonly string[] {
  return all.find(({ id }) => id === fields.severity.id)?.options ?? [];
}

/**
 * The level that an answer names, as the form spells it; null where none is stated. One that the form does not have is a level all the
 * same, with a problem, for the form may have had it.
 */
export function readSeverity({ field, text }: FieldAnswer): {
  readonly level: string | null;
  readonly problems: readonly Problem[];
} {
  const typed = visibleLine(text);
  if (field === null || typed === '') return { level: null, problems: [] };
  const { options = [] } = field;
  const level = optionNamed(typed, options);
  if (level !== null || options.length === 0) return { level: level ?? typed, problems: [] };
  const message = `“${shortened(typed)}” under ${field.label} is no level of the form: write one of ${options.map((option) => `“${shortened(option)}”`).join(', ')} there.`;
  return {
    level: typed,
    problems: [{ rule: 'severity-unknown', severity: 'warning', field: field.id, message }],
  };
}

/** The option that somebody means, in any case: by its whole text, or by its first words if no other begins so. Null for none. */
export function optionNamed(typed: string, options: readonly string[]): string | null {
  const wanted = folded(typed);
  const same = options.find((option) => folded(option) === wanted);
  if (same !== undefined) return same;
  const begun = options.filter((option) => beginsWithWords(folded(option), wanted));
  const [only, ...others] = begun;
  return only !== undefined && others.length === 0 ? only : null;
}

/** The services that an answer names, each once: a list with commas, what a dropdown has of several, or the boxes that are ticked. */
export function readServices({ field, text }: FieldAnswer): string[] {
  if (field === null || text === '') return [];
  const names = field.kind === 'checkboxes' ? tickedBoxes(text) : separated(text, field.options ?? []);
  const byName = new Map<string, string>();
  for (const name of names) if (name !== '' && !byName.has(folded(name))) byName.set(folded(name), name);
  return [...byName.values()];
}

function tickedBoxes(text: string): string[] {
  return [...text.matchAll(/^[ \t]*[-*+] \[[xX]\][ \t]+(.*)$/gm)].map(([, name = '']) => visibleLine(name));
}

/** An option of a dropdown may hold a comma itself. */
function separated(text: string, options: readonly string[]): string[] {
  const parts = text.split(/[,;\r\n]/).map((part) => visibleLine(part.replace(/^[ \t]*[-*+][ \t]+/, '')));
  const most = Math.max(1, ...options.map((option) => option.split(',').length));
  const names: string[] = [];
  for (let start = 0; start < parts.length; ) {
    const length = longestOption(parts.slice(start, start + most), options);
    names.push(optionNamed(parts.slice(start, start + length).join(', '), options) ?? parts[start] ?? '');
    start += length;
  }
  return names;
}

/** How many of these parts, from the first one on, are one option; 1 where none is. */
function longestOption(parts: readonly string[], options: readonly string[]): number {
  for (let length = parts.length; length > 1; length -= 1) {
    const joined = folded(parts.slice(0, length).join(', '));
    if (options.some((option) => folded(option) === joined)) return length;
  }
  return 1;
}

/** Text that is pasted often has invisible characters around it. */
function visibleLine(text: string): string {
  return cleanLine(withoutInvisible(text));
}

function folded(text: string): string {
  return visibleLine(text).toLowerCase();
}

function beginsWithWords(text: string, beginning: string): boolean {
  return (
    beginning !== '' && text.startsWith(beginning) && !/^[\p{L}\p{N}]/u.test(text.slice(beginning.length))
  );
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
