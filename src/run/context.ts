import type { GitHub } from '../github/client.ts';
import type { Clock } from '../github/clock.ts';
import { missingLabels } from '../github/incidents.ts';
import type { OwnLogin } from '../github/own-login.ts';
import type { CountedPermissions } from '../github/permissions.ts';
import type { Instant } from '../incident/incident.ts';
import { type Change, createLabel } from '../model/change.ts';
import { labelsOf } from '../model/labels.ts';
import type { Settings } from '../model/settings.ts';
import type { Trigger } from './trigger.ts';

/** What a run is given. */
export interface RunInput {
  readonly github: GitHub;
  readonly settings: Settings;
  readonly trigger: Trigger;
  /** What the event calls the repository's default branch; empty where it does not say. */
  readonly defaultBranch: string;
  readonly now: Instant;
  readonly clock: Clock;
  /** UTC milliseconds. No change is started after it. */
  readonly deadline: number;
  /** Whether changes are carried out, or only said. */
  readonly mode: 'apply' | 'dry-run';
  readonly journal: Journal;
  readonly say: (line: string) => void;
}

/** What all steps of a run share. */
export interface RunContext extends RunInput {
  readonly isPermitted: CountedPermissions;
  readonly ownLogin: OwnLogin;
}

/** What a run has done so far, in all of its attempts. */
export interface Journal {
  readonly done: Change[];
  /** Planned, and not done yet. */
  readonly left: Set<Change>;
  /** Hashes of the texts that this run has written, or tried to write, into issues; see `incidentHash`. */
  readonly written: Set<string>;
}

export function startJournal(): Journal {
  return { done: [], left: new Set(), written: new Set() };
}

/** The changes that create those of these labels that the repository lacks. */
export async function labelChanges(
  { github, settings, trigger }: RunContext,
  names: readonly string[],
): Promise<Change[]> {
  // Such a run has created all of them already.
  if (trigger.kind === 'setup') return [];
  const wanted = labelsOf(settings).filter(({ name }) => names.includes(name));
  return (await missingLabels(github, wanted)).map(createLabel);
}
