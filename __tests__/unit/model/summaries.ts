import { distributionOf } from '../../../src/incident/distribution.ts';
import type { Summary, SummaryFigures } from '../../../src/model/summary.ts';

/** Figures about incidents that were repaired and resolved after these minutes. */
export function figures(
  incidents: number,
  repaired: readonly number[],
  resolved: readonly number[] = repaired,
): SummaryFigures {
  return {
    incidents,
    ongoing: Math.max(0, incidents - repaired.length),
    timeToDetect: distributionOf([]),
    timeToRepair: distributionOf(repaired),
    timeToResolve: distributionOf(resolved),
  };
}

export const nothing: Summary = { periods: [], severities: [], services: [], openActions: [] };
