// `npm run readme`: writes the tables that follow from action.yml.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTables } from './tables.ts';

const root = join(import.meta.dirname, '../..');
const readme = join(root, 'README.md');
writeFileSync(
  readme,
  withTables(readFileSync(readme, 'utf8'), readFileSync(join(root, 'action.yml'), 'utf8')),
);
