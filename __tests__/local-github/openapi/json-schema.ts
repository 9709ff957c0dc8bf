import type { Schema } from './description.ts';

/** JSON of GitHub's description. Its shape is OpenAPI's, which is too loose for a type to help. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Source = any;

const kept = [
  'type',
  'format',
  'enum',
  'pattern',
  'required',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minimum',
  'maximum',
  'minProperties',
  'maxProperties',
];

/**
 * A schema of OpenAPI 3.0 as JSON Schema, with these differences:
 * - An object whose description lists its properties may have no others. Most of GitHub's schemas leave that open, but a property that
 *   GitHub doesn't name is a slip of ours in a request, and nothing to rely on in an answer.
 * - `oneOf` becomes `anyOf`: GitHub's alternatives overlap, and which one it is does not matter here.
 * - `allOf` becomes one schema, as the first difference makes it impossible for a value to satisfy several.
 *
 * Calls `use` with the name of every schema that it refers to.
 */
export function asJsonSchema(schema: Source, document: Source, use: (name: string) => void): Schema {
  const convert = (part: Source): Schema => asJsonSchema(part, document, use);
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    use(name);
    return { $ref: `github#/$defs/${name}` };
  }
  if (schema.allOf !== undefined) return convert(merged(schema, document));
  const made: Record<string, unknown> = {};
  for (const keyword of kept) if (schema[keyword] !== undefined) made[keyword] = schema[keyword];
  if (schema.items !== undefined) made.items = convert(schema.items);
  if (schema.properties !== undefined) {
    const properties = Object.entries<Source>(schema.properties);
    made.properties = Object.fromEntries(properties.map(([name, part]) => [name, convert(part)]));
  }
  const { additionalProperties } = schema;
  if (typeof additionalProperties === 'object') made.additionalProperties = convert(additionalProperties);
  else if (schema.properties !== undefined) made.additionalProperties = additionalProperties === true;
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives !== undefined) made.anyOf = alternatives.map(convert);
  return schema.nullable ? nullable(made) : made;
}

function nullable(schema: Record<string, unknown>): Schema {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const made = { ...schema, type: [schema.type, 'null'] };
  return Array.isArray(schema.enum) ? { ...made, enum: [...new Set([...schema.enum, null])] } : made;
}

function merged({ allOf, ...rest }: Source, document: Source): Source {
  const whole: Source = {};
  for (const part of [...allOf, rest]) {
    const resolved =
      part.$ref === undefined ? part : document.components.schemas[part.$ref.split('/').at(-1)];
    const next = resolved.allOf === undefined ? resolved : merged(resolved, document);
    const properties = { ...whole.properties, ...next.properties };
    const required = [...new Set([...(whole.required ?? []), ...(next.required ?? [])])];
    Object.assign(whole, next);
    if (Object.keys(properties).length > 0) whole.properties = properties;
    if (required.length > 0) whole.required = required;
  }
  return whole;
}
