import * as v from 'valibot';
import { fields } from '../incident/fields.ts';
import { withoutInvisible } from '../incident/invisible.ts';
import { loadBeside } from '../load.ts';
import { readHeadings } from '../markdown/headings.ts';

/** One element of the issue form that a person fills in. */
export interface FormField {
  /** What names the field, whatever its label says; null where the form gives none. */
  readonly id: string | null;
  /** What stands behind `###` in an issue, without invisible characters and white space around it. */
  readonly label: string;
  /** Element type as GitHub names it: `input`, `textarea`, `dropdown`, `checkboxes`. */
  readonly kind: string;
  /** Whether GitHub wraps the answer in a code fence, as it does for a textarea with `render`. */
  readonly rendered: boolean;
  readonly required: boolean;
}

/** An issue form, as far as reading its issues needs it. */
export interface Template {
  /** What the form puts into the title of a new issue; empty where it puts nothing. */
  readonly title: string;
  /** In form order. */
  readonly fields: readonly FormField[];
  /** Path of the form that is not there, so that these are the fields of the one that we ship; empty where none is named. */
  readonly missing?: string;
}

export type TemplateReading =
  | { readonly kind: 'template'; readonly template: Template }
  | { readonly kind: 'problem'; readonly message: string };

/** The form that this project ships, for a repository whose own cannot be read. */
export const defaultTemplate: Template = {
  title: '[Incident] ',
  fields: Object.values(fields).flatMap(({ id, label, form }) =>
    form === null ? [] : [{ id, label, ...form, rendered: false }],
  ),
};

const elementSchema = v.object({
  type: v.string(),
  id: v.nullish(v.string()),
  attributes: v.nullish(v.object({ label: v.nullish(v.string()), render: v.nullish(v.string()) })),
  validations: v.nullish(v.object({ required: v.nullish(v.boolean()) })),
});

const formSchema = v.object({ title: v.nullish(v.string()), body: v.array(elementSchema) });

/**
 * Reads an issue form (GitHub docs, "Syntax for GitHub's form schema"). Elements of type `markdown` are no fields: GitHub
 * leaves them out of the issue.
 *
 * A problem, as one sentence, when the text is not YAML or no issue form, when no field has the id `first-detected`, and
 * when an id or a label stands twice, for then an issue's answers could not be told apart.
 */
export function readTemplate(yaml: string): TemplateReading {
  const { parseYaml } = loadBeside(import.meta.url, 'yaml') as typeof import('./yaml.ts');
  const parsed = parseYaml(yaml);
  if (parsed.kind === 'problem') return problem(`The issue form is not YAML${parsed.fault}.`);
  const form = v.safeParse(formSchema, parsed.value, { abortEarly: true });
  if (!form.success)
    return problem(`The issue form is none that GitHub would accept: ${schemaFault(form.issues[0])}.`);

  const found: FormField[] = [];
  for (const [index, element] of form.output.body.entries()) {
    if (element.type === 'markdown') continue;
    const label = headingText(element.attributes?.label ?? '');
    if (label === '')
      return problem(`Element ${index + 1} of the issue form has no label: give it one under attributes.`);
    found.push({
      id: element.id ?? null,
      label,
      kind: element.type,
      rendered: (element.attributes?.render ?? '') !== '',
      required: element.validations?.required === true,
    });
  }
  const label = firstRepeated(found.map((field) => field.label));
  if (label !== undefined)
    return problem(`Two fields of the issue form have the label “${label}”: rename one of them.`);
  const id = firstRepeated(found.flatMap((field) => field.id ?? []));
  if (id !== undefined) return problem(`Two fields of the issue form have the id ${id}: change one of them.`);
  if (!found.some((field) => field.id === fields.firstDetected.id)) {
    return problem(
      'The issue form has no field with the id first-detected, and without that time no incident can be placed: give the id to the field that asks for it.',
    );
  }
  return { kind: 'template', template: { title: form.output.title ?? '', fields: found } };
}

/** A label as a heading shows it once it stands in an issue: without white space around it and closing `#`s. */
function headingText(label: string): string {
  return readHeadings(`### ${withoutInvisible(label).replaceAll(/\s+/g, ' ')}`)[0]?.text ?? '';
}

const inWords = new Map([
  ['Object', 'a mapping'],
  ['Array', 'a list'],
  ['string', 'text'],
  ['boolean', 'true or false'],
]);

function schemaFault(issue: v.InferIssue<typeof formSchema>): string {
  const place = v.getDotPath(issue) ?? 'the file as a whole';
  if (issue.received === 'undefined') return `${place} is missing`;
  return `${place} should be ${inWords.get(issue.expected ?? '') ?? issue.expected} and is ${oneLine(issue.received)}`;
}

function firstRepeated(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 200);
}

function problem(message: string): Extract<TemplateReading, { readonly kind: 'problem' }> {
  return { kind: 'problem', message };
}
