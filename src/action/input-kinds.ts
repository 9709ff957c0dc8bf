// What an input may hold. Each is a schema for the input of a name, which its message needs.
import * as v from 'valibot';
import { type ChoiceName, choices } from '../choices.ts';
import { isTimeZone } from '../incident/clock.ts';
import { timeZoneSentence } from '../model/settings.ts';

export const text = () => v.string();

export const required = (name: string) =>
  v.pipe(
    v.string(),
    v.nonEmpty(`The input \`${name}\` is empty; give it a value, or leave it out for the default.`),
  );

export const oneLineOrEmpty = (name: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\P{Cc}*$/u, `The input \`${name}\` has line ends or control characters; write it on one line.`),
  );

export const oneLine = (name: string) => v.pipe(required(name), oneLineOrEmpty(name));

/** The name of a label that issues are listed by. GitHub takes several at once, with commas between them. */
export const labelName = (name: string) =>
  v.pipe(
    oneLine(name),
    v.check(
      (label) => !label.includes(','),
      ({ input }) =>
        `The input \`${name}\` names “${input}”, but GitHub cannot list issues by a label with a comma; rename it.`,
    ),
  );

function isPath(value: string): boolean {
  const isPlainLine = /^\P{Cc}*$/u.test(value);
  return isPlainLine && !value.split('/').some((part) => ['', '.', '..', '.git'].includes(part));
}

export const path = (name: string) => pathSuchAs('docs/INCIDENTS.md', name);

/** A slash may stand behind it. */
export const folder = (name: string) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.replace(/\/+$/, '')),
    pathSuchAs('incident-report', name),
  );

const pathSuchAs = (example: string, name: string) =>
  v.pipe(
    oneLine(name),
    v.transform((typed) => typed.replace(/^\.\//, '')),
    v.check(
      isPath,
      ({ input }) => `“${input}” is no path in the repository; set \`${name}\` to one such as ${example}.`,
    ),
  );

/** The path of an SVG, or empty. */
export const chartPath = (name: string) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.replace(/^\.\//, '')),
    v.check(
      (value) => value === '' || (isPath(value) && /\.svg$/i.test(value)),
      ({ input }) => `“${input}” is no path of an SVG; set \`${name}\` to one such as incidents.svg.`,
    ),
  );

/** A name that git takes for a branch (https://git-scm.com/docs/git-check-ref-format), or empty. */
export const branchOrEmpty = (name: string) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.replace(/^(?:refs\/heads\/)+(?=.)/, '')),
    v.check(
      (value) =>
        !(
          /[\s~^:?*[\\\u007f]|\.\.|@\{|\/\/|[/.]$|^[-/]|\.lock(\/|$)|(^|\/)\./.test(value) ||
          value === '@' ||
          value === 'HEAD'
        ),
      ({ input }) => `“${input}” is no name of a branch; set \`${name}\` to one such as incident-log.`,
    ),
  );

export const branch = (name: string) => v.pipe(oneLine(name), branchOrEmpty(name));

export const timeZone = (name: string) =>
  v.pipe(
    required(name),
    v.check(isTimeZone, ({ input }) => timeZoneSentence(input)),
  );

/** Items on lines of their own, or between commas. */
export const list = () =>
  v.pipe(
    v.string(),
    v.transform((typed) =>
      typed
        .split(/[,\n]/)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
  );

export const days = (name: string) =>
  v.pipe(
    required(name),
    v.regex(
      /^\d{1,5}$/,
      ({ input }) => `“${input}” is no number of days; set \`${name}\` to one such as 30, or to 0.`,
    ),
    v.transform(Number),
  );

export const choice =
  <Name extends ChoiceName>(name: Name) =>
  () =>
    v.picklist(choices[name]);
