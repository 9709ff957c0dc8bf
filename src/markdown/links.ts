/** Where a link or an image leads. */
export interface Target {
  readonly url: string;
  readonly title?: string | null | undefined;
}

/** Schemes that a link may have; an address without one is relative. */
const schemes = new Set(['http', 'https', 'mailto']);

/** Whether an address has another scheme than web pages and e-mail have: it may hold a script, or a page of its own. */
export function hasForeignScheme(url: string): boolean {
  // What browsers leave out of an address (URL Standard, 4.4).
  const address = url.replace(/^[^!-\uFFFF]+|[\t\n\r]/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  return scheme !== undefined && !schemes.has(scheme);
}

/**
 * An address and title as a link has them in parentheses. Every character that some parser might take for Markdown, HTML or a
 * tag of a template engine is percent-encoded (RFC 3986, 2.1), so that the address needs no brackets.
 */
export function destination({ url, title }: Target): string {
  const address = url
    .replace(/[^\w/:?#@!$&*+,;=.~%'\u0080-\u{10FFFF}-]|\s/gu, percentEncode)
    // CommonMark 2.5: entities count in addresses, too.
    .replace(/&(?=#?[0-9A-Za-z]{1,40};)/g, '&amp;');
  if (!title) return address;
  const words = title
    .replace(/\s+/g, ' ')
    .replace(/[\\"&[\]`*_>{}]/g, (character) => `\\${character}`)
    .replaceAll('<', '&lt;');
  return `${address} "${words}"`;
}

/** `encodeURIComponent` leaves parentheses and `*` alone. */
function percentEncode(character: string): string {
  return /[()]/.test(character) ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character);
}

/** An address that needs no marks to be a link on GitHub, in which no parser takes a character for anything else. */
export const bareAddress =
  /^(?:https?:\/\/|www\.)[A-Za-z0-9](?:[\w/:?#@!$,;=.%+-]*[\w/])?$|^[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+$/i;

/** What may follow on such an address without becoming part of it. */
export const endsAddress = /^(?:$|[\s]|[.,;:!?'")]+(?:\s|$))/;

/** An address that every parser takes for one between angle brackets (CommonMark 6.5). */
export const plainAddress =
  /^(?:https?:|mailto:)[\w/:?#@!$,;=.%+~()*'-]+$|^[A-Za-z0-9.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/i;
