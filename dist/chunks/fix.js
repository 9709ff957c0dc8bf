import { m as applyEdits } from "./escape.js";

// src/audit/fix.ts
/** The log with every figure corrected for which a finding has a fix. Nothing else changes. */
function fixLog(source, { findings }) {
	return applyEdits(source, findings.flatMap(({ fix, start, end }) => fix === null ? [] : [{
		start,
		end,
		text: fix
	}]));
}

export { fixLog as t };