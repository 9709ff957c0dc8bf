import { parse } from 'yaml';
import { commandSign } from '../../src/commands/syntax.ts';
import { fields } from '../../src/incident/fields.ts';
import { markerStart } from '../../src/markers/own-marker.ts';

/**
 * A workflow, or a text with one in it, whose filter `if:` lets a runner start only for what concerns the log. It names what the program
 * looks for: the labels that are the inputs' defaults, the heading of our own form's first field, and the beginning of a command.
 */
export function withFilter(workflow: string, actionYml: string): string {
  const filter = /^ {4}if: >-\n(?: {6,}\S.*\n)+/m;
  if (!filter.test(workflow)) throw new Error('The workflow has no filter that begins with “    if: >-”.');
  return workflow.replace(filter, () => `    if: >-\n${filterLines(actionYml).join('\n')}\n`);
}

function filterLines(actionYml: string): string[] {
  const { inputs }: { readonly inputs: Readonly<Record<string, { readonly default?: string }>> } =
    parse(actionYml);
  const labelOf = (input: string) => inputs[input]?.default ?? '';
  const [label, confirmed, action] = ['label', 'confirmed-label', 'review-action-label'].map(labelOf);
  const heading = `### ${fields.firstDetected.label}`;
  return [
    `      !contains(fromJSON('["issues", "issue_comment"]'), github.event_name) ||`,
    `      (github.event_name == 'issue_comment' &&`,
    `        !github.event.issue.pull_request &&`,
    `        contains(github.event.issue.labels.*.name, '${label}') &&`,
    `        !contains(github.event.comment.body, '${markerStart}') &&`,
    `        (startsWith(github.event.comment.body, '${commandSign}') ||`,
    `          contains(github.event.comment.body, fromJSON('"\\n${commandSign}"')))) ||`,
    `      (github.event_name == 'issues' &&`,
    `        contains(fromJSON('["labeled", "unlabeled"]'), github.event.action) &&`,
    `        contains(fromJSON('["${label}", "${confirmed}", "${action}"]'), github.event.label.name)) ||`,
    `      (github.event_name == 'issues' &&`,
    `        !contains(fromJSON('["labeled", "unlabeled"]'), github.event.action) &&`,
    `        (contains(github.event.issue.labels.*.name, '${label}') ||`,
    `          contains(github.event.issue.labels.*.name, '${action}'))) ||`,
    `      (github.event_name == 'issues' && github.event.action == 'opened' &&`,
    `        contains(github.event.issue.body, '${heading}'))`,
  ];
}
