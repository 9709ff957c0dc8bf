import type { Code, List, ListItem, Paragraph } from 'mdast';
import type { Point, Position } from 'unist';
import { type Line, linesOf } from './line.ts';
import { isReadable } from './parsing-cost.ts';

/** A block of inert Markdown. Its position is always set. */
export type InertBlock = (Paragraph | List | Code) & { position: Position };

/** Longer Markdown may be too much to parse, and is then shown as code, whatever it says. */
const surelyReadable = 1500;

/**
 * The blocks of inert Markdown, which needs no parser: paragraphs, flat lists and code between backticks whose every line means the same to all
 * parsers and is contained as it stands. Null for any other Markdown.
 *
 * They are the blocks of `parseMarkdown`, but that a paragraph holds its words as one text, with the marks of emphasis, code and links in it.
 */
export function inertBlocks(markdown: string): InertBlock[] | null {
  if (markdown.length > surelyReadable && !isReadable(markdown)) return null;
  const blocks: InertBlock[] = [];
  /** What the next line continues. */
  let open: 'nothing' | 'block' | NumberedLine = 'nothing';
  let number = 0;
  for (const each of linesOf(markdown)) {
    number += 1;
    const line: NumberedLine = { ...each, number };
    if (typeof open === 'object') {
      // Within code.
      if (line.text !== backticks) {
        if (/^ *\t|```/.test(line.text)) return null;
        continue;
      }
      const code = codeBetween(open, line, markdown);
      if (code === null) return null;
      blocks.push(code);
      open = 'nothing';
    } else if (line.text === '') {
      open = 'nothing';
    } else if (fenceStart.test(line.text)) {
      open = line;
    } else {
      const isTaken = addLine(blocks, line, open, markdown);
      if (!isTaken) return null;
      open = 'block';
    }
  }
  return typeof open === 'object' ? null : blocks;
}

/** Whether one line of words is inert. It stands at the beginning of a line, or behind other words. */
export function isInertLine(line: string): boolean {
  return inertLine.test(line) && !bareAddress.test(line);
}

/** The words of an inert line, without the marks of code, emphasis and links. */
export function wordsOfInertLine(line: string): string {
  return line.replace(
    inertMarks,
    (_, code = '', words = '', _mark = '', emphasized = '') => code + words + emphasized,
  );
}

interface NumberedLine extends Line {
  /** From 1. */
  readonly number: number;
}

const backticks = '```';
const fenceStart = /^```[A-Za-z0-9_+#.-]*$/;
/** The parser counts the blank behind a task box to the words, unless they begin with text. */
const itemStart = /^([-+*]|\d{1,9}[.)]) (?:\[([ x])\] (?=[\p{L}\p{N}])(?!https?:))?/u;

/** A character that is plain text wherever it stands within a line. */
const plain = String.raw`[^\p{C}[\p{Z}--[ ]]\\\x60*_~\[\]\{\}<\|\^&@:]`;
/** What may stand in front of marks and behind them, so that the former only open and the latter only close. */
const [front, behind] = [String.raw`(?<=^|[ \("])`, String.raw`(?=$|[ .,;\)!?"])`];
const phrase = String.raw`[\p{L}\p{N}]+(?:[ ,.'’\/\-]+[\p{L}\p{N}]+)*`;
const inline = [
  // No address, and no emphasis within a word.
  String.raw`:(?!\/\/)`,
  '(?<=[A-Za-z0-9])_+(?=[A-Za-z0-9])',
  `${front}@(?=[A-Za-z0-9])`,
  '&(?= )',
  // Code, emphasis, a link, and a bare address.
  String.raw`${front}\x60[^\p{C}[\p{Z}--[ ]]\x60]+(?<! )\x60${behind}`,
  String.raw`${front}(?<mark>\*\*?|__?)${phrase}(?::\k<mark>(?=$| )|\k<mark>${behind})`,
  String.raw`${front}\[#?${phrase}\]\(https?:\/\/[A-Za-z0-9_\/:?#@!$&*+,=.~%'\-]+\)${behind}`,
  String.raw`${front}https?:\/\/[a-z0-9\-]+(?:\.[a-z0-9\-]+)+(?:\/(?:[A-Za-z0-9_\/:#=.%+?,\-]*[A-Za-z0-9\/])?)?(?=[.,;:!?"\)]*(?:$| ))`,
];
/** Without what begins a block or underlines a heading, in CommonMark and its common extensions. */
const inertLine = new RegExp(
  String.raw`^(?=[\p{L}\p{N}"'\(\x60*_@\[]|[^\x00-\x7F])(?!\d{1,9}[.\)](?:$| ))${plain}*(?:(?:${inline.join('|')})${plain}*)*(?<! )$`,
  'v',
);
/** Code, the words of a link, and emphasis, as `inline` has them. */
const inertMarks = new RegExp(
  String.raw`\x60([^\x60]+)\x60|\[(#?${phrase})\]\(https?:[^\)]*\)|${front}(\*\*?|__?)(${phrase}:?)\3`,
  'gv',
);
/** What GitHub makes a link of without a scheme. */
const bareAddress = /(?<!\/\/)www\.|mailto:|xmpp:/i;

/** Adds an item or words to the blocks, or to the last of them, which may be open; false where it takes a parser to tell what the line is. */
function addLine(
  blocks: InertBlock[],
  line: NumberedLine,
  open: 'nothing' | 'block',
  markdown: string,
): boolean {
  const [lead = '', marker, box] = itemStart.exec(line.text) ?? [];
  if (!isInertLine(line.text.slice(lead.length))) return false;
  const last = blocks.at(-1);
  const words = paragraphOn(line, lead.length);
  if (marker === undefined) {
    if (open === 'nothing') blocks.push(words);
    // Within a list, the line would continue its last item.
    else if (last?.type === 'paragraph') extend(last, line, markdown);
    else return false;
    return true;
  }
  const item = itemOf(words, line, box);
  if (last?.type === 'list') {
    // With a blank line above, the list would have blank lines between its items.
    const isSame =
      open === 'block' && kindAt(last.position.start.offset ?? 0, markdown) === kindAt(line.start, markdown);
    if (!isSame) return false;
    last.children.push(item);
    last.position.end = item.position.end;
    return true;
  }
  // Another number than 1 would continue the paragraph above (CommonMark 5.2).
  if (open === 'block' && /^\d/.test(marker) && !/^1\D/.test(marker)) return false;
  const ordered = /\d/.test(marker);
  blocks.push({
    type: 'list',
    ordered,
    start: ordered ? Number.parseInt(marker, 10) : null,
    spread: false,
    children: [item],
    position: { ...item.position },
  });
  return true;
}

/** The bullet of the item at an offset, or what stands behind its number. */
function kindAt(offset: number, markdown: string): string | undefined {
  return /[-+*.)]/.exec(markdown.slice(offset, offset + 10))?.[0];
}

function paragraphOn(line: NumberedLine, column: number): InertBlock & Paragraph {
  const position = { start: pointIn(line, column), end: pointIn(line, line.text.length) };
  const text = { type: 'text', value: line.text.slice(column), position: { ...position } } as const;
  return { type: 'paragraph', children: [text], position };
}

function extend(paragraph: InertBlock & Paragraph, line: NumberedLine, markdown: string): void {
  const { start } = paragraph.position;
  const position = { start, end: pointIn(line, line.text.length) };
  paragraph.position = position;
  paragraph.children = [
    { type: 'text', value: markdown.slice(start.offset, position.end.offset), position: { ...position } },
  ];
}

function itemOf(
  words: InertBlock & Paragraph,
  line: NumberedLine,
  box: string | undefined,
): ListItem & { position: Position } {
  const checked = box === undefined ? null : box !== ' ';
  const position = { start: pointIn(line, 0), end: words.position.end };
  return { type: 'listItem', spread: false, checked, children: [words], position };
}

/** Null for code that a serializer might write in another way: without lines, or with blank ones at its ends. */
function codeBetween(fence: NumberedLine, closing: NumberedLine, markdown: string): InertBlock | null {
  const value = markdown.slice(fence.end, closing.start).replace(/\r\n$|[\r\n]$/, '');
  if (!/^[^\n\r]*\S/.test(value) || !/\S[^\n\r]*$/.test(value)) return null;
  return {
    type: 'code',
    lang: fence.text.slice(backticks.length) || null,
    meta: null,
    value,
    position: { start: pointIn(fence, 0), end: pointIn(closing, closing.text.length) },
  };
}

function pointIn({ number, start }: NumberedLine, column: number): Point & { offset: number } {
  return { line: number, column: column + 1, offset: start + column };
}
