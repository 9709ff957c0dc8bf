import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { generator, writePage } from '../../../../src/report/page/write.ts';

const page = (text: string) => `<meta name="generator" content="${generator}">${text}`;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'incident-log-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('writing the page', () => {
  it('creates the folder, and replaces a former page and nothing else', () => {
    const folder = join(temporaryFolder(), 'some/where');
    expect(writePage(folder, page('one'))).toBe(join(folder, 'index.html'));
    writeFileSync(join(folder, 'other.txt'), 'kept');
    writePage(folder, page('two'));
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe(page('two'));
    expect(readdirSync(folder).sort()).toEqual(['index.html', 'other.txt']);
  });

  it('leaves a page that is not ours as it is', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'index.html'), '<h1>Our site</h1>');
    expect(() => writePage(folder, page('one'))).toThrow(
      'index.html is not a report that incident-log wrote, so it was left as it is; name another folder.',
    );
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('<h1>Our site</h1>');
  });

  it('says in a sentence what can’t be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => writePage(join(folder, 'file'), page('one'))).toThrow(/index\.html can't be written \(/);
    mkdirSync(join(folder, 'index.html'));
    expect(() => writePage(folder, page('one'))).toThrow(/index\.html is not a report/);
  });
});
