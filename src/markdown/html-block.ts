/** What ends an HTML block: a piece of text on one of its lines, or a blank line. */
export type HtmlEnd = RegExp | 'blank';

const rawEnd = /<\/(?:script|pre|style|textarea)>/i;

const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

/**
 * How the HTML block ends that begins with this text (indentation removed), or null when none begins.
 * The seven kinds of CommonMark 4.6; the seventh, any other tag alone on its line, only where `seventh` is `allowed`,
 * for it cannot interrupt a paragraph.
 */
export function htmlBlockEnd(text: string, seventh: 'allowed' | 'excluded'): HtmlEnd | null {
  if (!text.startsWith('<')) return null;
  if (/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i.test(text)) return rawEnd;
  if (text.startsWith('<!--')) return /-->/;
  if (text.startsWith('<?')) return /\?>/;
  if (text.startsWith('<![CDATA[')) return /\]\]>/;
  if (/^<![a-z]/i.test(text)) return />/;
  const name = /^<\/?([a-z][a-z0-9-]{0,20})(?:[ \t>]|\/>|$)/i.exec(text)?.[1];
  if (name !== undefined && blockNames.has(name.toLowerCase())) return 'blank';
  return seventh === 'allowed' && isLoneTag(text) ? 'blank' : null;
}

const attribute = /[ \t]+[a-z_:][a-z0-9_.:-]*(?:[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|[^ \t"'/<=>`]+))?/iy;
const openingTagEnd = /[ \t]*\/?>[ \t]*$/y;

/** Whether the line is one complete tag and nothing else. Attributes are taken one by one, so that a long line costs no deep backtracking. */
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
