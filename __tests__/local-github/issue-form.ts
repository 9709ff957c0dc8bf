import { parse } from 'yaml';
import type { Issue } from './answer.ts';
import { isObject, textsOf } from './answer.ts';
import type { LocalGitHub } from './local-github.ts';

/** Answer by field id: a text, the options chosen in a dropdown or the boxes ticked. Left out: blank. */
export type FormAnswers = Readonly<Record<string, string | readonly string[]>>;

/**
 * The body that GitHub makes of a submitted form (docs.github.com, "Syntax for GitHub's form schema"): a heading for
 * every field in form order, `_No response_` for a blank one, a fence for `render`, a task list for checkboxes.
 * @param template the form, as YAML
 * @param answerLineEnd browsers send CRLF in a textarea, and GitHub keeps it
 */
export function renderSubmission(
  template: string,
  answers: FormAnswers,
  answerLineEnd: '\n' | '\r\n' = '\n',
): string {
  const form: unknown = parse(template);
  const fields: unknown[] = isObject(form) && Array.isArray(form.body) ? form.body : [];
  const sections = fields.flatMap((field): string[] => {
    if (!isObject(field) || field.type === 'markdown' || !isObject(field.attributes)) return [];
    const { label } = field.attributes;
    const answer = answers[String(field.id)];
    const text = renderAnswer(field.attributes, String(field.type), answer).replaceAll('\n', answerLineEnd);
    return [`### ${String(label)}\n\n${text}`];
  });
  return sections.join('\n\n');
}

function renderAnswer(
  attributes: Readonly<Record<string, unknown>>,
  type: string,
  answer: string | readonly string[] | undefined,
): string {
  if (type === 'checkboxes') {
    const options: unknown[] = Array.isArray(attributes.options) ? attributes.options : [];
    const names = options.map((option) => (isObject(option) ? String(option.label) : String(option)));
    return names.map((name) => `- [${answer?.includes(name) ? 'x' : ' '}] ${name}`).join('\n');
  }
  const text = answer === undefined ? '' : typeof answer === 'string' ? answer : answer.join(', ');
  if (typeof attributes.render === 'string') return `\`\`\`${attributes.render}\n${text}\n\`\`\``;
  return text.trim() === '' ? '_No response_' : text;
}

export interface Submission {
  /** `owner/name`; the form is read from its default branch. */
  readonly repository: string;
  readonly login: string;
  /** What follows the form's own beginning of a title. */
  readonly title: string;
  readonly answers: FormAnswers;
  readonly templatePath?: string;
  readonly answerLineEnd?: '\n' | '\r\n';
}

/** Files an issue through a form, as anybody may. GitHub gives it the form's labels, of which it drops those that do not exist. */
export async function submitForm(github: LocalGitHub, submission: Submission): Promise<Issue> {
  const { repository, login, templatePath = '.github/ISSUE_TEMPLATE/incident.yml' } = submission;
  const template = await github.readFile(repository, templatePath);
  if (template === null) throw new Error(`${repository} has no ${templatePath}`);
  const form: unknown = parse(template);
  const labels = isObject(form) ? (textsOf(form, 'labels') ?? []) : [];
  const prefix = isObject(form) && typeof form.title === 'string' ? form.title : '';
  const [owner = '', repo = ''] = repository.split('/');
  const body = renderSubmission(template, submission.answers, submission.answerLineEnd);
  const made = await github
    .as(login)
    .rest.issues.create({ owner, repo, title: prefix + submission.title, body });
  await github.labelAsTemplate(repository, made.data.number, labels);
  const filed = await github.as(owner).rest.issues.get({ owner, repo, issue_number: made.data.number });
  return filed.data as Issue;
}
