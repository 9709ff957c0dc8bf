// src/chart/own-chart.ts
/** Whether a file is a chart that this program drew, so that it may be drawn anew. */
function isOwnChart(text) {
	return /^<svg [^>]*\bclass="incident-chart"/.test(text);
}

export { isOwnChart as t };