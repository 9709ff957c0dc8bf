import type { ReviewAction, ReviewActionState } from '../incident/incident.ts';

/** The details that a person may write behind the words of a review action. */
export type ActionDetails = Omit<ReviewAction, 'text'>;

export const noDetails: ActionDetails = { state: null, issue: null, owner: null, due: null };

/** Details are looked for in so many characters at the end, because the patterns below are slow on long texts. */
const longest = 600;

/**
 * Splits a review action into its words and the details at its end. Details stand in any order, each at most once:
 *
 * - the state: `- DONE`, `- TODO` or `- WON'T DO`, in any case, bold or not;
 * - owner and due date: `(@login, due YYYY-MM-DD)`, either of them alone, in either order, with `by` for `due`, with or without
 *   parentheses;
 * - the issue: `(#34)`, `(owner/repo#34)`, `([#34](address))` or the address of an issue.
 *
 * An invalid detail, such as a due date of 30 February, stays part of the words. If the whole text is a reference to an issue, that
 * reference is also its words, without parentheses.
 *
 * @param issueUrl web address of the incident's issue: `#34` is an issue of its repository
 */
export function readDetails(
  text: string,
  issueUrl: string,
): { readonly text: string; readonly details: ActionDetails } {
  let rest = text.trim();
  let details = noDetails;
  for (;;) {
    const taken = takeDetail(rest, issueUrl);
    if (taken === null || repeats(taken.detail, details)) break;
    details = { ...details, ...taken.detail };
    rest = taken.rest;
  }
  const issue = details.issue ?? readReference(rest, issueUrl);
  return { text: wholeReference.exec(rest)?.[1] ?? rest, details: { ...details, issue } };
}

interface Taken {
  readonly rest: string;
  readonly detail: Partial<ActionDetails>;
}

const login = '[a-z0-9][a-z0-9_-]{0,99}(?:\\[bot\\])?';
const date = '\\d{4}-\\d{2}-\\d{2}';
const number = '[1-9]\\d{0,9}';
/** GitHub has no repository that is named `.` or `..`. */
const repository = '[a-z0-9_-]{1,100}/(?!\\.{1,2}[#/])[a-z0-9._-]{1,100}';
const reference = `(?:${repository})?#${number}`;
const address = 'https?://[^\\s<>()[\\]]{1,300}';

/** An opening parenthesis that is neither escaped nor part of a link. */
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
/** Behind these words a name is part of the sentence and names no owner: `Talk to @mona`. */
const mentions =
  /(?:^|\s)(?:to|with|from|of|for|at|on|in|and|or|like|than|via|cc|ask|asks|tell|tells|see|ping|inform|notify|thank|thanks)$/i;
const referencePattern = new RegExp(`${open}(${reference})\\)$`, 'i');
const link = `\\[${reference}\\]\\((${address})\\)`;
const linkPattern = new RegExp(`${open}${link}\\)$`, 'i');
const bareLinkPattern = new RegExp(`\\s${link}$`, 'i');
const addressPattern = new RegExp(`\\s<?(${address})>?$`, 'i');

function takeDetail(text: string, issueUrl: string): Taken | null {
  const tail = text.slice(-longest);
  const match = matchDetail(tail, issueUrl);
  if (match === null) return null;
  const rest = text.slice(0, text.length - tail.length + match.index).trimEnd();
  return rest === '' ? null : { rest, detail: match.detail };
}

function matchDetail(
  tail: string,
  issueUrl: string,
): { readonly index: number; readonly detail: Partial<ActionDetails> } | null {
  const state = statePattern.exec(tail);
  if (state !== null) return { index: state.index, detail: { state: stateNamed(state[2] ?? '') } };

  const people = peoplePattern.exec(tail);
  if (people !== null) return peopleDetail(people.index, people.slice(1));
  const bare = barePeoplePattern.exec(tail);
  if (bare !== null) {
    const [lead = '', owner] = bare.slice(1);
    const isMention = owner !== undefined && lead.trim() === '' && mentions.test(tail.slice(0, bare.index));
    return isMention ? null : peopleDetail(bare.index, bare.slice(2));
  }

  const patterns = [referencePattern, linkPattern, bareLinkPattern, addressPattern];
  const found = patterns.map((pattern) => pattern.exec(tail)).find((match) => match !== null) ?? null;
  const issue = found === null ? null : readReference(found[1] ?? '', issueUrl);
  if (found === null || issue === null) return null;
  // The colon or dash in front of the reference goes with it: `Write it down: https://…`.
  const lead = /(?:\s[-–—]|:)?\s*$/.exec(tail.slice(0, found.index));
  return { index: lead?.index ?? found.index, detail: { issue } };
}

function peopleDetail(
  index: number,
  [first, after, before, last]: readonly (string | undefined)[],
): { readonly index: number; readonly detail: Partial<ActionDetails> } | null {
  const [owner, due] = [first ?? last, after ?? before];
  if (due !== undefined && !isDate(due)) return null;
  return { index, detail: { ...(owner !== undefined && { owner }), ...(due !== undefined && { due }) } };
}

const day =
  '(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next \\w+|end of [\\w ]+|(?:\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?: \\d{1,2})?)';
const unreadDate = new RegExp(
  `(?<![\\w-])(?:(?:due|by|until|till|before|deadline):?\\s+(?:on\\s+|by\\s+)?${day}|\\d{4}-\\d{2}-\\d{2})\\W*$`,
  'i',
);
const unreadOwner = /(?:^|\s)(?:owner:?\s+\S+|@[\w-]+(?:\/[\w-]+)?)[).,;!]*$/i;

/**
 * Whether the words of an action end in what looks like an owner or due date that could not be read: `(@octo/team)`,
 * `(@mona, due friday)`, `due 2026-02-30`, but not `Talk to @mona`.
 */
export function endsWithUnreadDetail({
  text,
  owner,
  due,
}: Pick<ReviewAction, 'text' | 'owner' | 'due'>): boolean {
  const tail = text.slice(-longest);
  const [, inside = ''] = /\(([^()]*)\)\W*$/.exec(tail) ?? [];
  const name = unreadOwner.exec(tail);
  const isName = name !== null && !mentions.test(tail.slice(0, name.index));
  return (
    (owner === null && (inside.includes('@') || isName)) ||
    (due === null && (/\bdue\b/i.test(inside) || unreadDate.test(tail) || /@\S+\s+due\s/i.test(tail)))
  );
}

function stateNamed(text: string): ReviewActionState {
  if (/^DONE$/i.test(text)) return 'DONE';
  return /^TO/i.test(text) ? 'TODO' : "WON'T DO";
}

function repeats(detail: Partial<ActionDetails>, details: ActionDetails): boolean {
  return (
    (detail.state !== undefined && details.state !== null) ||
    (detail.issue !== undefined && details.issue !== null) ||
    (detail.owner !== undefined && details.owner !== null) ||
    (detail.due !== undefined && details.due !== null)
  );
}

const wholeReference = new RegExp(`^\\(?(${reference})\\)?$`, 'i');
const wholeAddress = new RegExp(`^\\(?(?:<?|\\[[^\\[\\]]{1,500}\\]\\()(${address})\\)?>?\\)?$`, 'i');

/**
 * The issue that the words refer to, if they are only a reference, the address of an issue or a link to one; otherwise null. An issue on
 * another host gives null, because this program cannot read it.
 */
function readReference(text: string, issueUrl: string): number | string | null {
  if (text.length > 2 * longest) return null;
  const own = issuePlace(issueUrl);
  const named = wholeReference.exec(text)?.[1];
  if (named !== undefined) {
    const [repository = '', digits = ''] = named.split('#');
    return inRepository(repository, Number(digits), own?.repository ?? '');
  }
  const place = issuePlace(wholeAddress.exec(text)?.[1] ?? '');
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
