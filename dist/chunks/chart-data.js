import { C as periodFigures } from "./incidents.js";

// src/model/chart-data.ts
/** What the chart shows of a log: the incidents that have an issue, by their time to resolve, with the median of each year of these. */
function chartDataOf({ incidents, summary }, timezone) {
	const years = periodFigures(incidents, timezone).flatMap(({ period, timeToResolve }) => {
		const { n, median, medianInterval } = timeToResolve;
		return /^\d{4}$/.test(period) && median !== null ? [{
			year: Number(period),
			n,
			median,
			interval: medianInterval
		}] : [];
	});
	return {
		incidents: incidents.map(({ issue, url, title, firstDetected, figures, state, severity, services }) => ({
			issue,
			url,
			title,
			firstDetected: firstDetected.instant,
			minutes: figures.timeToResolve,
			isOngoing: state !== "resolved",
			severity,
			services
		})),
		severities: summary.severities.flatMap(({ severity }) => severity ?? []),
		years,
		timezone,
		durationName: "Time to resolve"
	};
}

export { chartDataOf as t };