import { createProcessor } from '@mdx-js/mdx';
import { NodeTypes, parse } from '@vue/compiler-dom';
import fc from 'fast-check';
import { Liquid, Tokenizer, TokenKind } from 'liquidjs';
import markdownIt from 'markdown-it';
import attributes from 'markdown-it-attrs';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { TemplateEngine } from '../../../../src/markdown/template.ts';
import { sampleOf, scaled } from '../../../thorough.ts';
import { collected, hostileMarkdown } from '../../markdown/hostile-markdown.ts';
import { logOfAll } from './all-fields.ts';

/** MDX as its own compiler reads it, alone and with GitHub's extensions, as Docusaurus has it. */
const mdx = [
  createProcessor(),
  createProcessor({
    remarkPlugins: [
      function github() {
        const data = this.data() as Record<string, unknown[]>;
        data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfm()];
        data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), gfmFromMarkdown()];
      },
    ],
  }),
];

/** What MDX would execute in a log: expressions, code, components. The notice is an expression of our own. */
function executedByMdx(log: string): string[] {
  return mdx.flatMap((processor) => {
    const found: string[] = [];
    visit(processor.parse(log), (node) => {
      if (!node.type.startsWith('mdx')) return;
      const value = 'value' in node ? String(node.value) : node.type;
      if (!value.startsWith('/* An entry with an incident issue')) found.push(value);
    });
    return found;
  });
}

// As VitePress has it.
const vitepress = markdownIt({ html: true, linkify: true }).use(attributes);

/** What Vue would execute in the page that Markdown makes: expressions in text, and attributes and elements of its own. */
function executedByVue(log: string): string[] {
  const page = parse(vitepress.render(log), { onError() {}, comments: true });
  const found: string[] = [];
  const look = (node: (typeof page.children)[number]): void => {
    if (node.type === NodeTypes.INTERPOLATION) found.push('{{ }}');
    if (node.type !== NodeTypes.ELEMENT) return;
    if (node.tagType !== 0) found.push(`<${node.tag}>`);
    for (const each of node.props) {
      if (
        each.type === NodeTypes.DIRECTIVE ||
        !/^(?:href|src|alt|title|width|height|start|class|style)$/.test(each.name)
      ) {
        found.push(each.name);
      }
    }
    node.children.forEach(look);
  };
  page.children.forEach(look);
  return found;
}

function executedByLiquid(log: string): string[] {
  const tokens = new Tokenizer(log, new Liquid().options.operators).readTopLevelTokens();
  return tokens.filter(({ kind }) => kind !== TokenKind.HTML).map((token) => token.getText());
}

/** Tags of ERB, EJS and PHP. */
function executedInTags(log: string): string[] {
  return log.match(/<[%?]/g) ?? [];
}

const expressions = [
  ...[
    '{console.log(1)}',
    '{{ secrets }}',
    '{% include x %}',
    '<%= id %>',
    '<?php id() ?>',
    '{# note #}',
    '{: onclick="x"}',
  ],
  ...[
    '{@click="x"}',
    '[a](b){v-html="x"}',
    '&#123;{ x }}',
    '{&lbrace; x }}',
    '{<!-- -->{ x }}',
    '`{{ x }}`',
    '<!-- @include: ./x -->',
  ],
  ...[
    '<C :x="y" />',
    'export const a = 1',
    'import x from "y"',
    '![{{x}}](y "{z}")',
    '[{x}](<{y}> "{z}")',
    '<kbd>{x}</kbd>',
  ],
  ...[
    '```\n    ```\n{x}',
    '`a\nb\n{x}`',
    '`` ` {x} ``',
    '```js {x}\n{x}\n```',
    '    {x}',
    '| {x} |\n|---|\n| `{x}\\|` |',
    '> `a\n{x}`',
  ],
];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...expressions),
      hostileMarkdown,
      fc.constantFrom('{', '}', '<', '\n', ' ', '`'),
    ),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''));

const engines: readonly [TemplateEngine, string, (log: string) => string[]][] = [
  ['mdx', 'MDX', executedByMdx],
  ['vue', 'Vue in VitePress', executedByVue],
  ['tags', 'Liquid', executedByLiquid],
  ['tags', 'ERB', executedInTags],
];

describe.each(engines)('engine %s', (engine, name, executed) => {
  it(`lesson 93: ${name} executes nothing in a log, whatever is in its fields`, () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(executed(logOfAll(text, { engine }))).toEqual([]);
      }),
      { numRuns: scaled(40) },
    );
  });

  it(`lesson 93: ${name} executes nothing that others have collected`, () => {
    // Each sample is another one.
    const from = engines.findIndex(([, each]) => each === name);
    for (const text of [...expressions, ...sampleOf(collected, { every: 5, from })])
      expect(executed(logOfAll(text, { engine }))).toEqual([]);
  });
});

describe('the judges', () => {
  it('see what each engine would execute', () => {
    expect(executedByMdx('a {b} <C/>')).not.toEqual([]);
    expect(executedByVue('a {{ b }}')).toEqual(['{{ }}']);
    expect(executedByVue('![a](b){@error="c"}')).toEqual(['on']);
    expect(executedByLiquid('a {{ b }}')).toEqual(['{{ b }}']);
  });
});
