import { describe, expect, it } from 'vitest';
import { frontMatterEnd, templateEngine } from '../../../src/markdown/template.ts';

describe('templateEngine', () => {
  it.each([
    ['INCIDENTS.md', '# Log', 'none'],
    ['docs.erb/INCIDENTS.md', '# Log', 'none'],
    ['erb.md', '# Log', 'none'],
    ['source/incident-log.html.md.erb', '', 'tags'],
    ['log.liquid', '', 'tags'],
    ['log.NJK', '', 'tags'],
    ['log.md.j2', '', 'tags'],
    // Its `##` begins a comment: no Markdown is run through it.
    ['log.md.mako', '', 'none'],
    ['docs/log.mdx', '', 'mdx'],
    ['log.mdx', '---\na: 1\n---\n', 'mdx'],
    ['INCIDENTS.md', '---\ntitle: Log\n---\n\n# Log', 'tags'],
    ['INCIDENTS.md', '+++\ntitle = "Log"\n+++\n', 'tags'],
    ['INCIDENTS.md', '---\n\nNo front matter, a line\n', 'none'],
  ])('of %s that holds %j is %s', (path, source, engine) => {
    expect(templateEngine(path, source)).toBe(engine);
  });
});

describe('frontMatterEnd', () => {
  it.each([
    ['---\na: 1\n---\nb', '---\na: 1\n---\n'],
    ['\uFEFF---\r\na: 1\r\n--- \r\nb', '\uFEFF---\r\na: 1\r\n--- \r\n'],
    ['---\n---', '---\n---'],
    ['---\na: ---\n ---\n---\nb', '---\na: ---\n ---\n---\n'],
    ['+++\n---\n+++\n', '+++\n---\n+++\n'],
    ['---\na: 1\n+++\n', ''],
    ['# a\n---\nb\n---\n', ''],
    ['', ''],
  ])('is behind the closing line of %j', (source, frontMatter) => {
    expect(source.slice(0, frontMatterEnd(source))).toBe(frontMatter);
  });
});
