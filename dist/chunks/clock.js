import { c as trimInvisible, l as withoutInvisible, s as offsetOfVisible } from "./first.js";

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
/** As `formatDuration`; from 72 hours on also in days and hours, `97h 6m (4d 1h)`. */
function formatDurationInDays(minutes) {
	const hours = Math.floor(minutes / 60);
	return `${formatDuration(minutes)}${hours < 72 ? "" : ` (${Math.floor(hours / 24)}d ${hours % 24}h)`}`;
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

export { minute as C, TZDate as E, hour as S, wallClockAt as T, zoneFault as _, formatDuration as a, millisecondsInDay as b, instantsShown as c, readLeadingTime as d, readOpeningClock as f, isQualifier as g, faultBehind as h, formatDate as i, isTimeZone as l, readTime as m, elapsedMinutes as n, formatDurationInDays as o, readOpeningTime as p, formProblem as r, formatTime as s, clockTolerance as t, quote as u, toDate as v, offsetAt as w, formatOffset as x, constructFrom as y };