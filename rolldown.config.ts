import { defineConfig } from 'rolldown';

export default defineConfig({
  input: { action: 'src/action.ts', cli: 'src/cli.ts' },
  platform: 'node',
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    // What both entries need; without a name of its own it would go by that of some module in it.
    codeSplitting: { groups: [{ name: 'core', minShareCount: 2 }] },
    // Readable code is what a reviewer of dist/ can check.
    minify: false,
  },
  external: [/^node:/],
});
