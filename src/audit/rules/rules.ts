export type Severity = 'error' | 'warning' | 'notice';

/** What an audit looks for. An error makes a figure wrong, or keeps it from being told. */
export interface Rule {
  readonly severity: Severity;
  /** One or two sentences, Markdown. */
  readonly documentation: string;
}

export const rules = {
  'nothing-read': {
    severity: 'error',
    documentation:
      'No incident was found in a file with text in it, so nothing was checked. An empty file and a generated log without incidents are right. `--allow-empty` makes a notice of it.',
  },
  'nothing-compared': {
    severity: 'error',
    documentation:
      'Times or figures stand under labels, and none of them could be used. A notice where a log states no figure, and with `--allow-empty`.',
  },
  'duration-mismatch': {
    severity: 'error',
    documentation:
      'A stated time to repair or to resolve is not what passes from first detection to that event. `--fix` corrects it, unless something explains what was stated; then the time or the figure is wrong, and a person must decide which.',
  },
  'mean-mismatch': {
    severity: 'error',
    documentation:
      'A stated mean is not the mean of the durations that follow from the times of the quarter’s incidents, rounded or cut down to minutes. `--fix` corrects it once nothing about those incidents is left to decide.',
  },
  'duration-missing': {
    severity: 'warning',
    documentation:
      'The times are there, and the duration between them is not stated, or not so that it can be read.',
  },
  'wrong-quarter': {
    severity: 'error',
    documentation:
      'An entry stands under another quarter than that of its first detection, to which it belongs.',
  },
  'quarter-name': {
    severity: 'warning',
    documentation:
      'A quarter’s heading names other months than its own, a quarter of another kind of year, or one that stands above already.',
  },
  'quarter-missing': {
    severity: 'warning',
    documentation:
      'A quarter between two others has no heading. With `empty-quarters: omit`, and in a log that is generated as a whole, one without incidents needs none.',
  },
  'quarter-order': {
    severity: 'warning',
    documentation: 'A quarter stands out of the order in which the log has them.',
  },
  'incident-order': {
    severity: 'warning',
    documentation: 'An entry stands out of the order in which its quarter has them.',
  },
  'unclosed-block': {
    severity: 'error',
    documentation:
      'A code fence or an HTML block is never closed, so that nothing below its first line is read.',
  },
  'event-order': {
    severity: 'error',
    documentation:
      'An event stands before one that it must follow. Before first detection it leaves a figure untold; any other order is a warning.',
  },
  'event-missing': {
    severity: 'error',
    documentation:
      'Without a first detection nothing is computed. A missing repair or resolution is a warning, and leaves out one figure.',
  },
  'timestamp-form': {
    severity: 'error',
    documentation:
      'A time is not of the form `YYYY-MM-DD HH:MM`, or does not exist. It is used in nothing until it is mended; a warning where no figure rests on it.',
  },
  'timestamp-ambiguous': {
    severity: 'error',
    documentation: 'The clock showed that time twice, or the entry states two times for one event.',
  },
  'timestamp-future': {
    severity: 'error',
    documentation: 'An event is still to come.',
  },
  'heading-date': {
    severity: 'warning',
    documentation: 'The heading of an entry names another day than that of first detection.',
  },
  'context-order': {
    severity: 'warning',
    documentation: 'An entry of the context is earlier than the one above it.',
  },
  'action-state': {
    severity: 'notice',
    documentation: 'A review action does not say whether it is done.',
  },
  'action-open': {
    severity: 'warning',
    documentation: 'A review action is still to be done 90 days after its incident.',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
