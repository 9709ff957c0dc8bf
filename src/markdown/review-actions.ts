import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'unist';
import type { ReviewAction, ReviewActionState } from '../incident/incident.ts';
import { openContainers } from './containers.ts';
import { linkDefinitionEdits } from './definitions.ts';
import { applyEdits, type Edit, sourceOffset } from './edits.ts';
import { lineStart, linesOf } from './line.ts';
import { isReadable, parseMarkdown } from './parse.ts';
import { readSuffixes } from './suffixes.ts';

export interface ReviewActions {
  readonly actions: readonly ReviewAction[];
  /** Markdown of what stands beside the list, or of an answer that is no list; empty where there is nothing of the kind. */
  readonly remark: string;
}

/**
 * Reads the answer to Review actions: each item of a list that stands in nothing else is one action, and the same text twice
 * is two. An answer that begins with `N/A`, holds no list, or is too long or too deep to parse is a remark; so is an item
 * that begins with `N/A`. An item in which nothing can be seen is none.
 *
 * @param issueUrl web address of the incident's issue, which says whose issue `#34` is
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

/** An action, and where its item stands in the answer. */
export interface LocatedAction {
  readonly action: ReviewAction;
  /**
   * The words that state, owner and reference stand at the end of, these included. Null where the item has no words for them to
   * stand behind: it is code, a quote, a heading or a list of its own.
   */
  readonly words: Range | null;
  /** Offset just past the last block of the item that can be seen. */
  readonly end: number;
  /** Columns of indentation of what stands in the item. */
  readonly indent: number;
}

/** The actions that `readReviewActions` finds, in the same order, each with its place. */
export function locateReviewActions(typed: string, issueUrl: string): LocatedAction[] {
  const { items, edits, mark } = readAnswer(typed, issueUrl);
  const offset = (inAnswer: number): number => mark.length + sourceOffset(inAnswer, edits);
  return items.map(({ action, start, words, end }) => ({
    action,
    words: words && { start: offset(words.start), end: offset(words.end) },
    end: offset(end),
    indent: widthAt(offset(start), typed),
  }));
}

/** An item of the list, its offsets those of the answer without byte order mark and link definitions. */
interface Item extends Omit<LocatedAction, 'indent'> {
  readonly start: number;
}

interface AnswerReading {
  readonly items: readonly Item[];
  readonly remark: string;
  /** What was taken off the front of the answer, and then changed in it, to read it. */
  readonly mark: string;
  readonly edits: readonly Edit[];
}

function readAnswer(typed: string, issueUrl: string): AnswerReading {
  // The parser counts offsets from behind it.
  const mark = typed.startsWith('\uFEFF') ? '\uFEFF' : '';
  const markdown = typed.slice(mark.length);
  // A definition that stands beside the list would not go with the item whose link needs it.
  const edits = linkDefinitionEdits(markdown);
  const answer = applyEdits(markdown, edits);
  return { ...readList(answer, issueUrl), mark, edits };
}

function readList(answer: string, issueUrl: string): Pick<AnswerReading, 'items' | 'remark'> {
  const mayBeList = !isNotApplicable(answer.trimStart()) && isReadable(answer);
  const blocks = mayBeList ? parseMarkdown(answer).children : [];
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

/** Null for an item in which nothing can be seen. */
function readItem(item: ListItem, answer: string, issueUrl: string): Item | null {
  const box = boxOf(item, answer);
  const wordsStart = (block: RootContent): number =>
    startOf(block) + (block === item.children[0] ? box.length : 0);
  const blocks = item.children.filter((block) => isSeen(block, wordsStart(block), answer));
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return null;

  const [start, end] = [wordsStart(first), endOfLines(last, answer)];
  // State, owner and reference stand at the end of the item, or before the list that goes into its details.
  const [sentence] = [last, first].filter((block) => block.type === 'paragraph');
  const from = sentence === undefined ? end : wordsStart(firstOfParagraphs(blocks, sentence));
  const to = sentence === undefined ? end : endOfWords(sentence, answer);
  const { text, suffixes } = readWords(answer.slice(from, to), from > start ? 'blocks' : 'nothing', issueUrl);
  const below = sentence === undefined ? '' : answer.slice(endOf(sentence), end);
  const whole = `${answer.slice(start, from)}${text}${below}`.trimEnd();
  return {
    action: {
      ...suffixes,
      text: unindented(whole, widthAt(startOf(item), answer)),
      state: suffixes.state ?? boxState(item, box),
    },
    start: startOf(item),
    words: sentence === undefined ? null : { start: from, end: to },
    end,
  };
}

/** The first of the paragraphs that lead up to one, with nothing else between them. */
function firstOfParagraphs(blocks: readonly RootContent[], last: RootContent): RootContent {
  const index = blocks.indexOf(last);
  const other = blocks.slice(0, index).findLastIndex((block) => block.type !== 'paragraph');
  return blocks[other + 1] ?? last;
}

/** Words without their suffixes, which are looked for in these words alone, and not in the `blocks` above them. */
function readWords(
  words: string,
  above: 'blocks' | 'nothing',
  issueUrl: string,
): ReturnType<typeof readSuffixes> {
  // Words that are nothing but suffixes are suffixes of what stands above.
  const standIn = above === 'blocks' ? 'x ' : '';
  const typed = standIn + words.trim();
  const { text, suffixes } = readSuffixes(typed, issueUrl);
  // A colon leads up to an address. In front of a reference in parentheses it leads up to a list below.
  const colon = typed.startsWith(text) ? (/^\s*:(?=\s*\()/.exec(typed.slice(text.length))?.[0] ?? '') : '';
  return { text: (text + colon).slice(standIn.length), suffixes };
}

/** The task box that an item begins with, with the white space behind it; '' where the parser has taken it, or there is none. */
function boxOf({ children: [first] }: ListItem, answer: string): string {
  if (first?.type !== 'paragraph') return '';
  return /^\[[ xX]?\](?:\s+|$)/.exec(answer.slice(startOf(first), endOf(first)))?.[0] ?? '';
}

/** Whether anything of a block can be seen: comments cannot. */
function isSeen(block: RootContent, wordsStart: number, answer: string): boolean {
  if (block.type === 'html') return block.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() !== '';
  return block.type !== 'paragraph' || endOfWords(block, answer) > wordsStart;
}

/** Where the last line of a block ends that is not blank: to the parser, a block that is left open ends later. */
function endOfLines(block: RootContent, answer: string): number {
  const source = answer.slice(startOf(block), endOf(block));
  const length = source.trimEnd().length;
  const lineEnding = source.slice(length).search(/[\r\n]/);
  return startOf(block) + (lineEnding < 0 ? source.length : length + lineEnding);
}

/** Where the words of a paragraph end: comments behind them are left out, for nobody sees them. */
function endOfWords(paragraph: Paragraph, answer: string): number {
  const start = startOf(paragraph);
  const last = paragraph.children.findLast((child) => !isUnseen(child));
  return last === undefined ? start : start + answer.slice(start, endOf(last)).trimEnd().length;
}

function isUnseen(node: PhrasingContent): boolean {
  return node.type === 'html'
    ? node.value.startsWith('<!--')
    : node.type === 'text' && node.value.trim() === '';
}

/** The state that a task box stands for. `[]` is none to GitHub, but a person who types it means an open one. */
function boxState(item: ListItem, box: string): ReviewActionState | null {
  if (item.checked === true) return 'DONE';
  return item.checked === false || box !== '' ? 'TODO' : null;
}

/** The text of an item as it reads on its own: the lines after the first without the item's indentation. */
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

/** Columns of indentation that the lines of the item have which begins at an offset. */
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
