import type { Paragraph, Root } from 'mdast';
import { type Plugin, unified } from 'unified';
import { applyEdits, isTooMuch } from './edits.ts';
import { type Dialect, isReadable, markdownParser, parseMarkdown, withinStack } from './parse.ts';
import { cleanLine, cleanText, escapeText } from './plain.ts';
import {
  containTags,
  escapeMdx,
  escapeTags,
  inlineDefinitions,
  lowerHeadings,
  showFootnotes,
  showForeignSchemes,
} from './steps.ts';
import { expandTabs } from './tabs.ts';
import { disarm, type TemplateEngine } from './template.ts';

/** Where in a list item somebody's Markdown stands. All of it is Markdown of our own, on one line. */
export interface Place {
  /** What stands on the item's line around a single paragraph. */
  readonly before: string;
  readonly after: string;
  /** The item's line when blocks stand under it; '' when they begin on the line themselves. */
  readonly lead: string;
  /** Whether the line takes a paragraph only where it is all there is, or the first one of several blocks too. */
  readonly paragraph: 'only' | 'first';
  /** A list that the item ends in, as it would stand at the margin; '' for none. */
  readonly below: string;
  /** The engine that the file is run through. */
  readonly engine: TemplateEngine;
}

/** Markdown that has come to rest: nothing in it is left to be contained. */
interface Settled {
  readonly markdown: string;
  readonly tree: Root;
}

/** What the steps make of Markdown; its new text is null when nothing can be made of it. */
interface Result {
  readonly tree: Root;
  readonly markdown: string | null;
}

declare module 'unified' {
  interface CompileResultMap {
    Result: Result;
  }
}

/**
 * A list item that holds somebody's Markdown: a single paragraph on its line, otherwise blocks under it; null when nothing
 * in it would be seen. Whatever the Markdown is, the item is one item, its own words stay what they are, and it holds no link
 * definition, no footnote, no heading above level 4, no HTML but some harmless tags, no control characters and nothing that
 * the engine executes. What cannot be had so, being too large or too deep to be parsed for instance, is shown as code.
 *
 * The item's lines are those of a list at the margin, without a line ending behind the last.
 */
export function containItem(answer: string, place: Place): string | null {
  const text = trimBlankLines(disarm(cleanText(answer), place.engine));
  if (text === '') return null;
  const end = place.below && `\n\n${indent(place.below, 2)}`;
  if (isPlain(text, place.engine)) return `- ${place.before}${text}${place.after}${end}`;
  const settled = settle(expandTabs(text), place.engine);
  if (settled?.markdown === '') return null;
  const forms = settled === null ? [] : [lineForm(settled, place), blockForm(settled.markdown, place)];
  const form =
    forms.find((each) => each !== null && fits(each, place, end)) ?? blockForm(asCode(text), place);
  return form.item + end;
}

/** The same for Markdown that has to stay on the item's line. What does not is shown as plain text. */
export function containLine(text: string, place: Pick<Place, 'before' | 'after' | 'engine'>): string {
  const { before, after, engine } = place;
  const line = disarm(cleanLine(text), engine);
  if (isPlain(line, engine)) return `- ${before}${line}${after}`;
  const settled = settle(`- ${before}${line}${after}`, engine);
  const form = settled && {
    item: settled.markdown,
    start: 2 + before.length,
    end: settled.markdown.length - after.length,
    hasBlocks: false,
  };
  if (form !== null && fits(form, { ...place, lead: before, paragraph: 'only', below: '' }, ''))
    return form.item;
  return `- ${before}${escapeText(text, engine)}${after}`;
}

/**
 * Somebody's Markdown as blocks in which nothing is left to be contained, as `containItem` has it; empty when nothing in it would
 * be seen, null when it cannot be had so.
 */
export function containBlocks(text: string): string | null {
  return settle(expandTabs(text), 'none')?.markdown ?? null;
}

/** Whether parsers find one quote in the Markdown, GitHub's and others, and nothing in it that is left to be contained. */
export function isContainedQuote(markdown: string): boolean {
  if (!isReadable(markdown)) return false;
  return dialects.every((dialect) => {
    const { tree, markdown: contained } = run(markdown, 'none', dialect);
    const [quote, another] = tree.children;
    return contained === markdown && quote?.type === 'blockquote' && another === undefined;
  });
}

/** Text indented by so many columns, its blank lines left empty. */
export function indent(text: string, columns: number): string {
  return text.replace(/^(?=[^\n])/gm, ' '.repeat(columns)).replace(/^ +$/gm, '');
}

/** A list item and the range of its line that is not our own. */
interface Form {
  readonly item: string;
  readonly start: number;
  readonly end: number;
  readonly hasBlocks: boolean;
}

function lineForm({ markdown, tree }: Settled, { before, after, paragraph }: Place): Form | null {
  const [first] = tree.children;
  if (first?.type !== 'paragraph' || (tree.children.length > 1 && paragraph === 'only')) return null;
  const words = indent(
    markdown.slice(first.position?.start.offset, first.position?.end.offset),
    2,
  ).trimStart();
  const blocks = trimBlankLines(markdown.slice(first.position?.end.offset));
  const line = `- ${before}${words}${after}`;
  return {
    item: blocks === '' ? line : `${line}\n\n${indent(blocks, 2)}`,
    start: 2 + before.length,
    end: line.length - after.length,
    hasBlocks: blocks !== '',
  };
}

function blockForm(markdown: string, { lead }: Place): Form {
  const blocks = indent(markdown, 2);
  const item = lead === '' ? `- ${blocks.slice(2)}` : `- ${lead}\n\n${blocks}`;
  return { item, start: 2 + lead.length, end: 2 + lead.length, hasBlocks: true };
}

/**
 * Whether parsers find in the form what is meant, GitHub's and others: one item, our own words where they should be, nothing to
 * contain, and the list that it ends in by itself.
 */
function fits(form: Form, place: Place, end: string): boolean {
  // What the item holds, as it would stand at the margin.
  if (!isReadable((form.item + end).replace(/^(?:- | {2})/gm, ''))) return false;
  return dialects.every((dialect) => fitsIn(dialect, form, place, end));
}

function fitsIn(dialect: Dialect, form: Form, place: Place, end: string): boolean {
  const markdown = form.item + end;
  const result = run(markdown, place.engine, dialect);
  const [list, another] = result.tree.children;
  if (result.markdown !== markdown || list?.type !== 'list' || another !== undefined) return false;
  const [item, second] = list.children;
  if (item === undefined || second !== undefined || item.checked != null) return false;
  const blocks = [...item.children];
  const last = end === '' ? undefined : blocks.pop();
  // Two line feeds and two spaces come before its first marker.
  if (end !== '' && last?.position?.start.offset !== form.item.length + 4) return false;
  const isBlocksAlone = form.hasBlocks && place.lead === '' && form.start === form.end;
  if (isBlocksAlone) return blocks.length > 0;
  const line = blocks.shift();
  if (line?.type !== 'paragraph' || blocks.length > 0 !== form.hasBlocks) return false;
  return outline(line, form) === expectedOutline(form, place);
}

/** What our own words on a line consist of, as the parser sees them; null when something reaches across their bounds. */
function outline(line: Paragraph, { start, end }: Pick<Form, 'start' | 'end'>): string | null {
  const parts: string[] = [];
  for (const node of line.children) {
    const from = node.position?.start.offset ?? Number.NaN;
    const to = node.position?.end.offset ?? Number.NaN;
    if (node.type === 'text' || (from >= start && to <= end)) continue;
    if (to <= start) parts.push(`${node.type} ${from} to ${to}`);
    else if (from >= end) parts.push(`${node.type} ${from - end} to ${to - end} behind`);
    else return null;
  }
  return parts.join(', ');
}

/** The outline of the line with a harmless word in it. */
function expectedOutline({ start, end }: Form, { before, after, lead }: Place): string | null {
  const isLead = start === end;
  const harmless = isLead ? `- ${lead}` : `- ${before}x${after}`;
  const key = `${start} ${harmless}`;
  const known = outlines.get(key);
  if (known !== undefined) return known;
  const [list] = parseMarkdown(harmless).children;
  const line = list?.type === 'list' ? list.children[0]?.children[0] : undefined;
  if (line?.type !== 'paragraph') throw new Error(`No line of a list item: ${harmless}`);
  const expected = outline(line, { start, end: isLead ? start : start + 1 });
  outlines.set(key, expected);
  return expected;
}

/** The few labels of a form stand in every entry: each is parsed once. */
const outlines = new Map<string, string | null>();

/** Whether the text is one line and means itself. */
function isPlain(text: string, engine: TemplateEngine): boolean {
  return escapeText(text, engine) === text;
}

/** Runs the steps until they find nothing more; null when the text is not to be parsed, or does not come to rest. */
function settle(text: string, engine: TemplateEngine): Settled | null {
  let markdown = text;
  for (let round = 0; round < 5; round += 1) {
    if (!isReadable(markdown)) return null;
    const result = run(markdown, engine, 'gfm');
    if (result.markdown === null) return null;
    if (result.markdown === markdown) return { markdown, tree: result.tree };
    markdown = result.markdown;
  }
  return null;
}

function run(markdown: string, engine: TemplateEngine, dialect: Dialect): Result {
  const result = withinStack(() => processors[dialect][engine].processSync(markdown).result);
  return result ?? { tree: { type: 'root', children: [] }, markdown: null };
}

/** Applies what the steps have collected. */
const editor: Plugin<[TemplateEngine], Root, Result> = function (engine) {
  this.compiler = (node, file): Result => {
    // A plugin knows its processor as one of any kind of tree; this one's parser makes roots.
    const tree = node as Root;
    const { edits = [], isUnfit = false } = file.data;
    if (isUnfit || isTooMuch(edits)) return { tree, markdown: null };
    return { tree, markdown: trimBlankLines(disarm(applyEdits(String(file), edits), engine)) };
  };
};

const dialects: readonly Dialect[] = ['gfm', 'commonmark'];
const processors = { gfm: processorsOf('gfm'), commonmark: processorsOf('commonmark') };

function processorsOf(dialect: Dialect) {
  const processor = (engine: TemplateEngine) =>
    unified()
      .use(markdownParser, dialect)
      .use(inlineDefinitions)
      .use(dialect === 'gfm' ? [showFootnotes] : [])
      .use(lowerHeadings)
      .use(showForeignSchemes)
      .use(engine === 'mdx' ? [escapeMdx] : [containTags, escapeTags])
      .use(editor, engine)
      .freeze();
  return { none: processor('none'), tags: processor('tags'), mdx: processor('mdx') };
}

/** A fenced block that nothing in the text can close. */
export function asCode(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** Text without blank lines before it and white space behind it. */
export function trimBlankLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}
