import type { Answer, Call } from './answer.ts';
import { json } from './answer.ts';
import type { RepositoryState, Site } from './site.ts';

/** Parts of an issue or pull request by which GitHub sorts. */
export interface Sortable {
  readonly number: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly comments?: number;
}

/** Sorts as `sort` and `direction` of the request say: created and descending unless told otherwise. */
export function sorted<Entry extends Sortable>(entries: readonly Entry[], call: Call): Entry[] {
  const sign = call.query.get('direction') === 'asc' ? 1 : -1;
  const sort = call.query.get('sort');
  const compare = (a: Entry, b: Entry): number => {
    if (sort === 'updated' && a.updated_at !== b.updated_at) return a.updated_at < b.updated_at ? -1 : 1;
    if (sort === 'comments' && a.comments !== b.comments) return (a.comments ?? 0) - (b.comments ?? 0);
    return Date.parse(a.created_at) - Date.parse(b.created_at) || a.number - b.number;
  };
  return entries.toSorted((a, b) => sign * compare(a, b));
}

/**
 * One page and the `Link` header (docs.github.com, "Using pagination in the REST API"): 30 a page, at most 100.
 * GitHub's links name the repository by its id.
 */
export function paged(
  site: Site,
  repository: RepositoryState,
  call: Call,
  listPath: string,
  entries: readonly unknown[],
): Answer {
  const size = Math.min(100, positive(call.query.get('per_page')) ?? 30);
  const page = positive(call.query.get('page')) ?? 1;
  const last = Math.max(1, Math.ceil(entries.length / size));
  const link = (target: number, relation: string): string => {
    const query = new URLSearchParams(call.query);
    query.set('page', `${target}`);
    return `<${site.apiUrl}/repositories/${repository.id}${listPath}?${query}>; rel="${relation}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(link(Math.min(page - 1, last), 'prev'));
  if (page < last) links.push(link(page + 1, 'next'), link(last, 'last'));
  if (page > 1) links.push(link(1, 'first'));
  const shown = entries.slice((page - 1) * size, page * size);
  return json(200, shown, links.length > 0 ? { link: links.join(', ') } : {});
}

function positive(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
