import type { BuiltLog } from './build-log.ts';
import type { Settings } from './settings.ts';

/** A file that the action writes as a whole, as a commit has it. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** How one of these files comes about. Its path is null where a team does without it. */
interface Source {
  path(settings: Settings): string | null;
  content(built: BuiltLog): string;
}

/** The one list of files that a run proposes. The branch, its trailers and the commit follow from it. */
const SOURCES: readonly Source[] = [{ path: ({ log }) => log.path, content: ({ log }) => log.text }];

/** Paths of the files that a run proposes, the log first. */
export function generatedPaths(settings: Settings): string[] {
  return SOURCES.flatMap((source) => source.path(settings) ?? []);
}

/** The files that a run proposes, the log first. */
export function generatedFiles(built: BuiltLog, settings: Settings): GeneratedFile[] {
  return SOURCES.flatMap((source) => {
    const path = source.path(settings);
    return path === null ? [] : [{ path, content: source.content(built) }];
  });
}
