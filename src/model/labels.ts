import type { Label } from '../github/incidents.ts';
import type { Settings } from './settings.ts';

/** On review actions that are past their date. */
export const OVERDUE_LABEL = 'overdue';

/** The labels that the repository is to have. */
export function labelsOf({ label, confirmedLabel, problemLabel, reviewActions }: Settings): Label[] {
  return [
    { name: label, color: 'b60205', description: 'An incident, filed through the form' },
    {
      name: confirmedLabel,
      color: '0e8a16',
      description: 'An incident that may enter the log whoever filed it',
    },
    { name: problemLabel, color: 'e99695', description: 'An incident in which something must be mended' },
    ...(reviewActions === null
      ? []
      : [
          { name: reviewActions.label, color: '1d76db', description: 'A review action of an incident' },
          { name: OVERDUE_LABEL, color: 'fbca04', description: 'A review action past its date' },
        ]),
  ];
}
