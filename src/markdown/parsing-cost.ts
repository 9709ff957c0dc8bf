import { blockLines } from './blocks.ts';
import { mostContainers } from './containers.ts';

/**
 * The microseconds that micromark needs for the parts of a text, by measurement. Some costs grow with the square of a count: `blockAbove`
 * is what each block costs for every block above it, and so on.
 */
const costs = {
  line: 40,
  /** A line of code in a fence. */
  codeLine: 20,
  item: 60,
  quote: 20,
  columnOfIndentation: 10,
  word: 3,
  /** A run of punctuation. */
  punctuation: 3,
  /** A cell of a table, or a heading. */
  cell: 20,
  /** A character that may begin an image, an entity or an escape. */
  sign: 6,
  /** What begins a web address, or the `@` of an e-mail address. */
  address: 25,
  /** A backtick, or an underscore within a word. */
  tick: 12,
  /** A character that may begin or end emphasis, a link or a tag. */
  mark: 15,
  blockAbove: 0.3,
  /** A line that continues an item's paragraph without the item's indentation, for every such line above it. */
  lazyLineAbove: 0.3,
  /** A `]`, for every one above it in the paragraph. */
  bracketAbove: 0.12,
  /** A character of a paragraph, for each code span, tag or link whose end micromark may search the paragraph for in vain. */
  searched: 0.06,
};

/**
 * The longest text that is parsed is GitHub's limit for the body of an issue. The cost is in microseconds: parsing such a text and using
 * the tree then takes at most 0.2 s per 100 kB.
 */
const limits = { characters: 65_536, cost: 110_000 };

/** Whether text can be parsed quickly and without running out of stack. Linear in its length. */
export function isReadable(text: string): boolean {
  return text.length <= limits.characters && parsingCost(text) <= limits.cost;
}

/**
 * The estimated microseconds that micromark takes to parse a text; infinite for one that may make it run out of stack. Linear in the
 * length of the text.
 */
function parsingCost(text: string): number {
  let [cost, blocks, lazyLines, quotesAbove, isBlankAbove] = [0, 0, 0, 0, true];
  let paragraph = emptyParagraph();
  for (const { text: line, depth, block } of blockLines(text)) {
    const { quotes, others } = countContainers(line);
    if (quotes + others > mostContainers) return Infinity;
    const isCode = depth === 0 && block.kind === 'fence' && block.part === 'content';
    cost += isCode ? costs.codeLine : costs.line;
    if (isCode) continue;

    const isBlank = line.trim() === '';
    const isPlain = !isBlank && quotes + others === 0;
    if (isBlank || beginsItem.test(line)) {
      cost += searchCost(paragraph);
      paragraph = emptyParagraph();
    }
    lazyLines = isBlank ? 0 : isPlain && lazyLines > 0 ? lazyLines + 1 : isPlain ? 0 : 1;
    const beginsBlock = (isPlain && isBlankAbove) || underline.test(line);
    // Only the first line of a quote begins one.
    const newBlocks = others + Math.max(quotes - quotesAbove, 0) + (beginsBlock ? 1 : 0);
    blocks += newBlocks;
    cost += newBlocks * blocks * costs.blockAbove + lazyLines * costs.lazyLineAbove;
    cost += others * costs.item + quotes * costs.quote + indentOf(line) * costs.columnOfIndentation;
    if (!isBlank) cost += costOfWords(line, paragraph);
    [quotesAbove, isBlankAbove] = [quotes, isBlank];
  }
  return cost + searchCost(paragraph);
}

/** The beginning of an item that can interrupt a paragraph. */
const beginsItem = /^ {0,3}(?:[-+*]|1[.)])[ \t]+\S/;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;
/** The beginning of a link or tag that does not end on the same line. */
const unclosed = /\]\((?![^\s()]*\))|<(?=[A-Za-z!?])(?![^<>"']*>)/g;

/** Counts for the lines since the last blank line. */
interface Paragraph {
  characters: number;
  brackets: number;
  unclosed: number;
  /** Lengths of the runs of backticks. The last run of each length may lack a partner. */
  readonly ticks: Set<number>;
}

function emptyParagraph(): Paragraph {
  return { characters: 0, brackets: 0, unclosed: 0, ticks: new Set() };
}

/** The cost of the words of a line. Adds the line to the counts of its paragraph. */
function costOfWords(line: string, paragraph: Paragraph): number {
  const marks = count(/[*~<[\]]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g, line);
  paragraph.characters += line.length;
  const brackets = count(/\]/g, line);
  paragraph.brackets += brackets;
  paragraph.unclosed += count(unclosed, line);
  for (const [run] of line.matchAll(/`+/g)) paragraph.ticks.add(run.length);
  return (
    count(/\w+/g, line) * costs.word +
    count(/[!&\\]/g, line) * costs.sign +
    count(/[^\w\s!&\\]+/g, line) * costs.punctuation +
    count(/:\/\/|www\.|@/gi, line) * costs.address +
    count(/\||^ {0,3}#/g, line) * costs.cell +
    count(/[_`]/g, line) * costs.tick +
    marks * costs.mark +
    brackets * paragraph.brackets * costs.bracketAbove
  );
}

function searchCost({ characters, unclosed, ticks }: Paragraph): number {
  return (unclosed + Math.max(ticks.size - 1, 0)) * characters * costs.searched;
}

function count(pattern: RegExp, line: string): number {
  return line.match(pattern)?.length ?? 0;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** How many markers of quotes, and of list items and footnotes, a line begins with. Whether each opens a container does not matter. */
function countContainers(line: string): { readonly quotes: number; readonly others: number } {
  const marker =
    /[ \t]*(?:(>)|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^(?:[^\\[\]\s]|\\(?:[\\[\]]|(?![\\[\]]))){1,999}\]:)/y;
  let [quotes, others] = [0, 0];
  for (let match = marker.exec(line); match !== null; match = marker.exec(line)) {
    if (match[1] === undefined) others += 1;
    else quotes += 1;
  }
  return { quotes, others };
}
