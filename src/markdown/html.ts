import { escapeLine } from './plain.ts';

/** A tag, a comment, or text between them. */
interface Token {
  readonly kind: 'open' | 'close' | 'single' | 'comment' | 'text';
  /** Of a tag that is allowed; '' otherwise. */
  readonly name: string;
  /** What stands in its place. */
  readonly markdown: string;
  /** What shows it as text. */
  readonly shown: string;
}

/**
 * Markdown in which pieces of raw HTML can do no harm: `kbd`, `sub` and `sup` where they are opened and closed, `br`, and
 * `img` with an https source, all rebuilt with the attributes that we know; comments are dropped, and the rest is shown as
 * text, each piece on one line.
 *
 * @param pieces raw HTML in the order in which it stands in one block
 */
export function containHtml(pieces: readonly string[]): string[] {
  const tokens = pieces.map(readTokens);
  const paired = pairedTokens(tokens.flat());
  return tokens.map((piece) =>
    piece
      .map((token) =>
        paired.has(token) || (token.kind !== 'open' && token.kind !== 'close') ? token.markdown : token.shown,
      )
      .join('')
      .trim(),
  );
}

function readTokens(html: string): Token[] {
  const tokens: Token[] = [];
  const tag = /<(\/?)([a-z]+)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/?>/iy;
  let position = 0;
  let text = 0;
  const lastCommentEnd = html.lastIndexOf('-->');
  const push = (token: Token, length: number) => {
    if (text < position) tokens.push(textToken(html.slice(text, position)));
    tokens.push(token);
    position += length;
    text = position;
  };
  for (let next = html.indexOf('<'); next >= 0; next = html.indexOf('<', position)) {
    position = next;
    tag.lastIndex = position;
    const match = tag.exec(html);
    const token = match === null ? null : tagToken(match);
    const isComment = html.startsWith('<!--', position) && position + 2 <= lastCommentEnd;
    const comment = isComment ? html.indexOf('-->', position + 2) : -1;
    if (match !== null && token !== null) push(token, match[0].length);
    else if (comment >= 0) {
      push({ kind: 'comment', name: '', markdown: '', shown: '' }, comment + 3 - position);
    } else position += 1;
  }
  position = html.length;
  if (text < position) tokens.push(textToken(html.slice(text)));
  return tokens;
}

function textToken(html: string): Token {
  const shown = escapeLine(html.replace(/\s+/g, ' '));
  return { kind: 'text', name: '', markdown: shown, shown };
}

function tagToken(match: RegExpExecArray): Token | null {
  const [html, slash = '', tagName = '', attributes = ''] = match;
  const name = tagName.toLowerCase();
  const shown = escapeLine(html.replace(/\s+/g, ' '));
  if (name === 'br') return { kind: 'single', name, markdown: '<br>', shown };
  if (name === 'img' && slash === '') {
    const image = rebuildImage(attributes);
    return image === null ? null : { kind: 'single', name, markdown: image, shown };
  }
  if (name !== 'kbd' && name !== 'sub' && name !== 'sup') return null;
  return { kind: slash === '' ? 'open' : 'close', name, markdown: `<${slash}${name}>`, shown };
}

/** An image with the attributes that only say what it shows and how large; null without an https source. */
function rebuildImage(attributes: string): string | null {
  const values = new Map<string, string>();
  for (const [, name = '', ...quoted] of attributes.matchAll(
    // From the beginning of a name alone: a long one that has no value is gone through once.
    /(?<![^\s"'/])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g,
  )) {
    const value = quoted.find((each) => each !== undefined) ?? '';
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  if (!/^https:\/\/\S+$/i.test(values.get('src') ?? '')) return null;
  const kept = ['src', 'alt', 'title', 'width', 'height'].flatMap((name) => {
    const value = values.get(name)?.replace(/\s+/g, ' ');
    if (value === undefined || (/th$|^height$/.test(name) && !/^\d+%?$/.test(value))) return [];
    return [` ${name}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`];
  });
  return `<img${kept.join('')}>`;
}

/** The tags that are opened and closed again, one within the other. */
function pairedTokens(tokens: readonly Token[]): Set<Token> {
  const paired = new Set<Token>();
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') open.push(token);
    const last = open.at(-1);
    if (token.kind !== 'close' || last?.name !== token.name) continue;
    open.pop();
    paired.add(last).add(token);
  }
  return paired;
}
