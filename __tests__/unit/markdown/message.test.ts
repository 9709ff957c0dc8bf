import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUrlOf } from '../../../src/github/pull-request.ts';
import { quoteInConversation } from '../../../src/markdown/escape.ts';
import { quoteMessage } from '../../../src/markdown/message.ts';
import { parseMarkdown } from '../../../src/markdown/parse.ts';

const repositoryUrl = 'https://github.com/octo/service';

function linksIn(markdown: string): string[] {
  const found: string[] = [];
  const look = (node: { type: string; url?: string; children?: unknown[] }) => {
    if (node.type === 'link' && node.url !== undefined) found.push(node.url);
    for (const child of node.children ?? []) look(child as typeof node);
  };
  look(parseMarkdown(markdown) as never);
  return found;
}

describe('quoteMessage', () => {
  it.each([
    `${repositoryUrl}/compare/main...incident-log?expand=1`,
    `${repositoryUrl}/compare/release/1.0...deadbeef/0123456789?expand=1`,
    compareUrlOf(repositoryUrl, { base: 'main', branch: 'a(b)*#1@2', title: 'Ünï “log” (|<>) @octo #1' }),
    'https://www.githubstatus.com',
  ])('offers %s as a link without anything inside', (address) => {
    for (const end of ['', '.', ', or ask somebody.', ' if it lasts', ')', '”', ';']) {
      const quoted = quoteMessage(`Open the pull request at ${address}${end}`, repositoryUrl);
      expect(quoted).toBe(`Open the pull request at <${address}>${end}`);
      expect(linksIn(quoted)).toEqual([address]);
    }
  });

  it.each([
    'See https://github.com/octo/service/issues/12 and @octo, #12',
    'See https://github.com/octo/service-other/compare/a...b',
    'See https://www.githubstatus.example',
    'See https://www.githubstatus.com.example.org/',
    'See https://www.githubstatus.com-example.org/',
    '<b> | `a` # 1',
  ])('quotes every other word: %s', (message) => {
    expect(linksIn(quoteMessage(message, repositoryUrl))).toEqual([]);
  });

  it('changes nothing else, whatever the words are, and the addresses stay', () => {
    const words = fc.string({ unit: fc.constantFrom('@', '#', '1', 'a', '<', '>', '`', '|', '*', '_', ':') });
    const address = `${repositoryUrl}/compare/main...incident-log?expand=1`;
    fc.assert(
      fc.property(words, words, (before, after) => {
        const quoted = quoteMessage(`${before} ${address} ${after}`, repositoryUrl);
        const [one, other] = [before, after].map(quoteInConversation);
        expect(quoted.trim()).toBe(`${one} <${address}> ${other}`.trim());
        expect(quoteMessage(before, repositoryUrl)).toBe(one);
      }),
    );
  });
});
