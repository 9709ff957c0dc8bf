import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { withoutInvisible } from '../incident/invisible.ts';
import { linesOf } from '../markdown/line.ts';
import { isReadable, parseMarkdown } from '../markdown/parse.ts';
import type { CommandName } from './registry.ts';
import { commandLine } from './syntax.ts';
import { commandOf, nearestCommand } from './words.ts';

/** A command as somebody typed it. */
export interface TypedCommand {
  /** Null for a misspelt command such as `/resolve`, and in an unreadable comment. `/fixed` is `repaired`. */
  readonly name: CommandName | null;
  /** What was typed behind the slash, in lower case. */
  readonly typed: string;
  /** What stands behind it on the line, without white space around it. */
  readonly words: string;
  /** Whether the comment is too long or nested too deeply to be parsed. Then the command may stand in code, say. */
  readonly isUnreadable?: true;
}

/** Comments that this program writes have such a line, so a comment with one is never taken for a person's. */
const markerLine = /^<!-- incident-log:/m;

/**
 * The commands in a comment: lines that begin with one, in a paragraph at the top level. Lines in code, quotes, lists and HTML don't
 * count. Markdown behind a command, on its line, has no effect on the lines below. Of an unreadable comment only the first command is
 * returned, marked as such. Never throws.
 */
export function readCommands(comment: string): TypedCommand[] {
  if (markerLine.test(comment)) return [];
  const lines = [...linesOf(comment)].map(({ text }) => text.replace(/^\s*\S*/, withoutInvisible));
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
    return [{ name: commandOf(typed), typed, words: (match[3] ?? '').trim() }];
  });
}

function matchCommand(line: string): RegExpExecArray | null {
  const match = commandLine.exec(line);
  const typed = match?.[2]?.toLowerCase() ?? '';
  return commandOf(typed) !== null || nearestCommand(typed) !== null ? match : null;
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

/**
 * How many more elements that quote, fold or hold code this HTML opens than it closes. Markdown takes text in them for a paragraph where
 * blank lines stand around it.
 */
function openedBy(html: string): number {
  let opened = 0;
  for (const [, slash] of html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .matchAll(/<(\/?)(?:details|blockquote|pre|code|table|div)(?![a-z0-9-])/gi)) {
    opened += slash === '' ? 1 : -1;
  }
  return opened;
}
