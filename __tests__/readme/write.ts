// `npm run readme`: writes the parts of the README and of the workflow that follow from action.yml, the known fields and the commands.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTables } from './tables.ts';
import { withFilter } from './workflow-filter.ts';

const pathOf = (name: string) => join(import.meta.dirname, '../..', name);
const read = (name: string) => readFileSync(pathOf(name), 'utf8');

const workflow = '.github/workflows/incident-log.yml';
const actionYml = read('action.yml');
writeFileSync(pathOf('README.md'), withFilter(withTables(read('README.md'), actionYml), actionYml));
writeFileSync(pathOf(workflow), withFilter(read(workflow), actionYml));
