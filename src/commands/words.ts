import { type CommandName, commandNames, commands } from './registry.ts';

/** What people type, and the command that it is. */
const byWord: ReadonlyMap<string, CommandName> = new Map(
  commandNames.flatMap((name) => [name, ...commands[name].aliases].map((word) => [word, name] as const)),
);

/** The command that a word is, in lower case; null for a word that is none. */
export function commandOf(word: string): CommandName | null {
  return byWord.get(word) ?? null;
}

/** The command that a mistyped word was meant for: at most two letters away, one for a short word; null for other words. */
export function nearestCommand(typed: string): CommandName | null {
  const near = [...byWord]
    .map(([word, name]) => ({ word, name, distance: distanceBetween(typed, word) }))
    .filter(({ word, distance }) => distance <= (word.length > 4 ? 2 : 1))
    .sort((one, other) => one.distance - other.distance)[0];
  if (near !== undefined) return near.name;
  const isBegun = (name: CommandName) => {
    const { stem } = commands[name];
    return stem !== null && typed.startsWith(stem);
  };
  return commandNames.find(isBegun) ?? null;
}

/** Letters to be added, left out or changed to make one word of the other (Levenshtein's distance). */
function distanceBetween(one: string, other: string): number {
  let above = [...other, ''].map((_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (const [column, wanted] of [...other].entries()) {
      const [left = 0, up = 0, corner = 0] = [line[column], above[column + 1], above[column]];
      line.push(Math.min(left + 1, up + 1, corner + (letter === wanted ? 0 : 1)));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
