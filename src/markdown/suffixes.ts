import type { ReviewAction, ReviewActionState } from '../incident/incident.ts';

/** What may stand behind the words of a review action. */
export type Suffixes = Omit<ReviewAction, 'text'>;

export const noSuffixes: Suffixes = { state: null, issue: null, owner: null, due: null };

/** Longer than all suffixes together; keeps the patterns below, which search, from long texts. */
const longest = 600;

/**
 * Takes the suffixes off the end of a review action, in whatever order they stand there, each at most once: `- DONE`, `- TODO` or
 * `- WON'T DO` (any case, bold or not); `(@login, due YYYY-MM-DD)` or half of it, in this order or the other, with `by` for `due`, and
 * without parentheses; `(#34)`, `(owner/repo#34)`,
 * `([#34](address))` or the bare address of an issue. What looks like one and is none, a due date of 30 February say, stays text.
 *
 * A text that is nothing but a reference to an issue keeps it as its words, too, without parentheses.
 *
 * @param issueUrl web address of the incident's issue: its repository is the one whose issues go by number alone
 */
export function readSuffixes(
  text: string,
  issueUrl: string,
): { readonly text: string; readonly suffixes: Suffixes } {
  let words = text.trim();
  let suffixes = noSuffixes;
  for (;;) {
    const taken = takeSuffix(words, issueUrl);
    if (taken === null || repeats(taken.suffix, suffixes)) break;
    suffixes = { ...suffixes, ...taken.suffix };
    words = taken.words;
  }
  const issue = suffixes.issue ?? readReference(words, issueUrl);
  return { text: wholeReference.exec(words)?.[1] ?? words, suffixes: { ...suffixes, issue } };
}

interface Taken {
  readonly words: string;
  readonly suffix: Partial<Suffixes>;
}

const login = '[a-z0-9][a-z0-9_-]{0,99}(?:\\[bot\\])?';
const date = '\\d{4}-\\d{2}-\\d{2}';
const number = '[1-9]\\d{0,9}';
/** GitHub has no repository that is named `.` or `..`. */
const repository = '[a-z0-9_-]{1,100}/(?!\\.{1,2}[#/])[a-z0-9._-]{1,100}';
const reference = `(?:${repository})?#${number}`;
const address = 'https?://[^\\s<>()[\\]]{1,300}';

/** A parenthesis that is neither escaped nor the address of a link. */
const open = '(?<![\\\\\\]])\\(';

const statePattern = /\s[-–—]\s+([*_]{0,2})(DONE|TODO|TO DO|WON['’]?T DO)\1$/i;
const parts = '(?:\\s*[,;]\\s*|\\s+)';
const when = `(?:due|by):?\\s+(${date})`;
const people = `(?:@(${login})(?:${parts}${when})?|${when}(?:${parts}@(${login}))?)`;
const peoplePattern = new RegExp(`${open}${people}\\)$`, 'i');
const barePeoplePattern = new RegExp(
  `(\\s*[,;]\\s*|\\s+[-–—]\\s+|\\s+)(?:(?:owner:?|assigned to|by)\\s+(?=@))?${people}\\.?$`,
  'i',
);
/** Behind these a name is part of the sentence: `Talk to @mona`. */
const mentions =
  /(?:^|\s)(?:to|with|from|of|for|at|on|in|and|or|like|than|via|cc|ask|asks|tell|tells|see|ping|inform|notify|thank|thanks)$/i;
const referencePattern = new RegExp(`${open}(${reference})\\)$`, 'i');
const link = `\\[${reference}\\]\\((${address})\\)`;
const linkPattern = new RegExp(`${open}${link}\\)$`, 'i');
const bareLinkPattern = new RegExp(`\\s${link}$`, 'i');
const addressPattern = new RegExp(`\\s<?(${address})>?$`, 'i');

function takeSuffix(words: string, issueUrl: string): Taken | null {
  const tail = words.slice(-longest);
  const match = matchSuffix(tail, issueUrl);
  if (match === null) return null;
  const rest = words.slice(0, words.length - tail.length + match.index).trimEnd();
  return rest === '' ? null : { words: rest, suffix: match.suffix };
}

function matchSuffix(
  tail: string,
  issueUrl: string,
): { readonly index: number; readonly suffix: Partial<Suffixes> } | null {
  const state = statePattern.exec(tail);
  if (state !== null) return { index: state.index, suffix: { state: stateNamed(state[2] ?? '') } };

  const people = peoplePattern.exec(tail);
  if (people !== null) return peopleSuffix(people.index, people.slice(1));
  const bare = barePeoplePattern.exec(tail);
  if (bare !== null) {
    const [lead = '', owner] = bare.slice(1);
    const isMention = owner !== undefined && lead.trim() === '' && mentions.test(tail.slice(0, bare.index));
    return isMention ? null : peopleSuffix(bare.index, bare.slice(2));
  }

  const patterns = [referencePattern, linkPattern, bareLinkPattern, addressPattern];
  const found = patterns.map((pattern) => pattern.exec(tail)).find((match) => match !== null) ?? null;
  const issue = found === null ? null : readReference(found[1] ?? '', issueUrl);
  if (found === null || issue === null) return null;
  // What led up to the reference goes with it: `Write it down: https://…`.
  const lead = /(?:\s[-–—]|:)?\s*$/.exec(tail.slice(0, found.index));
  return { index: lead?.index ?? found.index, suffix: { issue } };
}

function peopleSuffix(
  index: number,
  [first, after, before, last]: readonly (string | undefined)[],
): { readonly index: number; readonly suffix: Partial<Suffixes> } | null {
  const [owner, due] = [first ?? last, after ?? before];
  if (due !== undefined && !isDate(due)) return null;
  return { index, suffix: { ...(owner !== undefined && { owner }), ...(due !== undefined && { due }) } };
}

const day =
  '(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next \\w+|end of [\\w ]+|(?:\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?: \\d{1,2})?)';
const unreadDate = new RegExp(
  `(?<![\\w-])(?:(?:due|by|until|till|before|deadline):?\\s+(?:on\\s+|by\\s+)?${day}|\\d{4}-\\d{2}-\\d{2})\\W*$`,
  'i',
);
const unreadOwner = /(?:^|\s)(?:owner:?\s+\S+|@[\w-]+(?:\/[\w-]+)?)[).,;!]*$/i;

/**
 * Whether an action that was read still ends in what looks like an owner or a due date: `(@octo/team)`, `(@mona, due friday)`,
 * `due 2026-02-30`. `Talk to @mona` does not.
 */
export function endsUnread({ text, owner, due }: Pick<ReviewAction, 'text' | 'owner' | 'due'>): boolean {
  // The patterns search, and are longer than what may stand there.
  const tail = text.slice(-longest);
  const [, inside = ''] = /\(([^()]*)\)\W*$/.exec(tail) ?? [];
  const name = unreadOwner.exec(tail);
  const isName = name !== null && !mentions.test(tail.slice(0, name.index));
  return (
    (owner === null && (inside.includes('@') || isName)) ||
    (due === null && (/\bdue\b/i.test(inside) || unreadDate.test(tail) || /@\S+\s+due\s/i.test(tail)))
  );
}

function stateNamed(words: string): ReviewActionState {
  if (/^DONE$/i.test(words)) return 'DONE';
  return /^TO/i.test(words) ? 'TODO' : "WON'T DO";
}

function repeats(suffix: Partial<Suffixes>, suffixes: Suffixes): boolean {
  return (
    (suffix.state !== undefined && suffixes.state !== null) ||
    (suffix.issue !== undefined && suffixes.issue !== null) ||
    (suffix.owner !== undefined && suffixes.owner !== null) ||
    (suffix.due !== undefined && suffixes.due !== null)
  );
}

const wholeReference = new RegExp(`^\\(?(${reference})\\)?$`, 'i');
const wholeAddress = new RegExp(`^\\(?(?:<?|\\[[^\\[\\]]{1,500}\\]\\()(${address})\\)?>?\\)?$`, 'i');

/**
 * The issue that words refer to when they are nothing but a reference, the address of an issue or a link to one, else null.
 * One on another host is none: nothing could be asked about it.
 */
function readReference(words: string, issueUrl: string): number | string | null {
  if (words.length > 2 * longest) return null;
  const own = issuePlace(issueUrl);
  const named = wholeReference.exec(words)?.[1];
  if (named !== undefined) {
    const [repository = '', digits = ''] = named.split('#');
    return inRepository(repository, Number(digits), own?.repository ?? '');
  }
  const place = issuePlace(wholeAddress.exec(words)?.[1] ?? '');
  if (place === null || place.host !== own?.host) return null;
  return inRepository(place.repository, place.number, own.repository);
}

function inRepository(repository: string, issue: number, own: string): number | string {
  return repository === '' || repository.toLowerCase() === own.toLowerCase()
    ? issue
    : `${repository}#${issue}`;
}

interface IssuePlace {
  readonly host: string;
  readonly repository: string;
  readonly number: number;
}

const issueAddress = new RegExp(`^https?://([^/]+)/(${repository})/issues/(${number})/?$`, 'i');

function issuePlace(url: string): IssuePlace | null {
  const [, host, name, digits] = issueAddress.exec(url) ?? [];
  if (host === undefined || name === undefined) return null;
  return { host: host.toLowerCase(), repository: name, number: Number(digits) };
}

function isDate(text: string): boolean {
  const instant = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
