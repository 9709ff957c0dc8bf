/**
 * The kinds of HTML block (CommonMark 4.6): `raw` such as `<script>`, `comment`, `instruction` (`<?…`), `declaration` (`<!A…`),
 * `cdata`, a tag that makes a `block` such as `<div>`, and any `other` tag alone on its line.
 */
export type HtmlKind = 'raw' | 'comment' | 'instruction' | 'declaration' | 'cdata' | 'block' | 'other';

const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

/**
 * The kind of HTML block that begins with this text (indentation removed), or null when none begins.
 *
 * @param interrupted what is open above: a paragraph is not interrupted by the kind `other`
 */
export function htmlKindOf(text: string, interrupted: 'paragraph' | 'nothing'): HtmlKind | null {
  if (!text.startsWith('<')) return null;
  if (/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i.test(text)) return 'raw';
  if (text.startsWith('<!--')) return 'comment';
  if (text.startsWith('<?')) return 'instruction';
  if (text.startsWith('<![CDATA[')) return 'cdata';
  if (/^<![a-z]/i.test(text)) return 'declaration';
  const name = /^<\/?([a-z][a-z0-9-]{0,20})(?:[ \t>]|\/>|$)/i.exec(text)?.[1];
  if (name !== undefined && blockNames.has(name.toLowerCase())) return 'block';
  return interrupted === 'nothing' && isLoneTag(text) ? 'other' : null;
}

/** What the last line of an HTML block contains. The kinds that are not listed here end in front of a blank line. */
const ends: Partial<Record<HtmlKind, RegExp>> = {
  raw: /<\/(?:script|pre|style|textarea)>/i,
  comment: /-->/,
  instruction: /\?>/,
  declaration: />/,
  cdata: /\]\]>/,
};

/** Whether an HTML block can contain blank lines. */
export function spansBlankLines(kind: HtmlKind): boolean {
  return ends[kind] !== undefined;
}

/** Whether a line of an HTML block ends it. No line ends a block that a blank line ends. */
export function isLastOfHtml(kind: HtmlKind, text: string): boolean {
  return ends[kind]?.test(text) ?? false;
}

const attribute = /[ \t]+[a-z_:][a-z0-9_.:-]*(?:[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|[^ \t"'/<=>`]+))?/iy;
const openingTagEnd = /[ \t]*\/?>[ \t]*$/y;

/** Whether the line is one complete tag and nothing else. It reads attributes one by one, so that no regular expression backtracks far. */
function isLoneTag(text: string): boolean {
  if (/^<\/[a-z][a-z0-9-]*[ \t]*>[ \t]*$/i.test(text)) return true;
  const name = /^<[a-z][a-z0-9-]*/i.exec(text);
  if (name === null) return false;
  let index = name[0].length;
  for (;;) {
    attribute.lastIndex = index;
    if (!attribute.test(text)) break;
    index = attribute.lastIndex;
  }
  openingTagEnd.lastIndex = index;
  return openingTagEnd.test(text);
}
