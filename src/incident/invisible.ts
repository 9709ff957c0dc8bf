/**
 * Invisible characters, which come along with pasted text: soft hyphens, zero-width spaces and joiners, marks and overrides of writing
 * direction, word joiners and byte order marks. A joiner in front of a picture is visible: it makes one emoji of two.
 */
const invisible =
  /[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\u200D(?!\p{Extended_Pictographic})/gu;

/** The text without its invisible characters. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** The offset in a text behind its first `count` visible characters. */
export function offsetOfVisible(text: string, count: number): number {
  if (withoutInvisible(text) === text) return count;
  let left = count;
  for (let offset = 0; offset < text.length; offset += 1) {
    if (left === 0) return offset;
    if (withoutInvisible(text.charAt(offset)) !== '') left -= 1;
  }
  return text.length;
}

/** The text without white space and invisible characters at either end. */
export function trimInvisible(text: string): string {
  const visible = [...text].map((character) => withoutInvisible(character).trim() !== '');
  const from = visible.indexOf(true);
  return from < 0 ? '' : [...text].slice(from, visible.lastIndexOf(true) + 1).join('');
}
