import type { ReviewAction } from '../incident/incident.ts';
import { isPlain, unescapeText } from '../markdown/escape.ts';
import { isThematicBreak, lineStart } from '../markdown/line.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { isReadable } from '../markdown/parsing-cost.ts';
import { readReviewActions } from '../markdown/review-actions.ts';
import type { GeneratedEntry, Log } from './read/model.ts';
import { issueLink } from './write/entry.ts';

/** What the log tells of a review action. Its text is Markdown as the log has it, empty where there are marks alone. */
export type LogAction = Pick<ReviewAction, 'text' | 'state' | 'issue'>;

const label = '- **Review Actions**:';

/**
 * The review actions that an entry lists, as `writeEntry` words them; never throws. They are no part of what `readLog` gives,
 * for they take longer to read and are wanted of few entries. Marks that a person typed at the end of an action's first
 * paragraph, where generated marks stand, look like generated ones.
 *
 * @param log that the entry was read from
 * @param repositoryUrl as `readLog` takes it
 */
export function readActions(entry: GeneratedEntry, log: Log, repositoryUrl: string): LogAction[] {
  const lines = log.text.slice(entry.start, entry.generatedEnd).replaceAll('\r\n', '\n').split('\n');
  // A field of the team's own may have the same label; it stands above.
  const index = lines.findLastIndex((line) => line.startsWith(label));
  if (index < 0) return [];
  const below = lines.slice(index + 1);
  const end = below.findIndex((line) => /^\S/.test(line));
  const part = (end < 0 ? below : below.slice(0, end)).map((line) => line.slice(2));
  const answer = [lines[index]?.slice(label.length).trimStart(), ...part].join('\n');
  const items = itemsOf(listIn(answer, `${repositoryUrl}/issues/${entry.issue}`));
  return items.map((item) => readAction(item, repositoryUrl));
}

/** The list that the answer ends in, which may begin with a remark; '' for none. */
function listIn(answer: string, issueUrl: string): string {
  // A remark on the label's line is one paragraph.
  const behindLine = answer.startsWith('\n') ? answer : answer.slice(blankLine(answer));
  const markdown = withoutBlankLines(behindLine);
  if (markdown === '' || beginsList(markdown)) return markdown;
  // A remark of several blocks may hold what looks like our list, and be one that begins with N/A and ends in its own list.
  if (readReviewActions(markdown, issueUrl).actions.length === 0) return '';
  const last = parseMarkdown(markdown).children.at(-1);
  return last?.type === 'list' ? markdown.slice(last.position?.start.offset) : '';
}

function beginsList(markdown: string): boolean {
  const [line = ''] = markdown.split('\n', 1);
  return line.startsWith('- ') && !isThematicBreak(lineStart(line));
}

/** The items of a list at the margin, as each reads on its own. */
function itemsOf(list: string): string[] {
  const items: string[][] = [];
  for (const line of list === '' ? [] : list.split('\n')) {
    if (line.startsWith('- ')) items.push([]);
    items.at(-1)?.push(line.slice(2));
  }
  return items.map((lines) => withoutBlankLines(lines.join('\n')));
}

/** State and reference stand at the end of the first paragraph, or alone above the blocks. */
function readAction(item: string, repositoryUrl: string): LogAction {
  const first = item.slice(0, blankLine(item));
  const { text, state, issue } = takeMarks(first, repositoryUrl);
  if (text !== '' && !endsParagraph(text, first)) return { text: item, state: null, issue: null };
  return { text: withoutBlankLines(text + item.slice(first.length)), state, issue };
}

const linkPattern = /(?:^|(?<!^) )\((\[([^[\]]{1,300})\]\([^\s()]{1,500}\))\)$/;
const statePattern = /(?:^|(?<!^) - )\*\*([A-Z' ]{4,8})\*\*$/;
const states = ['TODO', 'DONE', "WON'T DO"] as const;

function takeMarks(
  first: string,
  repositoryUrl: string,
): { readonly text: string } & Pick<LogAction, 'state' | 'issue'> {
  const link = linkPattern.exec(first);
  const issue = link === null ? null : readReference(link[1] ?? '', link[2] ?? '', repositoryUrl);
  const before = link === null || issue === null ? first : first.slice(0, link.index);
  const mark = statePattern.exec(before);
  const state = states.find((each) => each === mark?.[1]) ?? null;
  return { text: state === null ? before : before.slice(0, mark?.index), state, issue };
}

/** The issue that a generated link leads to; null for a person's link. */
function readReference(link: string, text: string, repositoryUrl: string): number | string | null {
  const name = unescapeText(text);
  const issue = /^#[1-9]\d{0,14}$/.test(name) ? Number(name.slice(1)) : name;
  return issueLink(issue, repositoryUrl).toLowerCase() === link.toLowerCase() ? issue : null;
}

/** Whether the marks behind the text stood in a paragraph, and not in a heading or in code. */
function endsParagraph(text: string, first: string): boolean {
  // Most actions are one line of plain text, and need not be parsed.
  return text === first || isPlain(text) || (isParagraph(text) && isParagraph(first));
}

function isParagraph(markdown: string): boolean {
  const [block, another] = isReadable(markdown) ? parseMarkdown(markdown).children : [];
  return block?.type === 'paragraph' && another === undefined;
}

/** Offset of the first blank line's line feed, or the length of the text. */
function blankLine(text: string): number {
  const offset = text.indexOf('\n\n');
  return offset < 0 ? text.length : offset;
}

/** Text without blank lines at either end. */
function withoutBlankLines(text: string): string {
  return text.replace(/^\n+/, '').trimEnd();
}
