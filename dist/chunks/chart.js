import { T as wallClockAt, o as formatDurationInDays, s as formatTime } from "./clock.js";
import { l as withoutInvisible } from "./first.js";
import { t as cleanLine } from "./escape.js";
import { t as groupBy } from "./group-by.js";
import { o as quarterOf, s as quartersBetween } from "./quarter.js";

// src/chart/layout.ts
/** The ends of the plot. */
const [left, right] = [108, 700];
/** The plot, a line of text in front of a row above it, a line of the legend, and a line of text below the plot. */
const heights = {
	plot: 260,
	rowLine: 21,
	legend: 29,
	axis: 25
};
/** Sizes of letters: on a phone they are larger in the picture, so that they are large enough on the screen. */
const letters = {
	wide: 13,
	narrow: 22
};
/** What a column of ordinary text takes in the larger letters. */
const columnWidth = .58 * letters.narrow;

// src/chart/style.ts
/** Below this width of the picture, in CSS pixels, letters are larger and what has no room then is left out. */
const narrow = 520;
/**
* The style sheet of the picture. It applies within the class `incident-chart` alone, for the picture may be part of a page. The background is
* drawn, in the colour of GitHub's, so that text is readable on a page whose scheme differs.
*/
const style = `
.incident-chart text{font:${letters.wide}px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}
.incident-chart .heading{font-size:15px;font-weight:600}
.incident-chart .quiet{fill:#59636e}
.incident-chart .background{fill:#fff}
.incident-chart .grid{stroke:#d1d9e0}
.incident-chart .band{fill:#1f2328;fill-opacity:.1}
.incident-chart .median{stroke:#1f2328;stroke-width:2}
.incident-chart .dots{stroke-width:1.5}
@media (prefers-color-scheme:dark){
.incident-chart text{fill:#f0f6fc}
.incident-chart .quiet{fill:#9198a1}
.incident-chart .background{fill:#0d1117}
.incident-chart .grid{stroke:#30363d}
.incident-chart .band{fill:#f0f6fc;fill-opacity:.14}
.incident-chart .median{stroke:#f0f6fc}
}
@media (max-width:${narrow}px){
.incident-chart text,.incident-chart .heading{font-size:${letters.narrow}px}
.incident-chart .wide{display:none}
}
`;

// src/chart/scale.ts
/** A straight scale from values to positions; what is outside is put at the nearer end. */
function linear([low, high], [from, to]) {
	return (value) => {
		const share = (value - low) / (high - low);
		return from + (to - from) * Math.min(1, Math.max(0, share));
	};
}
/** A tenth of a unit is finer than any screen, and the same bytes wherever the last digits of a logarithm differ. */
function rounded(position) {
	return Math.round(position * 10) / 10;
}

// src/chart/xml.ts
/**
* The text on one line, with single spaces, without what shows nothing, what turns the direction of writing, and what XML 1.0 (2.2, Char)
* does not allow.
*/
function plainLine(text) {
	return withoutInvisible(cleanLine(text)).replace(/[\p{Bidi_Control}\uFFFE\uFFFF]/gu, "").replace(/\s+/g, " ").trim();
}
/**
* How wide a text is, in the width of a Latin letter: characters beyond the alphabets of Europe and the Near East count twice. An upper
* bound for nearly every font, because nothing here can measure one.
*/
function columns(text) {
	let count = 0;
	for (const character of text) count += character < "ࠀ" ? 1 : 2;
	return count;
}
/** A `plainLine` of at most so many columns; one that is cut ends in “…”. */
function shortLine(text, limit) {
	const line = plainLine(text);
	if (columns(line) <= limit) return line;
	let [kept, left] = ["", limit - 2];
	for (const character of line) {
		left -= columns(character);
		if (left < 0) break;
		kept += character;
	}
	return `${kept.trimEnd()}…`;
}
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;"
};
/** Character data of XML that shows the text. Whoever calls it has removed what XML does not allow, as `plainLine` does. */
function xmlText(text) {
	return text.replace(/[&<>]/g, (character) => entities[character] ?? "");
}
/** An element of XML. The children are markup; the values of the attributes are escaped, so they are not. */
function element(name, attributes, ...children) {
	const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${`${value}`.replace(/[&<>"]/g, (character) => entities[character] ?? "")}"`).join("");
	return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

// src/chart/axes.ts
/** What is left free above and below the name of a row, together. */
const rowPadding = 8;
/** Where letters are large, the number of a year's durations has room from this width of the year on. */
const countWidth = 84;
/** A line and a label for every tick. */
function durationAxis({ y, ticks }) {
	const parts = ticks.map(({ minutes, label, isMain }) => {
		const at = rounded(y(minutes));
		return horizontal(at) + rowLabel(label, at, isMain ? "quiet" : "quiet wide");
	});
	return element("g", {}, ...parts);
}
/** The rows above the plot, the first one at `top`: their names, where their middles are, and where they end. */
function rowAxis(rows, top) {
	const middles = /* @__PURE__ */ new Map();
	const parts = [];
	let bottom = top;
	for (const { name } of rows) {
		const words = name.split(" ");
		const height = words.length * heights.rowLine + rowPadding;
		middles.set(name, bottom + height / 2);
		const first = bottom + (rowPadding + heights.rowLine) / 2;
		parts.push(...words.map((word, index) => rowLabel(word, first + index * heights.rowLine, "quiet")));
		bottom += height;
	}
	return {
		markup: element("g", {}, ...parts),
		middles,
		bottom
	};
}
/**
* Lines at the starts of years and quarters; below them the names of quarters and years, and how many durations each median is of. `bottom`
* is the baseline of the last of these.
*/
function timeAxis(scale, years, { top, bottom }) {
	const counts = new Map(years.map(({ year, n }) => [year, n]));
	const isEveryYear = scale.years.every(({ year }, index) => year === (scale.years[0]?.year ?? 0) + index);
	const yearLine = bottom + (scale.quarters.length > 0 ? 2 : 1) * heights.axis;
	const starts = new Set([...scale.quarters, ...scale.years].map(({ from }) => rounded(from)));
	const counted = isEveryYear ? scale.years.filter(({ year }) => counts.has(year)) : [];
	const parts = [
		...[...starts].map((x) => element("path", {
			class: "grid",
			d: `M${x} ${top}V${bottom}`
		})),
		...scale.quarters.map((each) => below(each, bottom + heights.axis, `Q${each.number}`, "quiet")),
		...scale.years.map((each) => below(each, yearLine, `${each.year}`, "year")),
		...counted.map((each) => {
			const isWide = each.to - each.from >= countWidth;
			const count = `n = ${counts.get(each.year)}`;
			return below(each, yearLine + heights.axis, count, isWide ? "quiet" : "quiet wide");
		})
	];
	return {
		markup: element("g", {}, ...parts),
		bottom: yearLine + (counted.length > 0 ? heights.axis : 0)
	};
}
function horizontal(y) {
	return element("path", {
		class: "grid",
		d: `M${left} ${y}H${right}`
	});
}
function rowLabel(label, y, className) {
	return element("text", {
		class: className,
		x: left - 10,
		y,
		dy: ".35em",
		"text-anchor": "end"
	}, label);
}
function below({ from, to }, y, label, className) {
	return element("text", {
		class: className,
		x: rounded((from + to) / 2),
		y,
		"text-anchor": "middle"
	}, label);
}

// src/chart/rows.ts
/** The row that an incident stands in; null for one that has a duration. What an ongoing one lasts is not known, whatever passed up to now. */
function rowNameOf({ isOngoing, minutes }) {
	if (isOngoing) return "ongoing";
	return minutes === null ? "not recorded" : null;
}
/** The rows that have incidents, the topmost first. */
function rowsOf(incidents) {
	return ["ongoing", "not recorded"].map((name) => ({
		name,
		count: incidents.filter((each) => rowNameOf(each) === name).length
	})).filter((row) => row.count > 0);
}

// src/chart/marks.ts
/**
* Chosen by search: any two, and the one of incidents without a severity, differ by 24 at least (CIE76) in the eyes of people with each kind
* of colour vision, and each has a contrast of at least 3:1 with both backgrounds (WCAG 2.2, 1.4.11).
*/
const colours = [
	"#df7017",
	"#1267ed",
	"#39a471",
	"#c74ebc",
	"#7a6027"
];
const outlines = [
	polygon([0, -1.3], [1.25, .9], [-1.25, .9]),
	polygon([-.95, -.95], [.95, -.95], [.95, .95], [-.95, .95]),
	polygon([0, -1.35], [1.35, 0], [0, 1.35], [-1.35, 0]),
	polygon([0, 1.3], [-1.25, -.9], [1.25, -.9]),
	...crosses(),
	star()
];
/** Of a severity by its place among the levels. There are five colours and seven shapes, so the first 35 differ in one of them at least. */
function severityMark(level) {
	return {
		colour: colours[level % colours.length] ?? colours[0],
		outline: outlines[level % outlines.length] ?? circle
	};
}
/** Of an incident without a severity. */
const notStatedMark = {
	colour: "#5d676e",
	outline: circle
};
function circle(radius) {
	const r = rounded(radius);
	return `m${-r} 0a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}
/** Of points around the middle of a circle with the radius 1. */
function polygon(...points) {
	return (radius) => {
		const at = points.map(([x, y]) => [rounded(x * radius), rounded(y * radius)]);
		return `m${at.map(([x, y], index) => {
			const [fromX, fromY] = at[index - 1] ?? [0, 0];
			return `${rounded(x - fromX)} ${rounded(y - fromY)}`;
		}).join(" ")}z`;
	};
}
/** An upright and a lying cross. */
function crosses() {
	const [long, short] = [1.3, .45];
	const upright = [
		...[
			[-short, -long],
			[short, -long],
			[short, -short],
			[long, -short]
		],
		...[
			[long, short],
			[short, short],
			[short, long],
			[-short, long]
		],
		...[
			[-short, short],
			[-long, short],
			[-long, -short],
			[-short, -short]
		]
	];
	const turned = upright.map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);
	return [polygon(...upright), polygon(...turned)];
}
function star() {
	return polygon(...Array.from({ length: 10 }, (_, index) => {
		const [angle, radius] = [index * Math.PI / 5, index % 2 === 0 ? 1.45 : .6];
		return [Math.sin(angle) * radius, -Math.cos(angle) * radius];
	}));
}

// src/chart/severities.ts
/** What stands for a severity that nobody has stated. */
const notStated = "not stated";
/** Those that occur, worst first and “not stated” last. A level's mark comes from its place among all, so it stays when others come or go. */
function severitiesOf({ incidents, severities }) {
	const counts = /* @__PURE__ */ new Map();
	for (const { severity } of incidents) counts.set(severity, (counts.get(severity) ?? 0) + 1);
	const unlisted = [...counts.keys()].filter((name) => name !== null).sort();
	return [...[.../* @__PURE__ */ new Set([...severities, ...unlisted])].map((name, level) => ({
		name,
		mark: severityMark(level)
	})), {
		name: null,
		mark: notStatedMark
	}].flatMap((each) => {
		const count = counts.get(each.name) ?? 0;
		return count === 0 ? [] : [{
			...each,
			count
		}];
	});
}

// src/chart/dots.ts
/** Many incidents are drawn smaller and say less, so that a picture of 3,000 stays under a megabyte. */
function detailFor(incidents) {
	if (incidents <= 60) return {
		radius: 6.5,
		title: 100,
		severity: 40,
		services: 80
	};
	if (incidents <= 1e3) return {
		radius: 5,
		title: 80,
		severity: 40,
		services: 60
	};
	return {
		radius: 3,
		title: 36,
		severity: 16,
		services: 20
	};
}
/** A mark for every incident, a group for every severity: the worst one last, which draws it on top. Marks are half transparent, hollow ones wholly. */
function dots(data, severities, use, place) {
	const detail = detailFor(data.incidents.length);
	const bySeverity = groupBy(data.incidents, ({ severity }) => severity);
	return [...severities].reverse().flatMap(({ name, mark }) => {
		const incidents = bySeverity.get(name) ?? [];
		const drawn = (some, fill) => {
			const lines = some.map((incident) => ({
				incident,
				markup: dot(incident, mark.outline(detail.radius))
			})).sort((a, b) => inOrder(a.incident, b.incident) || (a.markup < b.markup ? -1 : 1)).map(({ markup }) => `${markup}\n`);
			const attributes = {
				class: "dots",
				...use === "page" ? { "aria-hidden": "true" } : {},
				stroke: mark.colour,
				...fill
			};
			return lines.length === 0 ? [] : [element("g", attributes, "\n", ...lines)];
		};
		return [...drawn(incidents.filter((each) => rowNameOf(each) === null), {
			fill: mark.colour,
			"fill-opacity": .4
		}), ...drawn(incidents.filter((each) => rowNameOf(each) !== null), {
			fill: "none",
			"pointer-events": "all"
		})];
	});
	function dot(incident, outline) {
		const { x, y } = place(incident);
		const title = element("title", {}, xmlText(dotText(incident, data.timezone, detail)));
		const d = `M${x} ${y}${outline}`;
		const href = webAddress(incident.url);
		const found = use === "page" ? { "data-issue": incident.issue } : {};
		if (href === null) return element("path", {
			...found,
			d
		}, title);
		const reached = use === "page" ? { tabindex: -1 } : {};
		return element("a", {
			...found,
			href,
			...reached
		}, element("path", { d }, title));
	}
}
function inOrder(a, b) {
	return a.firstDetected - b.firstDetected || a.issue - b.issue;
}
/** `#12 Title`, then `2024-10-14 10:30, 24h 59m`, then severity and services. */
function dotText(incident, timezone, detail) {
	const { issue, title, firstDetected, minutes, severity, services } = incident;
	const row = rowNameOf(incident);
	const duration = row === null && minutes !== null ? formatDurationInDays(minutes) : row ?? "";
	const level = severity === null ? `severity ${notStated}` : shortLine(severity, detail.severity);
	const affected = shortLine(services.map(plainLine).join(", "), detail.services);
	return [
		`#${issue} ${shortLine(title, detail.title)}`,
		`${formatTime(firstDetected, timezone)}, ${duration}`,
		affected === "" ? level : `${level}; ${affected}`
	].join("\n");
}
/** The address, percent-encoded; null for what is no address of a web page. */
function webAddress(url) {
	if (!URL.canParse(url)) return null;
	const { protocol, href } = new URL(url);
	return protocol === "https:" || protocol === "http:" ? href : null;
}

// src/chart/duration-scale.ts
const [hour, day] = [60, 1440];
const [week, year] = [7 * day, 365 * day];
/** The durations that people have names for; a decade apart, as on other log scales, they would be “16 hours 40 minutes”. */
const named = [
	{
		minutes: 1,
		label: "1 min"
	},
	{
		minutes: 5,
		label: "5 min"
	},
	{
		minutes: 15,
		label: "15 min"
	},
	{
		minutes: hour,
		label: "1 hour"
	},
	{
		minutes: 4 * hour,
		label: "4 hours"
	},
	{
		minutes: 12 * hour,
		label: "12 hours"
	},
	{
		minutes: day,
		label: "1 day"
	},
	{
		minutes: 3 * day,
		label: "3 days"
	},
	{
		minutes: week,
		label: "1 week"
	},
	{
		minutes: 4 * week,
		label: "4 weeks"
	},
	{
		minutes: 26 * week,
		label: "26 weeks"
	},
	{
		minutes: 2 * year,
		label: "2 years"
	},
	{
		minutes: 10 * year,
		label: "10 years"
	},
	{
		minutes: 100 * year,
		label: "100 years"
	},
	{
		minutes: 1e4 * year,
		label: "10000 years"
	}
];
/** Whoever sees few labels wants these. */
const units = [
	1,
	hour,
	day,
	week,
	2 * year
];
/** A log scale from the last tick before the shortest duration to the first one after the longest, the lowest at `from`. */
function durationScale(minutes, [from, to]) {
	let [shortest, longest] = [Infinity, 1];
	for (const each of minutes.length === 0 ? [hour, day] : minutes) {
		shortest = Math.min(shortest, each);
		longest = Math.max(longest, each);
	}
	const first = Math.max(0, named.findLastIndex((tick) => tick.minutes < shortest));
	const last = named.findIndex((tick) => tick.minutes > longest);
	const shown = named.slice(first, last < 0 ? named.length : last + 1);
	const [low, high] = [shown.at(0)?.minutes ?? 1, shown.at(-1)?.minutes ?? day];
	const position = linear([Math.log(low), Math.log(high)], [from, to]);
	const y = (value) => position(Math.log(Math.max(value, low)));
	const main = apart(shown, y, 32);
	return {
		y,
		ticks: apart(shown, y, 17).map((tick) => ({
			...tick,
			isMain: main.includes(tick)
		}))
	};
}
/** The ticks that are at least so far apart, whole units before others. */
function apart(ticks, y, distance) {
	const byWeight = [...ticks.filter(({ minutes }) => units.includes(minutes)), ...ticks.filter(({ minutes }) => !units.includes(minutes))];
	const kept = [];
	for (const tick of byWeight) if (kept.every((other) => Math.abs(y(other.minutes) - y(tick.minutes)) >= distance)) kept.push(tick);
	return ticks.filter((tick) => kept.includes(tick));
}

// src/chart/legend.ts
/** Room for a sign, and what is left free behind a label. */
const [signWidth, gap] = [26, 22];
/** A sign for every severity that occurs, unless none is stated, and for the median. The first line is around `y`. */
function legend(severities, years, y) {
	const items = [...severities.some(({ name }) => name !== null) ? severities.map(severityItem) : [], ...medianItem(years)];
	let [x, line] = [left, 0];
	const parts = items.map(({ label, sign }) => {
		const width = signWidth + columns(label) * columnWidth;
		if (x > left && x + width > right) [x, line] = [left, line + 1];
		const middle = y + line * heights.legend;
		const text = element("text", {
			x: rounded(x + signWidth),
			y: middle,
			dy: ".35em"
		}, xmlText(label));
		const part = sign(rounded(x + signWidth / 2 - 4), middle) + text;
		x += width + gap;
		return part;
	});
	return {
		markup: element("g", {}, ...parts),
		height: items.length === 0 ? 0 : (line + 1) * heights.legend
	};
}
function severityItem({ name, mark }) {
	return {
		label: shortLine(name ?? "not stated", 40),
		sign: (x, y) => {
			const colours = {
				fill: mark.colour,
				"fill-opacity": .4,
				stroke: mark.colour
			};
			return element("path", {
				class: "dots",
				...colours,
				d: `M${x} ${y}${mark.outline(6.5)}`
			});
		}
	};
}
function medianItem(years) {
	if (years.length === 0) return [];
	const hasInterval = years.some(({ interval }) => interval !== null);
	return [{
		label: hasInterval ? "median of the year, 95% interval" : "median of the year",
		sign: (x, y) => (hasInterval ? element("rect", {
			class: "band",
			x: x - 9,
			y: y - 9,
			width: 18,
			height: 18
		}) : "") + element("path", {
			class: "median",
			d: `M${x - 9} ${y}h18`
		})
	}];
}

// src/chart/time-scale.ts
/** So many quarters are few enough to name each, and the name of a year takes so much room. */
const [fewQuarters, nameWidth] = [10, 58];
/**
* The quarters from the one of the earliest instant to the one of the latest, on the clock in `timezone`: what that clock shows is drawn,
* so an incident stands in the quarter that it counts in.
*/
function timeScale(instants, timezone, range) {
	let [earliest, latest] = [Infinity, -Infinity];
	for (const instant of instants) {
		earliest = Math.min(earliest, instant);
		latest = Math.max(latest, instant);
	}
	const [first, last] = [quarterOf(earliest, timezone), quarterOf(latest, timezone)];
	const position = linear([startOf(first), endOf(last)], range);
	const period = (year) => ({
		from: position(startOf({
			year,
			number: 1
		})),
		to: position(endOf({
			year,
			number: 4
		}))
	});
	const quarters = 4 * (last.year - first.year) + last.number - first.number + 1;
	const step = yearStep(4 * Math.abs(range[1] - range[0]) / quarters);
	const years = [];
	for (let year = Math.ceil(first.year / step) * step; year <= last.year; year += step) years.push({
		year,
		...period(year)
	});
	return {
		x: (instant) => position(wallClockAt(instant, timezone)),
		quarters: quarters > fewQuarters ? [] : quartersBetween(first, last).reverse().map((each) => ({
			number: each.number,
			from: position(startOf(each)),
			to: position(endOf(each))
		})),
		years: years.filter(({ from, to }) => (to - from) * step >= nameWidth),
		period
	};
}
/** What a clock shows at the start of a quarter, in `WallClock`. */
function startOf({ year, number }) {
	return Date.UTC(year, 3 * (number - 1));
}
function endOf({ year, number }) {
	return Date.UTC(year, 3 * number);
}
/** The least of 1, 2, 5, 10, 20, 50 and so on that leaves room for a name when only years divisible by it have one. */
function yearStep(yearWidth) {
	for (let decade = 1;; decade *= 10) {
		const step = [
			1,
			2,
			5
		].find((each) => each * decade * yearWidth >= nameWidth);
		if (step !== void 0) return step * decade;
	}
}

// src/chart/years.ts
/** `2024: median 6h 24m, from 12 incidents; 96.1% interval 2h 5m to 34h 0m` */
function yearText({ year, n, median, interval }) {
	const basis = `from ${n} ${n === 1 ? "incident" : "incidents"}`;
	const text = `${year}: median ${duration(median)}, ${basis}`;
	if (interval === null) return text;
	const { low, high, confidence } = interval;
	return `${text}; ${Math.round(confidence * 1e3) / 10}% interval ${duration(low)} to ${duration(high)}`;
}
/** The interval of a year's median, as wide as what is seen of the year; nothing where there is none. */
function intervalBand(each, time, { y }) {
	if (each.interval === null) return "";
	const { from, to } = seen(each, time);
	const [top, bottom] = [rounded(y(each.interval.high)), rounded(y(each.interval.low))];
	const place = {
		x: from,
		y: top,
		width: rounded(to - from),
		height: rounded(bottom - top)
	};
	return element("rect", {
		class: "band",
		...place
	}, title(each));
}
/** The median of a year, as wide as what is seen of the year. */
function medianLine(each, time, { y }) {
	const { from, to } = seen(each, time);
	return element("path", {
		class: "median",
		d: `M${from} ${rounded(y(each.median))}H${to}`
	}, title(each));
}
/** Set in a little, so that two years beside each other stay two. */
function seen({ year }, time) {
	const { from, to } = time.period(year);
	const inset = Math.min(2, (to - from) / 4);
	return {
		from: rounded(from + inset),
		to: rounded(to - inset)
	};
}
function title(each) {
	return element("title", {}, xmlText(yearText(each)));
}
/** Halves of a minute up. */
function duration(minutes) {
	return formatDurationInDays(Math.round(minutes));
}

// src/chart/chart.ts
/** The width that the picture asks for, in CSS pixels: the column of a README on GitHub, which makes it smaller where it is narrower. */
const shownWidth = 860;
/** From the top of the picture: the baseline of the heading, and the middle of the first line of the legend. */
const [headingLine, legendLine] = [30, 58];
/**
* A picture, as SVG, of every incident: when it was first detected, on the clock in `timezone`, against how long it took, on a log scale.
* Colour and shape say its severity. What has no duration stands hollow in a row above the plot. A line is the median of a year, the band
* around it the interval of that median.
*
* The same data give the same bytes, in whatever order incidents and years come, and whatever the time zone and language of the machine. The
* picture loads nothing, runs nothing, and links to the incidents' issues alone.
*
* @param use as part of a page, each mark has its incident's number (`data-issue`), and neither keys nor screen readers stop at it: a page
* with a chart has a table, too
*/
function chartSvg(data, use = "picture") {
	const { incidents, timezone } = data;
	if (incidents.length === 0) return emptyChart(data.durationName, use);
	const severities = severitiesOf(data);
	const years = [...data.years].sort((a, b) => a.year - b.year);
	const rows = rowsOf(incidents);
	const signs = legend(severities, years, legendLine);
	const top = 50 + signs.height;
	const above = rowAxis(rows, top);
	const plotTop = above.bottom + (rows.length > 0 ? 14 : 8);
	const bottom = plotTop + heights.plot;
	const durations = incidents.flatMap((each) => rowNameOf(each) === null ? each.minutes ?? [] : []);
	const duration = durationScale(durations, [bottom, plotTop]);
	const instants = incidents.map(({ firstDetected }) => firstDetected);
	const time = timeScale(instants, timezone, [left, right]);
	const axis = timeAxis(time, years, {
		top: rows.length > 0 ? top : plotTop,
		bottom
	});
	const text = {
		title: titleOf(data),
		description: descriptionOf(data, severities, years)
	};
	return picture(axis.bottom + 12, {
		...text,
		use
	}, [
		headingOf(data),
		signs.markup,
		durationAxis(duration),
		axis.markup,
		above.markup,
		...years.map((year) => intervalBand(year, time, duration)),
		...dots(data, severities, use, (incident) => {
			const row = rowNameOf(incident);
			const y = row === null ? duration.y(incident.minutes ?? 0) : above.middles.get(row) ?? top;
			return {
				x: rounded(time.x(incident.firstDetected)),
				y: rounded(y)
			};
		}),
		...years.map((year) => medianLine(year, time, duration))
	]);
}
const noIncidents = "No incidents yet";
function emptyChart(durationName, use) {
	return picture(96, {
		title: plainLine(durationName),
		description: `${noIncidents}.`,
		use
	}, [element("text", {
		x: 720 / 2,
		y: 48,
		dy: ".35em",
		"text-anchor": "middle"
	}, noIncidents)]);
}
/** The file. Title and description are what is read out in place of the picture. */
function picture(height, { title, description, use }, parts) {
	const root = {
		xmlns: "http://www.w3.org/2000/svg",
		class: "incident-chart",
		viewBox: `0 0 ${720} ${height}`,
		width: shownWidth,
		height: Math.round(height * shownWidth / 720),
		role: use === "page" ? "group" : "img",
		"aria-labelledby": "incident-chart-title",
		"aria-describedby": "incident-chart-description"
	};
	const lines = [
		element("title", { id: "incident-chart-title" }, xmlText(title)),
		element("desc", { id: "incident-chart-description" }, xmlText(description)),
		element("style", {}, style),
		element("rect", {
			class: "background",
			width: 720,
			height
		}),
		...parts.filter((part) => part !== "")
	];
	return `${element("svg", root, "\n", lines.join("\n"), "\n")}\n`;
}
/** `Time to resolve: 12 incidents, 1 ongoing`; what is behind the comma is left out where letters are large. */
function headingOf(data) {
	const lacking = rowsOf(data.incidents).map(({ name, count }) => `, ${count} ${name}`);
	const more = lacking.length === 0 ? [] : [element("tspan", { class: "wide" }, lacking.join(""))];
	return element("text", {
		class: "heading",
		x: left,
		y: headingLine
	}, xmlText(subjectOf(data)), ...more);
}
function subjectOf({ durationName, incidents }) {
	return `${plainLine(durationName)}: ${incidents.length} ${incidents.length === 1 ? "incident" : "incidents"}`;
}
/** `Time to resolve: 12 incidents, first detected 2023-11-17 to 2024-10-14` */
function titleOf(data) {
	const instants = data.incidents.map(({ firstDetected }) => firstDetected).sort((a, b) => a - b);
	const [first, last] = [instants.at(0), instants.at(-1)].map((instant) => formatTime(instant ?? 0, data.timezone).slice(0, 10));
	return `${subjectOf(data)}, first detected ${first === last ? `on ${first}` : `from ${first} to ${last}`}`;
}
/** The picture in sentences: how many of which kind, and the median of every year. */
function descriptionOf({ incidents }, severities, years) {
	const rows = rowsOf(incidents).map((row) => `${row.count} ${row.name}`);
	const levels = severities.map(({ name, count }) => `${name === null ? notStated : plainLine(name)} ${count}`);
	return [
		"One mark for each incident: when it was first detected against how long it took, on a log scale.",
		...rows.length === 0 ? [] : [`Without a duration: ${rows.join(", ")}.`],
		`By severity: ${levels.join(", ")}.`,
		...years.map((year) => `${yearText(year)}.`)
	].join(" ");
}

export { style as n, chartSvg as t };