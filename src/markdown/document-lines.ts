import { type BlockLine, blockLines } from './blocks.ts';
import { frontMatterEnd } from './template.ts';

/** The lines of a file behind its front matter or byte order mark, as `blockLines` yields them. */
export function documentLines(source: string): Generator<BlockLine> {
  const start = frontMatterEnd(source) || (source.startsWith('\uFEFF') ? 1 : 0);
  return blockLines(source, { start, end: source.length, line: source.slice(0, start).split('\n').length });
}
