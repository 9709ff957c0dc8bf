/**
 * Text for a log in which the Actions runner finds no command of its own. It reads `::` at the start of a line, behind white
 * space too, and `##[` anywhere in one (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs). A space
 * without width parts their characters, so people read the same.
 */
export function withoutCommands(text: string): string {
  return text
    .replaceAll('##[', '##\u200B[')
    .replace(/(^|[\r\n])((?:[^\S\r\n]|\u0085)*):(?=:)/g, '$1$2:\u200B');
}

/** A value as JSON in which an escape hides `##[`, so a program reads the same. No line of it begins with `::`. */
export function jsonWithoutCommands(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replaceAll('##[', '##\\u005b')}\n`;
}

/**
 * A command that makes an annotation
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). Empty properties are left out.
 */
export function annotationCommand(
  kind: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${kind}${pairs.length === 0 ? '' : ` ${pairs.join(',')}`}::${data(message)}\n`;
}

/** How many annotations of a kind GitHub shows for a step (https://github.com/orgs/community/discussions/26680). */
const MOST_ANNOTATIONS = 10;

interface Annotated {
  readonly severity: 'error' | 'warning' | 'notice';
}

/**
 * Those that GitHub shows, the first of each kind, and the rest; with the sentence that says so, which is a notice itself.
 *
 * @param reserved how many errors the step makes besides
 */
export function withinAnnotationLimit<Item extends Annotated>(
  items: readonly Item[],
  { reserved, rest: where }: { readonly reserved: number; readonly rest: string },
): { readonly shown: readonly Item[]; readonly rest: readonly Item[]; readonly notice: string | null } {
  const kinds = ['error', 'warning', 'notice'] as const;
  const found = kinds.map((kind) => items.filter(({ severity }) => severity === kind));
  const isOver = found.some(({ length }, index) => length > MOST_ANNOTATIONS - (index === 0 ? reserved : 0));
  const left = [MOST_ANNOTATIONS - reserved, MOST_ANNOTATIONS, MOST_ANNOTATIONS - (isOver ? 1 : 0)];
  const shown = new Set(found.flatMap((each, index) => each.slice(0, left[index])));
  const counts = found.flatMap((each, index) => {
    const most = left[index] ?? 0;
    return each.length > most ? [`${most} of ${each.length} ${kinds[index]}s`] : [];
  });
  return {
    shown: items.filter((item) => shown.has(item)),
    rest: items.filter((item) => !shown.has(item)),
    notice: isOver
      ? `${counts.join(' and ')} are shown here, because GitHub shows ten of a kind per step. ${where}`
      : null,
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
