/** One `::command key=value::message` that the runner obeys. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/**
 * The workflow commands in what an action printed, read as the runner does (actions/runner, ActionCommand): `::` at the
 * start of a line, spaces aside, or its old form `##[…]` anywhere; between `::stop-commands::TOKEN` and `::TOKEN::` none.
 */
export function readCommands(stdout: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  let resumeAt: string | null = null;
  for (const line of stdout.split(/\r\n|\n|\r/)) {
    const found = readCommand(line);
    if (found === null) continue;
    if (resumeAt === null) commands.push(found);
    if (resumeAt === null && found.command === 'stop-commands') resumeAt = found.message;
    else if (resumeAt === found.command) resumeAt = null;
  }
  return commands;
}

function readCommand(line: string): WorkflowCommand | null {
  const text = line.trimStart();
  if (text.startsWith('::') && text.indexOf('::', 2) > 2) {
    const end = text.indexOf('::', 2);
    return commandOf(text.slice(2, end), ',', text.slice(end + 2));
  }
  const start = line.indexOf('##[');
  const end = line.indexOf(']', start);
  return start < 0 || end < 0 ? null : commandOf(line.slice(start + 3, end), ';', line.slice(end + 1));
}

function commandOf(head: string, separator: string, message: string): WorkflowCommand {
  const [command = '', ...list] = head.split(' ');
  const pairs = list.join(' ').split(separator).filter(Boolean);
  const properties = pairs.map((pair): [string, string] => {
    const [key = '', ...value] = pair.trim().split('=');
    return [key, unescapeProperty(value.join('='))];
  });
  return { command, properties: Object.fromEntries(properties), message: unescapeData(message) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

/**
 * The `name=value` and `name<<DELIMITER` entries of a GITHUB_OUTPUT file; the last of a name wins.
 * Throws where the runner fails the step: a line of neither form, a delimiter that never comes.
 */
export function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r\n|\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const delimiter = line.slice(heredoc + 2);
      const end = lines.indexOf(delimiter, index + 1);
      if (heredoc === 0 || delimiter === '' || end < 0)
        throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
      outputs[line.slice(0, heredoc)] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (equals > 0) outputs[line.slice(0, equals)] = line.slice(equals + 1);
    else throw new Error(`Invalid format '${line}'`);
  }
  return outputs;
}
