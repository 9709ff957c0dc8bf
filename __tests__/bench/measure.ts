import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Medians, in milliseconds, of tasks run in turn, so that what else the machine does falls on all of them. */
export function alternately<Name extends string>(
  tasks: Readonly<Record<Name, () => unknown>>,
  limits: {
    /** How often each is run at most. */
    readonly times: number;
    /** No further round starts after so long; each task runs once at least. */
    readonly milliseconds: number;
  },
): Readonly<Record<Name, number>> {
  const all = Object.entries<() => unknown>(tasks).map(([name, task]) => ({
    name,
    task,
    taken: [] as number[],
  }));
  const begin = performance.now();
  for (let round = 0; round < limits.times; round += 1) {
    if (round > 0 && performance.now() - begin > limits.milliseconds) break;
    for (const { task, taken } of all) {
      const start = performance.now();
      task();
      taken.push(performance.now() - start);
    }
  }
  return Object.fromEntries(all.map(({ name, taken }) => [name, median(taken)])) as Record<Name, number>;
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

/** What everything that runs Node costs at least. */
export function runBareNode(): void {
  run(['-e', '0'], { PATH: process.env.PATH });
}

/** Runs the command line with these arguments. @returns what it printed */
export function runCommandLine(args: readonly string[], nodeOptions: readonly string[] = []) {
  return run([...nodeOptions, join(root, 'dist/cli.js'), ...args], process.env);
}

/** Runs the built action in an environment. */
export function runAction(env: Readonly<Record<string, string | undefined>>): void {
  const { status, stdout } = run([join(root, 'dist/action.js')], env);
  if (status !== 0) throw new Error(stdout);
}

/** Node's option that makes a program say on standard error, when it ends, how much memory it held at most. */
const sayPeakMemory = [
  '--import',
  'data:text/javascript,process.on("exit",()=>console.error("maxRSS",process.resourceUsage().maxRSS))',
];

/** As {@link runCommandLine}. @returns the most memory that it held, in MiB */
export function peakMemoryOf(args: readonly string[]): number {
  const { stderr } = runCommandLine(args, sayPeakMemory);
  return Number(/maxRSS (\d+)/.exec(stderr)?.[1]) / 1024;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv) {
  const ended = spawnSync(process.execPath, args, { encoding: 'utf8', env, maxBuffer: 1 << 30 });
  // An audit that finds something ends with 1.
  if (ended.status !== 0 && ended.status !== 1) throw new Error(ended.stdout + ended.stderr);
  return ended;
}
