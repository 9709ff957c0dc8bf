import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { setStage } from '../stage.ts';

const root = join(import.meta.dirname, '../../..');

/** The files of the bundle that one of them loads at once, with their text. */
function loadedBy(entry: string): ReadonlyMap<string, string> {
  const loaded = new Map<string, string>();
  const load = (path: string) => {
    if (loaded.has(path)) return;
    const source = readFileSync(join(root, 'dist', path), 'utf8');
    loaded.set(path, source);
    for (const [, name = ''] of source.matchAll(/^import .* from "(.*)";$/gm))
      if (!name.startsWith('node:')) load(join(path, '..', name));
  };
  load(entry);
  return loaded;
}

describe('dist/', () => {
  it('lesson 43: starts without node_modules', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'incident-log-dist-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
    for (const name of ['action.yml', 'package.json']) cpSync(join(root, name), join(folder, name));
    const stage = await setStage();
    await stage.file();
    const run = await stage.runBundle({ directory: folder });
    expect(run, run.stdout + run.stderr).toMatchObject({ outputs: { result: 'created' } });
    expect(
      execFileSync(process.execPath, [join(folder, 'dist/cli.js'), '--help'], { encoding: 'utf8' }),
    ).toContain('build');
  });

  it('lesson 42: is what the sources give, from a folder of any name', () => {
    const folder = mkdtempSync(join(tmpdir(), 'another name '));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const name of ['src', 'package.json', 'tsconfig.json', 'rolldown.config.ts']) {
      cpSync(join(root, name), join(folder, name), { recursive: true });
    }
    cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), {
      recursive: true,
      filter: (path) => !/node_modules\/(node|node-.*)$/.test(path),
    });
    execFileSync(process.execPath, [join(folder, 'node_modules/rolldown/bin/cli.mjs'), '--config'], {
      cwd: folder,
      stdio: 'pipe',
    });
    const contents = (directory: string) =>
      Object.fromEntries(
        readdirSync(directory, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .map((path) => [path.slice(directory.length), readFileSync(path, 'utf8')])
          .sort(),
      );
    expect(contents(join(folder, 'dist'))).toEqual(contents(join(root, 'dist')));
  });

  it('is all that npx needs: no dependency, and no script for which npm would first install those of development', () => {
    const { dependencies, bin, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(dependencies).toBeUndefined();
    expect(bin).toEqual({ 'incident-log': 'dist/cli.js' });
    for (const name of ['preinstall', 'install', 'postinstall', 'build', 'prepack', 'prepare']) {
      expect(scripts).not.toHaveProperty(name);
    }
  });

  it('the entry of the Actions runtime loads nothing but Node’s own modules, and little of ours', () => {
    const loaded = loadedBy('action.js');
    expect([...loaded.keys()]).toEqual(['action.js', 'chunks/first.js']);
    expect([...loaded.values()].join('').length).toBeLessThan(30_000);
  });

  it.each(['build'])(
    'the command %s loads no HTTP, no parser and no chart before it needs one',
    (command) => {
      const loaded = [...loadedBy(`chunks/${command}.js`).keys()];
      expect(loaded).toContain(`chunks/${command}.js`);
      for (const name of ['http', 'parser', 'yaml', 'chart', 'page'])
        expect(loaded).not.toContain(`chunks/${name}.js`);
    },
  );
});
