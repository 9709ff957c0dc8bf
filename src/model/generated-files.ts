import { isOwnChart } from '../chart/own-chart.ts';
import { UserError } from '../errors.ts';
import type { Files } from '../github/file.ts';
import type { BuiltLog } from './build-log.ts';
import { chartDataOf } from './chart-data.ts';
import type { Settings } from './settings.ts';

/** A file that the action writes as a whole, as a commit has it. */
export interface GeneratedFile {
  readonly path: string;
  readonly content: string;
}

/** How one of these files comes about. */
interface Source {
  /** Null where a team does without it. */
  path(settings: Settings): string | null;
  content(built: BuiltLog, settings: Settings): Promise<string>;
  /** What is wrong with a file that stands at its path and is not ours to replace, as the end of a sentence; null for one that is. */
  objection(text: string): string | null;
}

/** The one list of files that a run proposes. The branch, its trailers and the commit follow from it. */
const SOURCES: readonly Source[] = [
  {
    path: ({ log }) => log.path,
    content: async ({ log }) => log.text,
    // What people have written in it stays.
    objection: () => null,
  },
  {
    path: ({ log }) => (log.chartPath === '' ? null : log.chartPath),
    // Loaded for those who want a chart.
    content: async (built, { log }) =>
      (await import('../chart/chart.ts')).chartSvg(chartDataOf(built, log.timezone)),
    objection: (text) =>
      isOwnChart(text)
        ? null
        : 'is no chart of ours, and was left as it is: set `chart-path` to another path, or delete the file',
  },
];

/** Paths of the files that a run proposes, the log first. */
export function generatedPaths(settings: Settings): string[] {
  return SOURCES.flatMap((source) => source.path(settings) ?? []);
}

/** The files that a run proposes, the log first. Throws {@link UserError} where one of them would replace somebody else's file. */
export async function generatedFiles(
  built: BuiltLog,
  { settings, existing, branch }: { settings: Settings; existing: Files; branch: string },
): Promise<GeneratedFile[]> {
  const files = SOURCES.map(async (source) => {
    const path = source.path(settings);
    if (path === null) return [];
    const file = existing.get(path) ?? null;
    const objection = file && source.objection(file.text);
    if (objection !== null) throw new UserError(`${path} on ${branch} ${objection}.`);
    return [{ path, content: await source.content(built, settings) }];
  });
  return (await Promise.all(files)).flat();
}
