export type Severity = 'error' | 'warning' | 'notice';

/** A part of the source: the offset of its first character, and the offset just past its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the check of a rule finds. */
export interface FindingDraft {
  /** The text that the finding is about. */
  readonly span: Span;
  /** One sentence, plain text. */
  readonly message: string;
  /** One of the severities that the rule declares; without it, the first of them. */
  readonly severity?: Severity;
  /** The duration that the log states, in minutes. */
  readonly stated?: number;
  /** The duration that follows from the times, in minutes. */
  readonly computed?: number;
  /** What would make the stated duration right. */
  readonly explanation?: string | null;
  /** The text that `--fix` puts in place of the span; null where a person has to decide. */
  readonly fix?: string | null;
}

/** A finding as every output shows it. Lines and columns count from 1; the end is just past the last character. */
export interface Finding extends Span {
  /** The id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  /** Minutes; null where the rule compares no durations, or where this one can't be read. */
  readonly stated: number | null;
  /** Minutes; null where the rule compares no durations, or where this one can't be computed. */
  readonly computed: number | null;
  readonly explanation: string | null;
  readonly fix: string | null;
  /** As the rule has it; null for a finding that leaves the counts of the summary in force. */
  readonly headline: string | null;
}

/** The first line of a section without the marks that make it a heading. */
export function headingSpan({ start, end }: Span, source: string): Span {
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(start, end)) ?? [];
  const marks = /^[ \t]*#*[ \t]*/.exec(line)?.[0].length ?? 0;
  const text = line
    .trimEnd()
    .replace(/#{1,6}$/, '')
    .trimEnd();
  return { start: start + marks, end: start + Math.max(text.length, marks) };
}

/** The line that begins at an offset, without white space at its end. */
export function lineSpan(start: number, source: string): Span {
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(start)) ?? [];
  return { start, end: start + line.trimEnd().length };
}

/** Text from the log, on one line and short enough to stand in a message. */
export function clip(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '')];
  return line.length > 60 ? `${line.slice(0, 59).join('')}…` : line.join('');
}
