import type { Link, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { asCode, containBlocks, isContainedQuote, trimBlankLines } from './contain.ts';
import { destination } from './definitions.ts';
import { applyEdits, type Edit } from './edits.ts';
import { isReadable, offsetsOf, parseMarkdown } from './parse.ts';
import {
  cleanText,
  escapeLine,
  partAt,
  quoteInConversation,
  referenceBreaks,
  zeroWidthSpace,
} from './plain.ts';

/**
 * Somebody's Markdown as a block quote for an issue or a comment, each of its lines beginning with `>`; empty when nothing in it
 * would be seen. Formatting, links and code keep working, and it is contained as an answer in the log is: what comes behind it after
 * a blank line does not depend on it. Nobody is mentioned by it and no issue or commit linked: zero-width spaces stand in such text,
 * and in the addresses of issues and the like that GitHub would make links of by itself. A link with words of its own to an issue on
 * github.com leads there by `redirect.github.com`, so that the issue does not note it; source: docs.github.com, "Autolinked
 * references and URLs". What cannot be had so is shown as code.
 */
export function quoteMarkdown(markdown: string): string {
  const text = trimBlankLines(cleanText(markdown));
  if (text === '') return '';
  if (quoteInConversation(text) === text) return quoteLines(text);
  const quiet = isReadable(quoteLines(text)) ? withoutReferences(containBlocks(text)) : null;
  if (quiet === '') return '';
  const quote = quiet === null ? null : quoteLines(quiet);
  return quote !== null && isContainedQuote(quote) && !refers(parseMarkdown(quote), quote)
    ? quote
    : quoteLines(asCode(text));
}

function quoteLines(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** What was contained, without references; null when it does not come to rest. */
function withoutReferences(contained: string | null): string | null {
  let markdown = contained;
  for (let round = 0; round < 4 && markdown !== null; round += 1) {
    const edits = referenceEdits(parseMarkdown(markdown), markdown);
    if (edits.length === 0) return markdown;
    markdown = containBlocks(applyEdits(markdown, edits));
  }
  return null;
}

/** Whether GitHub would find a reference in the text as it is shown, or make one of an address. */
function refers(tree: Root, source: string): boolean {
  let found = referenceEdits(tree, source).length > 0;
  visit(tree, (node) => {
    if (node.type === 'link' && isAutolink(node, source)) return SKIP;
    if (node.type === 'text') found ||= breaksIn(node.value).length > 0;
    return undefined;
  });
  return found;
}

function referenceEdits(tree: Root, source: string): Edit[] {
  const edits: Edit[] = [];
  visit(tree, (node) => {
    if (node.type === 'text') edits.push(...partText(node, source));
    if (node.type !== 'link') return undefined;
    if (!isAutolink(node, source)) {
      edits.push(...redirect(node, source));
      return undefined;
    }
    edits.push(...partAutolink(node, source));
    return SKIP;
  });
  return edits;
}

/** Whether a link is nothing but an address, `<https://a.b>` or as it stands in the text. */
function isAutolink(link: Link, source: string): boolean {
  return source[offsetsOf(link).start] !== '[';
}

const page = '(?:issues|pulls?|discussions|commits?)/\\w';
/** The first of them is no owner's name; Sentry has issues at addresses that begin so. */
const repository = '(?!organizations/)[^\\s/]+/[^\\s/]+';
const person = '(?:(?:www\\.)?github\\.[^\\s/]+|[^\\s/]+\\.ghe\\.com)/[\\w-]+/?(?![\\w/.-])';
/** The address of an issue, pull request, discussion, commit or person, which GitHub makes a reference of. */
const referenceAddress = new RegExp(`https?:(?=//(?:[^\\s/]+/${repository}/${page}|${person}))`, 'gi');

/** Offsets in a text as it is shown at which it is parted. */
function breaksIn(text: string): number[] {
  const addresses = [...text.matchAll(referenceAddress)].map(({ index, 0: scheme }) => index + scheme.length);
  return [...referenceBreaks(text), ...addresses];
}

function partText(node: Text, source: string): Edit[] {
  if (breaksIn(node.value).length === 0) return [];
  const { start, end } = offsetsOf(node);
  const { text, ends } = readShown(source.slice(start, end));
  return breaksIn(text).map((offset) => {
    const place = start + (ends[offset - 1] ?? 0);
    return { start: place, end: place, text: zeroWidthSpace };
  });
}

/**
 * An address that is a reference is shown as text. Parsers do not agree on what is an address where it stands in the text: one that
 * would mention somebody if it were none gets brackets.
 */
function partAutolink(link: Link, source: string): Edit[] {
  const { start, end } = offsetsOf(link);
  const typed = source.slice(start, end);
  const address = typed.replace(/^<|>$/g, '');
  if ([address, readShown(address).text, link.url].some((each) => each.search(referenceAddress) >= 0)) {
    return [{ start, end, text: quoteInConversation(address) }];
  }
  if (typed.startsWith('<') || !/(?<![0-9a-z])@|#\d|GH-\d/i.test(readShown(address).text)) return [];
  const words = escapeLine(partAt(address, referenceBreaks(address)));
  return [{ start, end, text: `[${words}](${destination(link)})` }];
}

const onGitHub = new RegExp(`^(?:https?:)?//github\\.com/(?=${repository}/${page})`, 'i');

function redirect(link: Link, source: string): Edit[] {
  const url = link.url.replace(onGitHub, 'https://redirect.github.com/');
  if (url === link.url) return [];
  const { start, end } = offsetsOf(link);
  const last = link.children.at(-1);
  const label = source.indexOf('](', last === undefined ? start : offsetsOf(last).end);
  return [{ start: label, end, text: `](${destination({ url, title: link.title })})` }];
}

/** The Markdown of a text without its escapes and entities, and for each of its characters the offset just past what spells it. */
function readShown(source: string): { readonly text: string; readonly ends: readonly number[] } {
  const known = new Map<string, string>();
  const ends: number[] = [];
  let text = '';
  for (const { index, 0: found } of source.matchAll(/\\[!-/:-@[-`{-~]|&#?[0-9A-Za-z]{1,40};|[\s\S]/g)) {
    const shown = found.length === 1 ? found : (known.get(found) ?? textOf(parseMarkdown(found)));
    known.set(found, shown);
    const isSpelled = shown !== found;
    for (let offset = 1; offset <= shown.length; offset += 1) {
      ends.push(index + (isSpelled ? found.length : offset));
    }
    text += shown;
  }
  return { text, ends };
}
