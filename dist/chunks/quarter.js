import { T as wallClockAt } from "./clock.js";

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

export { quarterName as a, quarterMonths as i, lastEndedQuarter as n, quarterOf as o, quarterHeading as r, quartersBetween as s, compareQuarters as t };