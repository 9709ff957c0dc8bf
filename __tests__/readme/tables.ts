import { parse } from 'yaml';

interface Definition {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** The README with the tables of inputs and outputs as action.yml has them. */
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
  const withInputs = replaced(readme, 'inputs', table(['Input', 'Default', 'What it is'], rowsOfInputs));
  return replaced(withInputs, 'outputs', table(['Output', 'What it is'], rowsOfOutputs));
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
