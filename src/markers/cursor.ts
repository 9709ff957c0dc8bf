import type { Instant } from '../incident/incident.ts';
import { lineEndingOf } from '../markdown/line.ts';

/** The hidden last line of an incident's body: which commands have been carried out. */
export interface Cursor {
  /** Id of the last comment whose commands have been carried out, or refused. Ids grow with time. */
  readonly through: number;
  /** When the first comment was written of those that were carried out last (UTC milliseconds): what came before is settled. */
  readonly since: Instant;
  /** Id of the status comment, which may be older than `since`. */
  readonly statusComment: number | null;
  /** Hashes of the items that `/action` has added, which get an issue while the incident goes on. */
  readonly actions: readonly string[];
}

const cursorLine =
  /(?<=^|[\r\n])<!-- incident-log: commands through=([1-9]\d{0,15}) since=(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z)(?: feedback=([1-9]\d{0,15}))?(?: actions=([0-9a-f]{16}(?:,[0-9a-f]{16})*))? -->[ \t]*(?:\r\n|[\r\n]|$)/g;

/** The cursor in a body, wherever a person may have moved its line; null where there is none. */
export function readCursor(body: string | null): Cursor | null {
  const [, through, since = '', statusComment, actions] = [...(body ?? '').matchAll(cursorLine)].at(-1) ?? [];
  const instant = Date.parse(since);
  if (through === undefined || Number.isNaN(instant)) return null;
  return {
    through: Number(through),
    since: instant,
    statusComment: statusComment === undefined ? null : Number(statusComment),
    actions: actions?.split(',') ?? [],
  };
}

/** The body with this cursor as its last line, in the place of any other. */
export function withCursor(body: string, { through, since, statusComment, actions }: Cursor): string {
  const former = [...body.matchAll(cursorLine)].at(-1);
  const start = former?.index ?? body.length;
  const text = (body.slice(0, start) + body.slice(start + (former?.[0].length ?? 0))).trimEnd();
  const parts = [
    `through=${through}`,
    `since=${new Date(since).toISOString().replace(/\.\d{3}Z$/, 'Z')}`,
    ...(statusComment === null ? [] : [`feedback=${statusComment}`]),
    ...(actions.length === 0 ? [] : [`actions=${actions.join(',')}`]),
  ];
  const gap = text === '' ? '' : lineEndingOf(text).repeat(2);
  return `${text}${gap}<!-- incident-log: commands ${parts.join(' ')} -->`;
}
