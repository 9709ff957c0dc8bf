import { createRequire } from 'node:module';
import { extname } from 'node:path';

/**
 * The module `name` in the folder of the module at `url`, loaded when this is called, for code that cannot wait for a promise. A run that does
 * not need it saves the time; the bundle has it as a file of its own beside the chunks (`rolldown.config.ts`).
 */
export function loadBeside(url: string, name: string): unknown {
  return createRequire(url)(`./${name}${extname(url)}`);
}
