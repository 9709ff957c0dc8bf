import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reportFolder } from '../../../src/action/report-folder.ts';

/** A workspace with a file, a folder and symbolic links, beside a folder that is none of its. */
function workspace(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'incident-log-workspace-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const root = join(folder, 'work');
  mkdirSync(join(root, 'site/reports'), { recursive: true });
  mkdirSync(join(folder, 'outside'));
  writeFileSync(join(root, 'README.md'), '');
  symlinkSync(join(folder, 'outside'), join(root, 'link'));
  symlinkSync(join(root, 'site'), join(root, 'site/reports/inward'));
  return root;
}

describe('the folder of the report', () => {
  it.each(['incident-report', 'site', 'site/reports', 'site/reports/new/newer'])(
    'is in the workspace: %s',
    (path) => {
      const root = workspace();
      expect(reportFolder(root, path)).toBe(join(root, path));
    },
  );

  it('may be in a workspace that a link leads to', () => {
    const root = workspace();
    symlinkSync(root, join(root, '../alias'));
    expect(reportFolder(join(root, '../alias'), 'site')).toBe(join(root, 'site'));
  });

  it.each([
    'link',
    'link/report',
    'site/reports/inward',
    'site/reports/inward/report',
    '../outside',
    'site/../../outside',
    '..',
  ])('is refused where it leads out, or through a link: %s', (path) => {
    expect(() => reportFolder(workspace(), path)).toThrow(
      `The input \`report-path\` names ${path}, which leads out of the workspace or through a symbolic link; name a folder in the workspace.`,
    );
  });

  it('is no file', () => {
    expect(() => reportFolder(workspace(), 'README.md/x')).toThrow(
      'names README.md/x, which is a file; name a folder.',
    );
  });

  it.each([undefined, '', '/nowhere/at/all'])('needs a workspace: %s', (root) => {
    expect(() => reportFolder(root, 'report')).toThrow('The job has no workspace (GITHUB_WORKSPACE)');
  });
});
