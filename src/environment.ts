/** The environment variables of a run. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What an input of the action was given, without the white space around it; empty where it was given nothing. */
export function readInput(environment: Environment, name: string): string {
  return (environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}
