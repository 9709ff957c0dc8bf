import { withoutInvisible } from '../incident/invisible.ts';
import { cleanLine } from '../markdown/escape.ts';

/**
 * The text on one line, with single spaces, without what shows nothing, what turns the direction of writing, and what XML 1.0 (2.2, Char)
 * does not allow.
 */
export function plainLine(text: string): string {
  return withoutInvisible(cleanLine(text))
    .replace(/[\p{Bidi_Control}\uFFFE\uFFFF]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * How wide a text is, in the width of a Latin letter: characters beyond the alphabets of Europe and the Near East count twice. An upper
 * bound for nearly every font, because nothing here can measure one.
 */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) count += character < '\u0800' ? 1 : 2;
  return count;
}

/** A `plainLine` of at most so many columns; one that is cut ends in “…”. */
export function shortLine(text: string, limit: number): string {
  const line = plainLine(text);
  if (columns(line) <= limit) return line;
  let [kept, left] = ['', limit - 2];
  for (const character of line) {
    left -= columns(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Character data of XML that shows the text. Whoever calls it has removed what XML does not allow, as `plainLine` does. */
export function xmlText(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? '');
}

/** An element of XML. The children are markup; the values of the attributes are escaped, so they are not. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .map(
      ([key, value]) =>
        ` ${key}="${`${value}`.replace(/[&<>"]/g, (character) => entities[character] ?? '')}"`,
    )
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}
