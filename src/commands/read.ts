import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { withoutUnseen } from '../incident/unseen.ts';
import { linesOf } from '../markdown/line.ts';
import { isReadable, parseMarkdown } from '../markdown/parse.ts';

export type CommandName =
  | 'started'
  | 'detected'
  | 'declared'
  | 'repaired'
  | 'resolved'
  | 'timeline'
  | 'action'
  | 'help';

/** What people type, and the command that it is. */
const commands: ReadonlyMap<string, CommandName> = new Map([
  ['started', 'started'],
  ['detected', 'detected'],
  ['declared', 'declared'],
  ['repaired', 'repaired'],
  ['mitigated', 'repaired'],
  ['restored', 'repaired'],
  ['fixed', 'repaired'],
  ['resolved', 'resolved'],
  ['closed', 'resolved'],
  ['timeline', 'timeline'],
  ['action', 'action'],
  ['help', 'help'],
]);

/** A command as somebody typed it. */
export interface TypedCommand {
  /** Null where the line only looks like one, `/resolve`, and where nobody can tell. `/fixed` is `repaired`. */
  readonly name: CommandName | null;
  /** What was typed behind the slash, in lower case. */
  readonly typed: string;
  /** What stands behind it on the line, without white space around it. */
  readonly words: string;
  /** Whether the comment is too long or too deep to be read, so that it may stand in code, say. */
  readonly isUnreadable?: true;
}

/** Our own hidden markers begin so; a comment with one is never taken for a person's. */
const ownMarker = /^<!-- incident-log:/m;

/** A line that begins with a slash and a word. */
const commandLine = /^( {0,3})\/([a-z]{2,24})[:,.;!]?(?=[\s(]|$)(.*)$/is;

/** Beginnings of words that somebody surely meant for a command, however they go on. */
const stem = /^(?:detect|repair|resolve|timeline|action|help)/;

/** The command that a word which is none was meant for: within two letters of it, of a short one within one; null for other words. */
export function nearestCommand(typed: string): CommandName | null {
  const near = [...commands.keys()]
    .map((word) => ({ word, distance: distanceBetween(typed, word) }))
    .filter(({ word, distance }) => distance <= (word.length > 4 ? 2 : 1))
    .sort((one, other) => one.distance - other.distance)[0]?.word;
  const begun = stem.exec(typed)?.[0] ?? null;
  const word = near ?? [...commands.keys()].find((each) => begun !== null && each.startsWith(begun));
  return commands.get(word ?? '') ?? null;
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

/**
 * The commands in a comment: lines that begin with one, in a paragraph that stands in nothing else. Lines in code, quotes, lists and
 * HTML are none, and what stands behind a command on its line is no Markdown to the lines below it. Never throws; of a text that is
 * too deep to be read the first is given, as one that cannot be told.
 */
export function readCommands(comment: string): TypedCommand[] {
  if (ownMarker.test(comment)) return [];
  const lines = [...linesOf(comment)].map(({ text }) => text.replace(/^\s*\S*/, withoutUnseen));
  const matches = lines.map(matchCommand);
  if (matches.every((match) => match === null)) return [];
  const structure = matches
    .map((match, index) => (match ? `${match[1]}/${match[2]}` : lines[index]))
    .join('\n');
  if (!isReadable(structure)) {
    const [, , typed = ''] = matches.find((match) => match !== null) ?? [];
    return [{ name: null, typed: typed.toLowerCase(), words: '', isUnreadable: true }];
  }
  const open = paragraphLines(parseMarkdown(structure));
  return matches.flatMap((match, index) => {
    if (match === null || !open.has(index + 1)) return [];
    const typed = (match[2] ?? '').toLowerCase();
    return [{ name: commands.get(typed) ?? null, typed, words: (match[3] ?? '').trim() }];
  });
}

function matchCommand(line: string): RegExpExecArray | null {
  const match = commandLine.exec(line);
  const typed = match?.[2]?.toLowerCase() ?? '';
  return commands.has(typed) || nearestCommand(typed) !== null ? match : null;
}

/** The numbers, from 1, of the lines that begin in a paragraph of the document, and in no code or HTML in it. */
function paragraphLines(tree: Root): Set<number> {
  const open = new Set<number>();
  let depth = 0;
  for (const block of tree.children) {
    if (block.type === 'html') depth = Math.max(depth + openedBy(block.value), 0);
    // A line that begins with a command is no heading but by an underline, such as the dashes of a mail's signature.
    const isText = block.type === 'paragraph' || block.type === 'heading';
    if (!isText || depth > 0 || block.position === undefined) continue;
    for (let line = block.position.start.line; line <= block.position.end.line; line += 1) open.add(line);
    visit(block, ['inlineCode', 'html'], ({ position }) => {
      for (let line = (position?.start.line ?? 0) + 1; line <= (position?.end.line ?? 0); line += 1)
        open.delete(line);
    });
  }
  return open;
}

/** How many more parts that quote, hold code or fold HTML opens than it closes: what stands in them with blank lines around it is a paragraph to Markdown. */
function openedBy(html: string): number {
  let opened = 0;
  for (const [, slash] of html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .matchAll(/<(\/?)(?:details|blockquote|pre|code|table|div)(?![a-z0-9-])/gi)) {
    opened += slash === '' ? 1 : -1;
  }
  return opened;
}
