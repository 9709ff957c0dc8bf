const names = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The month, 1 to 12, that an English word names in full or by its first three letters or more ("Sept."); null for another word. */
export function monthOf(word: string): number | null {
  const letters = word.toLowerCase();
  const index = letters.length < 3 ? -1 : names.findIndex((name) => name.startsWith(letters));
  return index < 0 ? null : index + 1;
}

/** A month's name in the manner of another: "October" in that of "July", "Oct" in that of "Jul", "OCTOBER" in that of "JULY". */
export function monthLike(model: string, month: number): string {
  const name = names[month - 1] ?? '';
  // "May" is long and short.
  const word = model.length === 3 && model.toLowerCase() !== 'may' ? name.slice(0, 3) : name;
  if (model === model.toUpperCase()) return word.toUpperCase();
  return model === model.toLowerCase() ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
