import { withoutInvisible } from '../incident/invisible.ts';

/** A word begins, and ends. */
const from = String.raw`(?<![\p{L}\p{N}_])`;
const to = String.raw`(?![\p{L}\p{N}_])`;
const word = (alternatives: string): string => `${from}(?:${alternatives})${to}`;

const hourInWords = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight)';
const number = String.raw`(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|\d+(?:[.,]\d+)?)`;
const weekday = '(?:(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?)';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const dayNumber = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const hourMinute = String.raw`(?:[01]?\d|2[0-3])[:h][0-5]\d`;
const fourDigits = String.raw`(?:[01]\d|2[0-3])[0-5]\d`;
const unit = '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?)';
const near = '(?:at|around|about|circa|approx(?:imately)?|roughly)';

/** `14:43`, `2pm`, `at 1443`, `around two`, `half past three`. Not `10.45.12.3`, `v1.28.3` or `99.95%`. */
const plainClocks = [
  String.raw`(?<![\p{L}\d.:/-])${hourMinute}(?![\p{L}\d]|[:.]\d)`,
  String.raw`(?<![\p{L}\d.])\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m(?!\p{L})`,
];
const clocks = [
  ...plainClocks,
  `${from}${near}\\s+~?${number}${to}(?!%|\\.\\d)`,
  `${from}(?:since|from|after|before|until|till?|by|as of)\\s+~?(?:${fourDigits}|\\d{1,2}\\.\\d{2})${to}(?!%|\\.\\d)`,
  `${from}(?:since|from|after|before|until|till?|by|or)\\s+~?${number}(?=\\s*(?:$|[,;!?)]|\\.(?!\\d)))`,
  word(String.raw`half past|half ${number}|quarter (?:to|past)|${number} o['’]?\s?clock|${fourDigits}z`),
];

/** `yesterday`, `on Tuesday`, `Oct 14`, `14/10`, `2024-10-14`, `the 14th`, `last night`. */
const dates = [
  String.raw`(?<![\p{L}\d.,/-])\d{4}(?<mark>[-/.])\d{1,2}\k<mark>\d{1,2}(?!\d)`,
  String.raw`(?<![\p{L}\d.,/-])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/])`,
  String.raw`(?<![\p{L}\d.,/-])\d{1,2}-\d{1,2}(?:-\d{2,4})?(?![\p{L}\d/-]|\.\d)`,
  String.raw`(?<![\p{L}\d.,/-])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:\d{4}|\d{2})?(?![\p{L}\d]|\.\d)`,
  word(`${month}\\.?\\s+${dayNumber}|${dayNumber}\\s+(?:of\\s+)?${month}`),
  word(String.raw`the \d{1,2}(?:st|nd|rd|th)`),
  String.raw`${from}\d{1,2}(?:st|nd|rd|th)(?=\s*(?:$|[,;.!?)]))`,
];
const days = [
  word(
    `yesterday|today|tonight|tomorrow|overnight|noon|midday|midnight|mornings?|afternoons?|evenings?|nights?|weekends?|${weekday}`,
  ),
  word('(?:last|previous|past|next|this|coming) (?:hour|minute|day|week|month|quarter|year|shift)'),
  word('(?:same|other|following|prior) day|day (?:before|after|earlier)'),
];

/** `5m`, `two hours`, `half an hour`, `a moment ago`, `later`. */
const distances = [
  String.raw`(?<![\p{L}\d.])\d+(?:[.,]\d+)?\s?(?:s|m|h|d|w)(?![\p{L}\p{N}])`,
  `${from}(?:${number}|half|a few|few|several|some|(?:a )?couple(?: of)?)(?:[\\s-]+(?:an?[\\s-]+)?|(?<=\\d))${unit}${to}`,
  word('an? (?:minute|min|hour|day|week|fortnight|month|year|moment|while)'),
  word('(?:in|within) an? (?:bit|sec|second)|ago|earlier|later|soon|shortly'),
];

/** Zones by their letters, in capitals, and `Berlin time`. */
const zoneNames = `${from}(?:UTC|GMT|CET|CEST|MEZ|MESZ|BST|IST|WES?T|EES?T|MSK|TRT|GST|PKT|ICT|WIB|WITA?|PHT|SGT|HKT|JST|KST|AE?[SD]T|ACS?T|ACDT|AWST|NZ[SD]T|[ECMP][SD]?T|AK[SD]T|HA?ST|AST|ADT|NST|NDT|BRS?T|ARS?T|CLS?T|COT|PE[ST]|SAST|WAT|CAT|EAT)${to}`;
const zonesInWords = [
  word(
    '(?:local|my|our|your|their|server|eastern|central|mountain|pacific|zulu|european|standard|summer|daylight|winter) time',
  ),
  String.raw`${from}(?:africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific|etc)/\p{L}`,
];

const placeholder = '^(?:HH:MM|YYYY-MM)';
/** `-90`, `+ 5`, `(-1h)`, `T-5`. A dash and a blank may lead up to words. */
const signs = [
  String.raw`^[\s(\[,;:]*[+~-]\d`,
  String.raw`^[\s(\[,;:]*[+-]\s*\d+\s*(?:$|[^\s\p{L}\d]|(?:[smhdw]|${unit})${to})`,
  String.raw`${from}T[+-]\d`,
];
/** `14`, `1443`, `14.43`. */
const numberInFront = String.raw`^[\s(\[*~]*(?:\d{1,2}\s*[)\]]?\s*$|\d{4}(?!\d)|\d{1,2}[:.]\d{2}(?!\d|%|\.\d))`;

const either = (patterns: readonly string[], flags = 'iu'): RegExp => new RegExp(patterns.join('|'), flags);
/** Behind nothing but marks and words such as `on`. */
const inFront = (patterns: readonly string[], flags = 'iu'): RegExp =>
  new RegExp(
    String.raw`^[\s(\[,;:*~-]*(?:(?:on|of|from|at|in|the|this|last)\s+)*(?:${patterns.join('|')})`,
    flags,
  );

const inNote = either([
  ...clocks,
  ...dates,
  ...days,
  ...distances,
  ...zonesInWords,
  ...signs,
  numberInFront,
  placeholder,
]);
const zoneLetters = either([zoneNames], 'u');
/** What a text tells of may have any day and any length; these alone say when it was itself. */
const inText = either([
  ...plainClocks,
  String.raw`${from}${near}\s+~?(?:${fourDigits}|\d{1,2}\.\d{2}|${hourInWords})${to}(?!%|\.\d)`,
  `${word('yesterday')}(?!['’]s)`,
  word('half past|quarter (?:to|past)|last night|this morning|earlier today|ago'),
  placeholder,
]);
const clockInFront = /^\W*\d{1,2}[:.h]\d{2}(?!\d)/u;
const dayInFront = inFront([
  ...dates,
  `${word(`yesterday|today|tonight|tomorrow|day (?:before|after|earlier)|${weekday}`)}(?!['’]s)`,
  String.raw`${number}[\s-]*${unit} ago`,
]);
const signInFront = either(signs);
const zoneInFront = inFront([zoneNames], 'u');
const dayBehind = new RegExp(
  String.raw`${from}(?:yesterday|tomorrow|last night|(?:on|last) ${weekday})[\s.!)]*$`,
  'iu',
);

/**
 * Whether words behind a time, or in the place of one, name a day, a time, a zone or a distance in time: taken for a mere note, they
 * would leave a false time. Looks for English words, and for numbers in the digits of any script.
 */
export function namesTime(text: string): boolean {
  const shown = inAscii(text);
  return inNote.test(shown) || zoneLetters.test(shown);
}

/** Whether the text of an event with no time in front says in some other place when it was. */
export function tellsTime(text: string): boolean {
  const shown = inAscii(text);
  return [inText, clockInFront, dayInFront, signInFront].some((pattern) => pattern.test(shown));
}

/** Whether the text behind a time of day begins or ends with what would make another time of it. */
export function changesTime(text: string): boolean {
  const shown = inAscii(text);
  return [dayInFront, signInFront, zoneInFront, dayBehind].some((pattern) => pattern.test(shown));
}

/** Words as they are meant to be read: without what shows nothing, and with ASCII for other scripts' digits, colons and dashes. */
function inAscii(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => (/\d/.test(digit) ? digit : '1'))
    .replace(/[\u02D0\u02F8\u2236\uA789]/g, ':')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ');
}
