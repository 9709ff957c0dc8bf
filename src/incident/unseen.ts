/**
 * Characters that show nothing and come along with pasted text: soft hyphens, zero-width spaces and joiners, marks and overrides of
 * writing direction, word joiners and byte order marks. A joiner in front of a picture makes one emoji of two, and shows.
 */
const unseen =
  /[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|\u200D(?!\p{Extended_Pictographic})/gu;

/** The text without characters that show nothing. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** The offset in a text just behind as many characters that show something. */
export function offsetOfSeen(text: string, count: number): number {
  if (withoutUnseen(text) === text) return count;
  let left = count;
  for (let offset = 0; offset < text.length; offset += 1) {
    if (left === 0) return offset;
    if (withoutUnseen(text.charAt(offset)) !== '') left -= 1;
  }
  return text.length;
}

/** The text without white space and characters that show nothing at either end. */
export function trimUnseen(text: string): string {
  const seen = [...text].map((character) => withoutUnseen(character).trim() !== '');
  const from = seen.indexOf(true);
  return from < 0 ? '' : [...text].slice(from, seen.lastIndexOf(true) + 1).join('');
}
