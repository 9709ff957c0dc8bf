import { n as style$1, t as chartSvg } from "./chart.js";
import { a as quarterName, n as lastEndedQuarter, s as quartersBetween } from "./quarter.js";
import { _ as UserError, i as jsonWithoutCommands } from "./first.js";
import { t as asCsv } from "./csv2.js";
import { t as asJson } from "./json.js";
import { r as plainText } from "./parse.js";
import { n as cleanText } from "./escape.js";
import { o as formatDurationInDays, s as formatTime } from "./clock.js";
import { T as roundHalfUp } from "./incidents.js";
import { t as chartDataOf } from "./chart-data.js";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";

// src/report/page/html.ts
/** Markup with values in it, in elements or between the quotes of attributes. Texts are escaped; lists are joined, null is nothing. */
function html(markup, ...values) {
	return { markup: String.raw({ raw: markup }, ...values.map(markupOf)) };
}
/** Markup that this program has made elsewhere. */
function trusted(markup) {
	return { markup };
}
function markupOf(value) {
	if (value === null) return "";
	if (typeof value === "number") return `${value}`;
	if (typeof value === "string") return escapeHtml(value);
	return "markup" in value ? value.markup : value.map(markupOf).join("");
}
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
function escapeHtml(text) {
	return cleanText(text).replace(/[&<>"']/g, (character) => entities[character] ?? "");
}
/** A link that opens an issue; the content alone where the address is not one of the web. */
function webLink(url, content) {
	const protocol = URL.canParse(url) ? new URL(url).protocol : "";
	return protocol === "https:" || protocol === "http:" ? html`<a href="${url}">${content}</a>` : html`${content}`;
}

// src/report/page/measures.ts
/** The durations that the page has figures of. */
const measures = [
	{
		key: "timeToRepair",
		label: "Time to repair"
	},
	{
		key: "timeToResolve",
		label: "Time to resolve"
	},
	{
		key: "timeToDetect",
		label: "Time to detect"
	}
];
/** Those that some incident has, and time to repair, which every team is after. */
function measuresOf({ periods }) {
	return measures.filter(({ key }) => key === "timeToRepair" || periods.some((period) => period[key].n > 0));
}
/** What stands for nothing. */
const none = html`<span class="none">–</span>`;
/** A duration in minutes, rounded; a dash where there is none. */
function durationText(minutes) {
	return minutes === null ? "–" : formatDurationInDays(roundHalfUp(minutes));
}
/** As `durationText`, where lines break between its parts alone. */
function duration(minutes) {
	if (minutes === null) return none;
	const [hours = "", days] = durationText(minutes).split(/ (?=\()/);
	return days === void 0 ? html`<span class="duration">${hours}</span>` : html`<span class="duration">${hours}</span> <span class="duration days">${days}</span>`;
}
/** `96.1%` of a share between 0 and 1. */
function percent(share) {
	return `${Math.round(share * 1e3) / 10}%`;
}
function counted(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// src/report/page/actions.ts
/** The review actions that are neither done nor dropped, those of the newest incident first. */
function actionsSection({ openActions, incidents }, repositoryUrl) {
	const byIssue = new Map(incidents.map((incident) => [incident.issue, incident]));
	const rows = openActions.map(({ text, issue, incident, owner, due }) => {
		const { url = "", title = "" } = byIssue.get(incident) ?? {};
		const own = issue === null ? null : html` ${issueLink(issue, repositoryUrl)}`;
		return html`<tr><th scope="row"><span dir="auto">${plainText(text) || "(without words)"}</span>${own}</th><td class="incident">${webLink(url, html`#${incident} <span dir="auto">${title}</span>`)}</td><td class="owner">${owner === null ? none : `@${owner}`}</td><td class="date">${due ?? none}</td></tr>
`;
	});
	return html`${rows.length === 0 ? html`<p>None: every review action is done or was dropped.</p>` : html`<div class="scroll" role="region" aria-labelledby="actions-caption" tabindex="0"><table class="actions">
<caption id="actions-caption">What is neither done nor dropped, of all incidents</caption>
<thead><tr><th scope="col">Action</th><th scope="col">Incident</th><th scope="col">Owner</th><th scope="col">Due</th></tr></thead>
<tbody>
${rows}</tbody>
</table></div>`}
`;
}
/** @param issue a number in the repository, or `owner/name#34` in another one of the same server */
function issueLink(issue, repositoryUrl) {
	if (typeof issue === "number") return webLink(`${repositoryUrl}/issues/${issue}`, `#${issue}`);
	const [, repository, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(issue) ?? [];
	if (repository === void 0 || !URL.canParse(repositoryUrl)) return html`${issue}`;
	return webLink(`${new URL(repositoryUrl).origin}/${repository}/issues/${number}`, issue);
}

// src/report/page/chart.ts
/** The chart that the log shows, in which each mark can be found by its incident. */
function chartFigure(built, timezone) {
	return html`<figure id="chart">
${trusted(chartSvg(chartDataOf(built, timezone), "page"))}<figcaption>Each mark is an incident and links to its issue; the table below lists the same. The row “ongoing” holds what is not resolved, repaired or not. <span class="if-filtered">The medians are of all incidents of a year, so they are hidden while a filter is on.</span></figcaption>
</figure>
`;
}

// src/report/page/definitions.ts
const definitions = [
	["Time to repair", "The time that passed from first detection until people could work again."],
	["Time to resolve", "The time that passed from first detection until the incident was resolved."],
	["Time to detect", "The time that passed from the start of the impact to first detection, where that start is recorded."],
	["Ongoing", "Not repaired yet. Such an incident is counted, and has no durations."],
	["Measured", "How many of the incidents have the duration. All figures of a row come from these."],
	["Median", "The duration in the middle: half of the incidents took no longer. For an even number, it is halfway between the two in the middle."],
	["Interval of the median", "How far chance may have moved the median: ranges found this way hold the true median in the share of cases given. Fewer than 6 durations are too few for 95%."],
	["Mean", "The sum of the durations, divided by their number. A single long incident moves it far."],
	["Shortest, longest", "The shortest and the longest of the durations."],
	["90th percentile, at most", "Nine of ten incidents take no longer than the 90th percentile, and in 95% of cases a bound found this way is not below it. Fewer than 29 durations are too few for one."],
	["Last four quarters", "The four quarters up to the last one that has ended. The current quarter is not among them."],
	["By service", "An incident that hit several services counts in each of them, so these rows can add up to more than all incidents."]
];
/** A sentence for every figure of the page. */
function definitionsSection(timezone) {
	return html`<dl class="definitions">
${definitions.map(([name, sentence]) => html`<div><dt>${name}</dt><dd>${sentence}</dd></div>
`)}</dl>
<p>Durations are in elapsed hours and minutes, from 72 hours on in days, too. An incident counts in the year and quarter in which it was first detected. Times are on the clock in ${timezone}.</p>
`;
}

// src/report/page/figures.ts
const notStated = html`<span class="none">not stated</span>`;
/** The figures of every measure, in tables by period, severity and service. One measure is shown at a time. */
function figuresSection(data, rollingYear) {
	const shown = measuresOf(data);
	const choice = shown.map(({ key, label }, index) => html`<label><input type="radio" name="measure" id="show-${key}"${index === 0 ? html` checked` : null}> ${label}</label>`);
	return html`${headline(data, rollingYear)}
${shown.length > 1 ? html`<fieldset class="measures"><legend>Show the figures of</legend>${choice}</fieldset>` : null}
${shown.map((measure) => measureSection(data, measure, rollingYear))}`;
}
/** The last four quarters at a glance. */
function headline(data, rollingYear) {
	const recent = data.periods.find(({ period }) => period === "rolling-year");
	const heading = html`<h3>${rollingYear} <span class="quiet">the last four quarters that have ended</span></h3>`;
	if (recent === void 0) return html`${heading}<p>No incidents.</p>`;
	const tiles = measuresOf(data).map(({ key, label }) => {
		const { n, median, medianInterval: interval } = recent[key];
		const basis = html`from ${n} of ${counted(recent.incidents, "incident")}`;
		const sure = interval === null ? null : html`<br>${percent(interval.confidence)} interval ${durationText(interval.low)} to ${durationText(interval.high)}`;
		return tile(html`Median ${label.toLowerCase()}`, duration(median), html`${basis}${sure}`);
	});
	const ongoing = recent.ongoing === 0 ? "none ongoing" : html`${recent.ongoing} of them ongoing`;
	const actions = data.openActions.length;
	return html`${heading}
<dl class="tiles">${tile("Incidents", recent.incidents, ongoing)}${tiles}${tile("Open review actions", actions, "from all incidents")}</dl>
`;
}
function tile(name, value, remark) {
	return html`<div><dt>${name}</dt><dd class="value">${value}</dd><dd class="quiet">${remark}</dd></div>`;
}
function measureSection(data, { key, label }, rollingYear) {
	const isQuarter = (period) => period.startsWith("Q");
	const periods = data.periods.map(({ period, ...figures }) => period === "rolling-year" ? {
		period,
		figures,
		name: html`${rollingYear}<br><span class="quiet">last four quarters</span>`,
		emphasis: "strong"
	} : {
		period,
		figures,
		name: period
	});
	const groups = (rows) => rows.map((figures) => ({
		figures,
		name: figures.name ?? notStated
	}));
	const told = [
		{
			id: "years",
			caption: "By year",
			head: "Period",
			rows: periods.filter(({ period }) => !isQuarter(period)),
			shown: "open"
		},
		{
			id: "quarters",
			caption: "By quarter",
			head: "Quarter",
			rows: periods.filter(({ period }) => isQuarter(period)),
			shown: "folded"
		},
		{
			id: "severities",
			caption: "By severity",
			head: "Severity",
			rows: groups(data.severities.map((row) => ({
				...row,
				name: row.severity
			}))),
			shown: "open"
		},
		{
			id: "services",
			caption: "By service",
			head: "Service",
			rows: groups(data.services.map((row) => ({
				...row,
				name: row.service
			}))),
			shown: "open"
		}
	].filter(({ rows }) => rows.length > 1 || rows.some(({ name }) => name !== notStated));
	return html`<section class="measure" id="${key}" aria-labelledby="${key}-heading">
<h3 id="${key}-heading">${label}</h3>
${told.map((table) => figuresTable(table, key))}</section>
`;
}
const columns = [
	{
		name: "Measured",
		className: "measured",
		cell: ({ incidents }, { n }) => `${n} of ${incidents}`
	},
	{
		name: "Ongoing",
		className: "ongoing",
		cell: ({ ongoing }) => ongoing === 0 ? null : ongoing
	},
	{
		name: "Median",
		className: "median",
		cell: (_, { median }) => durationOrNull(median)
	},
	{
		name: "Interval of the median",
		className: "interval",
		cell: (_, { medianInterval: interval }) => interval && html`${duration(interval.low)} to ${duration(interval.high)} <span class="quiet">${percent(interval.confidence)}</span>`
	},
	{
		name: "Mean",
		className: "mean",
		cell: (_, { mean }) => durationOrNull(mean)
	},
	{
		name: "Shortest",
		className: "shortest",
		cell: (_, { shortest }) => durationOrNull(shortest)
	},
	{
		name: "Longest",
		className: "longest",
		cell: (_, { longest }) => durationOrNull(longest)
	},
	{
		name: "90th percentile, at most",
		className: "bound",
		cell: (_, { p90Bound }) => durationOrNull(p90Bound)
	}
];
function figuresTable({ id, caption, head, rows, shown }, key) {
	const captionId = `${key}-${id}`;
	const used = columns.filter(({ cell }) => rows.some(({ figures }) => cell(figures, figures[key]) !== null));
	const heads = used.map(({ name, className }) => html`<th scope="col" class="${className}">${name}</th>`);
	const lines = rows.map(({ name, figures, emphasis }) => {
		const cells = used.map(({ className, cell }) => html`<td class="${className}">${cell(figures, figures[key]) ?? none}</td>`);
		return html`<tr${emphasis === "strong" ? html` class="strong"` : null}><th scope="row" dir="auto">${name}</th>${cells}</tr>
`;
	});
	const table = html`<div class="scroll" role="region" aria-labelledby="${captionId}" tabindex="0"><table class="figures">
<caption id="${captionId}">${caption}</caption>
<thead><tr><th scope="col">${head}</th>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table></div>
`;
	return shown === "open" ? table : html`<details><summary>${caption} <span class="quiet">(${counted(rows.length, "quarter")} with incidents)</span></summary>
${table}</details>
`;
}
function durationOrNull(minutes) {
	return minutes === null ? null : duration(minutes);
}

// src/report/page/incidents.ts
const states = [
	"ongoing",
	"repaired",
	"resolved"
];
/**
* The filters, the chart, and the table of incidents, newest first.
*
* @param unlisted how many incidents count in the figures and have no issue
*/
function incidentsSection(data, chart, unlisted) {
	const { incidents, severities, services } = data;
	const groups = groupsOf(data);
	const columns = columnsOf(data);
	const heads = columns.map(({ name, className }) => {
		const sorted = className === "detected" ? html` aria-sort="descending"` : null;
		return html`<th scope="col" class="${className}"${sorted}>${name}</th>`;
	});
	const without = unlisted === 0 ? null : html`<p>${counted(unlisted, "incident")} that only the log tells of ${unlisted === 1 ? "counts" : "count"} in the figures, and ${unlisted === 1 ? "is" : "are"} not listed here.</p>`;
	return html`<form id="filters" aria-label="Filters of the chart and the table" hidden>
${select("year", "Year", groups.years.map((year) => [year, year]))}
${select("severity", "Severity", optionsOf(severities.map(({ severity }) => severity)))}
${select("service", "Service", optionsOf(services.map(({ service }) => service)))}
<button type="reset">Show all</button>
<p role="status" id="shown">${counted(incidents.length, "incident")}</p>
</form>
${chart}${without}<div class="scroll" role="region" aria-labelledby="incidents-caption" tabindex="0"><table class="incidents">
<caption id="incidents-caption">Incidents, with links to their issues</caption>
<thead><tr>${heads}</tr></thead>
<tbody id="rows">
${incidents.map((incident) => row(incident, columns, groups))}</tbody>
</table></div>
`;
}
function groupsOf({ incidents, severities, services }) {
	return {
		years: [...new Set(incidents.map(yearOf))],
		severities: new Map(severities.map(({ severity }, index) => [severity, index])),
		services: new Map(services.map(({ service }, index) => [service, index]))
	};
}
/** The year that the incident counts in. */
function yearOf({ date }) {
	return date.slice(0, 4);
}
function optionsOf(names) {
	return names.some((name) => name !== null) ? names.map((name, index) => [`${index}`, name ?? "not stated"]) : [];
}
function select(name, label, options) {
	if (options.length === 0) return null;
	const choices = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
	return html`<label>${label} <select name="${name}"><option value="">all</option>${choices}</select></label>`;
}
function columnsOf(data) {
	const { severities, services } = groupsOf(data);
	const hasSeverity = [...severities.keys()].some((name) => name !== null);
	const hasServices = [...services.keys()].some((name) => name !== null);
	const durationColumn = ({ key, label }) => ({
		name: label,
		className: key,
		cell: (incident) => ({
			content: duration(incident[key]),
			order: incident[key]
		})
	});
	const severity = {
		name: "Severity",
		className: "severity",
		cell: ({ severity: level }) => ({
			content: level ?? none,
			order: level === null ? null : severities.get(level) ?? null
		})
	};
	const service = {
		name: "Services",
		className: "services",
		cell: ({ services: names }) => ({
			content: names.length === 0 ? none : names.join(", "),
			order: names[0] === void 0 ? null : services.get(names[0]) ?? null
		})
	};
	return [
		{
			name: "Incident",
			className: "incident",
			cell: ({ issue, url, title }) => ({
				content: webLink(url, html`#${issue} <span dir="auto">${title}</span>`),
				order: issue
			})
		},
		{
			name: "First detected",
			className: "detected",
			cell: ({ firstDetected }) => {
				const instant = Date.parse(firstDetected ?? "");
				return {
					content: formatTime(instant, data.timezone),
					order: instant / 6e4
				};
			}
		},
		...hasSeverity ? [severity] : [],
		...hasServices ? [service] : [],
		{
			name: "State",
			className: "state",
			cell: ({ state }) => ({
				content: state,
				order: states.indexOf(state)
			})
		},
		...measuresOf(data).map(durationColumn)
	];
}
function row(incident, columns, { severities, services }) {
	const names = incident.services.length === 0 ? [null] : incident.services;
	const cells = columns.map(({ className, cell }, index) => {
		const { content, order } = cell(incident);
		const sorted = order === null ? null : html` data-order="${order}"`;
		return index === 0 ? html`<th scope="row" class="${className}"${sorted}>${content}</th>` : html`<td class="${className}"${sorted}>${content}</td>`;
	});
	return html`<tr data-issue="${incident.issue}" data-year="${yearOf(incident)}" data-severity="${severities.get(incident.severity) ?? ""}" data-service="${names.map((name) => services.get(name) ?? "").join(" ")}">${cells}</tr>
`;
}

// src/report/page/script.ts
/**
* What the page does where there are scripts: filters, sorting, and files of any size. It reads nothing but attributes and positions of what
* is there, and makes no markup.
*/
const script = `
'use strict';
(() => {
  const rows = [...document.querySelectorAll('#rows tr')];
  const body = document.getElementById('rows');
  const chart = document.getElementById('chart');
  const marks = new Map();
  for (const mark of document.querySelectorAll('#chart [data-issue]')) marks.set(mark.dataset.issue, mark);

  const form = document.getElementById('filters');
  const shown = document.getElementById('shown');
  const filter = () => {
    const chosen = [...form.querySelectorAll('select')].filter(({ value }) => value !== '');
    let count = 0;
    for (const row of rows) {
      const fits = chosen.every(({ name, value }) => row.dataset[name].split(' ').includes(value));
      if (fits) count += 1;
      row.hidden = !fits;
      marks.get(row.dataset.issue)?.toggleAttribute('hidden', !fits);
    }
    const all = rows.length + (rows.length === 1 ? ' incident' : ' incidents');
    shown.textContent = count === rows.length ? all : count + ' of ' + all;
    chart.classList.toggle('filtered', chosen.length > 0);
  };

  const sort = (head, column) => {
    const direction = head.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
    for (const other of head.parentElement.children) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', direction);
    const sign = direction === 'ascending' ? 1 : -1;
    const keyed = rows.map((row) => {
      const order = row.children[column].dataset.order;
      return { row, order: order === undefined ? null : Number(order) };
    });
    keyed.sort((a, b) => {
      if (a.order === null || b.order === null) return (a.order === null) - (b.order === null);
      return sign * (a.order - b.order);
    });
    body.append(...keyed.map(({ row }) => row));
  };

  if (form !== null) {
    form.hidden = false;
    form.addEventListener('change', filter);
    form.addEventListener('reset', () => setTimeout(filter));
    form.addEventListener('submit', (event) => event.preventDefault());
    // A browser may fill in what was chosen before it loaded the page again.
    filter();
    [...document.querySelectorAll('.incidents thead th')].forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => sort(head, column));
    });
  }

  for (const link of document.querySelectorAll('a[download]')) {
    link.addEventListener('click', () => {
      const [head, data] = link.getAttribute('href').split(';base64,');
      if (data === undefined) return;
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      link.href = URL.createObjectURL(new Blob([bytes], { type: head.slice('data:'.length) }));
    });
  }

  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
})();
`;

// src/report/page/style.ts
/** The style sheet of the page. Its colours are those of the chart, which are GitHub's. */
const style = `
:root{color-scheme:light dark;--text:#1f2328;--quiet:#59636e;--page:#fff;--raised:#f6f8fa;--line:#d1d9e0;--link:#0969da;--strong:#ddf4ff}
@media (prefers-color-scheme:dark){:root{--text:#f0f6fc;--quiet:#9198a1;--page:#0d1117;--raised:#151b23;--line:#3d444d;--link:#4493f8;--strong:#121d2f}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0 auto;max-width:78rem;padding:1.5rem 2rem 4rem;font:1rem/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--text);background:var(--page)}
h1{margin:0;font-size:1.9rem;line-height:1.2}
h2{margin:0 0 1rem;font-size:1.4rem}
h3{margin:1.5rem 0 .75rem;font-size:1.1rem}
a{color:var(--link);overflow-wrap:anywhere}
a:not(:hover){text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;padding:.5rem;background:var(--page)}
header p{margin:.4rem 0 0;color:var(--quiet)}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-top:1rem;padding:.6rem 0;border-block:1px solid var(--line)}
main>section{padding-top:2rem;scroll-margin-top:1rem}
.quiet,.none,figcaption{color:var(--quiet);font-weight:400}
.quiet,figcaption{font-size:.875rem}
h3 .quiet{margin-left:.4rem}
.duration{white-space:nowrap}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(9.5rem,100%),1fr));gap:1rem;margin:0}
.tiles div{padding:.9rem 1.1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--raised)}
.tiles dt{font-size:.9rem}
.tiles dd{margin:0}
.tiles .value{font-size:1.6rem;font-weight:600;line-height:1.4}
.tiles .value .days{font-size:1rem;font-weight:400;color:var(--quiet)}
fieldset{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:2rem 0 0;padding:.6rem 1rem .8rem;border:1px solid var(--line);border-radius:.5rem}
legend{padding:0 .4rem;font-size:.9rem}
main:has(#show-timeToRepair:checked) .measure:not(#timeToRepair),
main:has(#show-timeToResolve:checked) .measure:not(#timeToResolve),
main:has(#show-timeToDetect:checked) .measure:not(#timeToDetect){display:none}
.scroll{overflow-x:auto;margin:0 0 1.5rem}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{padding:.4rem 0;text-align:start;font-weight:600}
th,td{padding:.45rem .7rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
thead th{vertical-align:bottom;border-bottom:2px solid var(--line);font-size:.875rem;font-weight:600}
tbody th{font-weight:400}
.strong{background:var(--strong)}
.strong th{font-weight:600}
tbody :is(th,.services,.incident){overflow-wrap:anywhere}
.figures :is(th,td):not(:first-child){text-align:end}
.figures{min-width:62rem;table-layout:fixed}
.figures :is(th,td){padding-inline:.5rem}
.figures :is(th,td):first-child{width:18%}
.figures .measured{width:9.5%;white-space:nowrap}
.figures .ongoing{width:7%}
.figures .interval{width:22%}
.figures td.median{font-weight:600}
summary{padding:.4rem 0;cursor:pointer;font-weight:600}
details{margin-bottom:1rem}
details caption,.incidents caption,.actions caption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
form{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem 1.25rem;padding:.8rem 1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--raised)}
form label{max-width:100%}
form p{margin:0;color:var(--quiet)}
select,form button{max-width:min(20rem,100%);padding:.3rem .6rem;border:1px solid var(--line);border-radius:.375rem;font:inherit;color:inherit;background:var(--page)}
form button{cursor:pointer}
figure{margin:1.25rem 0 1.5rem}
.incident-chart{display:block;width:100%;max-width:60rem;height:auto;margin:0 auto}
figcaption{max-width:60rem;margin:.5rem auto 0}
.if-filtered,.filtered .median,.filtered .band{display:none}
.filtered .if-filtered{display:inline}
.incidents thead button{padding:0;border:0;font:inherit;color:inherit;text-align:start;background:none;cursor:pointer}
.incidents thead button::after{content:"↕" / "";margin-left:.3em;color:var(--quiet)}
[aria-sort=ascending] button::after{content:"↑" / ""!important;color:inherit!important}
[aria-sort=descending] button::after{content:"↓" / ""!important;color:inherit!important}
.incidents .incident{width:34%;min-width:14rem}
.incidents .services{min-width:8rem}
.actions th{width:50%}
td a,tbody th a{text-decoration:none}
td a:hover,tbody th a:hover{text-decoration:underline}
.detected,.state,.severity,.date{white-space:nowrap}
.definitions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(26rem,100%),1fr));gap:1rem 2rem}
.definitions dt{font-weight:600}
.definitions dd{margin:0}
.downloads{display:flex;flex-wrap:wrap;gap:.75rem}
.downloads a{padding:.5rem 1rem;border:1px solid var(--line);border-radius:.375rem;text-decoration:none;background:var(--raised)}
@media screen and (max-width:45rem){
body{padding:1rem 1rem 3rem}
.tiles{gap:.6rem}
.tiles div{padding:.6rem .8rem}
.tiles .value{font-size:1.35rem}
.figures{min-width:44rem;font-size:.875rem}
.figures :is(th,td){padding:.4rem .35rem}
.figures :is(th,td):first-child{position:sticky;left:0;width:7rem;overflow-wrap:anywhere;background:var(--page)}
.figures .strong th:first-child{background:var(--strong)}
.figures .measured{width:4.75rem}
.figures .ongoing{display:none}
.figures .interval{width:13rem}
:is(.incidents,.actions),:is(.incidents,.actions) :is(thead,tbody,th,td){display:block}
:is(.incidents,.actions) tbody tr{display:grid;grid-template-columns:1fr 1fr;gap:.1rem .75rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
:is(.incidents,.actions) tbody :is(th,td){width:auto;min-width:0;padding:0;border:0}
:is(.incidents,.actions) tbody :is(th,.incident){grid-column:1/-1}
.incidents thead tr{display:flex;flex-wrap:wrap;gap:.1rem 1rem}
.incidents thead th{width:auto;min-width:0;padding:.3rem 0;border:0}
.incidents .incident{width:auto;min-width:0}
.incidents .services{min-width:0}
.actions thead{display:none}
td::before{color:var(--quiet);font-size:.875rem}
td.timeToRepair::before{content:"Repair "}
td.timeToResolve::before{content:"Resolve "}
td.timeToDetect::before{content:"Detect "}
td.owner::before{content:"Owner "}
td.date::before{content:"Due "}
}
@media print{
body{max-width:none;padding:0;font-size:10pt}
nav,form,fieldset,.skip,#data{display:none!important}
.measure{display:block!important}
details::details-content{content-visibility:visible;height:auto}
.scroll{overflow:visible}
.figures{min-width:0;table-layout:auto}
table{font-size:8pt}
thead th,table .quiet{font-size:inherit}
.incidents .incident{min-width:0}
.detected{white-space:normal}
.figures :is(th,td),.incidents :is(th,td){padding:.25rem .3rem}
thead{display:table-header-group}
tr,figure,.tiles div{break-inside:avoid}
h2,h3{break-after:avoid}
.incidents thead button::after{content:none!important}
}
`;

// src/report/page/write.ts
/** By this a page of ours is known. */
const generator = "incident-log report";
/**
* Writes the page into a folder, which is created where it is missing, and returns its path. It replaces a former page as a whole, and
* nothing else: throws {@link UserError} on another file in its place, and on a folder that can't be written.
*/
function writePage(folder, page) {
	const path = join(folder, "index.html");
	const beside = `${path}.${process.pid}.tmp`;
	if (!isOursOrMissing(path)) throw new UserError(`${path} is not a report that incident-log wrote, so it was left as it is; name another folder.`);
	try {
		mkdirSync(folder, { recursive: true });
		try {
			writeFileSync(beside, page, { flag: "wx" });
			renameSync(beside, path);
		} finally {
			rmSync(beside, { force: true });
		}
	} catch (error) {
		throw new UserError(`${path} can't be written (${error instanceof Error ? error.message : error}).`);
	}
	return path;
}
function isOursOrMissing(path) {
	try {
		return readFileSync(path, "utf8").includes(`<meta name="generator" content="${generator}">`);
	} catch (error) {
		return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
	}
}

// \0@oxc-project+runtime@0.156.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}

// src/report/page/page.ts
var _templateObject;
/**
* The report page: one HTML file that loads nothing from anywhere, made from what `build --format json` prints. It works without scripts but
* for filters and sorting. The same log gives the same bytes, in whatever order its issues come, and whatever the time zone and language of
* the machine.
*/
function reportPage({ built, timezone, now, repositoryUrl }) {
	const data = asJson(built, timezone);
	const name = repositoryUrl === "" ? "" : new URL(repositoryUrl).pathname.slice(1);
	const title = name === "" ? "Incident report" : `Incident report of ${name}`;
	const listed = built.incidents.length;
	const unlisted = built.formerEntries.length + built.handWritten.length;
	const chart = chartFigure(built, timezone);
	const sections = [
		{
			id: "figures",
			name: "Figures",
			content: figuresSection(data, rollingYear(now, timezone))
		},
		...listed === 0 ? [] : [{
			id: "incidents",
			name: "Incidents",
			content: incidentsSection(data, chart, unlisted)
		}],
		{
			id: "actions",
			name: "Open review actions",
			content: actionsSection(data, repositoryUrl)
		},
		{
			id: "definitions",
			name: "What the figures mean",
			content: definitionsSection(timezone)
		},
		{
			id: "data",
			name: "Data",
			content: dataSection(data)
		}
	];
	const isEmpty = listed + unlisted === 0;
	return html(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
		"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"generator\" content=\"",
		"\">\n<title>",
		"</title>\n<style>",
		"</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>\n<header>\n<h1>Incident report</h1>\n<p>",
		"",
		"</p>\n",
		"\n</header>\n<main id=\"main\">\n",
		"</main>\n<script>",
		"<\/script>\n</body>\n</html>\n"
	])), policy, generator, title, trusted(style), name === "" ? null : html`${webLink(repositoryUrl, name)} · `, scope(data, listed + unlisted), isEmpty ? null : html`<nav aria-label="Parts of the report">${sections.map(({ id, name }) => html`<a href="#${id}">${name}</a> `)}</nav>`, isEmpty ? html`<p>No incidents yet.</p>` : sections.map(sectionOf), trusted(script)).markup;
}
function sectionOf({ id, name, content }) {
	return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${name}</h2>
${content}</section>
`;
}
/** `37 incidents, first detected from 2019-02-03 to 2024-10-14, times in Europe/London` */
function scope({ incidents, timezone }, count) {
	const [newest, oldest] = [incidents.at(0)?.date, incidents.at(-1)?.date];
	const days = newest === oldest ? `on ${newest}` : `from ${oldest} to ${newest}`;
	return `${counted(count, "incident")}${newest === void 0 ? "" : `, first detected ${days}`} · times in ${timezone}`;
}
/** `Q4 2023 to Q3 2024` */
function rollingYear(now, timezone) {
	const last = lastEndedQuarter(now, timezone);
	const first = quartersBetween({
		year: last.year - 1,
		number: last.number
	}, last).at(-2) ?? last;
	return `${quarterName(first)} to ${quarterName(last)}`;
}
/**
* The data to download, as the command line prints them. It stands last, because a browser can show all else before it has read it. Chromium
* refuses addresses of more than 2 MB, so where there are scripts they make files of them.
*/
function dataSection(data) {
	const address = (type, text) => `data:${type};base64,${Buffer.from(text, "utf8").toString("base64")}`;
	const json = address("application/json", jsonWithoutCommands(data));
	const csv = address("text/csv", asCsv(data));
	return html`<p>All that this page shows, and the texts of the incidents: durations are in minutes, times in UTC.</p>
<p class="downloads"><a download="incidents.csv" href="${trusted(csv)}">Download CSV</a> <a download="incidents.json" href="${trusted(json)}">Download JSON</a></p>
`;
}
/** Nothing is loaded, and only the page's own styles and script apply (https://www.w3.org/TR/CSP3/). */
const policy = [
	"default-src 'none'",
	`style-src ${hash(style)} ${hash(style$1)}`,
	`script-src ${hash(script)}`,
	"img-src data:",
	"base-uri 'none'",
	"form-action 'none'"
].join("; ");
function hash(text) {
	return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

export { writePage as n, reportPage as t };