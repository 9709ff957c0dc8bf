import type { Rule } from '../rule.ts';
import { actionOpen } from './entries/action-open.ts';
import { actionState } from './entries/action-state.ts';
import { contextOrder } from './entries/context-order.ts';
import { headingDate } from './entries/heading-date.ts';
import { incidentOrder } from './entries/incident-order.ts';
import { wrongQuarter } from './entries/wrong-quarter.ts';
import { eventMissing } from './events/event-missing.ts';
import { eventOrder } from './events/event-order.ts';
import { timestampAmbiguous } from './events/timestamp-ambiguous.ts';
import { timestampForm } from './events/timestamp-form.ts';
import { timestampFuture } from './events/timestamp-future.ts';
import { durationMismatch } from './figures/duration-mismatch.ts';
import { durationMissing } from './figures/duration-missing.ts';
import { meanMismatch } from './figures/mean-mismatch.ts';
import { brokenZone } from './file/broken-zone.ts';
import { nothingCompared } from './file/nothing-compared.ts';
import { nothingRead } from './file/nothing-read.ts';
import { unclosedBlock } from './file/unclosed-block.ts';
import { quarterMissing } from './quarters/quarter-missing.ts';
import { quarterName } from './quarters/quarter-name.ts';
import { quarterOrder } from './quarters/quarter-order.ts';

/** Every rule, in the order in which `--rules` prints them. */
export const rules: readonly Rule[] = [
  nothingRead,
  nothingCompared,
  durationMismatch,
  meanMismatch,
  durationMissing,
  wrongQuarter,
  quarterName,
  quarterMissing,
  quarterOrder,
  incidentOrder,
  unclosedBlock,
  brokenZone,
  eventOrder,
  eventMissing,
  timestampForm,
  timestampAmbiguous,
  timestampFuture,
  headingDate,
  contextOrder,
  actionState,
  actionOpen,
];

/** Where several rules find something at one place, these come first; the others follow in the order above. */
const firstAtOnePlace: readonly Rule[] = [
  eventMissing,
  durationMissing,
  headingDate,
  quarterName,
  quarterOrder,
  quarterMissing,
];

/** Every rule, in the order in which their findings stand where several have one at the same place. */
export const rulesByPrecedence: readonly Rule[] = [
  ...firstAtOnePlace,
  ...rules.filter((rule) => !firstAtOnePlace.includes(rule)),
];
