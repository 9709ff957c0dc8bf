/**
 * What a site generator runs a Markdown file through before it shows it: nothing, an engine that executes what stands in
 * tags such as `<% %>` or `{{ }}`, or MDX, which executes what stands in braces and reads `<` as JSX.
 */
export type TemplateEngine = 'none' | 'tags' | 'mdx';

const engineNames = new Set(
  'ejs eta erb eex handlebars hbs j2 jinja jinja2 liquid mustache njk nunjucks php tmpl tpl twig vue webc'.split(
    ' ',
  ),
);

/** The engine by a file's name (`log.html.md.erb`, `log.mdx`), or by the front matter that it begins with. */
export function templateEngine(path: string, source: string): TemplateEngine {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extensions = name.split('.').slice(1);
  if (extensions.includes('mdx')) return 'mdx';
  return extensions.some((extension) => engineNames.has(extension)) || frontMatterEnd(source) > 0
    ? 'tags'
    : 'none';
}

/**
 * Offset just past the front matter that a file begins with, YAML between lines of `---` or TOML between lines of `+++`;
 * 0 when it has none. A blank line behind the first of them makes a break of it.
 */
export function frontMatterEnd(source: string): number {
  const begin = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?![ \t]*\r?\n)/.exec(source);
  const fence = begin?.[1];
  if (begin === null || fence === undefined) return 0;
  const closing = fence === '---' ? /^---[ \t]*(?:\r?\n|$)/gm : /^\+\+\+[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = begin[0].length;
  const end = closing.exec(source);
  return end === null ? 0 : end.index + end[0].length;
}

/**
 * Markdown in which an engine finds nothing to execute, in code neither: a zero-width space parts the two characters that
 * begin a tag. What MDX needs besides, in text alone, is up to those who know what is text.
 */
export function disarm(markdown: string, engine: TemplateEngine): string {
  return engine === 'none'
    ? markdown
    : markdown.replace(/[<{](?=[%{#?])/g, (character) => `${character}\u200B`);
}

/** Markdown without code in it, in which every brace and, with `<` among `characters`, every `<` is escaped for MDX. */
export function escapeForMdx(markdown: string, characters: '{}' | '<{}'): string {
  return markdown.replace(/\\[\s\S]|[<{}]/g, (found) =>
    found.length === 1 && characters.includes(found) ? `\\${found}` : found,
  );
}
