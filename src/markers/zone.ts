/** The parts of a file that the action owns as a whole. */
export const zoneNames = ['overview'] as const;
export type ZoneName = (typeof zoneNames)[number];

/** How a hidden comment is written: MDX knows no comments of HTML. */
export type CommentSyntax = 'html' | 'mdx';

/** One of the two comments that a zone stands between. */
export interface ZoneMarker {
  /** As it is typed, so it may be the name of no zone. */
  readonly name: string;
  readonly edge: 'begin' | 'end';
  readonly syntax: CommentSyntax;
}

/** A line that is a zone's comment and nothing else, in a text of several lines. */
export const zoneMarkerLine =
  /^ {0,3}(?:<!--|\{\/\*)[ \t]*\/?incident-log:[ \t]*[a-z][a-z0-9-]{0,40}[ \t]*(?:-->|\*\/\})[ \t]*\r?$/gm;

const parts =
  /^ {0,3}(<!--|\{\/\*)[ \t]*(\/?)incident-log:[ \t]*([a-z][a-z0-9-]{0,40})[ \t]*(-->|\*\/\})[ \t]*\r?$/;

/** Null for any other line. */
export function readZoneMarker(line: string): ZoneMarker | null {
  const [, opening, slash, name, closing] = parts.exec(line) ?? [];
  if (name === undefined || (opening === '<!--') !== (closing === '-->')) return null;
  return { name, edge: slash === '/' ? 'end' : 'begin', syntax: opening === '<!--' ? 'html' : 'mdx' };
}

export function writeZoneMarker({ name, edge, syntax }: ZoneMarker): string {
  const text = `${edge === 'end' ? '/' : ''}incident-log:${name}`;
  return syntax === 'mdx' ? `{/* ${text} */}` : `<!-- ${text} -->`;
}
