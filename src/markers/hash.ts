import { createHash } from 'node:crypto';
import type { ReviewAction } from '../incident/incident.ts';
import { cleanText } from '../markdown/escape.ts';

/** The first 16 hexadecimal digits of a SHA-256; equal for the same parts alone, null among them. */
export function hashOf(...parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Hash of an item's words; the same however its lines end. */
export function textHash(text: string): string {
  return hashOf(cleanText(text).trim());
}

/** Hash of what an item says; the same however its lines end. */
export function itemHash({ text, owner, due }: Pick<ReviewAction, 'text' | 'owner' | 'due'>): string {
  return hashOf(cleanText(text).trim(), owner, due);
}
