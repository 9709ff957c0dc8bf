import { referenceBreaks } from '../escape.ts';

const page = '(?:issues|pulls?|discussions|commits?)/\\w';
/** An owner and a repository. No owner is called `organizations`, and Sentry's addresses of issues begin so. */
const repository = '(?!organizations/)[^\\s/]+/[^\\s/]+';
const person = '(?:(?:www\\.)?github\\.[^\\s/]+|[^\\s/]+\\.ghe\\.com)/[\\w-]+/?(?![\\w/.-])';
/** The address of an issue, pull request, discussion, commit or person, which GitHub turns into a reference. */
const referenceAddress = new RegExp(`https?:(?=//(?:[^\\s/]+/${repository}/${page}|${person}))`, 'gi');

/** The offsets in a text, as it is shown, where zero-width spaces keep GitHub from finding a reference in it. */
export function breaksIn(text: string): number[] {
  const addresses = [...text.matchAll(referenceAddress)].map(({ index, 0: scheme }) => index + scheme.length);
  return [...referenceBreaks(text), ...addresses];
}

/** Whether GitHub may turn a link into a reference, by the address that it shows or leads to. Parsers disagree on entities in it. */
export function isReference(address: string, url: string): boolean {
  return (
    [address, url].some((each) => each.search(referenceAddress) >= 0) || /&#?[0-9a-z]{1,40};/i.test(address)
  );
}

/**
 * Whether an address would mention somebody or link an issue if it were plain text. Parsers disagree on what is an address within a text.
 */
export function mentionsSomebody(address: string): boolean {
  return /(?<![0-9a-z])@|#\d|GH-\d/i.test(address);
}

const onGitHub = new RegExp(`^(?:https?:)?//(?:www\\.)?github\\.com/(?=${repository}/${page})`, 'i');

/**
 * The address through which a link to an issue on github.com leads to the same page without a backlink on the issue. Source:
 * docs.github.com, "Autolinked references and URLs".
 */
export function redirected(url: string): string {
  return url.replace(onGitHub, 'https://redirect.github.com/');
}
