/** A piece of raw HTML: an allowed tag, a comment, or anything else, which is shown as text. */
interface Token {
  readonly kind: 'open' | 'close' | 'single' | 'comment' | 'text';
  /** Name of an opening or closing tag; '' for other tokens. */
  readonly name: string;
  readonly html: string;
  /** The tag as it is written, for an allowed one. */
  readonly rebuilt: string;
}

/**
 * Harmless Markdown for pieces of raw HTML, each on one line. Allowed are `kbd`, `sub` and `sup` where they are opened and closed, `br`, and
 * `img` with an https source; they are rebuilt with known attributes only. Comments are dropped, and everything else is shown as text.
 *
 * @param pieces all raw HTML of one block, in order
 * @param show returns Markdown that shows one line of text
 * @param tags `none` for MDX, which has no HTML
 */
export function containHtml(
  pieces: readonly string[],
  show: (text: string) => string,
  tags: 'some' | 'none',
): string[] {
  const tokens = pieces.map((html) => readTokens(html, tags));
  const paired = pairedTokens(tokens.flat());
  return tokens.map((piece) => {
    let markdown = '';
    let text = '';
    for (const token of piece) {
      // Text around a dropped comment is shown as one text.
      if (token.kind === 'comment') continue;
      if (token.kind !== 'single' && !paired.has(token)) {
        text += token.html;
        continue;
      }
      markdown += showOnLine(text, show) + token.rebuilt;
      text = '';
    }
    return (markdown + showOnLine(text, show)).trim();
  });
}

function showOnLine(html: string, show: (text: string) => string): string {
  return html === '' ? '' : show(html.replace(/\s+/g, ' '));
}

function readTokens(html: string, tags: 'some' | 'none'): Token[] {
  const tokens: Token[] = [];
  const tag = /<(\/?)([a-z]+)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/?>/iy;
  const lastCommentEnd = html.lastIndexOf('-->');
  let position = 0;
  let text = 0;
  const push = (token: Token) => {
    if (text < position) tokens.push(textToken(html.slice(text, position)));
    tokens.push(token);
    position += token.html.length;
    text = position;
  };
  for (let next = html.indexOf('<'); next >= 0; next = html.indexOf('<', position)) {
    position = next;
    tag.lastIndex = position;
    const match = tags === 'none' ? null : tag.exec(html);
    const allowed = match === null ? null : tagToken(match);
    const isComment = html.startsWith('<!--', position) && position + 2 <= lastCommentEnd;
    const comment = isComment ? html.indexOf('-->', position + 2) : -1;
    if (allowed !== null) push(allowed);
    else if (comment >= 0) {
      push({ kind: 'comment', name: '', html: html.slice(position, comment + 3), rebuilt: '' });
    } else position += 1;
  }
  position = html.length;
  if (text < position) tokens.push(textToken(html.slice(text)));
  return tokens;
}

function textToken(html: string): Token {
  return { kind: 'text', name: '', html, rebuilt: '' };
}

function tagToken(match: RegExpExecArray): Token | null {
  const [html, slash = '', tagName = '', attributes = ''] = match;
  const name = tagName.toLowerCase();
  if (name === 'br') return { kind: 'single', name: '', html, rebuilt: '<br>' };
  if (name === 'img' && slash === '') {
    const image = rebuildImage(attributes);
    return image === null ? null : { kind: 'single', name: '', html, rebuilt: image };
  }
  if (name !== 'kbd' && name !== 'sub' && name !== 'sup') return null;
  return { kind: slash === '' ? 'open' : 'close', name, html, rebuilt: `<${slash}${name}>` };
}

/** An image with its source, texts and size, and no other attributes; null without an https source. */
function rebuildImage(attributes: string): string | null {
  const values = new Map<string, string>();
  for (const [, name = '', ...quoted] of attributes.matchAll(
    // The match begins only where a name does, so that a long name without a value is read once.
    /(?<![^\s"'/])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g,
  )) {
    const value = quoted.find((each) => each !== undefined) ?? '';
    if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
  }
  if (!/^https:\/\/\S+$/i.test(values.get('src') ?? '')) return null;
  const kept = ['src', 'alt', 'title', 'width', 'height'].flatMap((name) => {
    const value = values.get(name)?.replace(/\s+/g, ' ');
    if (value === undefined || (/th$|^height$/.test(name) && !/^\d+%?$/.test(value))) return [];
    // Entities, so that even a parser that does not see a tag here finds no Markdown in it.
    const written = value.replace(/["<>`*_[\]{}|\\~]/g, (character) => `&#${character.charCodeAt(0)};`);
    return [` ${name}="${written}"`];
  });
  return `<img${kept.join('')}>`;
}

/** The opening and closing tags that belong together, properly nested. */
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
