// src/audit/output/counts.ts
/** The durations of incidents, and the means of quarters that have incidents or state a mean without having any. */
function countsOf({ incidents, quarters }) {
	return {
		durations: count(incidents.flatMap(({ figures }) => Object.values(figures))),
		means: count(quarters.flatMap(({ means, incidents: members }) => Object.values(means).filter(({ mismatch }) => members.length > 0 || mismatch !== null)))
	};
}
function count(durations) {
	return {
		stated: durations.filter(({ stated }) => stated !== null).length,
		wrong: durations.filter(({ mismatch }) => mismatch !== null).length
	};
}
/** “12 of 34 durations and 9 of 20 means are wrong”, or that nothing could be checked; and how much was read and found. */
function summaryOf(audit) {
	const { findings } = audit;
	const found = [
		"error",
		"warning",
		"notice"
	].map((severity) => plural(findings.filter((finding) => finding.severity === severity).length, severity));
	const fixable = findings.filter(({ fix }) => fix !== null).length;
	const read = `${plural(audit.incidents.length, "incident")} in ${plural(audit.quarters.length, "quarter")} read`;
	const fix = fixable === 0 ? "" : `; --fix corrects ${plural(fixable, "figure")}`;
	return `${findings.find((finding) => finding.headline !== null)?.headline ?? wrongFigures(audit)} (${read}; ${found.join(", ")}${fix}).`;
}
function wrongFigures(audit) {
	const { durations, means } = countsOf(audit);
	return `${durations.wrong} of ${plural(durations.stated, "duration")} and ${means.wrong} of ${plural(means.stated, "mean")} are wrong`;
}
function plural(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

export { summaryOf as t };