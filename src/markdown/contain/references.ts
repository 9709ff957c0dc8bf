import { referenceBreaks } from '../plain.ts';

const page = '(?:issues|pulls?|discussions|commits?)/\\w';
/** The first of them is no owner's name; Sentry has issues at addresses that begin so. */
const repository = '(?!organizations/)[^\\s/]+/[^\\s/]+';
const person = '(?:(?:www\\.)?github\\.[^\\s/]+|[^\\s/]+\\.ghe\\.com)/[\\w-]+/?(?![\\w/.-])';
/** The address of an issue, pull request, discussion, commit or person, which GitHub makes a reference of. */
const referenceAddress = new RegExp(`https?:(?=//(?:[^\\s/]+/${repository}/${page}|${person}))`, 'gi');

/** Offsets in a text as it is shown where a zero-width space keeps GitHub from finding a reference in it. */
export function breaksIn(text: string): number[] {
  const addresses = [...text.matchAll(referenceAddress)].map(({ index, 0: scheme }) => index + scheme.length);
  return [...referenceBreaks(text), ...addresses];
}

/** Whether GitHub may make a reference of an address, as it is shown or by where it leads. Parsers do not agree on entities in it. */
export function isReference(address: string, url: string): boolean {
  return (
    [address, url].some((each) => each.search(referenceAddress) >= 0) || /&#?[0-9a-z]{1,40};/i.test(address)
  );
}

/**
 * Whether somebody would be mentioned, or an issue linked, by an address if it were none: parsers do not agree on what is an address
 * where it stands in the text.
 */
export function mentionsSomebody(address: string): boolean {
  return /(?<![0-9a-z])@|#\d|GH-\d/i.test(address);
}

const onGitHub = new RegExp(`^(?:https?:)?//(?:www\\.)?github\\.com/(?=${repository}/${page})`, 'i');

/**
 * Where a link to an issue on github.com leads to the same page without the issue noting it. Source: docs.github.com, "Autolinked
 * references and URLs".
 */
export function redirected(url: string): string {
  return url.replace(onGitHub, 'https://redirect.github.com/');
}
