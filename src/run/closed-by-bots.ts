import { answerOf } from '../form/edit.ts';
import type { Template } from '../form/template.ts';
import { type Issue, isAllowedBot, whyNoIncident } from '../github/issue.ts';
import { readTime } from '../incident/clock.ts';
import { isGeneratedEntry } from '../log/read/model.ts';
import type { Settings } from '../model/settings.ts';
import type { Reads } from './reads.ts';

/**
 * The issues that a bot closed as not planned although the log lists them and a repair or resolution is recorded: stale bots
 * close whatever nobody comments on, so that is no false alarm. A bot of `allowed-bots` closes as a person does. One request for
 * each such issue, and none where there is none.
 */
export async function closedByBots(
  reads: Pick<Reads, 'logs' | 'closingBot'>,
  {
    listed,
    template,
    settings,
  }: {
    readonly listed: readonly Issue[];
    readonly template: Template;
    readonly settings: Settings;
  },
): Promise<Issue[]> {
  const isRecorded = ({ body }: Issue) =>
    (['repaired', 'resolved'] as const).some(
      (id) => readTime(answerOf(body, template, id), settings.log.timezone).kind === 'time',
    );
  const candidates = listed.filter(
    (issue) => whyNoIncident(issue, settings.label) === 'false-alarm' && isRecorded(issue),
  );
  if (candidates.length === 0) return [];
  const { logAtBase, logOnBranch } = await reads.logs;
  const logs = [logAtBase, logOnBranch].filter((log) => log !== null);
  const entries = logs.flatMap((log) => log.entries.filter(isGeneratedEntry));
  const inLog = new Set(entries.map(({ issue }) => issue));
  const found = await Promise.all(
    candidates
      .filter(({ number }) => inLog.has(number))
      .map(async (issue) => ({
        ...issue,
        closed_by_bot: await reads.closingBot(issue.number),
      })),
  );
  return found.filter(({ closed_by_bot: bot }) => bot !== null && !isAllowedBot(bot, settings));
}
