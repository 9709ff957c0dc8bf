import { eventNames } from '../../../incident/fields.ts';
import type { Rule } from '../../rule.ts';
import { severityOf } from './timestamps.ts';

export const timestampFuture: Rule = {
  id: 'timestamp-future',
  severities: ['error', 'warning'],
  documentation: 'An event is still to come.',
  check: ({ incidents, settings: { now } }) =>
    incidents.flatMap(({ events }) =>
      [...events].flatMap(([kind, { event, time }]) => {
        if (time.kind !== 'time' || time.instant <= now) return [];
        const message = `${eventNames[kind]} is in the future: correct the time.`;
        return [{ span: event.value, message, severity: severityOf(kind) }];
      }),
    ),
};
