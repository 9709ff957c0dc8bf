import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { withoutUnseen } from '../incident/unseen.ts';
import { type BlockLine, blockLines } from '../markdown/blocks.ts';
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
 * HTML are none, and what stands behind a command on its line is no Markdown to the lines below it. Never throws; where the
 * paragraphs are too much to be parsed the first command is given, as one that cannot be told.
 */
export function readCommands(comment: string): TypedCommand[] {
  if (ownMarker.test(comment)) return [];
  const lines = [...linesOf(comment)].map(({ text }) => text.replace(/^\s*\S*/, withoutUnseen));
  const matches = lines.map(matchCommand);
  if (matches.every((match) => match === null)) return [];
  const structure = matches
    .map((match, index) => (match ? `${match[1]}/${match[2]}` : lines[index]))
    .join('\n');
  const paragraphs = openParagraphs(structure);
  const typed = paragraphs.map(({ line }) => matches[line - 1] ?? null);
  const [first] = typed.filter((match) => match !== null);
  if (first === undefined) return [];
  const markdown = paragraphs.map(({ text }) => text).join('\n');
  if (!isReadable(markdown)) return [{ ...commandOf(first), name: null, words: '', isUnreadable: true }];
  const seen = paragraphLines(parseMarkdown(markdown));
  return typed.flatMap((match, index) => (match !== null && seen.has(index + 1) ? commandOf(match) : []));
}

function commandOf([, , word = '', words = '']: RegExpExecArray): TypedCommand {
  const typed = word.toLowerCase();
  return { name: commands.get(typed) ?? null, typed, words: words.trim() };
}

function matchCommand(line: string): RegExpExecArray | null {
  const match = commandLine.exec(line);
  const typed = match?.[2]?.toLowerCase() ?? '';
  return commands.has(typed) || nearestCommand(typed) !== null ? match : null;
}

/**
 * The lines of paragraphs and underlined headings that stand in nothing else, an HTML element that quotes, folds or holds code
 * included. A line 0 without text stands for all that is between two of them.
 */
function openParagraphs(source: string): Pick<BlockLine, 'text' | 'line'>[] {
  const open: Pick<BlockLine, 'text' | 'line'>[] = [];
  let [html, nested]: [string, number] = ['', 0];
  for (const { text, line, depth, block } of blockLines(source)) {
    if (depth === 0 && block.kind === 'html') html += `${text}\n`;
    else if (depth === 0 && html !== '') [html, nested] = ['', Math.max(nested + openedBy(html), 0)];
    // The last line of a paragraph may turn out to be the head of a table.
    if (block.kind === 'table' && open.at(-1)?.line === block.line) open.pop();
    // A line that begins with a command is no heading but by an underline, such as the dashes of a mail's signature.
    const isOpen = depth === 0 && nested === 0 && (block.kind === 'paragraph' || block.kind === 'heading');
    if (isOpen) open.push({ text, line });
    else if (open.length > 0 && open.at(-1)?.text !== '') open.push({ text: '', line: 0 });
  }
  return open;
}

/** The numbers, from 1, of the lines that begin in a paragraph or heading, and not in a code span or HTML that began above them. */
function paragraphLines(tree: Root): Set<number> {
  const lines = new Set<number>();
  for (const block of tree.children) {
    if ((block.type !== 'paragraph' && block.type !== 'heading') || block.position === undefined) continue;
    for (let line = block.position.start.line; line <= block.position.end.line; line += 1) lines.add(line);
    visit(block, ['inlineCode', 'html'], ({ position }) => {
      for (let line = (position?.start.line ?? 0) + 1; line <= (position?.end.line ?? 0); line += 1)
        lines.delete(line);
    });
  }
  return lines;
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
