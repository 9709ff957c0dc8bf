import { a as quarterName } from "./quarter.js";
import { l as byFigure, u as quarterFigures } from "./entry.js";
import { v as statedDuration } from "./settings.js";

// src/log/quarter-rows.ts
/**
* The quarters of a log in its own order, with the figures that it states. Whatever shows quarters takes them from here, so that no
* two outputs differ.
*/
function quarterRows({ quarters, sections }) {
	const counts = /* @__PURE__ */ new Map();
	let current = null;
	for (const section of sections) {
		if (section.kind === "quarter") current = section;
		if (section.kind === "entry" && section.quarter !== null && current !== null) counts.set(current, (counts.get(current) ?? 0) + 1);
	}
	return quarters.map((quarter) => {
		const incidents = quarter.incidents === null ? counts.get(quarter) ?? 0 : Number(quarter.incidents.text);
		const figures = byFigure(quarterFigures, ({ key, of }) => {
			if (of === "incidents") return {
				text: `${incidents}`,
				value: incidents
			};
			return {
				text: quarter[key]?.text ?? "",
				value: statedDuration(quarter[key])?.minutes ?? null
			};
		});
		return {
			quarter: quarterName(quarter.quarter),
			incidents,
			figures
		};
	});
}

export { quarterRows as t };