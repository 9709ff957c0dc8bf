import { quoteInConversation } from './escape.ts';

/** The rest of an address in our messages. Nothing in it ends an autolink (CommonMark 6.5) or a table cell. */
const rest = "(?:[\\w%.!~*'()/?=&:-]*[\\w%/=-])?";

/** GitHub's status page, and no other site whose name begins like it. */
const statusPage = 'https://www\\.githubstatus\\.com(?![\\w.-]*[\\w-])';

/**
 * A message of this program for a comment or summary: as `quoteInConversation`, but addresses that our messages use become links. It does no
 * harm if a person's words within the message hold such an address, because links to these pages notify nobody.
 *
 * @param repositoryUrl web address of the repository, to whose comparisons and settings messages link
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

/** As `quoteInConversation`, with a space for white space at the ends, because an address stands next to it. */
function quotePart(part: string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? [];
  return (before && ' ') + quoteInConversation(text) + (after && ' ');
}
