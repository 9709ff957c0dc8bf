import type { Heading } from '../markdown/headings.ts';
import { headingsOf, readOwnLabels } from './answers.ts';
import type { Template } from './template.ts';

/** One sentence for people where issues are read without the form that they were filed with; null where that is there. */
export function missingFormNotice({ missing }: Template): string | null {
  if (missing === undefined || missing === '') return null;
  return `${missing} does not exist, so issues are read by the form that incident-log ships. If your form is elsewhere, name it in the input \`template-path\`.`;
}

/**
 * The form with the labels as the issue spells them, so that messages name what people see there. A form that was found in the
 * repository stays as it is.
 *
 * @param headings of the body, if they are read already
 */
export function withOwnHeadings(
  template: Template,
  body: string | null,
  headings: readonly Heading[] = headingsOf(body),
): Template {
  if (template.missing === undefined) return template;
  const labels = readOwnLabels(headings, template);
  const fields = template.fields.map((field) => ({ ...field, label: labels.get(field) ?? field.label }));
  return { ...template, fields };
}
