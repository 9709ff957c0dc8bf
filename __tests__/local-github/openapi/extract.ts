/**
 * Writes `github.json`: the part of GitHub's OpenAPI description that covers the operations we call. Run `npm run openapi` after calling a
 * new operation, and to take up a new version of the description. The package is fetched for the moment only: it unpacks to 390 MB.
 *
 * Kept of an operation: its path and query parameters, its JSON request body, and the JSON body of every status. Headers and other media
 * types (raw files, diffs) are left out, and so is all that documents: descriptions, examples, titles, defaults.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calledOperations } from './calls.ts';
import type { Description, Operation, Parameter, Schema } from './description.ts';
import { asJsonSchema, type Source } from './json-schema.ts';

const source = '@octokit/openapi@23.0.2';

/** GitHub's own description of github.com (OpenAPI 3.0.3). */
function download(): Source {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
  try {
    const packed = execFileSync('npm', ['pack', source, '--silent'], { cwd: folder, encoding: 'utf8' });
    const file = 'package/generated/api.github.com.json';
    execFileSync('tar', ['-xzf', packed.trim(), file], { cwd: folder });
    return JSON.parse(readFileSync(join(folder, file), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function extract(document: Source): Description {
  const schemas = new Map<string, Schema>();
  const convert = (schema: Source): Schema =>
    asJsonSchema(schema, document, (name) => {
      if (schemas.has(name)) return;
      // Set first: schemas may refer to each other in a circle.
      schemas.set(name, {});
      schemas.set(name, convert(document.components.schemas[name]));
    });
  const operations: Record<string, Operation> = {};
  for (const name of calledOperations()) {
    const [method = '', path = ''] = name.split(' ');
    const operation = document.paths[path]?.[method.toLowerCase()];
    if (operation === undefined) throw new Error(`GitHub's description has no ${name}.`);
    operations[name] = operationOf(operation, document, convert);
  }
  // Used for the refusals that any operation may answer with.
  convert({ $ref: '#/components/schemas/basic-error' });
  const sorted = [...schemas].sort(([one], [other]) => (one < other ? -1 : 1));
  return { source, operations, schemas: Object.fromEntries(sorted) };
}

function operationOf(operation: Source, document: Source, convert: (schema: Source) => Schema): Operation {
  const resolve = (part: Source): Source =>
    part.$ref === undefined
      ? part
      : part.$ref
          .split('/')
          .slice(1)
          .reduce((at: Source, key: string) => at[key], document);
  const jsonOf = (part: Source): Source | undefined => part.content?.['application/json']?.schema;
  const parameters = (operation.parameters ?? []).map(resolve).map(
    (parameter: Source): Parameter => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required === true,
      ...(parameter['x-multi-segment'] ? { slashes: true } : {}),
      schema: convert(parameter.schema),
    }),
  );
  const body = operation.requestBody && resolve(operation.requestBody);
  const answers = Object.entries<Source>(operation.responses).map(([status, answer]) => {
    const schema = jsonOf(resolve(answer));
    return [status, schema === undefined ? null : convert(schema)];
  });
  return {
    parameters: parameters.filter((parameter: Source) => parameter.in !== 'header'),
    body: body ? { required: body.required === true, schema: convert(jsonOf(body)) } : null,
    answers: Object.fromEntries(answers),
  };
}

/** One operation or schema a line, so that a new version of the description shows as a readable difference. */
function written({ source, operations, schemas }: Description): string {
  const lines = (entries: object): string =>
    Object.entries(entries)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
      .join(',\n');
  return `{"source":${JSON.stringify(source)},\n"operations":{\n${lines(operations)}\n},\n"schemas":{\n${lines(schemas)}\n}}\n`;
}

writeFileSync(join(import.meta.dirname, 'github.json'), written(extract(download())));
