import { parse } from 'yaml';
import { type Command, commandNames, commands, commandText } from '../../src/commands/registry.ts';
import { fields, isAddedByTeams } from '../../src/incident/fields.ts';

interface Definition {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The README with its generated tables: inputs and outputs from action.yml, commands from the registry. */
export function withTables(readme: string, actionYml: string): string {
  const { inputs, outputs }: Definition = parse(actionYml);
  const rowsOfInputs = Object.entries(inputs).map(([name, input]) => {
    const value = input.default ?? '';
    return [`\`${name}\``, value === '' ? '' : `\`${value}\``, input.description];
  });
  const rowsOfOutputs = Object.entries(outputs).map(([name, { description }]) => [
    `\`${name}\``,
    description,
  ]);
  const tables = {
    commands: table(['Command', 'What it does'], commandNames.map(commandRow)),
    inputs: table(['Input', 'Default', 'What it is'], rowsOfInputs),
    outputs: table(['Output', 'What it is'], rowsOfOutputs),
  };
  return Object.entries(tables).reduce((text, [name, part]) => replaced(text, name, part), readme);
}

function commandRow(name: (typeof commandNames)[number]): readonly string[] {
  const { takes, readme, aliases, field }: Command = commands[name];
  const needs = isAddedByTeams(field) ? ` The form needs a field with the id \`${fields[field].id}\`.` : '';
  const others = inWords(aliases.map((alias) => `\`/${alias}\``));
  const same = others === '' ? '' : ` ${others} ${aliases.length === 1 ? 'does' : 'do'} the same.`;
  return [`\`${commandText(name, takes)}\``, readme + needs + same];
}

/** `a`, `a and b`, `a, b and c`. */
function inWords(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' and ');
}

function replaced(text: string, name: string, part: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The README lacks ${begin.trim()} or ${end}.`);
  return `${text.slice(0, from + begin.length)}\n${part}\n\n${text.slice(to)}`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
