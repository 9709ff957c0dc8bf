import type { ReviewActionState } from '../../incident/incident.ts';
import { linesOf } from '../../markdown/line.ts';
import { locateReviewActions } from '../../markdown/review-actions.ts';
import type { Body } from './body.ts';

/** A review action as a log lists it. */
export interface ListedReviewAction {
  /** Markdown. */
  readonly text: string;
  readonly state: ReviewActionState | null;
  /** Issues and pull requests that it names: `#34`, or `owner/name#34` where it gives an address. */
  readonly references: readonly string[];
  /** Where the source has the line that it begins on. */
  readonly range: { readonly start: number; readonly end: number };
}

const stateNames: readonly (readonly [ReviewActionState, string])[] = [
  ["WON'T DO", "won['’]?t (?:do|fix)|will not (?:do|fix)|wontfix|cancell?ed|rejected"],
  ['TODO', 'to[ -]?do|open|in progress|ongoing|pending|outstanding|wip|not (?:yet )?(?:started|done)'],
  ['DONE', 'done|completed?|closed'],
];
/** In front, or behind a dash, a colon or a bracket at the end; a place or a day may follow. */
const statePatterns = stateNames.map(
  ([state, names]) =>
    [
      state,
      new RegExp(
        `^(?:status: *)?(?:\\*\\*|__|[([])?(?:${names})(?:\\*\\*|__|[)\\]])?\\s*[-–—:]\\s` +
          `|(?:\\s[-–—]\\s*|:\\s*|\\*\\*|__)(?:${names})(?:\\*\\*|__)?(?: (?:in|by|via|with|on) \\S.{0,200})?[.!]?$` +
          `|[([]\\s*(?:${names})(?:[,;:]? [^)\\]]{0,80}|,[^)\\]]{0,80})?[)\\]][.!]?$`,
        'i',
      ),
    ] as const,
);

/**
 * The review actions that a person has listed: the items of the list under the label, with the state that each one names at its
 * end or in front, as a box, or in capital letters.
 *
 * @param issueUrl web address of some issue of the log's repository, or '' where that is not known
 */
export function readReviewList(body: Body, source: string, issueUrl: string): ListedReviewAction[] {
  const lines = source.slice(body.start, body.end).split(/\r\n?|\n/);
  const below = lines.slice(1).filter((line) => line.trim() !== '');
  const indent = below.reduce(
    (least, line) => Math.min(least, line.length - line.trimStart().length),
    Infinity,
  );
  const text = lines
    .map((line, index) =>
      (index === 0 ? line : line.slice(Math.min(indent, line.length))).replace(/^(\s*)[–—•](?=\s)/, '$1-'),
    )
    .join('\n');
  const starts = [...linesOf(text)].map(({ start }) => start);
  const places = [...linesOf(source.slice(body.start, body.end))].map(({ start, text: line }) => ({
    start: body.start + start + (line.length - line.trimStart().length),
    end: body.start + start + line.trimEnd().length,
  }));
  const items = locateReviewActions(text, issueUrl).filter(
    ({ action }) => !/^(?:none|nothing|n\/?a)\W*$/i.test(action.text),
  );
  return items.map(({ action, textSpan, end }) => {
    const typed = text.slice(textSpan?.start ?? end, Math.max(end, textSpan?.end ?? end));
    const start = textSpan?.start ?? end;
    return {
      text: action.text,
      state: action.state ?? stateIn(action.text) ?? stateIn(typed),
      references: referencesIn(typed),
      range: places[starts.findLastIndex((lineStart) => lineStart <= start)] ?? body,
    };
  });
}

/** The state that words name by themselves: in front of a colon or a dash, at the end behind one, or in capital letters. */
function stateIn(typed: string): ReviewActionState | null {
  const text = typed.trim();
  // A day, a reference or a link in parentheses may stand behind.
  const bare = text.replace(/\((?:[^()]|\([^()]{0,500}\)){1,200}\)$/, '').trimEnd();
  for (const [state, pattern] of statePatterns) if (pattern.test(text) || pattern.test(bare)) return state;
  if (/✅|☑|✔/.test(text)) return 'DONE';
  const [isDone, isOpen] = [/\bDONE\b/, /\bTODO\b/].map((pattern) => pattern.test(text));
  const isDenied = /\b(?:not|be|never|n't)\s+DONE\b/i.test(text);
  return isDone === isOpen || isDenied ? null : isDone ? 'DONE' : 'TODO';
}

function referencesIn(text: string): string[] {
  const addresses = [
    ...text.matchAll(
      /https?:\/\/[^\s<>()[\]]{1,300}?\/([\w.-]{1,100}\/[\w.-]{1,100})\/(?:issues|pull)\/(\d+)/g,
    ),
  ];
  const linked = addresses.map(([, repository, number]) => `${repository}#${number}`);
  const shown = text.replace(/\]\([^)]{0,500}\)|https?:\/\/\S+/g, ' ');
  const named = [...shown.matchAll(/(?<![\w/&])(?:[\w.-]{1,100}\/[\w.-]{1,100})?#[1-9]\d*(?!\w)/g)].map(
    ([name]) => name,
  );
  // A link's own words name the same issue once more.
  const others = named.filter((name) => !linked.some((link) => link === name || link.endsWith(name)));
  return [...new Set([...linked, ...others])];
}
