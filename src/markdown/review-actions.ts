import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'unist';
import type { ReviewAction, ReviewActionState } from '../incident/incident.ts';
import { readDetails } from './action-details.ts';
import { openContainers } from './containers.ts';
import { applyEdits, type Edit, sourceOffset } from './edits.ts';
import { lineStart, linesOf } from './line.ts';
import { linkDefinitionEdits } from './links.ts';
import { readBlocks } from './parse.ts';

export interface ReviewActions {
  readonly actions: readonly ReviewAction[];
  /** Markdown outside the list, or the whole answer if it has no list; empty where there is none. */
  readonly remark: string;
}

/**
 * Reads the answer to Review actions: each item of a top-level list is one action, and the same text twice makes two. An answer that begins
 * with `N/A`, has no list, or is not `isReadable` is a remark, and so is an item that begins with `N/A`. Items that show nothing are ignored.
 *
 * @param issueUrl web address of the incident's issue: `#34` is an issue of its repository
 */
export function readReviewActions(typed: string, issueUrl: string): ReviewActions {
  const { items, remark } = readAnswer(typed, issueUrl);
  return { actions: items.map(({ action }) => action), remark };
}

/** Offsets in an answer as typed. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** An action, and the place of its item in the answer. */
export interface LocatedAction {
  readonly action: ReviewAction;
  /**
   * The paragraph that ends in the action's details (state, owner, due date, issue), details included. Null where the item has no paragraph
   * that could: it is code, a quote, a heading or a list of its own.
   */
  readonly textSpan: Range | null;
  /** Offset just past the last visible block of the item. */
  readonly end: number;
  /** Columns by which the lines within the item are indented. */
  readonly indent: number;
}

/** The actions of `readReviewActions`, in the same order, each with its place in the answer. */
export function locateReviewActions(typed: string, issueUrl: string): LocatedAction[] {
  const { items, edits, mark } = readAnswer(typed, issueUrl);
  const offset = (inAnswer: number): number => mark.length + sourceOffset(inAnswer, edits);
  return items.map(({ action, start, textSpan, end }) => ({
    action,
    textSpan: textSpan && { start: offset(textSpan.start), end: offset(textSpan.end) },
    end: offset(end),
    indent: widthAt(offset(start), typed),
  }));
}

/** An item of the list. Its offsets are those in the answer without byte order mark and link definitions. */
interface Item extends Omit<LocatedAction, 'indent'> {
  readonly start: number;
}

interface AnswerReading {
  readonly items: readonly Item[];
  readonly remark: string;
  /** The byte order mark that the answer begins with, or ''. */
  readonly mark: string;
  /** The edits to the answer, behind the mark, that made it the text that was read. */
  readonly edits: readonly Edit[];
}

function readAnswer(typed: string, issueUrl: string): AnswerReading {
  // The parser counts offsets from behind a byte order mark.
  const mark = typed.startsWith('\uFEFF') ? '\uFEFF' : '';
  const markdown = typed.slice(mark.length);
  // An item is shown without the rest of the answer, so its links must not need a definition there.
  const edits = linkDefinitionEdits(markdown);
  const answer = applyEdits(markdown, edits);
  return { ...readList(answer, issueUrl), mark, edits };
}

function readList(answer: string, issueUrl: string): Pick<AnswerReading, 'items' | 'remark'> {
  const blocks = isNotApplicable(answer.trimStart()) ? [] : readBlocks(answer);
  if (!blocks.some((block) => block.type === 'list')) return { items: [], remark: answer };
  const items: Item[] = [];
  const remarks: string[] = [];
  for (const block of blocks) {
    if (block.type === 'list') {
      const read = block.children.flatMap((item) => readItem(item, answer, issueUrl) ?? []);
      items.push(...read.filter(({ action }) => !isNotApplicable(action.text)));
      remarks.push(...read.map(({ action }) => action.text).filter(isNotApplicable));
    } else {
      remarks.push(answer.slice(startOf(block), endOf(block)));
    }
  }
  return { items, remark: remarks.join('\n\n') };
}

/** Null for an item that shows nothing. */
function readItem(item: ListItem, answer: string, issueUrl: string): Item | null {
  const box = boxOf(item, answer);
  const textStart = (block: RootContent): number =>
    startOf(block) + (block === item.children[0] ? box.length : 0);
  const blocks = item.children.filter((block) => isVisible(block, textStart(block), answer));
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return null;

  const [start, end] = [textStart(first), endOfLines(last, answer)];
  // Details stand at the end of the item, or of its first paragraph if a list or another block ends the item.
  const [sentence] = [last, first].filter((block) => block.type === 'paragraph');
  const from = sentence === undefined ? end : textStart(firstOfParagraphs(blocks, sentence));
  const to = sentence === undefined ? end : endOfText(sentence, answer);
  const { text, details } = readTyped(answer.slice(from, to), from > start ? 'blocks' : 'nothing', issueUrl);
  const below = sentence === undefined ? '' : answer.slice(endOf(sentence), end);
  const whole = `${answer.slice(start, from)}${text}${below}`.trimEnd();
  return {
    action: {
      ...details,
      text: unindented(whole, widthAt(startOf(item), answer)),
      state: details.state ?? boxState(item, box),
    },
    start: startOf(item),
    textSpan: sentence === undefined ? null : { start: from, end: to },
    end,
  };
}

/** The first of the paragraphs that stand one below the other down to `last`. */
function firstOfParagraphs(blocks: readonly RootContent[], last: RootContent): RootContent {
  const index = blocks.indexOf(last);
  const other = blocks.slice(0, index).findLastIndex((block) => block.type !== 'paragraph');
  return blocks[other + 1] ?? last;
}

/** Splits words into text and details. With `blocks` above them in the item, all of the words may be details. */
function readTyped(
  source: string,
  above: 'blocks' | 'nothing',
  issueUrl: string,
): ReturnType<typeof readDetails> {
  // `readDetails` takes no details from a text that would be left empty; this word stands for the blocks above.
  const wordAbove = above === 'blocks' ? 'x ' : '';
  const typed = wordAbove + source.trim();
  const { text, details } = readDetails(typed, issueUrl);
  // `readDetails` drops a colon in front of a reference. In front of one in parentheses it announces a list below, and stays.
  const colon = typed.startsWith(text) ? (/^\s*:(?=\s*\()/.exec(typed.slice(text.length))?.[0] ?? '') : '';
  return { text: (text + colon).slice(wordAbove.length), details };
}

/** The task box that an item begins with, with the white space behind it; '' if there is none or the parser has read it already. */
function boxOf({ children: [first] }: ListItem, answer: string): string {
  if (first?.type !== 'paragraph') return '';
  return /^\[[ xX]?\](?:\s+|$)/.exec(answer.slice(startOf(first), endOf(first)))?.[0] ?? '';
}

/** Whether a block shows anything. Comments don't. */
function isVisible(block: RootContent, textStart: number, answer: string): boolean {
  if (block.type === 'html') return block.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() !== '';
  return block.type !== 'paragraph' || endOfText(block, answer) > textStart;
}

/** The end of a block's last line that is not blank. To the parser, an unclosed fence also contains the blank lines below. */
function endOfLines(block: RootContent, answer: string): number {
  const source = answer.slice(startOf(block), endOf(block));
  const length = source.trimEnd().length;
  const lineEnding = source.slice(length).search(/[\r\n]/);
  return startOf(block) + (lineEnding < 0 ? source.length : length + lineEnding);
}

/** Offset at which the words of a paragraph end, without comments behind them. */
function endOfText(paragraph: Paragraph, answer: string): number {
  const start = startOf(paragraph);
  const last = paragraph.children.findLast((child) => !isInvisible(child));
  return last === undefined ? start : start + answer.slice(start, endOf(last)).trimEnd().length;
}

function isInvisible(node: PhrasingContent): boolean {
  return node.type === 'html'
    ? node.value.startsWith('<!--')
    : node.type === 'text' && node.value.trim() === '';
}

/** The state of a task box. GitHub reads `[]` as text, but a person who types it means an open box. */
function boxState(item: ListItem, box: string): ReviewActionState | null {
  if (item.checked === true) return 'DONE';
  return item.checked === false || box !== '' ? 'TODO' : null;
}

/** The text of an item, its lines after the first without the item's indentation. */
function unindented(text: string, columns: number): string {
  const lines = [...linesOf(text)];
  return lines
    .map((line, index) => {
      const { content, contentColumn } = lineStart(line.text);
      const indent = ' '.repeat(Math.max(contentColumn - columns, 0));
      return index === 0
        ? text.slice(line.start, line.end)
        : indent + text.slice(line.start + content, line.end);
    })
    .join('');
}

/** Columns by which the lines of the item that begins at an offset are indented. */
function widthAt(start: number, answer: string): number {
  const indent = / *$/.exec(answer.slice(Math.max(start - 10, 0), start))?.[0] ?? '';
  const line = /^[^\r\n]*/.exec(answer.slice(start))?.[0] ?? '';
  const cursor = lineStart(indent + line);
  const [container] = openContainers({ containers: [], cursor }, 'nothing').containers;
  return container?.kind === 'item' ? container.width : indent.length;
}

function isNotApplicable(text: string): boolean {
  return /^N\/A(?!\w)/i.test(text);
}

function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Node): number {
  return node.position?.end.offset ?? 0;
}
