// src/group-by.ts
/** As `Map.groupBy`, which Node 20 lacks: the command line runs on whatever Node `npx` finds. */
function groupBy(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
}

export { groupBy as t };