import { formatDurationInDays } from '../../incident/clock.ts';
import { roundHalfUp } from '../../incident/distribution.ts';
import type { LogData } from '../json.ts';
import { type Html, html } from './html.ts';

/** The durations that the page has figures of. */
export const measures = [
  { key: 'timeToRepair', label: 'Time to repair' },
  { key: 'timeToResolve', label: 'Time to resolve' },
  { key: 'timeToDetect', label: 'Time to detect' },
] as const;

export type Measure = (typeof measures)[number];

/** Those that some incident has, and time to repair, which every team is after. */
export function measuresOf({ periods }: Pick<LogData, 'periods'>): readonly Measure[] {
  return measures.filter(({ key }) => key === 'timeToRepair' || periods.some((period) => period[key].n > 0));
}

/** What stands for nothing. */
export const none = html`<span class="none">–</span>`;

/** A duration in minutes, rounded; a dash where there is none. */
export function durationText(minutes: number | null): string {
  return minutes === null ? '–' : formatDurationInDays(roundHalfUp(minutes));
}

/** As `durationText`, where lines break between its parts alone. */
export function duration(minutes: number | null): Html {
  if (minutes === null) return none;
  const [hours = '', days] = durationText(minutes).split(/ (?=\()/);
  return days === undefined
    ? html`<span class="duration">${hours}</span>`
    : html`<span class="duration">${hours}</span> <span class="duration days">${days}</span>`;
}

/** `96.1%` of a share between 0 and 1. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
