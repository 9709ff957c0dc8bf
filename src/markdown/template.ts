/**
 * What a site generator runs a Markdown file through. `tags`: an engine that executes code in tags such as `<% %>` or `{{ }}`. `mdx`:
 * executes code in braces and reads `<` as JSX. `vue`: executes `{{ }}` and attributes of the page that the Markdown becomes.
 */
export type TemplateEngine = 'none' | 'tags' | 'mdx' | 'vue';

const engineNames = new Set(
  'ejs eta erb eex handlebars hbs j2 jinja jinja2 liquid mustache njk nunjucks php tmpl tpl twig vue webc'.split(
    ' ',
  ),
);

/** The setting of a team: `auto` tells the engine by the file's name and front matter. */
export type EngineSetting = TemplateEngine | 'auto';

/** The engine that a log is run through, by the setting or, for `auto`, by its path and source. */
export function engineOf(setting: EngineSetting, path: string, source: string): TemplateEngine {
  return setting === 'auto' ? templateEngine(path, source) : setting;
}

/** The engine, told by a file's name (`log.html.md.erb`, `log.mdx`) or by its having front matter. */
export function templateEngine(path: string, source: string): TemplateEngine {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extensions = name.split('.').slice(1);
  if (extensions.includes('mdx')) return 'mdx';
  return extensions.some((extension) => engineNames.has(extension)) || frontMatterEnd(source) > 0
    ? 'tags'
    : 'none';
}

/**
 * Offset just past the front matter of a file, YAML between lines of `---` or TOML between lines of `+++`; 0 when it has none. If a blank
 * line follows the first line of `---`, that line is a thematic break.
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

/** The first of two characters that begin a tag of some engine. */
const tagStart = /[<{](?=[%{#?])/g;

/**
 * Markdown in which an engine finds no tag to execute, not even in code: a zero-width space stands between the two characters that begin a
 * tag. Text outside code also needs `escapeForEngine`.
 */
export function disarm(markdown: string, engine: TemplateEngine): string {
  if (engine === 'none') return markdown;
  // VitePress also executes includes, and finds them even in code: `<!-- @include: path -->`.
  const starts = engine === 'vue' ? /[<{](?=[%{#?!])/g : tagStart;
  return markdown.replace(starts, (character) => `${character}\u200B`);
}

/**
 * Escaped text in which an engine finds nothing to execute: no tag, no MDX expression, and no braces by which kramdown (`{: onclick=""}`)
 * and VitePress (`{onclick=""}`) give an element attributes.
 */
export function escapeForEngine(escaped: string, engine: TemplateEngine): string {
  switch (engine) {
    case 'none':
      return escaped;
    case 'vue':
      // Vue reads the finished page, in which no backslash is left. VitePress reads a brace at an end of the text as attributes.
      return escaped.replace(/\\?\{/g, '\u200B{\u200B').replace(/\}|<(?=[%#?!])/g, '$&\u200B');
    default:
      return escaped
        .replace(/\\[\s\S]|[<{}]/g, (found) =>
          found === '<' ? '&lt;' : found.length === 1 ? `\\${found}` : found,
        )
        .replace(tagStart, (character) => `${character}\\`);
  }
}
