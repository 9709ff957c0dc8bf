import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeIssues } from './issues-file.ts';
import { alternately, peakMemoryOf, runBareNode, runCommandLine } from './measure.ts';
import { milliseconds, print, printRatio } from './report.ts';

/** `build` of many issues, and how it grows with them. */
export function building(folder: string): void {
  const [few, many] = [writeIssues(folder, 1000), writeIssues(folder, 10_000)];
  const build = (issues: string) => ['build', '--issues', issues, '--now', '2026-01-01T00:00Z'];
  const { bare, small } = alternately(
    { bare: runBareNode, small: () => runCommandLine(build(few)) },
    { times: 7, milliseconds: 10_000 },
  );
  const thousand = `1,000: ${milliseconds(small)}`;
  printRatio(
    {
      what: 'build of 1,000 issues of 2.3 kB',
      measured: milliseconds(small),
      against: `bare node -e 0: ${milliseconds(bare)}`,
      ratio: small / bare,
    },
    20,
  );
  const start = performance.now();
  const peak = peakMemoryOf(build(many));
  const large = performance.now() - start;
  printRatio(
    {
      what: 'build of 10,000 issues of 2.3 kB',
      measured: milliseconds(large),
      against: thousand,
      ratio: large / small,
    },
    10.5,
  );
  print({
    what: 'memory for 10,000 issues of 2.3 kB, at most',
    measured: `${Math.round(peak)} MiB`,
    goal: { value: peak, limit: 256, unit: 'MiB' },
  });
  const log = join(folder, 'log-1000.md');
  writeFileSync(log, runCommandLine(build(few)).stdout);
  const { anew, into } = alternately(
    {
      anew: () => runCommandLine(build(few)),
      into: () => runCommandLine([...build(few), '--log', log]),
    },
    { times: 3, milliseconds: 10_000 },
  );
  print({
    what: 'build of 1,000 issues into a log that has them',
    measured: milliseconds(into),
    against: `without a log: ${milliseconds(anew)}`,
    ratio: into / anew,
  });
}
