import { askOwnLogin } from '../github/own-login.ts';
import { askPermissions } from '../github/permissions.ts';
import { buildLog } from '../model/build-log.ts';
import type { ReportInput } from '../report/page/page.ts';
import { actionStates } from '../review-actions/tracking.ts';
import type { RunInput } from './context.ts';
import { observeIncidents } from './observe.ts';
import { startLogReads } from './reads.ts';

export interface LogToReport extends ReportInput {
  /** How many incidents are left as the log has them, because their authors were not asked about. */
  readonly unasked: number;
}

/** Builds the log of the repository's issues, from the log and the form of the base. Changes nothing. */
export async function readForReport(input: RunInput): Promise<LogToReport> {
  const { github, settings, now } = input;
  const context = { ...input, isPermitted: askPermissions(github), ownLogin: askOwnLogin(github) };
  const reads = startLogReads(context);
  const [repository, base, template, listed] = await Promise.all([
    reads.repository,
    reads.base,
    reads.template,
    reads.incidents,
  ]);
  const observed = { repository, template, listed, conversations: [] };
  const [{ incidents, tracking }, { logAtBase }] = await Promise.all([
    observeIncidents(context, observed, reads),
    reads.logs,
  ]);
  const built = buildLog({
    issues: incidents,
    actionStates: tracking === null ? new Map() : actionStates(tracking),
    template,
    settings: settings.log,
    repositoryUrl: repository.url,
    existing: logAtBase,
    existingName: `${settings.log.path} on the branch ${base.branch}`,
    formerLogs: logAtBase === null ? [] : [logAtBase],
    now,
  });
  return {
    built,
    timezone: settings.log.timezone,
    now,
    repositoryUrl: repository.url,
    unasked: incidents.filter(({ author }) => author === 'unasked').length,
  };
}
