import { blockLines } from './blocks.ts';
import { mostContainers } from './containers.ts';

/**
 * What parts of a text cost micromark, in microseconds, by measurement. Its time grows with lines, words and marks, and with the
 * square of some of them: `blockAbove` is what each block costs for every block above it, and so on.
 */
const costs = {
  line: 40,
  /** A line in a fence, which is not read for anything but its end. */
  codeLine: 20,
  item: 60,
  quote: 20,
  columnOfIndentation: 10,
  word: 3,
  /** A run of it. */
  punctuation: 3,
  /** A cell of a table, and a heading. */
  cell: 20,
  /** A mark that may begin a picture, an entity or an escape. */
  sign: 6,
  /** What begins a web address, or parts an e-mail address. */
  address: 25,
  /** A mark of code, or of emphasis within a word. */
  tick: 12,
  mark: 15,
  blockAbove: 0.3,
  /** For each line of an item's paragraph that lacks the item's indentation. */
  lazyLineAbove: 0.3,
  /** A `]` is looked at once more for each that follows. */
  bracketAbove: 0.12,
  /** For each character between what begins code, a tag or a link and the end of the paragraph, where its end is looked for. */
  searched: 0.06,
};

/**
 * An estimate of the microseconds that the parser takes for a text; infinite for one that may run it out of stack. Linear in the
 * length of the text.
 */
export function parsingCost(text: string): number {
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
    // Further lines of a quote are no further quotes.
    const newBlocks = others + Math.max(quotes - quotesAbove, 0) + (beginsBlock ? 1 : 0);
    blocks += newBlocks;
    cost += newBlocks * blocks * costs.blockAbove + lazyLines * costs.lazyLineAbove;
    cost += others * costs.item + quotes * costs.quote + indentOf(line) * costs.columnOfIndentation;
    if (!isBlank) cost += costOfWords(line, paragraph);
    [quotesAbove, isBlankAbove] = [quotes, isBlank];
  }
  return cost + searchCost(paragraph);
}

/** What surely begins an item, and ends any paragraph above it. */
const beginsItem = /^ {0,3}(?:[-+*]|1[.)])[ \t]+\S/;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;
/** What begins with the rest of a tag or link not in sight. */
const unclosed = /\]\((?![^\s()]*\))|<(?=[A-Za-z!?])(?![^<>"']*>)/g;

/** What stands between two blank lines, so far. */
interface Paragraph {
  characters: number;
  brackets: number;
  unclosed: number;
  /** Lengths of runs of backticks: of each, the last may have no partner. */
  readonly ticks: Set<number>;
}

function emptyParagraph(): Paragraph {
  return { characters: 0, brackets: 0, unclosed: 0, ticks: new Set() };
}

/** What the words of a line cost. Adds them to their paragraph. */
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

/** The markers of quotes, and of list items and footnotes, that a line begins with or might begin with. */
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
