import { c as withoutInvisible, o as offsetOfVisible, s as trimInvisible } from "./first.js";
import { i as toString } from "./lib.js";
import { C as disarm, I as lineStart, N as isThematicBreak, O as isTooMuch, R as visit, T as escapeForEngine, _ as isPlain, a as withinStack, b as referenceBreaks, c as isReadable, d as cleanText, f as closingHashes, g as escapeText, h as escapeLineStart, m as escapeLine, n as parseMarkdown, o as inertBlocks, p as escapeInline, s as isInertLine, t as offsetsOf, u as cleanLine, v as partAt, x as trimSpaces } from "./parse.js";

// node_modules/@date-fns/tz/tzName/index.js
/**
* Time zone name format.
*/
/**
* The function returns the time zone name for the given date in the specified
* time zone.
*
* It uses the `Intl.DateTimeFormat` API and by default outputs the time zone
* name in a long format, e.g. "Pacific Standard Time" or
* "Singapore Standard Time".
*
* It is possible to specify the format as the third argument using one of the following options
*
* - "short": e.g. "EDT" or "GMT+8".
* - "long": e.g. "Eastern Daylight Time".
* - "shortGeneric": e.g. "ET" or "Singapore Time".
* - "longGeneric": e.g. "Eastern Time" or "Singapore Standard Time".
*
* These options correspond to TR35 tokens `z..zzz`, `zzzz`, `v`, and `vvvv` respectively: https://www.unicode.org/reports/tr35/tr35-dates.html#dfst-zone
*
* @param timeZone - Time zone name (IANA or UTC offset)
* @param date - Date object to get the time zone name for
* @param format - Optional format of the time zone name. Defaults to "long". Can be "short", "long", "shortGeneric", or "longGeneric".
*
* @returns Time zone name (e.g. "Singapore Standard Time")
*/
function tzName(timeZone, date, format = "long") {
	return new Intl.DateTimeFormat("en-US", {
		hour: "numeric",
		timeZone,
		timeZoneName: format
	}).format(date).split(/\s/g).slice(2).join(" ");
}

// node_modules/@date-fns/tz/tzOffset/index.js
const offsetFormatCache = {};
const offsetCache = {};
/**
* The function returns UTC offset in minutes for the given date in specified
* time zone.
*
* Unlike `Date.prototype.getTimezoneOffset`, this function returns the value
* mirrored to the sign of the offset in the time zone. For Asia/Singapore
* (UTC+8), `tzOffset` returns `480`, while `getTimezoneOffset` returns `-480`.
*
* It uses `Intl.DateTimeFormat` internally to access otherwise unavailable
* runtime's time zone data, and falls back to basic manual parsing if Intl API
* is not supported (e.g., older Node.js versions, React Native's Hermes, etc.).
*
* @param timeZone - Time zone name (IANA or UTC offset).
* @param date - Date to check the offset for.
*
* @returns UTC offset in minutes (e.g., `480` for date in UTC+8).
*/
function tzOffset(timeZone, date) {
	try {
		const offsetStr = (offsetFormatCache[timeZone] ||= new Intl.DateTimeFormat("en-US", {
			timeZone,
			timeZoneName: "longOffset"
		}).format)(date).split("GMT")[1];
		if (offsetStr in offsetCache) return offsetCache[offsetStr];
		return calcOffset(offsetStr, offsetStr.split(":"));
	} catch {
		if (timeZone in offsetCache) return offsetCache[timeZone];
		const captures = timeZone?.match(offsetRe);
		if (captures) return calcOffset(timeZone, captures.slice(1));
		return NaN;
	}
}
const offsetRe = /([+-]\d\d):?(\d\d)?/;
function calcOffset(cacheStr, values) {
	const hours = +(values[0] || 0);
	const minutes = +(values[1] || 0);
	const seconds = +(values[2] || 0) / 60;
	return offsetCache[cacheStr] = hours * 60 + minutes > 0 ? hours * 60 + minutes + seconds : hours * 60 - minutes - seconds;
}

// node_modules/@date-fns/tz/date/mini.js
var TZDateMini = class TZDateMini extends Date {
	constructor(...args) {
		super();
		if (args.length > 1 && typeof args[args.length - 1] === "string") this.timeZone = args.pop();
		this.internal = /* @__PURE__ */ new Date();
		if (isNaN(tzOffset(this.timeZone, this))) this.setTime(NaN);
		else if (!args.length) this.setTime(Date.now());
		else if (typeof args[0] === "number" && (args.length === 1 || args.length === 2 && typeof args[1] !== "number")) this.setTime(args[0]);
		else if (typeof args[0] === "string") this.setTime(+new Date(args[0]));
		else if (args[0] instanceof Date) this.setTime(+args[0]);
		else {
			this.setTime(+new Date(...args));
			adjustToSystemTZ(this, args);
		}
	}
	static tz(tz, ...args) {
		return args.length ? new TZDateMini(...args, tz) : new TZDateMini(Date.now(), tz);
	}
	withTimeZone(timeZone) {
		return new TZDateMini(+this, timeZone);
	}
	getTimezoneOffset() {
		const offset = -tzOffset(this.timeZone, this);
		return offset > 0 ? Math.floor(offset) : Math.ceil(offset);
	}
	setTime(_time) {
		Date.prototype.setTime.apply(this, arguments);
		syncToInternal(this);
		return +this;
	}
	[Symbol.for("constructDateFrom")](date) {
		return new TZDateMini(+new Date(date), this.timeZone);
	}
};
const re = /^(get|set)(?!UTC)/;
Object.getOwnPropertyNames(Date.prototype).forEach((method) => {
	if (!re.test(method)) return;
	const utcMethod = method.replace(re, "$1UTC");
	if (!TZDateMini.prototype[utcMethod]) return;
	if (method.startsWith("get")) TZDateMini.prototype[method] = function() {
		return this.internal[utcMethod]();
	};
	else {
		TZDateMini.prototype[method] = function() {
			Date.prototype[utcMethod].apply(this.internal, arguments);
			syncFromInternal(this);
			return +this;
		};
		TZDateMini.prototype[utcMethod] = function() {
			Date.prototype[utcMethod].apply(this, arguments);
			syncToInternal(this);
			return +this;
		};
	}
});
/**
* @internal
* Function syncs time to internal date, applying the current time zone offset.
*
* @param {Date} date - `Date` to sync
*/
function syncToInternal(date) {
	date.internal.setTime(+date);
	date.internal.setUTCSeconds(date.internal.getUTCSeconds() - Math.round(-tzOffset(date.timeZone, date) * 60));
}
/**
* @internal
* Function syncs internal wall-clock fields into the external date.
*
* @param {Date} date - The date to sync
*/
function syncFromInternal(date) {
	Date.prototype.setFullYear.call(date, date.internal.getUTCFullYear(), date.internal.getUTCMonth(), date.internal.getUTCDate());
	Date.prototype.setHours.call(date, date.internal.getUTCHours(), date.internal.getUTCMinutes(), date.internal.getUTCSeconds(), date.internal.getUTCMilliseconds());
	adjustToSystemTZ(date);
}
/**
* @internal
* Function adjusts the date to the system time zone. It uses the time zone
* differences to calculate the offset and adjust the date.
*
* We use it when constructing `TZDate` and syncing the external date from
* the internal one.
*
* @param {TZDate} date - `TZDate` to adjust.
*/
function adjustToSystemTZ(date, constructorArgs) {
	const expectedInternalTime = Array.isArray(constructorArgs) ? constructorArgsToInternalTime(constructorArgs) : +date.internal;
	const offsetWithSeconds = tzOffset(date.timeZone, date);
	const offset = offsetWithSeconds > 0 ? Math.floor(offsetWithSeconds) : Math.ceil(offsetWithSeconds);
	const prevHour = /* @__PURE__ */ new Date(+date);
	prevHour.setUTCHours(prevHour.getUTCHours() - 1);
	const systemOffset = -(/* @__PURE__ */ new Date(+date)).getTimezoneOffset();
	const prevHourSystemOffset = -(/* @__PURE__ */ new Date(+prevHour)).getTimezoneOffset();
	const systemDSTChange = systemOffset - prevHourSystemOffset;
	let systemOffsetForDiff = systemOffset;
	if (systemDSTChange && systemOffset !== offset) {
		if (Date.prototype.getHours.apply(date) !== (Array.isArray(constructorArgs) ? constructorArgs[3] || 0 : date.internal.getUTCHours())) {
			const testDate = /* @__PURE__ */ new Date(+date);
			const testOffsetDiff = systemOffset - offset;
			if (testOffsetDiff) testDate.setUTCMinutes(testDate.getUTCMinutes() + testOffsetDiff);
			const testOffsetWithSeconds = tzOffset(date.timeZone, testDate);
			if ((testOffsetWithSeconds > 0 ? Math.floor(testOffsetWithSeconds) : Math.ceil(testOffsetWithSeconds)) === offset) systemOffsetForDiff = prevHourSystemOffset;
		}
	}
	const offsetDiff = systemOffsetForDiff - offset;
	if (offsetDiff) Date.prototype.setUTCMinutes.call(date, Date.prototype.getUTCMinutes.call(date) + offsetDiff);
	const systemDate = /* @__PURE__ */ new Date(+date);
	systemDate.setUTCSeconds(0);
	const systemSecondsOffset = systemOffset > 0 ? systemDate.getSeconds() : (systemDate.getSeconds() - 60) % 60;
	const secondsOffset = Math.round(-(tzOffset(date.timeZone, date) * 60)) % 60;
	if (secondsOffset || systemSecondsOffset) Date.prototype.setUTCSeconds.call(date, Date.prototype.getUTCSeconds.call(date) + secondsOffset + systemSecondsOffset);
	const postOffsetWithSeconds = tzOffset(date.timeZone, date);
	const postOffset = postOffsetWithSeconds > 0 ? Math.floor(postOffsetWithSeconds) : Math.ceil(postOffsetWithSeconds);
	const postOffsetDiff = -(/* @__PURE__ */ new Date(+date)).getTimezoneOffset() - postOffset;
	const offsetChanged = postOffset !== offset;
	const postDiff = postOffsetDiff - offsetDiff;
	const targetDSTShift = postOffset - offset;
	const postOffsetCandidate = expectedInternalTime - postOffset * 60 * 1e3;
	const normalizedTargetDSTGap = targetDSTShift > 0 && targetInternalTime(date) - expectedInternalTime === targetDSTShift * 60 * 1e3 && targetInternalTime(date, postOffsetCandidate) !== expectedInternalTime;
	if (offsetChanged && postDiff && !normalizedTargetDSTGap) {
		Date.prototype.setUTCMinutes.call(date, Date.prototype.getUTCMinutes.call(date) + postDiff);
		const newOffsetWithSeconds = tzOffset(date.timeZone, date);
		const offsetChange = postOffset - (newOffsetWithSeconds > 0 ? Math.floor(newOffsetWithSeconds) : Math.ceil(newOffsetWithSeconds));
		if (offsetChange && postDiff < 0) Date.prototype.setUTCMinutes.call(date, Date.prototype.getUTCMinutes.call(date) + offsetChange);
	}
	syncToInternal(date);
	const drift = (constructorArgs ? expectedInternalTime : expectedInternalTime + secondsOffset * 1e3) - +date.internal;
	if (drift && Math.abs(drift) < 18e5) {
		Date.prototype.setTime.call(date, +date + drift);
		syncToInternal(date);
	}
}
function constructorArgsToInternalTime(args) {
	return Date.UTC(args[0], args.length > 1 ? args[1] : 0, args.length > 2 ? args[2] : 1, ...args.slice(3));
}
function targetInternalTime(date, time) {
	const internal = new Date(time ?? +date);
	internal.setUTCSeconds(internal.getUTCSeconds() - Math.round(-tzOffset(date.timeZone, internal) * 60));
	return +internal;
}

// node_modules/@date-fns/tz/date/index.js
var TZDate = class TZDate extends TZDateMini {
	static tz(tz, ...args) {
		return args.length ? new TZDate(...args, tz) : new TZDate(Date.now(), tz);
	}
	toISOString() {
		const [sign, hours, minutes] = this.tzComponents();
		const tz = `${sign}${hours}:${minutes}`;
		return this.internal.toISOString().slice(0, -1) + tz;
	}
	toString() {
		return `${this.toDateString()} ${this.toTimeString()}`;
	}
	toDateString() {
		const [day, date, month, year] = this.internal.toUTCString().split(" ");
		return `${day?.slice(0, -1)} ${month} ${date} ${year}`;
	}
	toTimeString() {
		const time = this.internal.toUTCString().split(" ")[4];
		const [sign, hours, minutes] = this.tzComponents();
		return `${time} GMT${sign}${hours}${minutes} (${tzName(this.timeZone, this)})`;
	}
	toLocaleString(locales, options) {
		return Date.prototype.toLocaleString.call(this, locales, {
			...options,
			timeZone: options?.timeZone || this.timeZone
		});
	}
	toLocaleDateString(locales, options) {
		return Date.prototype.toLocaleDateString.call(this, locales, {
			...options,
			timeZone: options?.timeZone || this.timeZone
		});
	}
	toLocaleTimeString(locales, options) {
		return Date.prototype.toLocaleTimeString.call(this, locales, {
			...options,
			timeZone: options?.timeZone || this.timeZone
		});
	}
	tzComponents() {
		const offset = this.getTimezoneOffset();
		return [
			offset > 0 ? "-" : "+",
			String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0"),
			String(Math.abs(offset) % 60).padStart(2, "0")
		];
	}
	withTimeZone(timeZone) {
		return new TZDate(+this, timeZone);
	}
	[Symbol.for("constructDateFrom")](date) {
		return new TZDate(+new Date(date), this.timeZone);
	}
};

// src/incident/wall-clock.ts
const minute = 6e4;
const hour = 60 * minute;
/** The instants at which the clock in `timezone` shows `wall`: none where it skips that time, two where it repeats it. */
function instantsAt(wall, timezone) {
	const { before, after } = offsetsAround(wall, timezone);
	if (before === after) return [wall - before * minute];
	return [wall - before * minute, wall - after * minute].filter((instant) => wallClockAt(instant, timezone) === wall);
}
/**
* The offsets at the ends of the hours in which the clock can show `wall`: since 1970 none has been more than 14 hours ahead
* of UTC or 12 behind it. No zone has changed its offset twice within so short a time.
*/
function offsetsAround(wall, timezone) {
	return {
		before: offsetAt(wall - 14 * hour, timezone),
		after: offsetAt(wall + 12 * hour, timezone)
	};
}
/** What the clock in `timezone` shows at an instant. */
function wallClockAt(instant, timezone) {
	return instant + offsetAt(instant, timezone) * minute;
}
/** Whole minutes east of UTC. Throws a RangeError for what is not a time zone. */
function offsetAt(instant, timezone) {
	if (timezone === "UTC") return 0;
	const offset = tzOffset(timezone, new Date(instant));
	if (Number.isNaN(offset)) throw new RangeError(`“${timezone}” is not a time zone`);
	return Math.round(offset);
}
/** `YYYY-MM-DD HH:MM`. */
function formatWallClock(wall) {
	return new Date(wall).toISOString().slice(0, 16).replace("T", " ");
}
/** `±HH:MM`, of minutes east of UTC. */
function formatOffset(offset) {
	const size = (/* @__PURE__ */ new Date(Math.abs(offset) * minute)).toISOString().slice(11, 16);
	return `${offset < 0 ? "-" : "+"}${size}`;
}
/** The instant at which the clock in `timezone` jumps over `wall`. */
function offsetChange(wall, timezone) {
	const { before } = offsetsAround(wall, timezone);
	let [earlier, later] = [wall - 14 * hour, wall + 12 * hour];
	while (later - earlier > minute) {
		const middle = earlier + Math.floor((later - earlier) / minute / 2) * minute;
		if (offsetAt(middle, timezone) === before) earlier = middle;
		else later = middle;
	}
	return later;
}

// src/incident/quarter.ts
const months = {
	1: "January to March",
	2: "April to June",
	3: "July to September",
	4: "October to December"
};
/** The quarter that holds `instant` on the calendar in `timezone`. */
function quarterOf(instant, timezone) {
	const day = new Date(wallClockAt(instant, timezone));
	return quarterAt(day.getUTCFullYear() * 4 + Math.floor(day.getUTCMonth() / 3));
}
/** `Q4 2024` */
function quarterName(quarter) {
	return `Q${quarter.number} ${quarter.year}`;
}
/** `Q4 2024 (October to December)` */
function quarterHeading(quarter) {
	return `${quarterName(quarter)} (${months[quarter.number]})`;
}
/** The quarter's first and last month, 1 to 12. */
function quarterMonths({ number }) {
	return {
		first: number * 3 - 2,
		last: number * 3
	};
}
/** Negative when `a` is the earlier one, positive when it is the later one, zero when they are the same. */
function compareQuarters(a, b) {
	return a.year - b.year || a.number - b.number;
}
/** The latest quarter that is over by `now` on the calendar in `timezone`. */
function lastEndedQuarter(now, timezone) {
	return quarterAt(countOf(quarterOf(now, timezone)) - 1);
}
/** Every quarter from `oldest` to `newest`, both included, newest first; none when `oldest` is the later one. */
function quartersBetween(oldest, newest) {
	const [first, last] = [countOf(oldest), countOf(newest)];
	return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => quarterAt(last - index));
}
/** Quarters since the beginning of the year 0. */
function countOf({ year, number }) {
	return year * 4 + number - 1;
}
function quarterAt(count) {
	return {
		year: Math.floor(count / 4),
		number: count % 4 + 1
	};
}

// node_modules/date-fns/constants.js
/**
* @constant
* @name maxTime
* @summary Maximum allowed time.
*
* @example
* import { maxTime } from "./constants/date-fns/constants";
*
* const isValid = 8640000000000001 <= maxTime;
* //=> false
*
* new Date(8640000000000001);
* //=> Invalid Date
*/
const maxTime = Math.pow(10, 8) * 24 * 60 * 60 * 1e3;
/**
* @constant
* @name minTime
* @summary Minimum allowed time.
*
* @example
* import { minTime } from "./constants/date-fns/constants";
*
* const isValid = -8640000000000001 >= minTime;
* //=> false
*
* new Date(-8640000000000001)
* //=> Invalid Date
*/
const minTime = -maxTime;
/**
* @constant
* @name millisecondsInDay
* @summary Milliseconds in 1 day.
*/
const millisecondsInDay = 864e5;
/**
* @constant
* @name millisecondsInMinute
* @summary Milliseconds in 1 minute
*/
const millisecondsInMinute = 6e4;
/**
* @constant
* @name constructFromSymbol
* @summary Symbol enabling Date extensions to inherit properties from the reference date.
*
* The symbol is used to enable the `constructFrom` function to construct a date
* using a reference date and a value. It allows to transfer extra properties
* from the reference date to the new date. It's useful for extensions like
* [`TZDate`](https://github.com/date-fns/tz) that accept a time zone as
* a constructor argument.
*/
const constructFromSymbol = Symbol.for("constructDateFrom");

// node_modules/date-fns/constructFrom.js
/**
* @name constructFrom
* @category Generic Helpers
* @summary Constructs a date using the reference date and the value
*
* @description
* The function constructs a new date using the constructor from the reference
* date and the given value. It helps to build generic functions that accept
* date extensions.
*
* It defaults to `Date` if the passed reference date is a number or a string.
*
* Starting from v3.7.0, it allows to construct a date using `[Symbol.for("constructDateFrom")]`
* enabling to transfer extra properties from the reference date to the new date.
* It's useful for extensions like [`TZDate`](https://github.com/date-fns/tz)
* that accept a time zone as a constructor argument.
*
* @typeParam DateType - The `Date` type, the function operates on. Gets inferred from passed arguments. Allows to use extensions like [`UTCDate`](https://github.com/date-fns/utc).
*
* @param date - The reference date to take constructor from
* @param value - The value to create the date
*
* @returns Date initialized using the given date and value
*
* @example
* import { constructFrom } from "./constructFrom/date-fns";
*
* // A function that clones a date preserving the original type
* function cloneDate<DateType extends Date>(date: DateType): DateType {
*   return constructFrom(
*     date, // Use constructor from the given date
*     date.getTime() // Use the date value to create a new date
*   );
* }
*/
function constructFrom(date, value) {
	if (typeof date === "function") return date(value);
	if (date && typeof date === "object" && constructFromSymbol in date) return date[constructFromSymbol](value);
	if (date instanceof Date) return new date.constructor(value);
	return new Date(value);
}

// node_modules/date-fns/toDate.js
/**
* @name toDate
* @category Common Helpers
* @summary Convert the given argument to an instance of Date.
*
* @description
* Convert the given argument to an instance of Date.
*
* If the argument is an instance of Date, the function returns its clone.
*
* If the argument is a number, it is treated as a timestamp.
*
* If the argument is none of the above, the function returns Invalid Date.
*
* Starting from v3.7.0, it clones a date using `[Symbol.for("constructDateFrom")]`
* enabling to transfer extra properties from the reference date to the new date.
* It's useful for extensions like [`TZDate`](https://github.com/date-fns/tz)
* that accept a time zone as a constructor argument.
*
* **Note**: *all* Date arguments passed to any *date-fns* function is processed by `toDate`.
*
* @typeParam DateType - The `Date` type, the function operates on. Gets inferred from passed arguments. Allows to use extensions like [`UTCDate`](https://github.com/date-fns/utc).
* @typeParam ResultDate - The result `Date` type, it is the type returned from the context function if it is passed, or inferred from the arguments.
*
* @param argument - The value to convert
*
* @returns The parsed date in the local time zone
*
* @example
* // Clone the date:
* const result = toDate(new Date(2014, 1, 11, 11, 30, 30))
* //=> Tue Feb 11 2014 11:30:30
*
* @example
* // Convert the timestamp to date:
* const result = toDate(1392098430000)
* //=> Tue Feb 11 2014 11:30:30
*/
function toDate(argument, context) {
	return constructFrom(context || argument, argument);
}

// node_modules/date-fns/_lib/getRoundingMethod.js
function getRoundingMethod(method) {
	return (number) => {
		const result = (method ? Math[method] : Math.trunc)(number);
		return result === 0 ? 0 : result;
	};
}

// node_modules/date-fns/differenceInMilliseconds.js
/**
* @name differenceInMilliseconds
* @category Millisecond Helpers
* @summary Get the number of milliseconds between the given dates.
*
* @description
* Get the number of milliseconds between the given dates.
*
* @param laterDate - The later date
* @param earlierDate - The earlier date
*
* @returns The number of milliseconds
*
* @example
* // How many milliseconds are between
* // 2 July 2014 12:30:20.600 and 2 July 2014 12:30:21.700?
* const result = differenceInMilliseconds(
*   new Date(2014, 6, 2, 12, 30, 21, 700),
*   new Date(2014, 6, 2, 12, 30, 20, 600)
* )
* //=> 1100
*/
function differenceInMilliseconds(laterDate, earlierDate) {
	return +toDate(laterDate) - +toDate(earlierDate);
}

// node_modules/date-fns/differenceInMinutes.js
/**
* The {@link differenceInMinutes} function options.
*/
/**
* @name differenceInMinutes
* @category Minute Helpers
* @summary Get the number of minutes between the given dates.
*
* @description
* Get the signed number of full (rounded towards 0) minutes between the given dates.
*
* @param dateLeft - The later date
* @param dateRight - The earlier date
* @param options - An object with options.
*
* @returns The number of minutes
*
* @example
* // How many minutes are between 2 July 2014 12:07:59 and 2 July 2014 12:20:00?
* const result = differenceInMinutes(
*   new Date(2014, 6, 2, 12, 20, 0),
*   new Date(2014, 6, 2, 12, 7, 59)
* )
* //=> 12
*
* @example
* // How many minutes are between 10:01:59 and 10:00:00
* const result = differenceInMinutes(
*   new Date(2000, 0, 1, 10, 0, 0),
*   new Date(2000, 0, 1, 10, 1, 59)
* )
* //=> -1
*/
function differenceInMinutes(dateLeft, dateRight, options) {
	const diff = differenceInMilliseconds(dateLeft, dateRight) / millisecondsInMinute;
	return getRoundingMethod(options?.roundingMethod)(diff);
}

// src/incident/time-pattern.ts
/** A time of day; hours of one digit and full stops are read on a clock of twelve hours alone. */
const clock = String.raw`(?<hours>\d{1,2})(?<mark>[:.])(?<minutes>\d{2})(?::(?<seconds>\d{2}(?:[.,]\d+)?))?(?:\s?(?<half>[ap])\.?m(?:(?=Z|UTC|GMT)|\b)\.?)?`;
const offset = String.raw`(?:(?<gap>\s*)(?<offset>Z|UTC|GMT|[+-]\d{2}:\d{2}))?`;
/** What follows may not run on, so that `11:2930`, `11:29:3` or `11:29 UTCish` does not pass for its first half. */
const end = String.raw`(?![\p{L}\p{N}_]|[:.]\d)`;
/** Upper and lower case alike, as RFC 3339 section 5.6 has it for `T` and `Z`. */
const timePattern = new RegExp(String.raw`^(?<date>\d{4}-\d{2}-\d{2})(?<between>T|\s+)${clock}${offset}${end}`, "iu");
const clockPattern = new RegExp(`^${clock}${offset}${end}`, "iu");
/** What a text begins with, characters that show nothing aside; null where the pattern does not fit. */
function open(text, pattern) {
	const match = pattern.exec(withoutInvisible(text));
	return match && {
		groups: match.groups ?? {},
		length: offsetOfVisible(text, match[0].length)
	};
}
/** A time of day; what is wrong with it, as words after “…”; null for what is not of that form. */
function readTimeOfDay({ groups }) {
	const { hours: typed = "", mark, half } = groups;
	if (half === void 0 && (typed.length < 2 || mark === ".")) return null;
	const [hours, minutes] = [Number(typed), Number(groups.minutes)];
	const seconds = Number(groups.seconds?.replace(",", ".") ?? 0);
	if (!(half === void 0 ? hours <= 23 : hours >= 1 && hours <= 12) || minutes > 59 || seconds >= 60) return "names a time of day that does not exist";
	const offset = readOffset(groups.offset);
	if (offset === void 0) return "names an offset from UTC that does not exist";
	if (mayBeRange(groups)) return "may be a range, or a time with an offset that lacks the blank in front";
	return {
		hours: half === void 0 ? hours : hours % 12 + (half.toLowerCase() === "p" ? 12 : 0),
		minutes,
		seconds,
		offset
	};
}
/** Minutes east of UTC, null where no offset was typed, undefined where there is no such offset. */
function readOffset(text) {
	if (text === void 0) return null;
	if (/^[zug]/i.test(text)) return 0;
	const hours = Number(text.slice(1, 3));
	const minutes = Number(text.slice(4));
	if (minutes > 59 || hours * 60 + minutes > 840) return void 0;
	return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
/** `10:00-10:30`: half a day behind UTC, or half an hour. Machines write offsets so, but with a `T` or seconds. */
function mayBeRange({ between, hours, minutes, seconds, half, gap, offset = "" }) {
	return seconds === void 0 && half === void 0 && between?.toUpperCase() !== "T" && gap === "" && offset.startsWith("-") && offset.slice(1) > `${hours}:${minutes}`;
}

// src/incident/time-words.ts
/** Why letters behind a time are not read; goes on behind “…”. */
const zoneFault = "names its time zone in a way that is not read; UTC, GMT, Z and offsets such as +01:00 are, right behind the time";
/** What stands behind a time and would make another time of it, with what is then to be said of the words. */
const followers = [
	[/^[\s,]*(?:[([]\s*)?[ap]\.?\s?m\b/i, "is a time on a clock of twelve hours"],
	[/^[\s,]*(?:[([]\s*)?[ap]m(?=[A-Z])/, "is a time on a clock of twelve hours"],
	[/^[\s,]*(?:[([-]\s*)?(?:UTC|GMT|BST|IST|CES?T|EES?T|WES?T|MSK|[ECMP][SD]T|AK[SD]T|HK?T|HST|JST|KST|SGT|SAST|AE[SD]T|AC[SD]T|AWST|NZ[SD]T|ET|PT|CT|MT)(?![\p{L}\p{N}])/iu, zoneFault],
	[/^[([]?\s*[+−-]\d/, "ends in something that is no offset of the form +01:00"],
	[/^\s*[([]\s*(?:(?:UTC|GMT)\s*)?[+−-]\s*\d/i, "ends in something that is no offset of the form +01:00"],
	[/^\s*(?:-|–|—|to|till|til|until|or|and|\/|,|&|→|->)\s*(?:\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2}(?!\d))/i, "is more than one time"]
];
/**
* Whether a note in parentheses is nothing but half a day, a zone or an offset, which would make another time of it: `(pm)`,
* `(CET time)`, `(UTC +9)`.
*/
function isQualifier(note) {
	const text = withoutInvisible(note).trim();
	if (text.length > 60) return false;
	return /^\(\s*\S+(?:\s+\S+)?\s*\)$/.test(text) && faultBehind(text) !== null || /^\(\s*(?:UTC|GMT)?\s*[+−-]\s*\d/i.test(text);
}
/** What is wrong with a time because of the words behind it, to go on behind “…”; null where they leave it what it is. */
function faultBehind(rest) {
	const text = rest.slice(0, 200);
	return followers.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

// src/incident/clock.ts
/** How far somebody's clock may be ahead of GitHub's, in milliseconds: a time that is no further in the future has happened. */
const clockTolerance = 3e5;
/** Outside these years a time is surely mistyped, and one such year would fill a log with empty quarters. */
const years = {
	first: 1970,
	last: 9999
};
const mistypedYear = `names a year that is not between ${years.first} and ${years.last}`;
/**
* Reads one recorded time: `YYYY-MM-DD HH:MM`, `T` or spaces between, seconds and their fractions dropped, or on a clock of twelve
* hours (`9:20 pm`, `9.20pm`); then optionally `Z`, `UTC`, `GMT` or `±HH:MM` (at most 14 hours), then optionally a note in
* parentheses, which may nest. Without an offset it is wall clock in `timezone` (an IANA name). Characters that show nothing are
* ignored.
*
* Blank is what shows nothing. All else is a problem, `timestamp-ambiguous` where the clock showed that
* time twice and `timestamp-form` otherwise, a time that the clock skipped included: nothing is guessed.
*/
function readTime(text, timezone) {
	const trimmed = trimInvisible(text);
	if (trimmed === "") return { kind: "blank" };
	if (/[\r\n]/.test(trimmed)) return formProblem(trimmed, "stands on several lines");
	const opening = open(trimmed, timePattern);
	const reading = opening && resolve(opening, timezone);
	if (opening === null || reading === null) return formProblem(trimmed, "is not a time in the form expected");
	const rest = trimmed.slice(opening.length);
	const note = readNote(rest);
	if (note === void 0 || isQualifier(rest)) return formProblem(trimmed, faultBehind(withoutInvisible(rest)) ?? "ends in something that is neither an offset such as +01:00 nor a note in parentheses");
	if (typeof reading === "string") return formProblem(trimmed, reading);
	const resolved = resolvedTime(trimmed, reading, timezone);
	return resolved.kind === "time" ? {
		kind: "time",
		time: {
			instant: resolved.instant,
			note
		}
	} : resolved;
}
/**
* The time that a line begins with, in the forms of `readTime` but without a note, and how many characters it takes; null
* when the line begins with none, or with one that the clock in `timezone` skipped. A time that the clock showed twice is
* taken for the earlier instant, so this serves to compare the order of lines and not to compute figures.
*/
function readLeadingTime(line, timezone) {
	const opening = open(line, timePattern);
	const reading = opening && resolve(opening, timezone);
	if (opening === null || reading === null || typeof reading === "string") return null;
	const instant = reading.instants[0];
	return instant === void 0 ? null : {
		instant,
		length: opening.length
	};
}
/** The instants, earliest first, at which the clock in `timezone` shows a time of day on a date (`YYYY-MM-DD`): none where it skips it, two where it shows it twice. */
function instantsShown(date, { hours, minutes }, timezone) {
	return instantsAt(Date.parse(`${date}T00:00Z`) + hours * hour + minutes * minute, timezone);
}
/**
* As `readTime`, of the time that a line begins with, whatever follows it, with the seconds that are cut off its instant (fractions
* included), and how many characters it takes; null when the line begins with nothing of that form.
*/
function readOpeningTime(line, timezone) {
	const opening = open(line, timePattern);
	const resolved = opening && resolve(opening, timezone);
	if (opening === null || resolved === null) return null;
	const text = line.slice(0, opening.length);
	return {
		reading: typeof resolved === "string" ? formProblem(text, resolved) : resolvedTime(text, resolved, timezone),
		length: opening.length
	};
}
/** The time of day that a line begins with, or what is wrong with it, as words after “…”, and how many characters it takes; null for none. */
function readOpeningClock(line) {
	const opening = open(line, clockPattern);
	const reading = opening && readTimeOfDay(opening);
	return opening === null || reading === null ? null : {
		reading,
		length: opening.length
	};
}
/**
* `YYYY-MM-DD HH:MM` on the clock in `timezone`, with ` ±HH:MM` behind it when the clock shows that time twice. `readTime`
* reads it back to the same instant.
*/
function formatTime(instant, timezone) {
	const wall = wallClockAt(instant, timezone);
	return instantsAt(wall, timezone).length > 1 ? formatWithOffset(instant, timezone) : formatWallClock(wall);
}
/** `YYYY-MM-DD` on the calendar in `timezone`. */
function formatDate(instant, timezone) {
	return formatWallClock(wallClockAt(instant, timezone)).slice(0, 10);
}
/** Hours and minutes, never days and never padded: `0h 42m`, `3504h 45m`. Takes whole minutes, zero or more. */
function formatDuration(minutes) {
	return `${Math.floor(minutes / 60)}h ${minutes % 60}m`;
}
/** Whole minutes that pass from one instant to the other, whatever the clocks do meanwhile; negative when `to` is earlier. */
function elapsedMinutes(from, to) {
	return differenceInMinutes(to, from, { roundingMethod: "floor" });
}
/** Whether `name` is a time zone by its IANA name. An offset such as `+01:00`, which Intl takes for a zone, is not. */
function isTimeZone(name) {
	if (!/^[a-z]/i.test(name)) return false;
	if (name === "UTC") return true;
	try {
		Intl.DateTimeFormat("en", { timeZone: name });
		return true;
	} catch {
		return false;
	}
}
/** What a time can mean; what is wrong with it, as words after “…”; null for what is not of that form. */
function resolve(opening, timezone) {
	const [year = 0, month = 0, day = 0] = opening.groups.date?.split("-").map(Number) ?? [];
	const time = readTimeOfDay(opening);
	if (time === null) return null;
	if (isMistyped(year)) return mistypedYear;
	const midnight = new Date(Date.UTC(year, month - 1, day));
	if (midnight.getUTCMonth() !== month - 1) return "names a day that does not exist";
	if (typeof time === "string") return time;
	const { seconds, offset } = time;
	const wall = midnight.getTime() + time.hours * hour + time.minutes * minute;
	if (offset === null) return {
		wall,
		seconds,
		instants: instantsAt(wall, timezone)
	};
	const instant = wall - offset * minute;
	return isMistyped(new Date(wallClockAt(instant, timezone)).getUTCFullYear()) ? mistypedYear : {
		wall,
		seconds,
		instants: [instant]
	};
}
/** The one instant that the clock shows, or what is wrong with a time that it skips or shows twice. */
function resolvedTime(typed, { wall, seconds, instants: [instant, second] }, timezone) {
	if (instant === void 0) return skippedProblem(typed, wall, timezone);
	if (second !== void 0) return ambiguousProblem(typed, instant, second, timezone);
	return {
		kind: "time",
		instant,
		seconds
	};
}
function isMistyped(year) {
	return year < years.first || year > years.last;
}
/** The words in parentheses, null when there are none, undefined when the text is anything but one pair of parentheses. */
function readNote(text) {
	const trimmed = trimInvisible(text);
	if (trimmed === "") return null;
	if (!trimmed.startsWith("(") || !trimmed.endsWith(")")) return void 0;
	const note = trimmed.slice(1, -1);
	let depth = 0;
	for (const character of note) {
		if (character === "(") depth += 1;
		if (character === ")") depth -= 1;
		if (depth < 0) return void 0;
	}
	return depth === 0 ? note.trim() || null : void 0;
}
function formatWithOffset(instant, timezone) {
	return `${formatWallClock(wallClockAt(instant, timezone))} ${formatOffset(offsetAt(instant, timezone))}`;
}
/** What is wrong with a time that is not of the form expected. `fault` goes on behind the words. */
function formProblem(typed, fault) {
	return {
		kind: "problem",
		rule: "timestamp-form",
		message: `${quote(typed)} ${fault}: type it as YYYY-MM-DD HH:MM, for example 2024-10-15 11:29.`
	};
}
function skippedProblem(typed, wall, timezone) {
	const change = offsetChange(wall, timezone);
	return {
		kind: "problem",
		rule: "timestamp-form",
		message: `${quote(typed)} does not exist in ${timezone}, where the clock went from ${formatTime(change - minute, timezone)} straight to ${formatTime(change, timezone)}: type a time before or after that gap.`
	};
}
function ambiguousProblem(typed, first, second, timezone) {
	return {
		kind: "problem",
		rule: "timestamp-ambiguous",
		message: `${quote(typed)} came twice in ${timezone}, where the clock was put back: type ${formatWithOffset(first, timezone)} or ${formatWithOffset(second, timezone)}.`
	};
}
/** The person's words on one line, without characters that are not seen, shortened to 60. */
function quote(typed) {
	const characters = Array.from(typed.slice(0, 1e3).replace(/\s+/g, " ").replace(/\p{C}/gu, ""));
	return `“${characters.length > 60 ? `${characters.slice(0, 59).join("")}…` : characters.join("")}”`;
}

// src/incident/fields.ts
const subject = "(?:(?:the |major )?(?:incident|fault|issue|problem|outage|service|services|impact|failure) )?";
const is = "(?:is |was |were )?";
const when = "(?: at| on)?";
const time = "(?: at| on| time)?";
/**
* The known fields, by their key in an incident, in the order of the form and of an entry. This is the only list of them: the form that
* we ship, reading an issue, the log's entry and labels, the JSON output, commands and the status comment all follow it. A new text
* or event needs a row here, and a line in the form and the README.
*/
const fields = {
	impactStarted: {
		id: "impact-started",
		label: "Impact started",
		holds: "time",
		event: {
			kind: "started",
			name: "Started",
			follows: []
		},
		form: null,
		json: false,
		synonyms: [`${subject}${is}(?:occur(?:s|red|rence)?|start(?:s|ed)?|beg(?:ins|an|inning)|onset)${time}`, "start (?:of .{1,30}|date|date and time)"]
	},
	firstDetected: {
		id: "first-detected",
		label: "First detected",
		holds: "time",
		event: {
			kind: "first-detected",
			name: "First detected",
			follows: ["started"]
		},
		form: {
			kind: "input",
			required: true
		},
		json: true,
		synonyms: [
			`first(?:ly)? (?:det\\w+|notic\\w+|report\\w*|alert\\w*|observ\\w+|seen|spotted|raised|known)${when}`,
			`${subject}${is}(?:first )?(?:detected|reported|noticed|discovered|spotted|raised|alerted)${time}`,
			"(?:(?:the )?[\\w-]+ ){0,3}(?:became |becomes |was |were |made )*aware",
			`(?:time of |initial )?detection${time}`,
			`(?:first |initial )?alert(?: fired| raised| received| triggered)?${when}`
		]
	},
	declared: {
		id: "declared",
		label: "Declared",
		holds: "time",
		event: {
			kind: "declared",
			name: "Declared",
			follows: ["first-detected"]
		},
		form: null,
		json: false,
		synonyms: [`${subject}${is}(?:declared|declaration)${time}`]
	},
	repaired: {
		id: "repaired",
		label: "Repaired",
		holds: "time",
		event: {
			kind: "repaired",
			name: "Repaired",
			follows: ["first-detected"]
		},
		form: {
			kind: "input",
			required: false
		},
		json: true,
		synonyms: [`${subject}${is}(?:repair(?:ed)?|mitigat(?:ed|ion)|restor(?:ed|ation)|fix(?:ed)?|recover(?:ed|y))(?: declared| deployed| applied)?${when}`]
	},
	resolved: {
		id: "resolved",
		label: "Resolved",
		holds: "time",
		event: {
			kind: "resolved",
			name: "Resolved",
			follows: [
				"first-detected",
				"repaired",
				"declared"
			]
		},
		form: {
			kind: "input",
			required: false
		},
		json: true,
		synonyms: [`${subject}${is}(?:fully )?(?:resolved|closed)(?: declared)?${when}`]
	},
	identified: {
		id: "identified",
		label: "Identified",
		holds: "text",
		entry: "always",
		form: {
			kind: "textarea",
			required: false
		},
		json: false,
		statusComment: false,
		synonyms: ["(?:how )?(?:it was )?identified(?: by)?", "how (?:was it |it was )?detected"]
	},
	impact: {
		id: "impact",
		label: "Impact",
		holds: "text",
		entry: "always",
		form: {
			kind: "textarea",
			required: true
		},
		json: false,
		statusComment: false,
		synonyms: ["(?:user |customer |business |service )?impact"]
	},
	context: {
		id: "context",
		label: "Context",
		holds: "timeline",
		entry: "once-repaired",
		form: {
			kind: "textarea",
			required: false
		},
		json: false,
		statusComment: false,
		synonyms: [
			"context",
			"timeline",
			"chronology",
			"sequence of events"
		]
	},
	resolution: {
		id: "resolution",
		label: "Resolution",
		holds: "text",
		entry: "once-repaired",
		form: {
			kind: "textarea",
			required: false
		},
		json: false,
		statusComment: false,
		synonyms: ["resolution", "remediation"]
	},
	reviewActions: {
		id: "review-actions",
		label: "Review actions",
		holds: "review-actions",
		form: {
			kind: "textarea",
			required: false
		},
		synonyms: [
			"(?:(?:post[- ]?)?(?:incident[- ])?review |follow[- ]?up |corrective |remedial |preventative |preventive )?(?:actions?|action items|tasks)(?: following (?:the )?review| from (?:the )?review)?",
			"follow[- ]?ups",
			"next steps"
		]
	}
};
const keys = Object.keys(fields);
const eventKeys = keys.filter(isEventKey);
const textKeys = keys.filter(isTextKey);
/** The events that figures are computed from. An entry without any other event lists them in this order, whatever their times. */
const figureEvents = [
	"firstDetected",
	"repaired",
	"resolved"
];
/** The events that no figure is computed from. */
const furtherEvents = eventKeys.filter((key) => !figureEvents.some((figureEvent) => figureEvent === key));
/** The events as a log's labels and the audit know them, in the order of the table. */
const eventKinds = eventKeys.map((key) => fields[key].event.kind);
const eventPairs = eventKeys.flatMap((key) => {
	const { kind, follows } = fields[key].event;
	return follows.map((earlier) => [earlier, kind]);
});
/** Whether figures are computed from an event. */
function isMeasured(kind) {
	return figureEvents.some((key) => fields[key].event.kind === kind);
}
/** The names of events by their kind. */
const eventNames = Object.fromEntries(eventKeys.map((key) => [fields[key].event.kind, fields[key].event.name]));
/** The parts of an entry in which people write what they like. */
const freeParts = Object.values(fields).flatMap((field) => field.holds === "time" ? [] : field.id);
const byId = new Map(keys.map((key) => [fields[key].id, key]));
/** The known field that a form's field with this id is; null for a team's own field, and for one without an id. */
function fieldKey(id) {
	return byId.get(id ?? "") ?? null;
}
/**
* Whether an event comes after first detection. The others are known only in hindsight: nobody can record that they happen right now.
*/
function followsDetection(key) {
	return fields[key].event.follows.includes("first-detected");
}
/** Whether a field is known and yet not in our own form: a form has it only where a team has added it. */
function isAddedByTeams(key) {
	return key !== null && fields[key].form === null;
}
/** An object with these keys in this order, each with its value. */
function recordOf(keysInOrder, valueFor) {
	return Object.fromEntries(keysInOrder.map((key) => [key, valueFor(key)]));
}
function isEventKey(key) {
	return fields[key].holds === "time";
}
function isTextKey(key) {
	return fields[key].holds === "text" || fields[key].holds === "timeline";
}

// src/incident/figures.ts
/**
* Resolved once a resolved time is recorded or the issue is closed as completed (`closed`), else repaired once a repaired
* time is recorded, else ongoing.
*/
function stateOf(events, closed) {
	if (events.resolved !== null || closed) return "resolved";
	return events.repaired === null ? "ongoing" : "repaired";
}
/**
* Computes the figures from the key events: elapsed minutes from first detection to repair and to resolution. A figure
* with an event that is missing, before first detection (`event-order`) or more than 5 minutes after `now` (`timestamp-future`) is null, never
* a guess, and an ongoing incident is never measured up to now. A resolution before the repair is a warning
* (`event-order`), and both figures stand.
*/
function measure(events, now) {
	const { firstDetected, repaired, resolved } = events;
	const problems = [...figureEvents.flatMap((key) => futureProblems(fields[key], events[key], now)), ...firstDetected.instant > now ? [] : orderProblems(firstDetected, repaired, resolved)];
	const figures = {
		timeToRepair: figure(firstDetected, repaired, now),
		timeToResolve: figure(firstDetected, resolved, now)
	};
	const { timeToRepair, timeToResolve } = figures;
	if (timeToRepair !== null && timeToResolve !== null && timeToResolve < timeToRepair) problems.push({
		rule: "event-order",
		severity: "warning",
		field: fields.resolved.id,
		message: "Resolved is before Repaired: check both times, and correct the one that is wrong."
	});
	return {
		figures,
		problems
	};
}
/**
* A figure as the log words it: the duration; `ongoing` while the event that it needs (`operand`) is not recorded and can
* still come; else `not recorded`.
*/
function figureText(minutes, operand, state) {
	if (minutes !== null) return formatDuration(minutes);
	return operand === null && state !== "resolved" ? "ongoing" : "not recorded";
}
function figure(firstDetected, event, now) {
	if (event === null || event.instant > now + 3e5) return null;
	const minutes = elapsedMinutes(firstDetected.instant, event.instant);
	return minutes < 0 ? null : minutes;
}
function futureProblems({ id, label }, event, now) {
	if (event === null || event.instant <= now + 3e5) return [];
	return [{
		rule: "timestamp-future",
		severity: "error",
		field: id,
		message: `${label} is in the future: type the time at which it happened.`
	}];
}
/** One problem, also where both are before first detection: then that is the time that is probably wrong. */
function orderProblems(firstDetected, repaired, resolved) {
	const isBefore = (event) => event !== null && event.instant < firstDetected.instant;
	const [first, second] = [...isBefore(repaired) ? [fields.repaired] : [], ...isBefore(resolved) ? [fields.resolved] : []];
	if (first === void 0) return [];
	if (second !== void 0) return [{
		rule: "event-order",
		severity: "error",
		field: fields.firstDetected.id,
		message: "Repaired and Resolved are both before First detected, so nothing can be computed: correct First detected, or both of them."
	}];
	const message = `${first.label} is before First detected, so nothing can be computed from the two: correct the one that is wrong.`;
	return [{
		rule: "event-order",
		severity: "error",
		field: first.id,
		message
	}];
}

// src/incident/quarter-figures.ts
/** How people word the repair in the name of a figure, as the source of a pattern for lower-case text. */
const repairWords = "(?:repair|fix|mitigat\\w+|restor\\w+|recover\\w*)";
/**
* The figures of a quarter, in the order of their lines. Everything that writes, reads, compares or shows them walks over this list:
* a new figure is a new row here, and a new kind of summary a function in `statistics.ts`.
*/
const quarterFigures = [
	{
		key: "incidents",
		label: "Incidents",
		otherNames: "number of incidents",
		wasAlwaysWritten: true,
		of: "incidents"
	},
	{
		key: "meanTimeToRepair",
		label: "Mean Time to Repair",
		otherNames: `(?:mean|average|avg\\.?) time to ${repairWords}`,
		wasAlwaysWritten: true,
		of: "timeToRepair",
		by: "mean"
	},
	{
		key: "meanTimeToResolve",
		label: "Mean Time to Resolve",
		otherNames: "(?:mean|average|avg\\.?) time to (?:resolve|resolution|close)",
		wasAlwaysWritten: true,
		of: "timeToResolve",
		by: "mean"
	}
];
/** The figures that are durations. */
const summaryFigures = quarterFigures.filter((figure) => figure.of !== "incidents");
/** A value for each of some figures, by key and in their order. */
function byFigure(figures, toValue) {
	return Object.fromEntries(figures.map((figure) => [figure.key, toValue(figure)]));
}

// src/incident/duration.ts
/** From the largest unit down, with the seconds that each has. */
const units = [
	{
		name: /^w(?:ks?|eeks?)?$/i,
		seconds: 604800
	},
	{
		name: /^d(?:ays?)?$/i,
		seconds: 86400
	},
	{
		name: /^h(?:rs?|ours?)?$/i,
		seconds: 3600
	},
	{
		name: /^m(?:ins?|inutes?)?$/i,
		seconds: 60
	},
	{
		name: /^s(?:ecs?|econds?)?$/i,
		seconds: 1
	}
];
const [hours, minutes] = [2, 3];
const amount = /\.?[\s,;]*(?:(?:and|plus|&|\+)\s*)?(\d{1,6}(?:\.\d{1,2})?)(?:\s*([a-z]+))?/iy;
/** What may belong to a duration that it follows: a range, an alternative, a fraction. */
const goesOn = /^[\p{L}\p{N}_]|^\s+[hmds]\b|^[.:/]\d|^\s*(?:[-–—−/~→…]|->|to\b|or\b|until\b|till\b)\s*~?\d|^\s*and\s+(?:a|half|three)\b(?!\s+bit)/iu;
/**
* The duration that a text begins with, in the ways that people write it: `59m`, `7h`, `1h 05m`, `1d 5h 47m`, `19 hours 43
* minutes`, `1.5 hours`, `2 weeks`. A day has 24 hours; minutes behind hours need no name; seconds are dropped downward. Null
* when the text begins with none, or goes on in something that may belong to it, as a range does: nothing is guessed.
*/
function readDuration(text) {
	if (!/^\d/.test(text)) return null;
	let [seconds, length, previous, precision] = [
		0,
		0,
		-1,
		1
	];
	for (;;) {
		amount.lastIndex = length;
		const match = amount.exec(text);
		if (match === null) break;
		const [, digits = "", name] = match;
		const unit = name === void 0 ? -1 : units.findIndex((each) => each.name.test(name));
		const isBareMinutes = name === void 0 && previous === hours && digits.length < 3;
		if (unit <= previous && !isBareMinutes) return null;
		const size = units[isBareMinutes ? minutes : unit]?.seconds ?? 0;
		if (digits.includes(".") && Number(digits) * size % 60 !== 0) return null;
		seconds += Number(digits) * size;
		precision = size / 10 ** (digits.split(".")[1]?.length ?? 0);
		[length, previous] = [amount.lastIndex, isBareMinutes ? units.length : unit];
	}
	if (previous < 0 || goesOn.test(text.slice(length))) return null;
	return {
		minutes: Math.floor(seconds / 60),
		seconds,
		precision,
		length
	};
}

// src/log/read/span.ts
/** The span of a text that stands at an offset, without white space at its ends. */
function spanAt(text, start, line) {
	const from = start + (text.length - text.trimStart().length);
	const trimmed = text.trim();
	return {
		text: trimmed,
		start: from,
		end: from + trimmed.length,
		line
	};
}
/** Whether a value says that something is not known, or not yet: "TBC", "N/A", or a placeholder that nobody has filled in. */
function isUnknown(value) {
	return /^(?:$|[-–—?.…_*]+$|(?:n\/?a|t\.?b\.?[acd]|none|unknown|unclear|ongoing|in progress|pending|not|xx?h? ?xx?m?|y{4}|still)(?![\p{L}\d]))/iu.test(withoutInvisible(value).replace(/^[([*_`\s]+/, ""));
}

// src/log/read/stated-duration.ts
/** The duration that a value begins with; null where there is no value, or none that can be read. */
function statedDuration(value) {
	if (value === null) return null;
	const marks = /^[*_`[]*/.exec(value.text)?.[0].length ?? 0;
	const found = readDuration(value.text.slice(marks).replace(spaces, (entity) => " ".repeat(entity.length)));
	if (found === null) return null;
	const end = marks + found.length;
	if (isBlurred(value.text.slice(end).replace(spaces, " "))) return null;
	return {
		minutes: found.minutes,
		seconds: found.seconds,
		precision: found.precision,
		start: value.start + marks,
		end: value.start + end,
		text: value.text.slice(marks, end),
		remark: value.text.slice(end)
	};
}
/** Whether a value is a duration, or says in a word that there is none, so that another one can take its place. */
function isReplaceableDuration(value) {
	return statedDuration(value) !== null || /^(?:not recorded|no incidents)$/i.test(value.text) || isUnknown(value.text) && /^[\p{L}/?.–—-]+$/u.test(value.text);
}
/** Entities that stand for white space, which belongs to a figure. */
const spaces = /&(?:nbsp|thinsp|ensp|emsp|emsp13|emsp14|numsp|hairsp|#0*(?:32|160|8201|8239)|#x0*(?:20|a0|2009|202f));/gi;
/**
* Whether a stated duration is what really passed, in the precision in which it is stated: minutes may be rounded or cut, longer
* units are rounded.
*
* @param exact seconds
*/
function agrees({ seconds, precision }, exact) {
	if (precision > 60) return Math.abs(seconds - exact) <= precision / 2;
	const units = exact / precision;
	return [Math.floor(units), Math.round(units)].some((each) => each * precision === seconds);
}
/** What a person has written behind a duration, or in parentheses on the line below; '' for nothing but marks. */
function remarkWith({ remark, end }, source) {
	const [, below = ""] = /^[^\n]*\n[ \t]*(\([^\n]*)/.exec(source.slice(end, end + 1e3)) ?? [];
	const text = `${remark} ${below}`.replace(spaces, " ").replace(/^\]\([^()]*\)/, "").replace(/^ \(from \d+ of \d+ incidents\)/, "").trim();
	return /[\p{L}\p{N}]/u.test(text) ? text : "";
}
/** "2 hours or so" is no figure to compare, as "about 2 hours" is none. */
function isBlurred(remark) {
	return /^\s*(?:&(?:[a-z]+|#\w+);|[?+]|-?ish\b|or so\b|max\b|and a bit\b|at (?:least|most)\b|(?:[(]\s*)?(?:approx|roughly|about|estimated|rounded|ca\b))/i.test(remark);
}

// src/markdown/links.ts
/** Schemes that a link may have; an address without one is relative. */
const schemes = /* @__PURE__ */ new Set([
	"http",
	"https",
	"mailto"
]);
/** Whether an address has a scheme other than those of web pages and e-mail. Such an address may hold a script or a whole page. */
function hasForeignScheme(url) {
	const address = url.replace(/^[^!-\uFFFF]+|[\t\n\r]/g, "");
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
	return scheme !== void 0 && !schemes.has(scheme);
}
/**
* An address and title as they stand between the parentheses of a link. Every character of the address that some parser might take for
* Markdown, HTML or a tag of a template engine is percent-encoded (RFC 3986, 2.1), so that the address needs no brackets.
*/
function destination({ url, title }) {
	const address = url.replace(/[^\w/:?#@!$&*+,;=.~%'\u0080-\u{10FFFF}-]|\s/gu, percentEncode).replace(/&(?=#?[0-9A-Za-z]{1,40};)/g, "&amp;");
	if (!title) return address;
	return `${address} "${title.replace(/\s+/g, " ").replace(/[\\"&[\]`*_>{}]/g, (character) => `\\${character}`).replaceAll("<", "&lt;")}"`;
}
/** The character percent-encoded, parentheses and `*` included, which `encodeURIComponent` leaves as they are. */
function percentEncode(character) {
	return /[()]/.test(character) ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character);
}
/** An address that is a link on GitHub without any markup, and in which no parser reads a character as Markdown. */
const bareAddress = /^(?:https?:\/\/|www\.)[A-Za-z0-9](?:[\w/:?#@!$,;=.%+-]*[\w/])?$|^[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+$/i;
/** What may follow such an address without becoming part of it. */
const endsAddress = /^(?:$|[\s]|[.,;:!?'")]+(?:\s|$))/;
/** An address that is a link to every parser when it stands between angle brackets (CommonMark 6.5). */
const plainAddress = /^(?:https?:|mailto:)[\w/:?#@!$,;=.%+~()*'-]+$|^[A-Za-z0-9.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/i;
/**
* The edits that replace link definitions by inline links, so that an answer can be cut into pieces: with the definition
* `[1]: https://b.c`, `[a][1]` becomes `[a](https://b.c)`. There are none for an answer that is not `isReadable` or would grow too much.
*
* @param answer without a byte order mark, because the parser would count offsets from behind it
*/
function linkDefinitionEdits(answer) {
	if (!answer.includes("]:") || !isReadable(answer)) return [];
	const edits = withinStack(() => definitionEdits(parseMarkdown(answer), answer)) ?? [];
	return isTooMuch(edits) ? [] : edits;
}
/** The targets of link definitions by identifier. Of several definitions of one identifier the first counts (CommonMark 4.7). */
function readDefinitions(tree) {
	const targets = /* @__PURE__ */ new Map();
	visit(tree, "definition", ({ identifier, url, title }) => {
		if (!targets.has(identifier)) targets.set(identifier, {
			url,
			title
		});
	});
	return targets;
}
/** The edits that remove the definitions and put their addresses where they are used. */
function definitionEdits(tree, source) {
	const edits = [];
	const targets = readDefinitions(tree);
	visit(tree, "definition", (node) => {
		edits.push({
			...offsetsOf(node),
			text: ""
		});
	});
	visit(tree, ["linkReference", "imageReference"], (node) => {
		if (node.type !== "linkReference" && node.type !== "imageReference") return;
		const target = targets.get(node.identifier);
		if (target === void 0) return;
		const { end } = offsetsOf(node);
		const label = {
			shortcut: 0,
			collapsed: 2,
			full: 0
		}[node.referenceType];
		const start = node.referenceType === "full" ? lastBracket(source, end) : end - label;
		edits.push({
			start,
			end,
			text: `(${destination(target)})`
		});
	});
	return edits;
}
/** Offset of the `[` that opens the label ending at `end`. Brackets within a label are escaped. */
function lastBracket(source, end) {
	let index = end;
	do
		index = source.lastIndexOf("[", index - 1);
	while (isEscaped(source, index));
	return index;
}
function isEscaped(source, index) {
	let start = index;
	while (source[start - 1] === "\\") start -= 1;
	return (index - start) % 2 === 1;
}

// src/markdown/contain/html.ts
/**
* Harmless Markdown for pieces of raw HTML, each on one line. Allowed are `kbd`, `sub` and `sup` where they are opened and closed, `br`, and
* `img` with an https source; they are rebuilt with known attributes only. Comments are dropped, and everything else is shown as text.
*
* @param pieces all raw HTML of one block, in order
* @param show returns Markdown that shows one line of text
* @param tags `none` for MDX, which has no HTML
*/
function containHtml(pieces, show, tags) {
	const tokens = pieces.map((html) => readTokens(html, tags));
	const paired = pairedTokens(tokens.flat());
	return tokens.map((piece) => {
		let markdown = "";
		let text = "";
		for (const token of piece) {
			if (token.kind === "comment") continue;
			if (token.kind !== "single" && !paired.has(token)) {
				text += token.html;
				continue;
			}
			markdown += showOnLine(text, show) + token.rebuilt;
			text = "";
		}
		return (markdown + showOnLine(text, show)).trim();
	});
}
function showOnLine(html, show) {
	return html === "" ? "" : show(html.replace(/\s+/g, " "));
}
function readTokens(html, tags) {
	const tokens = [];
	const tag = /<(\/?)([a-z]+)((?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?)\/?>/iy;
	const lastCommentEnd = html.lastIndexOf("-->");
	let position = 0;
	let text = 0;
	const push = (token) => {
		if (text < position) tokens.push(textToken(html.slice(text, position)));
		tokens.push(token);
		position += token.html.length;
		text = position;
	};
	for (let next = html.indexOf("<"); next >= 0; next = html.indexOf("<", position)) {
		position = next;
		tag.lastIndex = position;
		const match = tags === "none" ? null : tag.exec(html);
		const allowed = match === null ? null : tagToken(match);
		const comment = html.startsWith("<!--", position) && position + 2 <= lastCommentEnd ? html.indexOf("-->", position + 2) : -1;
		if (allowed !== null) push(allowed);
		else if (comment >= 0) push({
			kind: "comment",
			name: "",
			html: html.slice(position, comment + 3),
			rebuilt: ""
		});
		else position += 1;
	}
	position = html.length;
	if (text < position) tokens.push(textToken(html.slice(text)));
	return tokens;
}
function textToken(html) {
	return {
		kind: "text",
		name: "",
		html,
		rebuilt: ""
	};
}
function tagToken(match) {
	const [html, slash = "", tagName = "", attributes = ""] = match;
	const name = tagName.toLowerCase();
	if (name === "br") return {
		kind: "single",
		name: "",
		html,
		rebuilt: "<br>"
	};
	if (name === "img" && slash === "") {
		const image = rebuildImage(attributes);
		return image === null ? null : {
			kind: "single",
			name: "",
			html,
			rebuilt: image
		};
	}
	if (name !== "kbd" && name !== "sub" && name !== "sup") return null;
	return {
		kind: slash === "" ? "open" : "close",
		name,
		html,
		rebuilt: `<${slash}${name}>`
	};
}
/** An image with its source, texts and size, and no other attributes; null without an https source. */
function rebuildImage(attributes) {
	const values = /* @__PURE__ */ new Map();
	for (const [, name = "", ...quoted] of attributes.matchAll(/(?<![^\s"'/])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g)) {
		const value = quoted.find((each) => each !== void 0) ?? "";
		if (!values.has(name.toLowerCase())) values.set(name.toLowerCase(), value);
	}
	if (!/^https:\/\/\S+$/i.test(values.get("src") ?? "")) return null;
	return `<img${[
		"src",
		"alt",
		"title",
		"width",
		"height"
	].flatMap((name) => {
		const value = values.get(name)?.replace(/\s+/g, " ");
		if (value === void 0 || /th$|^height$/.test(name) && !/^\d+%?$/.test(value)) return [];
		return [` ${name}="${value.replace(/["<>`*_[\]{}|\\~]/g, (character) => `&#${character.charCodeAt(0)};`)}"`];
	}).join("")}>`;
}
/** The opening and closing tags that belong together, properly nested. */
function pairedTokens(tokens) {
	const paired = /* @__PURE__ */ new Set();
	const open = [];
	for (const token of tokens) {
		if (token.kind === "open") open.push(token);
		const last = open.at(-1);
		if (token.kind !== "close" || last?.name !== token.name) continue;
		open.pop();
		paired.add(last).add(token);
	}
	return paired;
}

// src/markdown/contain/references.ts
const page = "(?:issues|pulls?|discussions|commits?)/\\w";
/** An owner and a repository. No owner is called `organizations`, and Sentry's addresses of issues begin so. */
const repository = "(?!organizations/)[^\\s/]+/[^\\s/]+";
/** The address of an issue, pull request, discussion, commit or person, which GitHub turns into a reference. */
const referenceAddress = new RegExp(`https?:(?=//(?:[^\\s/]+/${repository}/${page}|(?:(?:www\\.)?github\\.[^\\s/]+|[^\\s/]+\\.ghe\\.com)/[\\w-]+/?(?![\\w/.-])))`, "gi");
/** The offsets in a text, as it is shown, where zero-width spaces keep GitHub from finding a reference in it. */
function breaksIn(text) {
	const addresses = [...text.matchAll(referenceAddress)].map(({ index, 0: scheme }) => index + scheme.length);
	return [...referenceBreaks(text), ...addresses];
}
/** Whether GitHub may turn a link into a reference, by the address that it shows or leads to. Parsers disagree on entities in it. */
function isReference(address, url) {
	return [address, url].some((each) => each.search(referenceAddress) >= 0) || /&#?[0-9a-z]{1,40};/i.test(address);
}
/**
* Whether an address would mention somebody or link an issue if it were plain text. Parsers disagree on what is an address within a text.
*/
function mentionsSomebody(address) {
	return /(?<![0-9a-z])@|#\d|GH-\d/i.test(address);
}
const onGitHub = new RegExp(`^(?:https?:)?//(?:www\\.)?github\\.com/(?=${repository}/${page})`, "i");
/**
* The address through which a link to an issue on github.com leads to the same page without a backlink on the issue. Source:
* docs.github.com, "Autolinked references and URLs".
*/
function redirected(url) {
	return url.replace(onGitHub, "https://redirect.github.com/");
}

// src/markdown/contain/serialize-inline.ts
/**
* Markdown of inline content that every common parser reads in the same way: characters that could be markup are escaped, code stands on
* one line, and only harmless HTML tags are left. Its lines have no white space at their ends. Empty when it would show nothing.
*/
function writeInline(nodes, place, writing) {
	const markdown = trimLines(writeNodes(nodes, place, writing));
	return place.begins === "line" && markdown.startsWith("<") && markdown.includes("\n") ? writeInline(nodes, {
		...place,
		lines: "one"
	}, writing) : markdown;
}
function writeNodes(nodes, place, writing) {
	const pieces = joinText(readPieces(nodes, writing));
	const written = [];
	let { begins } = place;
	for (const [index, piece] of pieces.entries()) {
		const after = textFrom(pieces, index + 1, place.after);
		const markdown = writePiece(piece, {
			...place,
			begins,
			after
		}, writing);
		written.push(markdown);
		begins = beginsBehind(markdown, begins);
	}
	return written.join("");
}
/** The nodes with harmless HTML, and with footnotes, links to scripts and addresses that are references turned into text. */
function readPieces(nodes, writing) {
	const html = nodes.flatMap((node) => node.type === "html" ? [node.value] : []);
	const contained = containHtml(html, (line) => showText(line, writing), writing.engine === "mdx" ? "none" : "some");
	let position = 0;
	return nodes.map((node) => {
		if (node.type === "html") return {
			type: "raw",
			markdown: contained[position++] ?? ""
		};
		if (node.type === "footnoteReference") return textPiece(`[^${node.label ?? node.identifier}]`);
		const piece = withTarget(node, writing);
		if ((piece.type === "link" || piece.type === "image") && hasForeignScheme(piece.url)) return textPiece(sourceOf(node, writing));
		return writing.references === "quiet" && piece.type === "link" && isAddress(piece, writing) && isReference(toString(piece), piece.url) ? textPiece(toString(piece)) : piece;
	});
}
/** Whether a link is a bare address, without words of its own in brackets. */
function isAddress(link, writing) {
	return !sourceOf(link, writing).startsWith("[");
}
/** Markdown that shows one line of text, such as HTML that is not allowed. */
function showText(line, writing) {
	return escapeForEngine(escapeLine(quietly(line, writing)), writing.engine);
}
/** The text; for `quiet` references, with zero-width spaces so that GitHub finds none in it. */
function quietly(text, { references }) {
	return references === "quiet" ? partAt(text, breaksIn(text)) : text;
}
/** A link or image with the address from its definition, if it refers to one; other nodes as they are. */
function withTarget(node, { definitions }) {
	if (node.type !== "linkReference" && node.type !== "imageReference") return node;
	const { url = "", title } = definitions.get(node.identifier) ?? {};
	return node.type === "linkReference" ? {
		type: "link",
		url,
		title,
		children: node.children,
		position: node.position
	} : {
		type: "image",
		url,
		title,
		alt: node.alt,
		position: node.position
	};
}
function textPiece(value) {
	return {
		type: "text",
		value
	};
}
/** The pieces, with text around a dropped comment joined, because Markdown could arise where the two parts meet. */
function joinText(pieces) {
	const joined = [];
	for (const piece of pieces) {
		const last = joined.at(-1);
		if (piece.type === "raw" && piece.markdown === "") continue;
		if (piece.type !== "text" || last?.type !== "text") joined.push(piece);
		else joined[joined.length - 1] = textPiece(last.value + piece.value);
	}
	return joined;
}
/** The text from a piece on. `notText` stands for a piece that is neither text nor HTML. */
function textFrom(pieces, index, after) {
	const piece = pieces[index];
	if (piece === void 0) return after;
	if (piece.type === "raw") return piece.markdown;
	return piece.type === "text" ? piece.value + textFrom(pieces, index + 1, after) : notText;
}
function writePiece(piece, place, writing) {
	switch (piece.type) {
		case "raw": return place.begins === "line" ? escapeLineStart(piece.markdown) : piece.markdown;
		case "text": return writeText$1(piece.value, place, writing);
		case "emphasis":
		case "strong":
		case "delete": {
			const character = piece.type === "delete" ? "~" : sourceOf(piece, writing).slice(0, 1);
			const marker = piece.type === "emphasis" ? character : character.repeat(2);
			return mark(writeNodes(piece.children, {
				...place,
				after: marker
			}, writing), marker);
		}
		case "inlineCode": return writeCode$1(piece.value, place, writing);
		case "break": return place.lines === "one" ? " " : place.after === "" ? "" : "\\\n";
		case "link": return writeLink(piece, place, writing);
		case "image": return writeImage(piece, place, writing);
		default: throw new Error(`Not inline content: ${piece.type}`);
	}
}
function writeText$1(value, { begins, after, lines, within }, writing) {
	const escaped = quietly(value, writing).split("\n").map((line) => escapeForEngine(escapeInline(line, within), writing.engine));
	if (after === notText) escaped.push((escaped.pop() ?? "").replace(/[!^]$/, "\\$&"));
	return (lines === "one" ? [escaped.join(" ")] : escaped).map((line, index) => index > 0 || begins === "line" ? escapeLineStart(line) : line).join("\n");
}
/** Words between marks of emphasis. The marks touch the words, because next to white space they would be plain text. */
function mark(text, marker) {
	const start = text.search(/[^ \t\n]/);
	if (start < 0) return text;
	let end = text.length;
	while (" 	\n".includes(text[end - 1] ?? "")) end -= 1;
	return text.slice(0, start) + marker + text.slice(start, end) + marker + text.slice(end);
}
function writeCode$1(value, place, writing) {
	const code = disarm(value.replaceAll("\n", " "), writing.engine);
	if (place.within === "table" && code.includes("\\|")) return writeText$1(value, place, writing);
	const runs = new Set(code.match(/`+/g)?.map((run) => run.length));
	let length = 1;
	while (runs.has(length)) length += 1;
	const fence = "`".repeat(length);
	const padded = /^`|`$/.test(code) || /^ .* $/.test(code) && code.trim() !== "" ? ` ${code} ` : code;
	return fence + (place.within === "table" ? padded.replaceAll("|", "\\|") : padded) + fence;
}
function writeImage(image, place, writing) {
	return `![${writeText$1(cleanLine(image.alt ?? ""), inBrackets(place), {
		...writing,
		references: "live"
	})}](${destination(image)})`;
}
/** The place of the words of a link. */
function inBrackets(place) {
	return {
		...place,
		begins: "within a line",
		after: "]",
		within: "link"
	};
}
function writeLink(link, place, writing) {
	if (isAddress(link, writing)) return writeAddress(link, place, writing);
	const label = writeNodes(link.children, inBrackets(place), writing);
	const url = writing.references === "quiet" ? redirected(link.url) : link.url;
	return `[${label}](${destination({
		...link,
		url
	})})`;
}
/**
* An address as typed, bare or between angle brackets, if all parsers read it as a link and nothing in it as Markdown; otherwise a link with
* the address as its words.
*/
function writeAddress(link, place, writing) {
	const address = toString(link);
	const mayStay = !(writing.references === "quiet" && mentionsSomebody(address)) && writing.engine !== "mdx";
	const isBracketed = sourceOf(link, writing).startsWith("<");
	if (mayStay && isBracketed && plainAddress.test(address)) return `<${address}>`;
	if (!isBracketed && mayStay && bareAddress.test(address) && endsAddress.test(place.after)) return address;
	return `[${writeText$1(address, inBrackets(place), writing)}](${destination(link)})`;
}
const notText = "[";
/** Whether Markdown that follows this begins a line. It looks at this piece only, because looking at the whole text would be quadratic. */
function beginsBehind(markdown, begins) {
	let index = markdown.length - 1;
	while (markdown[index] === " " || markdown[index] === "	") index -= 1;
	if (index < 0) return begins;
	return markdown[index] === "\n" ? "line" : "within a line";
}
/** The lines without white space at their ends, and without blank lines, which would end a paragraph. */
function trimLines(markdown) {
	return markdown.split("\n").map(trimSpaces).filter((line) => line !== "").join("\n");
}
function sourceOf(node, { source }) {
	const { start, end } = offsetsOf(node);
	return source.slice(start, end);
}

// src/markdown/contain/serialize.ts
const paragraphPlace = {
	begins: "line",
	after: "",
	lines: "many",
	within: "paragraph"
};
/**
* Blocks as Markdown that every common parser reads in the same way. Link definitions are left out, footnotes and HTML are text, headings
* have level 4 to 6, and code stands in fences that nothing in it can close. Lists keep their markers, order and tightness. Blocks that
* would show nothing are left out.
*/
function writeBlocks(nodes, writing) {
	return nodes.map((node) => ({
		node,
		markdown: writeBlock(node, writing)
	})).filter(({ markdown }) => markdown !== "");
}
/** The blocks, with blank lines between them except where the source has none and none is needed. */
function joinBlocks(blocks) {
	return blocks.map((block, index) => {
		const above = blocks[index - 1];
		const markdown = block.node.type === "thematicBreak" ? indentBreak(block.markdown, above) : block.markdown;
		if (above === void 0) return markdown;
		return (mayTouch(above, block) ? "\n" : "\n\n") + markdown;
	}).join("");
}
/**
* A thematic break, indented by 2 columns so that it has 4 within an item: at one with fewer kramdown ends the list. Behind a list it is not
* indented, because it would become part of that list.
*/
function indentBreak(markdown, above) {
	return above?.node.type === "list" || above?.node.type === "footnoteDefinition" ? markdown : `  ${markdown}`;
}
/** Whether a block may follow another without a blank line: a list only if it can interrupt a paragraph (CommonMark 5.2). */
function mayTouch(above, { node, markdown }) {
	const isBelow = node.position?.start.line === (above.node.position?.end.line ?? 0) + 1;
	if (above.node.type !== "paragraph" || !isBelow) return false;
	return node.type === "list" && /^(?:[-+*]|1[.)]) /.test(markdown) || node.type === "code" || node.type === "blockquote";
}
function writeBlock(node, writing) {
	switch (node.type) {
		case "paragraph": return writeInline(node.children, paragraphPlace, writing);
		case "html": return writeInline([node], paragraphPlace, writing);
		case "heading": return writeHeading(node, writing);
		case "list": return writeList(node, writing);
		case "blockquote": return writeQuote(node, writing);
		case "code": return writeCode(node);
		case "table": return writeTable(node, writing);
		case "thematicBreak": return "***";
		case "footnoteDefinition": return writeAll(withLabel(node), writing);
		case "definition": return "";
		default: throw new Error(`Not a block: ${node.type}`);
	}
}
function writeAll(nodes, writing) {
	return joinBlocks(writeBlocks(nodes, writing));
}
/** The blocks of a footnote, with its label as text in front. */
function withLabel({ children, label, identifier }) {
	const text = {
		type: "text",
		value: `[^${label ?? identifier}]: `
	};
	const [first, ...others] = children;
	return first?.type === "paragraph" ? [{
		...first,
		children: [text, ...first.children]
	}, ...others] : [{
		type: "paragraph",
		children: [text]
	}, ...children];
}
/** Levels 1 to 3 are the document's own. */
function writeHeading({ depth, children }, writing) {
	const place = {
		...paragraphPlace,
		begins: "within a line",
		lines: "one"
	};
	const text = writeInline(children, place, writing).replace(closingHashes, "\\");
	return text && `${"#".repeat(Math.max(depth, 4))} ${text.replace(/^#+$/, "\\$&")}`;
}
function writeList({ children, spread }, writing) {
	const items = children.map((item) => ({
		marker: markerOf(item, writing),
		content: writeItem(item, writing)
	}));
	const isUnsafe = items.some(({ marker, content }) => isThematicBreak(lineStart(`${marker} ${firstLine(content)}`)));
	return items.map(({ marker, content }) => hang(isUnsafe ? "+" : marker, content)).join(spread ? "\n\n" : "\n");
}
/** The marker of an item as typed, such as `-` or `2.`. */
function markerOf(item, { source }) {
	const { start } = offsetsOf(item);
	return /^(?:[-+*]|\d{1,9}[.)])/.exec(source.slice(start, start + 10))?.[0] ?? "-";
}
function writeItem({ children, checked }, writing) {
	return (checked == null ? "" : checked ? "[x] " : "[ ] ") + joinBlocks(writeBlocks(children, writing)) || "​";
}
/** A list item: the content behind its marker, with further lines indented as far as the first. */
function hang(marker, content) {
	return content === "" ? marker : `${marker} ${indent(content, marker.length + 1).trimStart()}`;
}
/** Text indented by a number of columns; blank lines stay empty. */
function indent(text, columns) {
	return text.replace(/^(?=[^\n])/gm, " ".repeat(columns)).replace(/^ +$/gm, "");
}
function firstLine(markdown) {
	return markdown.split("\n", 1)[0] ?? "";
}
function writeQuote({ children }, writing) {
	const content = writeAll(children, writing);
	return content && quoteLines(content);
}
/** The lines as a block quote. */
function quoteLines(markdown) {
	return markdown.split("\n").map((line) => line === "" ? ">" : `> ${line}`).join("\n");
}
function writeCode({ value, lang }) {
	return fence(value, /^[\p{L}\p{N}_+#.-]+$/u.test(lang ?? "") ? lang ?? "" : "");
}
/**
* Code in a fence that no line of it can close. Tabs at the beginning of a line become spaces, because they would reach less far where the
* code is indented (CommonMark 2.2).
*/
function fence(code, language = "") {
	const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
	const marks = "`".repeat(longest + 1);
	return `${marks}${language}\n${code.replace(/^[ \t]*\t/gm, expandTabs)}\n${marks}`;
}
function expandTabs(indentation) {
	const { contentColumn } = lineStart(indentation);
	return " ".repeat(contentColumn);
}
function writeTable({ align, children: [head, ...rows] }, writing) {
	const columns = head?.children.length ?? 0;
	const place = {
		begins: "within a line",
		after: " ",
		lines: "one",
		within: "table"
	};
	const cells = (row) => Array.from({ length: columns }, (_, index) => writeInline(row?.children[index]?.children ?? [], place, writing));
	const line = (texts) => `| ${texts.join(" | ")} |`;
	const rules = {
		left: ":--",
		right: "--:",
		center: ":-:"
	};
	const delimiters = Array.from({ length: columns }, (_, index) => {
		const side = align?.[index];
		return side ? rules[side] : "---";
	});
	return [
		line(cells(head)),
		line(delimiters),
		...rows.map((row) => line(cells(row)))
	].join("\n");
}

// src/markdown/contain/contain.ts
/**
* A list item that contains somebody's Markdown: a single paragraph on its line, otherwise blocks below it; null when it would show nothing.
* The Markdown is parsed and written again in a form that every common parser reads in the same way. Whatever the Markdown is, the result is
* one item, our text around it is unaffected, and it contains no link definition, no footnote, no heading above level 4, no HTML except some
* harmless tags, no control characters and nothing that the engine executes. Markdown that is not `isReadable` is shown as code.
*
* The item is not indented, and no line ending follows its last line.
*/
function containItem(answer, place) {
	const text = cleanText(answer).replace(/^(?:[ \t]*\n)+/, "").trimEnd();
	const item = inertItem(text, place) ?? plainItem(text, place) ?? parsedItem(text, place);
	if (item === "") return null;
	return place.below === "" ? item : `${item}\n\n${indent(place.below, 2)}`;
}
/** The item of `containItem` without what stands below, by way of the parser; '' when it would show nothing. */
function parsedItem(text, place) {
	const item = rewrite(text, {
		engine: place.engine,
		references: "live"
	}, (nodes, writing) => {
		return arrange(writeBlocks(nodes, writing), place, (words, inLine) => writeInline(words, inLine, writing));
	});
	return disarm(item ?? hang("-", withLead(fence(text), place)), place.engine);
}
/** The same for a line of plain text; null for any other Markdown. */
function plainItem(text, place) {
	return isPlain(text, place.engine) ? text && `- ${place.before}${text}${place.after}` : null;
}
/** The same without parser and serializer; null for Markdown that is not inert. */
function inertItem(text, place) {
	if (place.engine === "mdx" || !endsAddress.test(place.after)) return null;
	const blocks = inertBlocks(text)?.map((node) => {
		const { start, end } = offsetsOf(node);
		return {
			node,
			markdown: text.slice(start, end)
		};
	});
	if (blocks === void 0) return null;
	const item = arrange(blocks, place, () => blocks[0]?.markdown ?? "");
	return item === null ? null : disarm(item, place.engine);
}
/** The most characters of a note that is parsed. */
const longestLine = 2e3;
/** As `containItem`, for Markdown that must stay on the item's line. Text that is too long for a note is shown as plain text. */
function containLine(text, place) {
	const line = cleanLine(text);
	const isAsTyped = place.engine !== "mdx" && line.length <= longestLine && endsAddress.test(place.after) && isInertLine(inParagraph(line));
	return `- ${place.before}${isAsTyped ? disarm(line, place.engine) : parsedLine(line, place)}${place.after}`;
}
/** The words of `containLine`, by way of the parser. */
function parsedLine(line, { after, engine }) {
	const inLine = {
		begins: "within a line",
		lines: "one",
		within: "paragraph",
		after
	};
	const written = line.length > longestLine ? null : rewrite(inParagraph(line), {
		engine,
		references: "live"
	}, ([block], writing) => block?.type === "paragraph" ? writeInline(block.children, inLine, writing).slice(2) : null);
	return disarm(written ?? escapeText(line, engine), engine);
}
/** With a word in front, a line is parsed as a paragraph and as no other block. */
function inParagraph(line) {
	return `x ${line}`;
}
/**
* Somebody's Markdown as blocks in the form that `containItem` describes; empty when it would show nothing, null when it is not
* `isReadable`.
*/
function rewriteMarkdown(text, style) {
	return rewrite(text, style, (nodes, writing) => joinBlocks(writeBlocks(nodes, writing)));
}
function rewrite(text, style, write) {
	if (!isReadable(text)) return null;
	return withinStack(() => {
		const tree = parseMarkdown(text);
		const definitions = readDefinitions(tree);
		if (growth(tree, definitions) > largestGrowth) return null;
		const markdown = write(tree.children, {
			...style,
			source: text,
			definitions
		});
		return markdown !== null && markdown.length > text.length + largestGrowth ? null : markdown;
	});
}
/**
* The most characters by which rewritten Markdown may be longer than its source. Hostile text could grow without bound: a link definition
* can be used thousands of times, and a line in a hundred quotes can lack their markers.
*/
const largestGrowth = 2e5;
function growth(tree, definitions) {
	let characters = 0;
	visit(tree, ["linkReference", "imageReference"], (node) => {
		if (node.type !== "linkReference" && node.type !== "imageReference") return;
		const target = definitions.get(node.identifier);
		if (target !== void 0) characters += destination(target).length;
	});
	return characters;
}
/** The blocks as one item; '' for none, and null where a parser would read something else. */
function arrange(written, place, writeWords) {
	const blocks = apart(written, place);
	const [first, ...others] = blocks;
	if (first === void 0) return "";
	const inline = inlineOf(first);
	if (inline === null || others.length > 0 && place.paragraph === "only") return blockItem(joinBlocks(blocks), place);
	const { before, after } = place;
	const line = before + writeWords(inline, {
		begins: before === "" ? "line" : "within a line",
		lines: "many",
		within: "paragraph",
		after
	}) + after;
	return hang("-", others.length === 0 ? line : `${line}\n\n${joinBlocks(others)}`);
}
/** The inline content of a block that is a paragraph once it is written, such as HTML that is shown as text; null for other blocks. */
function inlineOf({ node, markdown }) {
	if (node.type === "paragraph") return node.children;
	return node.type === "html" && !markdown.startsWith("<") ? [node] : null;
}
/** The blocks, in which a list that `below` follows has another marker than dashes, so that the two are not read as one list. */
function apart(blocks, { below }) {
	const last = blocks.at(-1);
	if (below === "" || last?.node.type !== "list") return blocks;
	return [...blocks.slice(0, -1), {
		...last,
		markdown: last.markdown.replace(/^-(?= |$)/gm, "+")
	}];
}
function withLead(blocks, { lead }) {
	return lead === "" ? blocks : `${lead}\n\n${blocks}`;
}
function blockItem(blocks, place) {
	const content = withLead(blocks, place);
	return isThematicBreak(lineStart(`- ${content.split("\n", 1)[0]}`)) ? null : hang("-", content);
}

// src/log/write/entry.ts
/**
* An incident's entry: its heading and the list under it, without a line ending behind the last line. An ongoing incident
* shows its key events, figures, Identified and Impact alone, so that nobody's notes move the log while they are typed.
*/
function writeEntry(incident, settings) {
	const { repositoryUrl, timezone, engine } = settings;
	const title = escapeText(incident.title, engine);
	const date = formatDate(incident.firstDetected.instant, timezone);
	const texts = (entry) => textKeys.filter((key) => fields[key].entry === entry).map((key) => writeText(key, incident, settings));
	const items = [
		`- **Incident issue**: ${issueLink(incident.issue, repositoryUrl)}`,
		`- **Key events**\n\n${writeEvents(incident, settings)}`,
		writeFigures(incident),
		...texts("always")
	];
	if (incident.state !== "ongoing") items.push(...incident.ownFields.map(({ label, answer }) => writeAnswer(escapeText(label, engine) || "Answer", answer, engine)), ...texts("once-repaired"), writeReview(incident, settings));
	return [`${"#".repeat(settings.level)} Incident on ${date}${title && ` - ${title}`}`, ...items.filter((item) => item !== null)].join("\n\n");
}
function writeText(key, incident, settings) {
	const { label, holds } = fields[key];
	return holds === "timeline" ? writeTimeline(label, incident[key], settings) : writeAnswer(label, incident[key], settings.engine);
}
/**
* @param label Markdown on one line
* @param below a list that ends the item
*/
function writeAnswer(label, text, engine, below = "") {
	const lead = `**${label}**:`;
	return containItem(text, {
		before: `${lead} `,
		after: "",
		lead,
		paragraph: "only",
		below,
		engine
	});
}
function writeEvents(incident, { timezone, engine }) {
	return keyEvents(incident).map(({ label, time }) => {
		const stated = `${label}: ${formatTime(time.instant, timezone)}`;
		const line = cleanLine(time.note ?? "") === "" ? `- ${stated}` : containLine(time.note ?? "", {
			before: `${stated} (`,
			after: ")",
			engine
		});
		return indent(line, 2);
	}).join("\n");
}
/** The events that are recorded: in the order of the form, or in the order of time when there are further events. */
function keyEvents(incident) {
	const events = eventKeys.flatMap((key) => {
		const time = incident[key];
		return time === null ? [] : [{
			label: fields[key].label,
			time
		}];
	});
	return furtherEvents.some((key) => incident[key] !== null) ? events.sort((one, other) => one.time.instant - other.time.instant) : events;
}
function writeFigures({ figures, repaired, resolved, state }) {
	return [`- **Time to repair**: ${figureText(figures.timeToRepair, repaired, state)}`, `- **Time to resolve**: ${figureText(figures.timeToResolve, resolved, state)}`].join("\n");
}
/** Lines that each begin with a time are a list, in the person's words and order. */
function writeTimeline(label, text, { timezone, engine }) {
	const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
	if (!(lines.length > 0 && lines.every((line) => readLeadingTime(line.trim(), timezone) !== null))) return writeAnswer(label, text, engine);
	const items = lines.map((line) => containItem(line.trim(), {
		before: "",
		after: "",
		lead: "",
		paragraph: "only",
		below: "",
		engine
	}));
	return `- **${label}**:\n\n${indent(items.join("\n"), 2)}`;
}
/** The actions as a list; what stands there besides goes above it. */
function writeReview(incident, settings) {
	const label = "Review Actions";
	const actions = incident.reviewActions.map((action) => writeAction(action, settings)).filter((item) => item !== null).join("\n");
	const remark = writeAnswer(label, incident.reviewRemark, settings.engine, actions);
	return remark === null && actions !== "" ? `- **${label}**:\n\n${indent(actions, 2)}` : remark;
}
function writeAction({ text, state, issue }, settings) {
	const marks = [...state === null ? [] : [`**${state}**`], ...issue === null ? [] : [`(${issueLink(issue, settings.repositoryUrl)})`]].join(" ");
	const { engine } = settings;
	const place = {
		before: "",
		after: state === null ? marks && ` ${marks}` : ` - ${marks}`,
		lead: marks,
		paragraph: "first",
		below: "",
		engine
	};
	const ownText = issue !== null && (text === `#${issue}` || text === issue) ? "" : text;
	return containItem(ownText, place) ?? (marks === "" ? null : `- ${marks}`);
}
/**
* Markdown of a link to an issue, its reference for words.
*
* @param issue a number in the repository, or `owner/name#34` in another one of the same server
*/
function issueLink(issue, repositoryUrl) {
	if (typeof issue === "number") return `[#${issue}](${repositoryUrl}/issues/${issue})`;
	const [, repository, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(issue) ?? [];
	if (repository === void 0 || number === void 0) return escapeText(issue);
	const server = URL.canParse(repositoryUrl) ? new URL(repositoryUrl).origin : "https://github.com";
	return `[${escapeText(issue)}](${server}/${repository}/issues/${number})`;
}
function newestFirst(one, other) {
	return other.firstDetected - one.firstDetected || other.issue - one.issue;
}

export { constructFrom as $, freeParts as A, formatDuration as B, eventKinds as C, fields as D, fieldKey as E, textKeys as F, readLeadingTime as G, instantsShown as H, clockTolerance as I, readTime as J, readOpeningClock as K, elapsedMinutes as L, isAddedByTeams as M, isMeasured as N, figureEvents as O, recordOf as P, toDate as Q, formProblem as R, eventKeys as S, eventPairs as T, isTimeZone as U, formatTime as V, quote as W, isQualifier as X, faultBehind as Y, zoneFault as Z, repairWords as _, fence as a, quarterName as at, measure as b, agrees as c, formatOffset as ct, statedDuration as d, offsetAt as dt, millisecondsInDay as et, isUnknown as f, TZDate as ft, quarterFigures as g, byFigure as h, rewriteMarkdown as i, quarterMonths as it, furtherEvents as j, followsDetection as k, isReplaceableDuration as l, hour as lt, readDuration as m, newestFirst as n, lastEndedQuarter as nt, quoteLines as o, quarterOf as ot, spanAt as p, readOpeningTime as q, writeEntry as r, quarterHeading as rt, linkDefinitionEdits as s, quartersBetween as st, issueLink as t, compareQuarters as tt, remarkWith as u, minute as ut, summaryFigures as v, eventNames as w, stateOf as x, figureText as y, formatDate as z };