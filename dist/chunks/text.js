import { _ as UserError } from "./first.js";

// src/text.ts
/**
* The text of a file, its byte order mark included, for a file is only changed where we mean to. Throws {@link UserError} on
* what is no UTF-8 text; `name` is what the message calls the file.
*/
function decodeText(bytes, name) {
	try {
		const text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
		if (!text.includes("\0")) return text;
	} catch {}
	throw new UserError(`${name} is not UTF-8 text; save it as UTF-8, or name another file.`);
}

export { decodeText as t };