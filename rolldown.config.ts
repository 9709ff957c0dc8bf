import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

export default defineConfig({
  input: {
    action: 'src/action.ts',
    cli: 'src/cli.ts',
    // What `loadBeside` loads.
    'chunks/parser': 'src/markdown/parser.ts',
    'chunks/yaml': 'src/form/yaml.ts',
  },
  platform: 'node',
  plugins: [licenses()],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    // What both entries need; without a name of its own it would go by that of some module in it. What is looked at on every
    // event is apart from it, or every event would load all of it.
    codeSplitting: {
      groups: [
        {
          name: 'first',
          test: /src\/(?:choices|environment|action\/outputs|errors|workflow-commands|commands\/syntax|incident\/invisible)\.ts$/,
          priority: 1,
        },
      ],
    },
    // Readable code is what a reviewer of dist/ can check.
    minify: false,
  },
  external: [/^node:/],
});

/** Puts the licences of the bundled packages beside them, as they ask for. */
function licenses(): Plugin {
  return {
    name: 'licenses',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []);
      const notices = [...new Set(folders)].map((folder) => {
        const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
        const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
        return `${name} ${version} (${license})\n${text}`;
      });
      const source = [...new Set(notices)]
        .sort()
        .join(`\n${'-'.repeat(80)}\n\n`)
        .replaceAll('\r\n', '\n');
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source });
    },
  };
}
