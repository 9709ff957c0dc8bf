import type { List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { Node } from 'unist';
import type { ReviewAction, ReviewActionState } from '../incident/incident.ts';
import { openContainers } from './containers.ts';
import { inlineLinkDefinitions } from './definitions.ts';
import { lineStart, linesOf } from './line.ts';
import { isReadable, parseMarkdown } from './parse.ts';
import { noSuffixes, readSuffixes } from './suffixes.ts';

export interface ReviewActions {
  readonly actions: readonly ReviewAction[];
  /** Markdown of what stands beside the list, or of an answer that is no list; empty where there is nothing of the kind. */
  readonly remark: string;
}

/**
 * Reads the answer to Review actions: each item of a list that stands in nothing else is one action, and the same text twice
 * is two. An answer that begins with `N/A`, holds no list, or is too long or too deep to parse is a remark; so is an item
 * that begins with `N/A`.
 *
 * @param issueUrl web address of the incident's issue, which says whose issue `#34` is
 */
export function readReviewActions(typed: string, issueUrl: string): ReviewActions {
  // A definition that stands beside the list would not go with the item whose link needs it.
  const answer = inlineLinkDefinitions(typed);
  const mayBeList = !isNotApplicable(answer.trimStart()) && isReadable(answer);
  const blocks = mayBeList ? parseMarkdown(answer).children : [];
  if (!blocks.some((block) => block.type === 'list')) return { actions: [], remark: answer };
  const actions: ReviewAction[] = [];
  const remarks: string[] = [];
  for (const block of blocks) {
    if (block.type === 'list') {
      const read = readList(block, answer, issueUrl);
      actions.push(...read.filter((action) => action.text !== '' && !isNotApplicable(action.text)));
      remarks.push(...read.map((action) => action.text).filter(isNotApplicable));
    } else {
      remarks.push(answer.slice(startOf(block), endOf(block)));
    }
  }
  return { actions, remark: remarks.join('\n\n') };
}

function readList(list: List, answer: string, issueUrl: string): ReviewAction[] {
  return list.children.map((item) => readItem(item, answer, issueUrl));
}

function readItem(item: ListItem, answer: string, issueUrl: string): ReviewAction {
  const first = item.children[0];
  const last = item.children.at(-1);
  if (first === undefined || last === undefined) return { ...noSuffixes, text: '' };
  // State, owner and reference stand at the end of the item, or before the list that goes into its details.
  const sentence = last.type === 'paragraph' ? last : first;
  const boundary = sentence.type === 'paragraph' ? endOf(sentence) : startOf(first);
  const box = /^\[[ xX]?\](?:\s+|$)/.exec(answer.slice(startOf(first), boundary))?.[0] ?? '';
  const start = startOf(first) + box.length;
  const end = sentence.type === 'paragraph' ? endOfWords(sentence) : boundary;
  const { text, suffixes } = readSuffixes(answer.slice(start, end), issueUrl);
  return {
    ...suffixes,
    text: unindented(text + answer.slice(boundary, endOf(last)), widthOf(item, answer)),
    state: suffixes.state ?? boxState(item, box),
  };
}

/** Where the words of a paragraph end: comments behind them are left out, for nobody sees them. */
function endOfWords({ children }: Paragraph): number {
  const last = children.findLast((child) => !isUnseen(child));
  return last === undefined ? 0 : endOf(last);
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

/** Columns of indentation that the lines of an item have. */
function widthOf(item: ListItem, answer: string): number {
  const start = startOf(item);
  const indent = (item.position?.start.column ?? 1) - 1;
  const line = linesOf(answer.slice(start)).next().value;
  const container = openContainers({ containers: [], cursor: lineStart(line?.text ?? '') }, 'nothing')
    .containers[0];
  return container?.kind === 'item' ? indent + container.width : indent;
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
