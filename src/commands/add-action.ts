import { isDeepStrictEqual } from 'node:util';
import { answerOf, fieldOf, withAnswer } from '../form/edit.ts';
import { fields } from '../incident/fields.ts';
import { endsWithUnreadDetail } from '../markdown/action-details.ts';
import { cleanLine, escapeText } from '../markdown/escape.ts';
import { lineEndingOf } from '../markdown/line.ts';
import { locateReviewActions } from '../markdown/review-actions.ts';
import {
  type CommandContext,
  type CommandResult,
  commandError,
  fieldMissing,
  noRoom,
  type TypedLine,
} from './result.ts';

/** Adds a review action to the list of an incident, as a list item that leaves all others as they are. */
export function addAction(
  { argument }: TypedLine,
  body: string,
  { template, url }: CommandContext,
): CommandResult {
  const { id } = fields.reviewActions;
  const field = fieldOf(template, id);
  if (field === undefined) return fieldMissing(id);
  // Owner and date are read at the very end only, so a full stop behind them goes.
  const text = cleanLine(argument).replace(/\)[.!]+$/, ')');
  if (text === '') return commandError('What is to be done is missing.');
  const answer = answerOf(body, template, id);
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
      if (added === undefined || added.textSpan === null || !isDeepStrictEqual(others, before)) continue;
      if (endsWithUnreadDetail(added.action)) {
        return commandError(
          'Put the owner and the date at the very end, as “(@login, due YYYY-MM-DD)”, or one of the two.',
        );
      }
      const written = withAnswer(body, template, field, [changed]);
      if (written !== null) return { kind: 'done', body: written, added: added.action.text };
    }
  }
  return noRoom;
}
