import { isManaged, type Log, type LogQuarter, type LogSection, type ManagedEntry } from './read.ts';

/** A quarter with all that stands under it, or a chapter. */
export interface Group {
  readonly quarter: LogQuarter | null;
  /** The year that a chapter's heading consists of. */
  readonly year: number | null;
  readonly sections: readonly LogSection[];
  readonly start: number;
  readonly contentEnd: number;
  /** `ours` is written anew; in `theirs` entries of ours come and go. */
  readonly manner: 'ours' | 'theirs';
}

/** The file in groups, from top to bottom; the first is what stands before everything, be it nothing. */
export function groupsOf({ sections }: Log, source: string): Group[] {
  const [first] = sections;
  const groups: LogSection[][] = first?.kind === 'text' && first.year === null ? [] : [[nothing]];
  let level = 0;
  for (const section of sections) {
    const isInside =
      section.kind === 'entry' || (section.kind === 'text' && section.level > level && level > 0);
    if (isInside) groups.at(-1)?.push(section);
    else groups.push([section]);
    if (section.kind === 'quarter') level = section.level;
    else if (!isInside) level = 0;
  }
  const isGenerated = sections.every(
    (section) =>
      section.kind === 'text' || (section.kind === 'entry' ? isManaged(section) : section.manner === 'ours'),
  );
  return groups.map((members): Group => {
    const [head = nothing, ...others] = members;
    const isOurs =
      head.kind === 'quarter' &&
      head.manner === 'ours' &&
      // Where people keep entries, one without any of ours may be theirs.
      (isGenerated || others.length > 0) &&
      others.every((section) => section.kind === 'entry' && isManaged(section) && section.foreign === '') &&
      members.every((section) => source.slice(endOf(section), section.end).trim() === '');
    return {
      quarter: head.kind === 'quarter' ? head : null,
      year: head.kind === 'text' ? head.year : null,
      sections: members,
      start: head.start,
      contentEnd: members.at(-1)?.contentEnd ?? 0,
      manner: isOurs ? 'ours' : 'theirs',
    };
  });
}

/** What stands before a file that begins with a quarter or an entry. */
const nothing: LogSection = {
  kind: 'text',
  line: 1,
  start: 0,
  end: 0,
  contentEnd: 0,
  level: 0,
  isUnreadableQuarter: false,
  year: null,
};

/** Just past what is ours in a section, or in one of theirs past all that is no separator. */
function endOf(section: LogSection): number {
  return section.kind === 'entry' ? section.ownEnd : section.contentEnd;
}

/** The entries of ours in a group. */
export function managedIn({ sections }: Group): ManagedEntry[] {
  return sections.filter((section) => section.kind === 'entry').filter(isManaged);
}
