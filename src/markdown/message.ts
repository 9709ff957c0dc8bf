import { quoteInConversation } from './plain.ts';

/** What an address that we offer may hold: nothing that ends an autolink (CommonMark 6.5) or a cell, and no white space. */
const rest = "(?:[\\w%.!~*'()/?=&:-]*[\\w%/=-])?";

/** Not another site that begins so. */
const statusPage = 'https://www\\.githubstatus\\.com(?![\\w.-]*[\\w-])';

/**
 * A message of this program for a comment or summary: as `quoteInConversation`, but the addresses that we offer are links and stay whole.
 * These are pages that notify nobody and that no issue refers to, so that it does no harm if a person's words in the message hold one.
 *
 * @param repositoryUrl web address of the repository: its comparisons and settings are offered
 */
export function quoteMessage(message: string, repositoryUrl: string): string {
  const pages = [`${repositoryUrl}/compare/`, `${repositoryUrl}/settings/`, 'https://docs.github.com/'];
  const prefixes = pages.map((page) => page.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const offered = new RegExp(`((?:${prefixes})${rest}|${statusPage})`, 'g');
  return message
    .split(offered)
    .map((part, index) => (index % 2 === 1 ? `<${part}>` : quotePart(part)))
    .join('');
}

/** White space at the ends counts here, for an address stands next to it. */
function quotePart(part: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? [];
  return (before && ' ') + quoteInConversation(words) + (after && ' ');
}
