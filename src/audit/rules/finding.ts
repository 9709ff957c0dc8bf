import { linesOf } from '../../markdown/line.ts';
import { type RuleId, rules, type Severity } from './rules.ts';

/** Something that an audit has found. Lines and columns count from 1; the end is just past the last character. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** One sentence, plain text. */
  readonly message: string;
  /** Minutes; null where the rule is about no duration, or it cannot be told. */
  readonly stated: number | null;
  readonly computed: number | null;
  /** What would make what is stated right; null where nothing does. */
  readonly explanation: string | null;
  /** Whether `--fix` corrects it. */
  readonly fixable: boolean;
  /** Offsets in the source of the words that it is about. */
  readonly start: number;
  readonly end: number;
}

/** A range of the source. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The words of the heading that a section begins with, without its marks. */
export function headingRange({ start, end }: Range, source: string): Range {
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(start, end)) ?? [];
  const marks = /^[ \t]*#*[ \t]*/.exec(line)?.[0].length ?? 0;
  const words = line
    .trimEnd()
    .replace(/#{1,6}$/, '')
    .trimEnd();
  return { start: start + marks, end: start + Math.max(words.length, marks) };
}

type Details = Partial<Pick<Finding, 'severity' | 'stated' | 'computed' | 'explanation' | 'fixable'>>;

export type Report = (rule: RuleId, range: Range, message: string, details?: Details) => Finding;

/** Makes the findings of one source, with their places in it. */
export function reporter(source: string): Report {
  // A byte order mark takes no column.
  const starts = [...linesOf(source)].map(({ start }) =>
    start === 0 && source.startsWith('\uFEFF') ? 1 : start,
  );
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  return (rule, { start, end }, message, details = {}) => {
    const [line, endLine] = [lineAt(start), lineAt(Math.max(end - 1, start))];
    return {
      rule,
      severity: rules[rule].severity,
      line: line + 1,
      column: start - (starts[line] ?? 0) + 1,
      endLine: endLine + 1,
      endColumn: end - (starts[endLine] ?? 0) + 1,
      message,
      stated: null,
      computed: null,
      explanation: null,
      fixable: false,
      start,
      end,
      ...details,
    };
  };
}
