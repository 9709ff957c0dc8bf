import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { withoutInvisible } from '../incident/invisible.ts';
import { type BlockLine, blockLines } from '../markdown/blocks.ts';
import { linesOf } from '../markdown/line.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { isReadable } from '../markdown/parsing-cost.ts';
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
  readonly argument: string;
  /** Whether the comment is too long or nested too deeply to be parsed. Then the command may stand in code, say. */
  readonly isUnreadable?: true;
}

/** Comments that this program writes have such a line, so a comment with one is never taken for a person's. */
const markerLine = /^<!-- incident-log:/m;

/**
 * The commands in a comment: lines that begin with one, in a paragraph at the top level. Lines in code, quotes, lists and HTML don't
 * count. Markdown behind a command, on its line, has no effect on the lines below. Where the paragraphs are too long or too dense to be
 * parsed, only the first command is returned, marked as unreadable. Never throws.
 */
export function readCommands(comment: string): TypedCommand[] {
  if (markerLine.test(comment)) return [];
  const lines = [...linesOf(comment)].map(({ text }) => text.replace(/^\s*\S*/, withoutInvisible));
  const matches = lines.map(matchCommand);
  if (matches.every((match) => match === null)) return [];
  const structure = matches
    .map((match, index) => (match ? `${match[1]}/${match[2]}` : lines[index]))
    .join('\n');
  const paragraphs = topLevelParagraphs(structure);
  const typed = paragraphs.map(({ line }) => matches[line - 1] ?? null);
  const [first] = typed.filter((match) => match !== null);
  if (first === undefined) return [];
  const markdown = paragraphs.map(({ text }) => text).join('\n');
  if (!isReadable(markdown))
    return [{ ...typedCommand(first), name: null, argument: '', isUnreadable: true }];
  const textLines = textLinesOf(parseMarkdown(markdown));
  return typed.flatMap((match, index) =>
    match !== null && textLines.has(index + 1) ? typedCommand(match) : [],
  );
}

function typedCommand([, , word = '', argument = '']: RegExpExecArray): TypedCommand {
  const typed = word.toLowerCase();
  return { name: commandOf(typed), typed, argument: argument.trim() };
}

function matchCommand(line: string): RegExpExecArray | null {
  const match = commandLine.exec(line);
  const typed = match?.[2]?.toLowerCase() ?? '';
  return commandOf(typed) !== null || nearestCommand(typed) !== null ? match : null;
}

/**
 * The lines of the comment's own paragraphs and underlined headings: of none in a list, a quote, or an HTML element that quotes, folds
 * or holds code. One line 0 without text stands between paragraphs that do not touch.
 */
function topLevelParagraphs(source: string): Pick<BlockLine, 'text' | 'line'>[] {
  const found: Pick<BlockLine, 'text' | 'line'>[] = [];
  let html = '';
  let openElements = 0;
  for (const { text, line, depth, block } of blockLines(source)) {
    if (depth === 0 && block.kind === 'html') html += `${text}\n`;
    else if (depth === 0 && html !== '') {
      openElements = Math.max(openElements + openedBy(html), 0);
      html = '';
    }
    // The last line of a paragraph may turn out to be the head of a table.
    if (block.kind === 'table' && found.at(-1)?.line === block.line) found.pop();
    // A line with a command can be part of a heading only by an underline, such as the dashes of an e-mail signature.
    const isWords = block.kind === 'paragraph' || block.kind === 'heading';
    if (isWords && depth === 0 && openElements === 0) found.push({ text, line });
    else if (found.length > 0 && found.at(-1)?.line !== 0) found.push({ text: '', line: 0 });
  }
  return found;
}

/** The numbers, from 1, of the lines of paragraphs and headings that do not begin inside a code span or a piece of HTML. */
function textLinesOf(tree: Root): Set<number> {
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
