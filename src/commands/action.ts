import { isDeepStrictEqual } from 'node:util';
import { answerOf, fieldOf, withAnswer } from '../form/edit.ts';
import { lineEndingOf } from '../markdown/line.ts';
import { cleanLine, escapeText } from '../markdown/plain.ts';
import { locateReviewActions } from '../markdown/review-actions.ts';
import { endsUnread } from '../markdown/suffixes.ts';
import { mistake, withoutField, withoutRoom } from './mistake.ts';
import type { CommandResult, Place } from './place.ts';

/** Adds a review action to the list of an incident. */
export function addAction(words: string, body: string, { template, url }: Place): CommandResult {
  const field = fieldOf(template, 'review-actions');
  if (field === undefined) return withoutField('action', 'review-actions');
  // A full stop behind the parentheses would keep them from being read.
  const text = cleanLine(words).replace(/\)[.!]+$/, ')');
  if (text === '') return mistake('action', 'What is to be done is missing.');
  const answer = answerOf(body, template, 'review-actions');
  const before = locateReviewActions(answer, url).map(({ action }) => action);
  const eol = /[\r\n]/.test(answer) ? lineEndingOf(answer) : lineEndingOf(body);
  const bullet = /^ {0,3}[-+*](?=\s)/m.exec(answer)?.[0] ?? '-';
  for (const typed of [text, escapeText(text)]) {
    const item = `${bullet} ${typed}`;
    const tries =
      answer === ''
        ? [{ changed: item, at: 0 }]
        : [
            { changed: `${answer}${eol}${item}`, at: before.length },
            { changed: `${answer}${eol}${eol}${item}`, at: before.length },
            { changed: `${item}${eol}${eol}${answer}`, at: 0 },
          ];
    for (const { changed, at } of tries) {
      const found = locateReviewActions(changed, url);
      const added = found[at];
      const others = found.filter((_, index) => index !== at).map(({ action }) => action);
      if (added === undefined || added.words === null || !isDeepStrictEqual(others, before)) continue;
      if (endsUnread(added.action)) {
        return mistake(
          'action',
          'Put the owner and the date at the very end, as “(@login, due YYYY-MM-DD)”, or one of the two.',
        );
      }
      const written = withAnswer(body, template, field, [changed]);
      if (written !== null) return { kind: 'done', body: written, added: added.action.text };
    }
  }
  return withoutRoom('action');
}
