// The Actions runtime's entry. It loads nothing but Node's own modules, for most events end here.
import { appendFileSync, readFileSync } from 'node:fs';
import { readChoiceInput, wrongChoice } from './choices.ts';
import { occasionOf, type Payload } from './run/trigger.ts';
import { withoutCommands } from './workflow-commands.ts';

const { env } = process;

/** Set first, so that a step that reads an output gets a value however the run ends. The last value set counts. */
const DEFAULT_OUTPUTS =
  'result=none\npull-request-number=\npull-request-url=\ncompare-url=\nincidents=0\nproblems=[]\nactions-open=0\nactions-created=0\nactions-overdue=0\n';
if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, DEFAULT_OUTPUTS);

// First, on every event: a misspelt value must not pass because the first events happen not to concern the log.
const wrong = wrongChoice();
if (wrong !== null) {
  const { failWith } = await import('./action/main.ts');
  await failWith(wrong);
} else if (readChoiceInput('mode') === 'audit') {
  const { auditInActions } = await import('./action/audit.ts');
  await auditInActions();
} else {
  await keepInStep();
}

async function keepInStep(): Promise<void> {
  const event = env.GITHUB_EVENT_NAME ?? '';
  const payload: Payload = env.GITHUB_EVENT_PATH
    ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
    : {};
  const occasion = occasionOf(event, payload, {
    label: (env.INPUT_LABEL ?? '').trim(),
    confirmedLabel: (env['INPUT_CONFIRMED-LABEL'] ?? '').trim(),
    actionLabel:
      readChoiceInput('review-actions') === 'text' ? null : (env['INPUT_REVIEW-ACTION-LABEL'] ?? '').trim(),
    base: (env.INPUT_BASE ?? '').trim(),
  });

  if (occasion === null || (occasion.kind === 'commented' && !(await holdsCommand(occasion.comment)))) {
    const action = payload.action === undefined ? '' : ` (${payload.action})`;
    console.log(withoutCommands(`The event ${event}${action} does not concern the incident log.`));
  } else {
    const { runInActions } = await import('./action/main.ts');
    await runInActions(occasion);
  }
}

/** Whether a comment that looks like one holds a command: one in code or a quote is none, and costs no request. */
async function holdsCommand(comment: string): Promise<boolean> {
  const { readCommands } = await import('./commands/read.ts');
  return readCommands(comment).length > 0;
}
