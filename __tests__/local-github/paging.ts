import type { Answer, Call } from './answer.ts';
import { json, Refusal } from './answer.ts';
import type { RepositoryState, Site } from './routes/site.ts';

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

/**
 * As `paged`, for the list of issues: its links carry a cursor, and page numbers alone reach so many entries and no further
 * (github/rest-api-description and others measured 1,000; docs.github.com, "Using pagination in the REST API", says to follow the links).
 */
export function pagedByCursor(
  site: Site,
  repository: RepositoryState,
  call: Call,
  listPath: string,
  entries: readonly unknown[],
): Answer {
  const size = Math.min(100, positive(call.query.get('per_page')) ?? 30);
  const [after, before] = [call.query.get('after'), call.query.get('before')];
  const page = positive(call.query.get('page')) ?? 1;
  if (after === null && before === null && page > 1 && page * size > repository.numberedIssues) {
    throw new Refusal(
      422,
      'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)',
    );
  }
  const numbered = (page - 1) * size;
  const start =
    after !== null ? offsetOf(after) : before !== null ? Math.max(0, offsetOf(before) - size) : numbered;
  const end = start + size;
  const link = (relation: 'next' | 'prev', cursor: 'after' | 'before', offset: number): string => {
    const query = new URLSearchParams(call.query);
    for (const name of ['after', 'before']) query.delete(name);
    query.set(cursor, cursorAt(offset));
    query.set('page', `${relation === 'next' ? page + 1 : page - 1}`);
    return `<${site.apiUrl}/repositories/${repository.id}${listPath}?${query}>; rel="${relation}"`;
  };
  const links = [
    ...(end < entries.length ? [link('next', 'after', end)] : []),
    ...(start > 0 ? [link('prev', 'before', start)] : []),
  ];
  return json(200, entries.slice(start, end), links.length > 0 ? { link: links.join(', ') } : {});
}

/** Opaque, as GitHub's are. */
function cursorAt(offset: number): string {
  return Buffer.from(`cursor:v2:${offset}`).toString('base64url');
}

function offsetOf(cursor: string): number {
  const [, offset] = /^cursor:v2:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (offset === undefined) throw new Refusal(422, 'Invalid cursor');
  return Number(offset);
}

function positive(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
