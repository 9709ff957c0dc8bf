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
		synonyms: [`${subject}${is}(?:fully )?(?:resolved|closed)(?: declared)?${when}`]
	},
	severity: {
		id: "severity",
		label: "Severity",
		holds: "level",
		form: {
			kind: "dropdown",
			required: false,
			options: [
				"SEV1",
				"SEV2",
				"SEV3",
				"SEV4"
			]
		},
		statusComment: true,
		synonyms: []
	},
	services: {
		id: "services",
		label: "Services",
		holds: "names",
		form: {
			kind: "input",
			required: false
		},
		statusComment: true,
		synonyms: []
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
const freeParts = Object.values(fields).flatMap((field) => field.holds === "time" || field.holds === "level" || field.holds === "names" ? [] : field.id);
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
/** Whether a field's answer prints where a team's own fields print: what incidents are grouped by does. */
function isListed(key) {
	return key === null || fields[key].holds === "level" || fields[key].holds === "names";
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

export { fieldKey as a, followsDetection as c, isListed as d, isMeasured as f, eventPairs as i, freeParts as l, textKeys as m, eventKinds as n, fields as o, recordOf as p, eventNames as r, figureEvents as s, eventKeys as t, furtherEvents as u };