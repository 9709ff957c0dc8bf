// Everything that a command prints goes through here, so that no word of an issue or a log is a command to the Actions runner.
import { fstatSync } from 'node:fs';
import { jsonWithoutCommands, withoutCommands } from '../workflow-commands.ts';

/** Prints lines for people to read. */
export function print(text: string): void {
  process.stdout.write(withoutCommands(text));
}

/** Prints lines for people to read on standard error. */
export function printError(text: string): void {
  process.stderr.write(withoutCommands(text));
}

/**
 * Prints a text that is to be kept to the byte. Only a runner that reads it gets it with its commands made harmless: what goes
 * into a file is never read as commands.
 */
export function printToKeep(text: string): void {
  const isReadByRunner = process.env.GITHUB_ACTIONS === 'true' && !fstatSync(process.stdout.fd).isFile();
  process.stdout.write(isReadByRunner ? withoutCommands(text) : text);
}

/** Prints a value as JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(jsonWithoutCommands(value));
}

/** Prints workflow commands that `annotationCommand` has made. */
export function printCommands(commands: string): void {
  process.stdout.write(commands);
}
