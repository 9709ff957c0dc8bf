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
  // @actions/github asks for an older one than @actions/core, and uses nothing that has changed since.
  resolve: {
    alias: { '@actions/http-client': join(import.meta.dirname, 'node_modules/@actions/http-client') },
  },
  plugins: [packages(), licenses()],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    // Each command and each kind of run loads what it needs, so modules are apart unless they are always loaded together. What is looked at on
    // every event has a chunk of its own, or every event would load more.
    codeSplitting: {
      groups: [
        {
          name: 'first',
          test: /src\/(?:choices|environment|action\/outputs|errors|workflow-commands|commands\/syntax|incident\/invisible)\.ts$/,
          priority: 1,
        },
        { name: 'http', test: /node_modules\/(?:undici|tunnel|@actions\/http-client)\// },
      ],
    },
    // Readable code is what a reviewer of dist/ can check.
    minify: false,
  },
  external: [/^node:/],
});

/** Lists the bytes that each package adds, and refuses two versions of one. */
function packages(): Plugin {
  return {
    name: 'packages',
    generateBundle(_, bundle) {
      const bytes = new Map<string, number>();
      for (const chunk of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(chunk.type === 'chunk' ? chunk.modules : {})) {
          const folder = packageFolder(id) ?? 'src';
          bytes.set(folder, (bytes.get(folder) ?? 0) + renderedLength);
        }
      }
      for (const [folder, size] of [...bytes].sort(([, one], [, other]) => other - one))
        console.log(`${String(size).padStart(8)} ${nameOf(folder)}`);
      const names = [...bytes.keys()].map(nameOf);
      const twice = names.filter((name, index) => names.indexOf(name) < index);
      if (twice.length > 0) this.error(`Bundled in two versions: ${twice.join(', ')}`);
    },
  };
}

function packageFolder(module: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0];
}

function nameOf(folder: string): string {
  return folder.replace(/^.*\/node_modules\//, '');
}

/** Puts the licences of the bundled packages beside them, as they ask for. */
function licenses(): Plugin {
  return {
    name: 'licenses',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = modules.flatMap((id) => packageFolder(id) ?? []);
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
