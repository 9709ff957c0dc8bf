/** A duration in anybody's words. */
export interface StatedLength {
  readonly seconds: number;
  /** Seconds of the smallest unit that is written, or of the part of it that its decimals can tell apart. */
  readonly precision: number;
  /** `about` where the words say that it is not exact. */
  readonly manner: 'exact' | 'about';
  /** Index of its first character in the text, words such as “about” included. */
  readonly start: number;
  readonly end: number;
}

/** From the largest unit down. Another language is another word in each row. */
const units: readonly { readonly words: string; readonly seconds: number }[] = [
  { words: 'weeks?|wks?|w|週間', seconds: 7 * 24 * 3600 },
  { words: 'days?|d|日間?', seconds: 24 * 3600 },
  { words: 'hours?|hrs?|h|時間', seconds: 3600 },
  { words: 'minutes?|mins?|m|分間?', seconds: 60 },
  { words: 'seconds?|secs?|s|秒間?', seconds: 1 },
];
const unitPatterns = units.map(({ words }) => new RegExp(`^(?:${words})$`, 'i'));
const unit = `(?:${units.map(({ words }) => words).join('|')})(?![a-z])`;
const before =
  '(?:[~≈∼～<>≤≥]|約|ほぼ|(?:about|around|approx(?:imately|\\.)?|approx|roughly|nearly|almost|circa|ca\\.?|some|less than|more than|under|over|at least|at most|up to|just (?:over|under))(?![a-z]))';
const behind =
  '(?:\\+|-?ish\\b| or so\\b| ?ほど| ?程度| ?\\((?:approx|approximate|about|estimated?)[^)]{0,20}\\))';
const amount = `\\d{1,9}(?:[.,]\\d{1,3})? ?\\+? ?-?${unit}`;
const clockLike = '\\d{1,3}:[0-5]\\d(?::[0-5]\\d)?(?: ?(?:h|hrs?|hours?)(?![a-z]))?(?![:\\d])';
const pattern = new RegExp(
  `(?<about>(?:${before} ?){0,2})(?:(?<amounts>${amount}(?:(?:,? and |, ?| )?${amount}){0,4}(?:(?<=\\dh)[0-5]\\d(?![\\d:.]))?)|(?<clock>${clockLike})|(?<one>half an hour|an? (?:hour|day|minute|week)))(?<more>${behind})?`,
  'giu',
);

/** How many seconds a unit has, by a name of it; null for another word. */
export function unitSeconds(name: string): number | null {
  return units[unitPatterns.findIndex((each) => each.test(name))]?.seconds ?? null;
}

/** All durations in a text, in its order. A range, `2–3 minutes`, and one that goes on in something else are none. */
export function lengthsIn(text: string, forms: 'words' | 'words and clock'): StatedLength[] {
  if (!/\d|\b(?:an?|half) /i.test(text)) return [];
  return [...text.slice(0, 2000).matchAll(pattern)].flatMap((match): StatedLength[] => {
    const { about = '', amounts, clock, one, more } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (/[\d\p{L}][-–—~.,:/]?$/u.test(text.slice(Math.max(0, start - 2), start)) && about === '') return [];
    if (/^ ?(?:-|–|—|to|or) ?[~≈]?\d/.test(text.slice(end, end + 8))) return [];
    if (/\d ?(?:-|–|—|to|or) ?$/.test(text.slice(Math.max(0, start - 6), start))) return [];
    const value =
      amounts !== undefined
        ? readAmounts(amounts)
        : one !== undefined
          ? readOne(one)
          : clock !== undefined &&
              forms === 'words and clock' &&
              /^\s*(?:$|[(（[|<,;.]\s|[(（[|<])/.test(text.slice(end))
            ? readClock(clock)
            : null;
    if (value === null) return [];
    const isAbout = about.trim() !== '' || more !== undefined || /\d ?\+/.test(match[0]);
    return [{ ...value, manner: isAbout ? 'about' : 'exact', start, end }];
  });
}

/** The duration that a value begins with, or is; null for anything else. */
export function leadingLength(text: string): StatedLength | null {
  const [first] = lengthsIn(text.slice(0, 200), 'words and clock');
  return first !== undefined && /^[\s*_`"“'(（[]*$/.test(text.slice(0, first.start)) ? first : null;
}

function readAmounts(text: string): Pick<StatedLength, 'seconds' | 'precision'> | null {
  let [seconds, precision, previous] = [0, 1, -1];
  for (const [, digits = '', name = ''] of text.matchAll(/(\d+(?:[.,]\d+)?) ?\+? ?-?(\p{L}+)/gu)) {
    const index = unitPatterns.findIndex((each) => each.test(name));
    const size = units[index]?.seconds ?? 0;
    // 2h 3h is no duration.
    if (index <= previous) return null;
    const value = digits.replace(',', '.');
    // In thousandths, which no decimal of a person gets lost in: 35.2 hours are 126,720 seconds, and no more.
    seconds = Math.round((seconds + Number(value) * size) * 1000) / 1000;
    precision = size * stepOf(value.split('.')[1] ?? '');
    previous = index;
  }
  const [, minutes] = /h(\d\d)$/i.exec(text) ?? [];
  return minutes === undefined
    ? { seconds, precision }
    : { seconds: seconds + Number(minutes) * 60, precision: 60 };
}

/** Which part of a unit decimals stand for: people write halves and quarters as well as tenths. */
function stepOf(decimals: string): number {
  if (decimals === '5') return 0.5;
  if (decimals === '25' || decimals === '75') return 0.25;
  return 10 ** -decimals.length;
}

function readClock(text: string): Pick<StatedLength, 'seconds' | 'precision'> {
  const [hours = 0, minutes = 0, seconds] = text.match(/\d+/g)?.map(Number) ?? [];
  return { seconds: hours * 3600 + minutes * 60 + (seconds ?? 0), precision: seconds === undefined ? 60 : 1 };
}

function readOne(text: string): Pick<StatedLength, 'seconds' | 'precision'> {
  const word = text.toLowerCase();
  if (word.startsWith('half')) return { seconds: 1800, precision: 1800 };
  const name = word.replace(/^an? /, '');
  const size = units[unitPatterns.findIndex((each) => each.test(name))]?.seconds ?? 60;
  return { seconds: size, precision: size };
}
