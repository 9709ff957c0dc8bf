/**
 * What a site generator runs a Markdown file through before it shows it: nothing; an engine that executes what stands in tags such
 * as `<% %>` or `{{ }}`; MDX, which executes what stands in braces and reads `<` as JSX; or Vue, which executes what the page made of
 * the Markdown has in `{{ }}` and in attributes.
 */
export type TemplateEngine = 'none' | 'tags' | 'mdx' | 'vue';

const engineNames = new Set(
  'ejs eta erb eex handlebars hbs j2 jinja jinja2 liquid mustache njk nunjucks php tmpl tpl twig vue webc'.split(
    ' ',
  ),
);

/** What a team says of it: `auto` goes by the file's name and front matter. */
export type EngineSetting = TemplateEngine | 'auto';

/** The engine that a log is run through. */
export function engineOf(setting: EngineSetting, path: string, source: string): TemplateEngine {
  return setting === 'auto' ? templateEngine(path, source) : setting;
}

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

/** Two characters that begin a tag of some engine. */
const tagStart = /[<{](?=[%{#?])/g;

/**
 * Markdown in which an engine finds nothing to execute, in code either: a zero-width space stands between the two characters that
 * begin a tag. For text, `escapeForEngine` does more.
 */
export function disarm(markdown: string, engine: TemplateEngine): string {
  if (engine === 'none') return markdown;
  // VitePress looks for its includes in the source, in code too: `<!-- @include: path -->`.
  const starts = engine === 'vue' ? /[<{](?=[%{#?!])/g : tagStart;
  return markdown.replace(starts, (character) => `${character}\u200B`);
}

/**
 * Markdown of text, escaped, in which an engine finds nothing to execute: no tag, no expression of MDX, and no braces by which
 * kramdown (`{: onclick=""}`) and VitePress (`{onclick=""}`) give an element attributes.
 */
export function escapeForEngine(escaped: string, engine: TemplateEngine): string {
  switch (engine) {
    case 'none':
      return escaped;
    case 'vue':
      // Vue reads the page that Markdown makes, in which no backslash is left. A brace at an end of the text would be for attributes.
      return escaped.replace(/\\?\{/g, '\u200B{\u200B').replace(/\}|<(?=[%#?!])/g, '$&\u200B');
    default:
      return escaped
        .replace(/\\[\s\S]|[<{}]/g, (found) =>
          found === '<' ? '&lt;' : found.length === 1 ? `\\${found}` : found,
        )
        .replace(tagStart, (character) => `${character}\\`);
  }
}
