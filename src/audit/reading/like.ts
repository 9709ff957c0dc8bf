import { unitSeconds } from './lengths.ts';

/**
 * A duration in the form in which another one is written: 90 minutes like `2h 30m` is `1h 30m`, like `150 minutes` is `90 minutes`,
 * and like `2.5 hours` is `1.5 hours`. Null where that form can't say it exactly, or would need another word: `1 hours`.
 */
export function lengthLike(text: string, seconds: number): string | null {
  if (seconds <= 0) return null;
  const clock = /^(\d{1,3}):(\d{2})$/.exec(text);
  if (clock !== null) {
    if (seconds % 60 !== 0) return null;
    const hours = String(Math.floor(seconds / 3600)).padStart(clock[1]?.startsWith('0') ? 2 : 1, '0');
    return `${hours}:${String((seconds / 60) % 60).padStart(2, '0')}`;
  }
  const parts = [...text.matchAll(/(\d+(?:[.,]\d+)?)( ?-?)(\p{L}+)/gu)];
  if (
    parts.length === 0 ||
    parts.map(([whole]) => whole).join('') !== text.replace(/(?<=\p{L}),? (?:and )?(?=\d)/gu, '')
  )
    return null;
  let left = seconds;
  let written = text;
  let shift = 0;
  for (const [index, { 1: number = '', 3: name = '', index: at }] of parts.entries()) {
    const size = unitSeconds(name);
    if (size === null) return null;
    const decimals = /[.,](\d+)/.exec(number)?.[1]?.length ?? 0;
    const isLast = index === parts.length - 1;
    const value = isLast ? left / size : Math.floor(left / size);
    const shown = value.toFixed(decimals);
    if (isLast && Math.abs(Number(shown) * size - left) > 0.001) return null;
    // Another number needs another word: 1 hour, 2 hours.
    if (name.length > 2 && (Number(number) === 1) !== (value === 1)) return null;
    left -= Number(shown) * size;
    const padded = /^0\d/.test(number) ? shown.padStart(number.length, '0') : shown;
    const replaced = number.includes(',') ? padded.replace('.', ',') : padded;
    written = written.slice(0, at + shift) + replaced + written.slice(at + shift + number.length);
    shift += replaced.length - number.length;
  }
  return written;
}
