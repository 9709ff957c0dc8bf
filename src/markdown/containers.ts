import {
  afterContent,
  afterIndent,
  type Cursor,
  codeIndent,
  indentOf,
  isBlank,
  isThematicBreak,
  matchAt,
} from './line.ts';

/** A block that holds other blocks (CommonMark's "container block"): a quote, a list item or a footnote. */
export type Container =
  | { readonly kind: 'quote' | 'footnote' }
  /** `width` is the number of columns by which its lines are indented. */
  | { readonly kind: 'item'; readonly width: number };

/** The containers that a line stands in, and the place behind their markers. */
export interface Placed {
  readonly containers: readonly Container[];
  readonly cursor: Cursor;
}

/** Lines in more containers than this are read as plain text. Nobody writes such lines on purpose, and parsers run out of stack on them. */
export const mostContainers = 100;

/**
 * The open containers that a line continues.
 *
 * @param innermost `empty` when the last of them is an item whose only line so far is blank, so that a second blank line ends it
 */
export function continueContainers(
  containers: readonly Container[],
  start: Cursor,
  innermost: 'begun' | 'empty',
): Placed {
  let cursor = start;
  let count = 0;
  for (const container of containers) {
    const isEmpty = innermost === 'empty' && count === containers.length - 1;
    const next = isEmpty && isBlank(cursor) ? null : continueContainer(container, cursor);
    if (next === null) break;
    cursor = next;
    count += 1;
  }
  return { containers: containers.slice(0, count), cursor };
}

function continueContainer(container: Container, cursor: Cursor): Cursor | null {
  if (container.kind === 'quote') return afterQuoteMarker(cursor);
  const width = container.kind === 'item' ? container.width : codeIndent;
  return isBlank(cursor) || indentOf(cursor) >= width ? afterIndent(cursor, width) : null;
}

/**
 * The containers that a line continues and those that it opens, up to one more than `mostContainers`.
 *
 * @param interrupted `paragraph` when a new container would end a paragraph. An empty item, or one with a number other than 1, cannot do
 *   that (CommonMark 5.2). Within the new container items can be of any kind, because they interrupt nothing; micromark wrongly refuses
 *   these as well.
 */
export function openContainers(continued: Placed, interrupted: 'paragraph' | 'nothing'): Placed {
  const containers = [...continued.containers];
  let { cursor } = continued;
  while (containers.length <= mostContainers && indentOf(cursor) < codeIndent) {
    const isFirst = containers.length === continued.containers.length;
    const opened = openContainer(cursor, isFirst ? interrupted : 'nothing');
    if (opened === null) break;
    containers.push(opened.container);
    cursor = opened.cursor;
  }
  return { containers, cursor };
}

interface Opened {
  readonly container: Container;
  readonly cursor: Cursor;
}

function openContainer(cursor: Cursor, interrupted: 'paragraph' | 'nothing'): Opened | null {
  const quote = afterQuoteMarker(cursor);
  if (quote !== null) return { container: { kind: 'quote' }, cursor: quote };
  const label = matchAt(/\[\^(?:[^\\[\]\s]|\\(?:[\\[\]]|(?![\\[\]]))){1,999}\]:/y, cursor);
  if (label !== null) {
    const behind = afterContent(cursor, label.length);
    return { container: { kind: 'footnote' }, cursor: afterIndent(behind, indentOf(behind)) };
  }
  return openItem(cursor, interrupted);
}

function openItem(cursor: Cursor, interrupted: 'paragraph' | 'nothing'): Opened | null {
  const marker = matchAt(/(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/y, cursor);
  if (marker === null || isThematicBreak(cursor)) return null;
  const behind = afterContent(cursor, marker.length);
  if (interrupted === 'paragraph' && (isBlank(behind) || !/^(?:[-+*]|1[.)])$/.test(marker))) return null;
  const padding = isBlank(behind) || indentOf(behind) > codeIndent ? 1 : indentOf(behind);
  const width = indentOf(cursor) + marker.length + padding;
  return { container: { kind: 'item', width }, cursor: afterIndent(behind, padding) };
}

function afterQuoteMarker(cursor: Cursor): Cursor | null {
  if (indentOf(cursor) >= codeIndent || cursor.text[cursor.content] !== '>') return null;
  return afterIndent(afterContent(cursor, 1), 1);
}
