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

/** A quote, list item or footnote, by what its lines begin with. */
export type Container =
  | { readonly kind: 'quote' | 'footnote' }
  /** Its lines are indented by so many columns. */
  | { readonly kind: 'item'; readonly width: number };

/** The containers that a line stands in, and the line behind their markers. */
export interface Placed {
  readonly containers: readonly Container[];
  readonly cursor: Cursor;
}

/** A line in more containers than this is a line of text: nobody means it, and parsers overflow on it. */
export const mostContainers = 100;

/**
 * The open containers that a line goes on in.
 *
 * @param innermost `empty` when the last of them is an item whose only line so far is blank: a second blank line ends it
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
 * The containers that a line goes on in and those that it opens, up to one more than `mostContainers`.
 *
 * @param interrupted `paragraph` when a new one would end a paragraph. An empty item and an item with a number other than 1
 * cannot do that (CommonMark 5.2). Items inside the new container can be of any kind: they interrupt nothing. (micromark
 * refuses these too.)
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
