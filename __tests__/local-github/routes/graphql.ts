import type { Answer, JsonObject } from '../answer.ts';
import { json, Refusal } from '../answer.ts';

/**
 * POST /graphql, as far as it tells who is asking: `viewer { login }` (docs.github.com/en/graphql/reference/queries#viewer). A token of an
 * App or of a workflow is answered as REST names it, `name[bot]` and `github-actions[bot]`, though GraphQL's own `author { login }`
 * leaves `[bot]` out: actions that find their comments that way compare with `viewer.login.replace('[bot]', '')`. What cannot be asked
 * here is answered as GitHub does, by 200 with `errors`; without a token nothing can (401).
 */
export function answerQuery(actor: string | null, { query }: JsonObject): Answer {
  if (actor === null) throw new Refusal(401, 'This endpoint requires you to be authenticated.');
  if (/^\s*(?:query\s*)?\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(String(query))) {
    return json(200, { data: { viewer: { login: actor } } });
  }
  return json(200, { errors: [{ type: 'INVALID_QUERY', message: 'Not known to the local GitHub.' }] });
}
