import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { _ as UserError, g as ConflictError, o as withoutCommands } from "./first.js";
import { a as Octokit$1, i as legacyRestEndpointMethods, n as getOctokitOptions, o as RequestError, r as paginateRest } from "./utils.js";
import { C as SUMMARY_LIMIT_BYTES, D as table, E as shortened, T as list, d as optional, g as string, h as safeParse, i as getDotPath, o as literal, t as array, u as object, v as union, w as clipped } from "./dist.js";
import { s as escapeText, u as quoteInConversation } from "./escape.js";
import { t as summaryOf } from "./counts.js";
import { t as issueLink, u as quarterFigures } from "./entry.js";
import { appendFileSync } from "node:fs";

// src/audit/output/summary.ts
/** An audit as a step summary. */
function auditSummary({ file, audit }) {
	const sections = [
		...audit.findings.filter(({ headline }) => headline !== null).map(({ message }) => ({
			head: [`**${quoteInConversation(message)}**`],
			rows: []
		})),
		{
			head: [`${quoteInConversation(file)}: ${summaryOf(audit)}`],
			rows: []
		},
		findingSection("## Findings", audit.findings)
	];
	return shortened(sections, "", {
		limit: SUMMARY_LIMIT_BYTES,
		sizeOf: (text) => Buffer.byteLength(text)
	});
}
/** Findings as a table, the worst first. */
function findingSection(title, findings) {
	const rows = bySeverity(findings).map(({ line, severity, rule, message }) => [
		`${line}`,
		severity,
		rule,
		quoteInConversation(message)
	]);
	return table(title, [
		"Line",
		"Severity",
		"Rule",
		"Finding"
	], rows);
}
function bySeverity(findings) {
	return [
		"error",
		"warning",
		"notice"
	].flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

// node_modules/bottleneck/light.js
var require_light = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	/**
	* This file contains the Bottleneck library (MIT), compiled to ES2017, and without Clustering support.
	* https://github.com/SGrondin/bottleneck
	*/
	(function(global, factory) {
		typeof exports === "object" && typeof module !== "undefined" ? module.exports = factory() : typeof define === "function" && define.amd ? define(factory) : global.Bottleneck = factory();
	})(this$1, (function() {
		"use strict";
		var commonjsGlobal = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
		function getCjsExportFromNamespace(n) {
			return n && n["default"] || n;
		}
		var load = function(received, defaults, onto = {}) {
			var k, ref, v;
			for (k in defaults) {
				v = defaults[k];
				onto[k] = (ref = received[k]) != null ? ref : v;
			}
			return onto;
		};
		var overwrite = function(received, defaults, onto = {}) {
			var k, v;
			for (k in received) {
				v = received[k];
				if (defaults[k] !== void 0) onto[k] = v;
			}
			return onto;
		};
		var parser = {
			load,
			overwrite
		};
		var DLList_1 = class DLList {
			constructor(incr, decr) {
				this.incr = incr;
				this.decr = decr;
				this._first = null;
				this._last = null;
				this.length = 0;
			}
			push(value) {
				var node;
				this.length++;
				if (typeof this.incr === "function") this.incr();
				node = {
					value,
					prev: this._last,
					next: null
				};
				if (this._last != null) {
					this._last.next = node;
					this._last = node;
				} else this._first = this._last = node;
			}
			shift() {
				var value;
				if (this._first == null) return;
				else {
					this.length--;
					if (typeof this.decr === "function") this.decr();
				}
				value = this._first.value;
				if ((this._first = this._first.next) != null) this._first.prev = null;
				else this._last = null;
				return value;
			}
			first() {
				if (this._first != null) return this._first.value;
			}
			getArray() {
				var node = this._first, ref, results = [];
				while (node != null) results.push((ref = node, node = node.next, ref.value));
				return results;
			}
			forEachShift(cb) {
				var node = this.shift();
				while (node != null) cb(node), node = this.shift();
			}
			debug() {
				var node = this._first, ref, ref1, ref2, results = [];
				while (node != null) results.push((ref = node, node = node.next, {
					value: ref.value,
					prev: (ref1 = ref.prev) != null ? ref1.value : void 0,
					next: (ref2 = ref.next) != null ? ref2.value : void 0
				}));
				return results;
			}
		};
		var Events_1 = class Events {
			constructor(instance) {
				this.instance = instance;
				this._events = {};
				if (this.instance.on != null || this.instance.once != null || this.instance.removeAllListeners != null) throw new Error("An Emitter already exists for this object");
				this.instance.on = (name, cb) => {
					return this._addListener(name, "many", cb);
				};
				this.instance.once = (name, cb) => {
					return this._addListener(name, "once", cb);
				};
				this.instance.removeAllListeners = (name = null) => {
					if (name != null) return delete this._events[name];
					else return this._events = {};
				};
			}
			_addListener(name, status, cb) {
				var base;
				if ((base = this._events)[name] == null) base[name] = [];
				this._events[name].push({
					cb,
					status
				});
				return this.instance;
			}
			listenerCount(name) {
				if (this._events[name] != null) return this._events[name].length;
				else return 0;
			}
			async trigger(name, ...args) {
				var e, promises;
				try {
					if (name !== "debug") this.trigger("debug", `Event triggered: ${name}`, args);
					if (this._events[name] == null) return;
					this._events[name] = this._events[name].filter(function(listener) {
						return listener.status !== "none";
					});
					promises = this._events[name].map(async (listener) => {
						var e, returned;
						if (listener.status === "none") return;
						if (listener.status === "once") listener.status = "none";
						try {
							returned = typeof listener.cb === "function" ? listener.cb(...args) : void 0;
							if (typeof (returned != null ? returned.then : void 0) === "function") return await returned;
							else return returned;
						} catch (error) {
							e = error;
							this.trigger("error", e);
							return null;
						}
					});
					return (await Promise.all(promises)).find(function(x) {
						return x != null;
					});
				} catch (error) {
					e = error;
					this.trigger("error", e);
					return null;
				}
			}
		};
		var DLList$1 = DLList_1, Events$1 = Events_1;
		var Queues_1 = class Queues {
			constructor(num_priorities) {
				this.Events = new Events$1(this);
				this._length = 0;
				this._lists = (function() {
					var j, ref, results = [];
					for (j = 1, ref = num_priorities; 1 <= ref ? j <= ref : j >= ref; 1 <= ref ? ++j : --j) results.push(new DLList$1((() => {
						return this.incr();
					}), (() => {
						return this.decr();
					})));
					return results;
				}).call(this);
			}
			incr() {
				if (this._length++ === 0) return this.Events.trigger("leftzero");
			}
			decr() {
				if (--this._length === 0) return this.Events.trigger("zero");
			}
			push(job) {
				return this._lists[job.options.priority].push(job);
			}
			queued(priority) {
				if (priority != null) return this._lists[priority].length;
				else return this._length;
			}
			shiftAll(fn) {
				return this._lists.forEach(function(list) {
					return list.forEachShift(fn);
				});
			}
			getFirst(arr = this._lists) {
				var j = 0, len = arr.length, list;
				for (; j < len; j++) {
					list = arr[j];
					if (list.length > 0) return list;
				}
				return [];
			}
			shiftLastFrom(priority) {
				return this.getFirst(this._lists.slice(priority).reverse()).shift();
			}
		};
		var BottleneckError_1 = class BottleneckError extends Error {};
		var BottleneckError$1, DEFAULT_PRIORITY, Job, NUM_PRIORITIES = 10, parser$1;
		DEFAULT_PRIORITY = 5;
		parser$1 = parser;
		BottleneckError$1 = BottleneckError_1;
		Job = class Job {
			constructor(task, args, options, jobDefaults, rejectOnDrop, Events, _states, Promise) {
				this.task = task;
				this.args = args;
				this.rejectOnDrop = rejectOnDrop;
				this.Events = Events;
				this._states = _states;
				this.Promise = Promise;
				this.options = parser$1.load(options, jobDefaults);
				this.options.priority = this._sanitizePriority(this.options.priority);
				if (this.options.id === jobDefaults.id) this.options.id = `${this.options.id}-${this._randomIndex()}`;
				this.promise = new this.Promise((_resolve, _reject) => {
					this._resolve = _resolve;
					this._reject = _reject;
				});
				this.retryCount = 0;
			}
			_sanitizePriority(priority) {
				var sProperty = ~~priority !== priority ? DEFAULT_PRIORITY : priority;
				if (sProperty < 0) return 0;
				else if (sProperty > NUM_PRIORITIES - 1) return NUM_PRIORITIES - 1;
				else return sProperty;
			}
			_randomIndex() {
				return Math.random().toString(36).slice(2);
			}
			doDrop({ error, message = "This job has been dropped by Bottleneck" } = {}) {
				if (this._states.remove(this.options.id)) {
					if (this.rejectOnDrop) this._reject(error != null ? error : new BottleneckError$1(message));
					this.Events.trigger("dropped", {
						args: this.args,
						options: this.options,
						task: this.task,
						promise: this.promise
					});
					return true;
				} else return false;
			}
			_assertStatus(expected) {
				var status = this._states.jobStatus(this.options.id);
				if (!(status === expected || expected === "DONE" && status === null)) throw new BottleneckError$1(`Invalid job status ${status}, expected ${expected}. Please open an issue at https://github.com/SGrondin/bottleneck/issues`);
			}
			doReceive() {
				this._states.start(this.options.id);
				return this.Events.trigger("received", {
					args: this.args,
					options: this.options
				});
			}
			doQueue(reachedHWM, blocked) {
				this._assertStatus("RECEIVED");
				this._states.next(this.options.id);
				return this.Events.trigger("queued", {
					args: this.args,
					options: this.options,
					reachedHWM,
					blocked
				});
			}
			doRun() {
				if (this.retryCount === 0) {
					this._assertStatus("QUEUED");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				return this.Events.trigger("scheduled", {
					args: this.args,
					options: this.options
				});
			}
			async doExecute(chained, clearGlobalState, run, free) {
				var error, eventInfo, passed;
				if (this.retryCount === 0) {
					this._assertStatus("RUNNING");
					this._states.next(this.options.id);
				} else this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				this.Events.trigger("executing", eventInfo);
				try {
					passed = await (chained != null ? chained.schedule(this.options, this.task, ...this.args) : this.task(...this.args));
					if (clearGlobalState()) {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._resolve(passed);
					}
				} catch (error1) {
					error = error1;
					return this._onFailure(error, eventInfo, clearGlobalState, run, free);
				}
			}
			doExpire(clearGlobalState, run, free) {
				var error, eventInfo;
				if (this._states.jobStatus(this.options.id === "RUNNING")) this._states.next(this.options.id);
				this._assertStatus("EXECUTING");
				eventInfo = {
					args: this.args,
					options: this.options,
					retryCount: this.retryCount
				};
				error = new BottleneckError$1(`This job timed out after ${this.options.expiration} ms.`);
				return this._onFailure(error, eventInfo, clearGlobalState, run, free);
			}
			async _onFailure(error, eventInfo, clearGlobalState, run, free) {
				var retry, retryAfter;
				if (clearGlobalState()) {
					retry = await this.Events.trigger("failed", error, eventInfo);
					if (retry != null) {
						retryAfter = ~~retry;
						this.Events.trigger("retry", `Retrying ${this.options.id} after ${retryAfter} ms`, eventInfo);
						this.retryCount++;
						return run(retryAfter);
					} else {
						this.doDone(eventInfo);
						await free(this.options, eventInfo);
						this._assertStatus("DONE");
						return this._reject(error);
					}
				}
			}
			doDone(eventInfo) {
				this._assertStatus("EXECUTING");
				this._states.next(this.options.id);
				return this.Events.trigger("done", eventInfo);
			}
		};
		var Job_1 = Job;
		var BottleneckError$2, LocalDatastore, parser$2 = parser;
		BottleneckError$2 = BottleneckError_1;
		LocalDatastore = class LocalDatastore {
			constructor(instance, storeOptions, storeInstanceOptions) {
				this.instance = instance;
				this.storeOptions = storeOptions;
				this.clientId = this.instance._randomIndex();
				parser$2.load(storeInstanceOptions, storeInstanceOptions, this);
				this._nextRequest = this._lastReservoirRefresh = this._lastReservoirIncrease = Date.now();
				this._running = 0;
				this._done = 0;
				this._unblockTime = 0;
				this.ready = this.Promise.resolve();
				this.clients = {};
				this._startHeartbeat();
			}
			_startHeartbeat() {
				var base;
				if (this.heartbeat == null && (this.storeOptions.reservoirRefreshInterval != null && this.storeOptions.reservoirRefreshAmount != null || this.storeOptions.reservoirIncreaseInterval != null && this.storeOptions.reservoirIncreaseAmount != null)) return typeof (base = this.heartbeat = setInterval(() => {
					var amount, incr, maximum, now = Date.now(), reservoir;
					if (this.storeOptions.reservoirRefreshInterval != null && now >= this._lastReservoirRefresh + this.storeOptions.reservoirRefreshInterval) {
						this._lastReservoirRefresh = now;
						this.storeOptions.reservoir = this.storeOptions.reservoirRefreshAmount;
						this.instance._drainAll(this.computeCapacity());
					}
					if (this.storeOptions.reservoirIncreaseInterval != null && now >= this._lastReservoirIncrease + this.storeOptions.reservoirIncreaseInterval) {
						({reservoirIncreaseAmount: amount, reservoirIncreaseMaximum: maximum, reservoir} = this.storeOptions);
						this._lastReservoirIncrease = now;
						incr = maximum != null ? Math.min(amount, maximum - reservoir) : amount;
						if (incr > 0) {
							this.storeOptions.reservoir += incr;
							return this.instance._drainAll(this.computeCapacity());
						}
					}
				}, this.heartbeatInterval)).unref === "function" ? base.unref() : void 0;
				else return clearInterval(this.heartbeat);
			}
			async __publish__(message) {
				await this.yieldLoop();
				return this.instance.Events.trigger("message", message.toString());
			}
			async __disconnect__(flush) {
				await this.yieldLoop();
				clearInterval(this.heartbeat);
				return this.Promise.resolve();
			}
			yieldLoop(t = 0) {
				return new this.Promise(function(resolve, reject) {
					return setTimeout(resolve, t);
				});
			}
			computePenalty() {
				var ref;
				return (ref = this.storeOptions.penalty) != null ? ref : 15 * this.storeOptions.minTime || 5e3;
			}
			async __updateSettings__(options) {
				await this.yieldLoop();
				parser$2.overwrite(options, options, this.storeOptions);
				this._startHeartbeat();
				this.instance._drainAll(this.computeCapacity());
				return true;
			}
			async __running__() {
				await this.yieldLoop();
				return this._running;
			}
			async __queued__() {
				await this.yieldLoop();
				return this.instance.queued();
			}
			async __done__() {
				await this.yieldLoop();
				return this._done;
			}
			async __groupCheck__(time) {
				await this.yieldLoop();
				return this._nextRequest + this.timeout < time;
			}
			computeCapacity() {
				var maxConcurrent, reservoir;
				({maxConcurrent, reservoir} = this.storeOptions);
				if (maxConcurrent != null && reservoir != null) return Math.min(maxConcurrent - this._running, reservoir);
				else if (maxConcurrent != null) return maxConcurrent - this._running;
				else if (reservoir != null) return reservoir;
				else return null;
			}
			conditionsCheck(weight) {
				var capacity = this.computeCapacity();
				return capacity == null || weight <= capacity;
			}
			async __incrementReservoir__(incr) {
				var reservoir;
				await this.yieldLoop();
				reservoir = this.storeOptions.reservoir += incr;
				this.instance._drainAll(this.computeCapacity());
				return reservoir;
			}
			async __currentReservoir__() {
				await this.yieldLoop();
				return this.storeOptions.reservoir;
			}
			isBlocked(now) {
				return this._unblockTime >= now;
			}
			check(weight, now) {
				return this.conditionsCheck(weight) && this._nextRequest - now <= 0;
			}
			async __check__(weight) {
				var now;
				await this.yieldLoop();
				now = Date.now();
				return this.check(weight, now);
			}
			async __register__(index, weight, expiration) {
				var now, wait;
				await this.yieldLoop();
				now = Date.now();
				if (this.conditionsCheck(weight)) {
					this._running += weight;
					if (this.storeOptions.reservoir != null) this.storeOptions.reservoir -= weight;
					wait = Math.max(this._nextRequest - now, 0);
					this._nextRequest = now + wait + this.storeOptions.minTime;
					return {
						success: true,
						wait,
						reservoir: this.storeOptions.reservoir
					};
				} else return { success: false };
			}
			strategyIsBlock() {
				return this.storeOptions.strategy === 3;
			}
			async __submit__(queueLength, weight) {
				var blocked, now, reachedHWM;
				await this.yieldLoop();
				if (this.storeOptions.maxConcurrent != null && weight > this.storeOptions.maxConcurrent) throw new BottleneckError$2(`Impossible to add a job having a weight of ${weight} to a limiter having a maxConcurrent setting of ${this.storeOptions.maxConcurrent}`);
				now = Date.now();
				reachedHWM = this.storeOptions.highWater != null && queueLength === this.storeOptions.highWater && !this.check(weight, now);
				blocked = this.strategyIsBlock() && (reachedHWM || this.isBlocked(now));
				if (blocked) {
					this._unblockTime = now + this.computePenalty();
					this._nextRequest = this._unblockTime + this.storeOptions.minTime;
					this.instance._dropAllQueued();
				}
				return {
					reachedHWM,
					blocked,
					strategy: this.storeOptions.strategy
				};
			}
			async __free__(index, weight) {
				await this.yieldLoop();
				this._running -= weight;
				this._done += weight;
				this.instance._drainAll(this.computeCapacity());
				return { running: this._running };
			}
		};
		var LocalDatastore_1 = LocalDatastore;
		var BottleneckError$3 = BottleneckError_1;
		var States_1 = class States {
			constructor(status1) {
				this.status = status1;
				this._jobs = {};
				this.counts = this.status.map(function() {
					return 0;
				});
			}
			next(id) {
				var current = this._jobs[id], next = current + 1;
				if (current != null && next < this.status.length) {
					this.counts[current]--;
					this.counts[next]++;
					return this._jobs[id]++;
				} else if (current != null) {
					this.counts[current]--;
					return delete this._jobs[id];
				}
			}
			start(id) {
				var initial = 0;
				this._jobs[id] = initial;
				return this.counts[initial]++;
			}
			remove(id) {
				var current = this._jobs[id];
				if (current != null) {
					this.counts[current]--;
					delete this._jobs[id];
				}
				return current != null;
			}
			jobStatus(id) {
				var ref;
				return (ref = this.status[this._jobs[id]]) != null ? ref : null;
			}
			statusJobs(status) {
				var k, pos, ref, results, v;
				if (status != null) {
					pos = this.status.indexOf(status);
					if (pos < 0) throw new BottleneckError$3(`status must be one of ${this.status.join(", ")}`);
					ref = this._jobs;
					results = [];
					for (k in ref) {
						v = ref[k];
						if (v === pos) results.push(k);
					}
					return results;
				} else return Object.keys(this._jobs);
			}
			statusCounts() {
				return this.counts.reduce(((acc, v, i) => {
					acc[this.status[i]] = v;
					return acc;
				}), {});
			}
		};
		var DLList$2 = DLList_1;
		var Sync_1 = class Sync {
			constructor(name, Promise) {
				this.schedule = this.schedule.bind(this);
				this.name = name;
				this.Promise = Promise;
				this._running = 0;
				this._queue = new DLList$2();
			}
			isEmpty() {
				return this._queue.length === 0;
			}
			async _tryToRun() {
				var args, cb, error, reject, resolve, returned, task;
				if (this._running < 1 && this._queue.length > 0) {
					this._running++;
					({task, args, resolve, reject} = this._queue.shift());
					cb = await (async function() {
						try {
							returned = await task(...args);
							return function() {
								return resolve(returned);
							};
						} catch (error1) {
							error = error1;
							return function() {
								return reject(error);
							};
						}
					})();
					this._running--;
					this._tryToRun();
					return cb();
				}
			}
			schedule(task, ...args) {
				var promise, reject, resolve = reject = null;
				promise = new this.Promise(function(_resolve, _reject) {
					resolve = _resolve;
					return reject = _reject;
				});
				this._queue.push({
					task,
					args,
					resolve,
					reject
				});
				this._tryToRun();
				return promise;
			}
		};
		var version = "2.19.5";
		var version$2 = /*#__PURE__*/ Object.freeze({
			version,
			default: { version }
		});
		var require$$2 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$3 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$4 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var Events$2, Group, IORedisConnection$1, RedisConnection$1, Scripts$1, parser$3 = parser;
		Events$2 = Events_1;
		RedisConnection$1 = require$$2;
		IORedisConnection$1 = require$$3;
		Scripts$1 = require$$4;
		Group = (function() {
			class Group {
				constructor(limiterOptions = {}) {
					this.deleteKey = this.deleteKey.bind(this);
					this.limiterOptions = limiterOptions;
					parser$3.load(this.limiterOptions, this.defaults, this);
					this.Events = new Events$2(this);
					this.instances = {};
					this.Bottleneck = Bottleneck_1;
					this._startAutoCleanup();
					this.sharedConnection = this.connection != null;
					if (this.connection == null) {
						if (this.limiterOptions.datastore === "redis") this.connection = new RedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
						else if (this.limiterOptions.datastore === "ioredis") this.connection = new IORedisConnection$1(Object.assign({}, this.limiterOptions, { Events: this.Events }));
					}
				}
				key(key = "") {
					var ref;
					return (ref = this.instances[key]) != null ? ref : (() => {
						var limiter = this.instances[key] = new this.Bottleneck(Object.assign(this.limiterOptions, {
							id: `${this.id}-${key}`,
							timeout: this.timeout,
							connection: this.connection
						}));
						this.Events.trigger("created", limiter, key);
						return limiter;
					})();
				}
				async deleteKey(key = "") {
					var deleted, instance = this.instances[key];
					if (this.connection) deleted = await this.connection.__runCommand__(["del", ...Scripts$1.allKeys(`${this.id}-${key}`)]);
					if (instance != null) {
						delete this.instances[key];
						await instance.disconnect();
					}
					return instance != null || deleted > 0;
				}
				limiters() {
					var k, ref = this.instances, results = [], v;
					for (k in ref) {
						v = ref[k];
						results.push({
							key: k,
							limiter: v
						});
					}
					return results;
				}
				keys() {
					return Object.keys(this.instances);
				}
				async clusterKeys() {
					var cursor, end, found, i, k, keys, len, next, start;
					if (this.connection == null) return this.Promise.resolve(this.keys());
					keys = [];
					cursor = null;
					start = `b_${this.id}-`.length;
					end = 9;
					while (cursor !== 0) {
						[next, found] = await this.connection.__runCommand__([
							"scan",
							cursor != null ? cursor : 0,
							"match",
							`b_${this.id}-*_settings`,
							"count",
							1e4
						]);
						cursor = ~~next;
						for (i = 0, len = found.length; i < len; i++) {
							k = found[i];
							keys.push(k.slice(start, -end));
						}
					}
					return keys;
				}
				_startAutoCleanup() {
					var base;
					clearInterval(this.interval);
					return typeof (base = this.interval = setInterval(async () => {
						var e, k, ref, results, time = Date.now(), v;
						ref = this.instances;
						results = [];
						for (k in ref) {
							v = ref[k];
							try {
								if (await v._store.__groupCheck__(time)) results.push(this.deleteKey(k));
								else results.push(void 0);
							} catch (error) {
								e = error;
								results.push(v.Events.trigger("error", e));
							}
						}
						return results;
					}, this.timeout / 2)).unref === "function" ? base.unref() : void 0;
				}
				updateSettings(options = {}) {
					parser$3.overwrite(options, this.defaults, this);
					parser$3.overwrite(options, options, this.limiterOptions);
					if (options.timeout != null) return this._startAutoCleanup();
				}
				disconnect(flush = true) {
					var ref;
					if (!this.sharedConnection) return (ref = this.connection) != null ? ref.disconnect(flush) : void 0;
				}
			}
			Group.prototype.defaults = {
				timeout: 3e5,
				connection: null,
				Promise,
				id: "group-key"
			};
			return Group;
		}).call(commonjsGlobal);
		var Group_1 = Group;
		var Batcher, Events$3, parser$4 = parser;
		Events$3 = Events_1;
		Batcher = (function() {
			class Batcher {
				constructor(options = {}) {
					this.options = options;
					parser$4.load(this.options, this.defaults, this);
					this.Events = new Events$3(this);
					this._arr = [];
					this._resetPromise();
					this._lastFlush = Date.now();
				}
				_resetPromise() {
					return this._promise = new this.Promise((res, rej) => {
						return this._resolve = res;
					});
				}
				_flush() {
					clearTimeout(this._timeout);
					this._lastFlush = Date.now();
					this._resolve();
					this.Events.trigger("batch", this._arr);
					this._arr = [];
					return this._resetPromise();
				}
				add(data) {
					var ret;
					this._arr.push(data);
					ret = this._promise;
					if (this._arr.length === this.maxSize) this._flush();
					else if (this.maxTime != null && this._arr.length === 1) this._timeout = setTimeout(() => {
						return this._flush();
					}, this.maxTime);
					return ret;
				}
			}
			Batcher.prototype.defaults = {
				maxTime: null,
				maxSize: null,
				Promise
			};
			return Batcher;
		}).call(commonjsGlobal);
		var Batcher_1 = Batcher;
		var require$$4$1 = () => console.log("You must import the full version of Bottleneck in order to use this feature.");
		var require$$8 = getCjsExportFromNamespace(version$2);
		var Bottleneck, DEFAULT_PRIORITY$1, Events$4, Job$1, LocalDatastore$1, NUM_PRIORITIES$1, Queues$1, RedisDatastore$1, States$1, Sync$1, parser$5, splice = [].splice;
		NUM_PRIORITIES$1 = 10;
		DEFAULT_PRIORITY$1 = 5;
		parser$5 = parser;
		Queues$1 = Queues_1;
		Job$1 = Job_1;
		LocalDatastore$1 = LocalDatastore_1;
		RedisDatastore$1 = require$$4$1;
		Events$4 = Events_1;
		States$1 = States_1;
		Sync$1 = Sync_1;
		Bottleneck = (function() {
			class Bottleneck {
				constructor(options = {}, ...invalid) {
					var storeInstanceOptions, storeOptions;
					this._addToQueue = this._addToQueue.bind(this);
					this._validateOptions(options, invalid);
					parser$5.load(options, this.instanceDefaults, this);
					this._queues = new Queues$1(NUM_PRIORITIES$1);
					this._scheduled = {};
					this._states = new States$1([
						"RECEIVED",
						"QUEUED",
						"RUNNING",
						"EXECUTING"
					].concat(this.trackDoneStatus ? ["DONE"] : []));
					this._limiter = null;
					this.Events = new Events$4(this);
					this._submitLock = new Sync$1("submit", this.Promise);
					this._registerLock = new Sync$1("register", this.Promise);
					storeOptions = parser$5.load(options, this.storeDefaults, {});
					this._store = (function() {
						if (this.datastore === "redis" || this.datastore === "ioredis" || this.connection != null) {
							storeInstanceOptions = parser$5.load(options, this.redisStoreDefaults, {});
							return new RedisDatastore$1(this, storeOptions, storeInstanceOptions);
						} else if (this.datastore === "local") {
							storeInstanceOptions = parser$5.load(options, this.localStoreDefaults, {});
							return new LocalDatastore$1(this, storeOptions, storeInstanceOptions);
						} else throw new Bottleneck.prototype.BottleneckError(`Invalid datastore type: ${this.datastore}`);
					}).call(this);
					this._queues.on("leftzero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.ref === "function" ? ref.ref() : void 0 : void 0;
					});
					this._queues.on("zero", () => {
						var ref;
						return (ref = this._store.heartbeat) != null ? typeof ref.unref === "function" ? ref.unref() : void 0 : void 0;
					});
				}
				_validateOptions(options, invalid) {
					if (!(options != null && typeof options === "object" && invalid.length === 0)) throw new Bottleneck.prototype.BottleneckError("Bottleneck v2 takes a single object argument. Refer to https://github.com/SGrondin/bottleneck#upgrading-to-v2 if you're upgrading from Bottleneck v1.");
				}
				ready() {
					return this._store.ready;
				}
				clients() {
					return this._store.clients;
				}
				channel() {
					return `b_${this.id}`;
				}
				channel_client() {
					return `b_${this.id}_${this._store.clientId}`;
				}
				publish(message) {
					return this._store.__publish__(message);
				}
				disconnect(flush = true) {
					return this._store.__disconnect__(flush);
				}
				chain(_limiter) {
					this._limiter = _limiter;
					return this;
				}
				queued(priority) {
					return this._queues.queued(priority);
				}
				clusterQueued() {
					return this._store.__queued__();
				}
				empty() {
					return this.queued() === 0 && this._submitLock.isEmpty();
				}
				running() {
					return this._store.__running__();
				}
				done() {
					return this._store.__done__();
				}
				jobStatus(id) {
					return this._states.jobStatus(id);
				}
				jobs(status) {
					return this._states.statusJobs(status);
				}
				counts() {
					return this._states.statusCounts();
				}
				_randomIndex() {
					return Math.random().toString(36).slice(2);
				}
				check(weight = 1) {
					return this._store.__check__(weight);
				}
				_clearGlobalState(index) {
					if (this._scheduled[index] != null) {
						clearTimeout(this._scheduled[index].expiration);
						delete this._scheduled[index];
						return true;
					} else return false;
				}
				async _free(index, job, options, eventInfo) {
					var e, running;
					try {
						({running} = await this._store.__free__(index, options.weight));
						this.Events.trigger("debug", `Freed ${options.id}`, eventInfo);
						if (running === 0 && this.empty()) return this.Events.trigger("idle");
					} catch (error1) {
						e = error1;
						return this.Events.trigger("error", e);
					}
				}
				_run(index, job, wait) {
					var clearGlobalState, free, run;
					job.doRun();
					clearGlobalState = this._clearGlobalState.bind(this, index);
					run = this._run.bind(this, index, job);
					free = this._free.bind(this, index, job);
					return this._scheduled[index] = {
						timeout: setTimeout(() => {
							return job.doExecute(this._limiter, clearGlobalState, run, free);
						}, wait),
						expiration: job.options.expiration != null ? setTimeout(function() {
							return job.doExpire(clearGlobalState, run, free);
						}, wait + job.options.expiration) : void 0,
						job
					};
				}
				_drainOne(capacity) {
					return this._registerLock.schedule(() => {
						var args, index, next, options, queue;
						if (this.queued() === 0) return this.Promise.resolve(null);
						queue = this._queues.getFirst();
						({options, args} = next = queue.first());
						if (capacity != null && options.weight > capacity) return this.Promise.resolve(null);
						this.Events.trigger("debug", `Draining ${options.id}`, {
							args,
							options
						});
						index = this._randomIndex();
						return this._store.__register__(index, options.weight, options.expiration).then(({ success, wait, reservoir }) => {
							var empty;
							this.Events.trigger("debug", `Drained ${options.id}`, {
								success,
								args,
								options
							});
							if (success) {
								queue.shift();
								empty = this.empty();
								if (empty) this.Events.trigger("empty");
								if (reservoir === 0) this.Events.trigger("depleted", empty);
								this._run(index, next, wait);
								return this.Promise.resolve(options.weight);
							} else return this.Promise.resolve(null);
						});
					});
				}
				_drainAll(capacity, total = 0) {
					return this._drainOne(capacity).then((drained) => {
						var newCapacity;
						if (drained != null) {
							newCapacity = capacity != null ? capacity - drained : capacity;
							return this._drainAll(newCapacity, total + drained);
						} else return this.Promise.resolve(total);
					}).catch((e) => {
						return this.Events.trigger("error", e);
					});
				}
				_dropAllQueued(message) {
					return this._queues.shiftAll(function(job) {
						return job.doDrop({ message });
					});
				}
				stop(options = {}) {
					var done, waitForExecuting;
					options = parser$5.load(options, this.stopDefaults);
					waitForExecuting = (at) => {
						var finished = () => {
							var counts = this._states.counts;
							return counts[0] + counts[1] + counts[2] + counts[3] === at;
						};
						return new this.Promise((resolve, reject) => {
							if (finished()) return resolve();
							else return this.on("done", () => {
								if (finished()) {
									this.removeAllListeners("done");
									return resolve();
								}
							});
						});
					};
					done = options.dropWaitingJobs ? (this._run = function(index, next) {
						return next.doDrop({ message: options.dropErrorMessage });
					}, this._drainOne = () => {
						return this.Promise.resolve(null);
					}, this._registerLock.schedule(() => {
						return this._submitLock.schedule(() => {
							var k, ref = this._scheduled, v;
							for (k in ref) {
								v = ref[k];
								if (this.jobStatus(v.job.options.id) === "RUNNING") {
									clearTimeout(v.timeout);
									clearTimeout(v.expiration);
									v.job.doDrop({ message: options.dropErrorMessage });
								}
							}
							this._dropAllQueued(options.dropErrorMessage);
							return waitForExecuting(0);
						});
					})) : this.schedule({
						priority: NUM_PRIORITIES$1 - 1,
						weight: 0
					}, () => {
						return waitForExecuting(1);
					});
					this._receive = function(job) {
						return job._reject(new Bottleneck.prototype.BottleneckError(options.enqueueErrorMessage));
					};
					this.stop = () => {
						return this.Promise.reject(new Bottleneck.prototype.BottleneckError("stop() has already been called"));
					};
					return done;
				}
				async _addToQueue(job) {
					var args, blocked, error, options, reachedHWM, shifted, strategy;
					({args, options} = job);
					try {
						({reachedHWM, blocked, strategy} = await this._store.__submit__(this.queued(), options.weight));
					} catch (error1) {
						error = error1;
						this.Events.trigger("debug", `Could not queue ${options.id}`, {
							args,
							options,
							error
						});
						job.doDrop({ error });
						return false;
					}
					if (blocked) {
						job.doDrop();
						return true;
					} else if (reachedHWM) {
						shifted = strategy === Bottleneck.prototype.strategy.LEAK ? this._queues.shiftLastFrom(options.priority) : strategy === Bottleneck.prototype.strategy.OVERFLOW_PRIORITY ? this._queues.shiftLastFrom(options.priority + 1) : strategy === Bottleneck.prototype.strategy.OVERFLOW ? job : void 0;
						if (shifted != null) shifted.doDrop();
						if (shifted == null || strategy === Bottleneck.prototype.strategy.OVERFLOW) {
							if (shifted == null) job.doDrop();
							return reachedHWM;
						}
					}
					job.doQueue(reachedHWM, blocked);
					this._queues.push(job);
					await this._drainAll();
					return reachedHWM;
				}
				_receive(job) {
					if (this._states.jobStatus(job.options.id) != null) {
						job._reject(new Bottleneck.prototype.BottleneckError(`A job with the same id already exists (id=${job.options.id})`));
						return false;
					} else {
						job.doReceive();
						return this._submitLock.schedule(this._addToQueue, job);
					}
				}
				submit(...args) {
					var cb, fn, job, options, ref, ref1, task;
					if (typeof args[0] === "function") {
						ref = args, [fn, ...args] = ref, [cb] = splice.call(args, -1);
						options = parser$5.load({}, this.jobDefaults);
					} else {
						ref1 = args, [options, fn, ...args] = ref1, [cb] = splice.call(args, -1);
						options = parser$5.load(options, this.jobDefaults);
					}
					task = (...args) => {
						return new this.Promise(function(resolve, reject) {
							return fn(...args, function(...args) {
								return (args[0] != null ? reject : resolve)(args);
							});
						});
					};
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					job.promise.then(function(args) {
						return typeof cb === "function" ? cb(...args) : void 0;
					}).catch(function(args) {
						if (Array.isArray(args)) return typeof cb === "function" ? cb(...args) : void 0;
						else return typeof cb === "function" ? cb(args) : void 0;
					});
					return this._receive(job);
				}
				schedule(...args) {
					var job, options, task;
					if (typeof args[0] === "function") {
						[task, ...args] = args;
						options = {};
					} else [options, task, ...args] = args;
					job = new Job$1(task, args, options, this.jobDefaults, this.rejectOnDrop, this.Events, this._states, this.Promise);
					this._receive(job);
					return job.promise;
				}
				wrap(fn) {
					var schedule = this.schedule.bind(this), wrapped = function(...args) {
						return schedule(fn.bind(this), ...args);
					};
					wrapped.withOptions = function(options, ...args) {
						return schedule(options, fn, ...args);
					};
					return wrapped;
				}
				async updateSettings(options = {}) {
					await this._store.__updateSettings__(parser$5.overwrite(options, this.storeDefaults));
					parser$5.overwrite(options, this.instanceDefaults, this);
					return this;
				}
				currentReservoir() {
					return this._store.__currentReservoir__();
				}
				incrementReservoir(incr = 0) {
					return this._store.__incrementReservoir__(incr);
				}
			}
			Bottleneck.default = Bottleneck;
			Bottleneck.Events = Events$4;
			Bottleneck.version = Bottleneck.prototype.version = require$$8.version;
			Bottleneck.strategy = Bottleneck.prototype.strategy = {
				LEAK: 1,
				OVERFLOW: 2,
				OVERFLOW_PRIORITY: 4,
				BLOCK: 3
			};
			Bottleneck.BottleneckError = Bottleneck.prototype.BottleneckError = BottleneckError_1;
			Bottleneck.Group = Bottleneck.prototype.Group = Group_1;
			Bottleneck.RedisConnection = Bottleneck.prototype.RedisConnection = require$$2;
			Bottleneck.IORedisConnection = Bottleneck.prototype.IORedisConnection = require$$3;
			Bottleneck.Batcher = Bottleneck.prototype.Batcher = Batcher_1;
			Bottleneck.prototype.jobDefaults = {
				priority: DEFAULT_PRIORITY$1,
				weight: 1,
				expiration: null,
				id: "<no-id>"
			};
			Bottleneck.prototype.storeDefaults = {
				maxConcurrent: null,
				minTime: 0,
				highWater: null,
				strategy: Bottleneck.prototype.strategy.LEAK,
				penalty: null,
				reservoir: null,
				reservoirRefreshInterval: null,
				reservoirRefreshAmount: null,
				reservoirIncreaseInterval: null,
				reservoirIncreaseAmount: null,
				reservoirIncreaseMaximum: null
			};
			Bottleneck.prototype.localStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 250
			};
			Bottleneck.prototype.redisStoreDefaults = {
				Promise,
				timeout: null,
				heartbeatInterval: 5e3,
				clientTimeout: 1e4,
				Redis: null,
				clientOptions: {},
				clusterNodes: null,
				clearDatastore: false,
				connection: null
			};
			Bottleneck.prototype.instanceDefaults = {
				datastore: "local",
				connection: null,
				id: "<no-id>",
				rejectOnDrop: true,
				trackDoneStatus: false,
				Promise
			};
			Bottleneck.prototype.stopDefaults = {
				enqueueErrorMessage: "This limiter has been stopped and cannot accept new jobs.",
				dropWaitingJobs: true,
				dropErrorMessage: "This limiter has been stopped."
			};
			return Bottleneck;
		}).call(commonjsGlobal);
		var Bottleneck_1 = Bottleneck;
		return Bottleneck_1;
	}));
}));

// node_modules/@octokit/plugin-retry/dist-bundle/index.js
var import_light = /* @__PURE__ */ __toESM(require_light(), 1);
var VERSION$3 = "0.0.0-development";
function isRequestError(error) {
	return error.request !== void 0;
}
async function errorRequest(state, octokit, error, options) {
	if (!isRequestError(error) || !error?.request.request) throw error;
	if (error.status >= 400 && !state.doNotRetry.includes(error.status)) {
		const retries = options.request.retries != null ? options.request.retries : state.retries;
		const retryAfter = Math.pow((options.request.retryCount || 0) + 1, 2);
		throw octokit.retry.retryRequest(error, retries, retryAfter);
	}
	throw error;
}
async function wrapRequest$1(state, octokit, request, options) {
	const limiter = new import_light.default();
	limiter.on("failed", function(error, info) {
		const maxRetries = ~~error.request.request?.retries;
		const after = ~~error.request.request?.retryAfter;
		options.request.retryCount = info.retryCount + 1;
		if (maxRetries > info.retryCount) return after * state.retryAfterBaseValue;
	});
	return limiter.schedule(requestWithGraphqlErrorHandling.bind(null, state, octokit, request), options);
}
async function requestWithGraphqlErrorHandling(state, octokit, request, options) {
	const response = await request(options);
	if (response.data && response.data.errors && response.data.errors.length > 0 && /Something went wrong while executing your query/.test(response.data.errors[0].message)) return errorRequest(state, octokit, new RequestError(response.data.errors[0].message, 500, {
		request: options,
		response
	}), options);
	return response;
}
function retry(octokit, octokitOptions) {
	const state = Object.assign({
		enabled: true,
		retryAfterBaseValue: 1e3,
		doNotRetry: [
			400,
			401,
			403,
			404,
			410,
			422,
			451
		],
		retries: 3
	}, octokitOptions.retry);
	const retryPlugin = { retry: { retryRequest: (error, retries, retryAfter) => {
		error.request.request = Object.assign({}, error.request.request, {
			retries,
			retryAfter
		});
		return error;
	} } };
	if (state.enabled) {
		octokit.hook.error("request", errorRequest.bind(null, state, retryPlugin));
		octokit.hook.wrap("request", wrapRequest$1.bind(null, state, retryPlugin));
	}
	return retryPlugin;
}
retry.VERSION = VERSION$3;

// node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var VERSION$2 = "0.0.0-development";
var noop = () => Promise.resolve();
function wrapRequest(state, request, options) {
	return state.retryLimiter.schedule(doRequest, state, request, options);
}
async function doRequest(state, request, options) {
	const { pathname } = new URL(options.url, "http://github.test");
	const isAuth = isAuthRequest(options.method, pathname);
	const isWrite = !isAuth && options.method !== "GET" && options.method !== "HEAD";
	const isSearch = options.method === "GET" && pathname.startsWith("/search/");
	const isGraphQL = pathname.startsWith("/graphql");
	const jobOptions = ~~request.retryCount > 0 ? {
		priority: 0,
		weight: 0
	} : {};
	if (state.clustering) jobOptions.expiration = 6e4;
	if (isWrite || isGraphQL) await state.write.key(state.id).schedule(jobOptions, noop);
	if (isWrite && state.triggersNotification(pathname)) await state.notifications.key(state.id).schedule(jobOptions, noop);
	if (isSearch) await state.search.key(state.id).schedule(jobOptions, noop);
	const req = (isAuth ? state.auth : state.global).key(state.id).schedule(jobOptions, request, options);
	if (isGraphQL) {
		const res = await req;
		if (res.data.errors != null && res.data.errors.some((error) => error.type === "RATE_LIMITED")) throw Object.assign(/* @__PURE__ */ new Error("GraphQL Rate Limit Exceeded"), {
			response: res,
			data: res.data
		});
	}
	return req;
}
function isAuthRequest(method, pathname) {
	return method === "PATCH" && /^\/applications\/[^/]+\/token\/scoped$/.test(pathname) || method === "POST" && (/^\/applications\/[^/]+\/token$/.test(pathname) || /^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname) || pathname === "/login/oauth/access_token");
}
var triggers_notification_paths_default = [
	"/orgs/{org}/invitations",
	"/orgs/{org}/invitations/{invitation_id}",
	"/orgs/{org}/teams/{team_slug}/discussions",
	"/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments",
	"/repos/{owner}/{repo}/collaborators/{username}",
	"/repos/{owner}/{repo}/commits/{commit_sha}/comments",
	"/repos/{owner}/{repo}/issues",
	"/repos/{owner}/{repo}/issues/{issue_number}/comments",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
	"/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority",
	"/repos/{owner}/{repo}/pulls",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments",
	"/repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies",
	"/repos/{owner}/{repo}/pulls/{pull_number}/merge",
	"/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
	"/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
	"/repos/{owner}/{repo}/releases",
	"/teams/{team_id}/discussions",
	"/teams/{team_id}/discussions/{discussion_number}/comments"
];
function routeMatcher(paths) {
	const regex2 = `^(?:${paths.map((path) => path.split("/").map((c) => c.startsWith("{") ? "(?:.+?)" : c).join("/")).map((r) => `(?:${r})`).join("|")})[^/]*$`;
	return new RegExp(regex2, "i");
}
var regex = routeMatcher(triggers_notification_paths_default);
var triggersNotification = regex.test.bind(regex);
var groups = {};
var createGroups = function(Bottleneck, common) {
	groups.global = new Bottleneck.Group({
		id: "octokit-global",
		maxConcurrent: 10,
		...common
	});
	groups.auth = new Bottleneck.Group({
		id: "octokit-auth",
		maxConcurrent: 1,
		...common
	});
	groups.search = new Bottleneck.Group({
		id: "octokit-search",
		maxConcurrent: 1,
		minTime: 2e3,
		...common
	});
	groups.write = new Bottleneck.Group({
		id: "octokit-write",
		maxConcurrent: 1,
		minTime: 1e3,
		...common
	});
	groups.notifications = new Bottleneck.Group({
		id: "octokit-notifications",
		maxConcurrent: 1,
		minTime: 3e3,
		...common
	});
};
function throttling(octokit, octokitOptions) {
	const { enabled = true, Bottleneck = import_light.default, id = "no-id", timeout = 12e4, connection } = octokitOptions.throttle || {};
	if (!enabled) return {};
	const common = { timeout };
	if (typeof connection !== "undefined") common.connection = connection;
	const state = Object.assign({
		clustering: connection != null,
		triggersNotification,
		fallbackSecondaryRateRetryAfter: 60,
		retryAfterBaseValue: 1e3,
		id
	}, octokitOptions.throttle);
	if (typeof state.onSecondaryRateLimit !== "function" || typeof state.onRateLimit !== "function") throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);
	let initialized = false;
	const initializeBottleneck = () => {
		if (initialized) return;
		initialized = true;
		if (groups.global == null) createGroups(Bottleneck, common);
		state.global = state.global ?? groups.global;
		state.auth = state.auth ?? groups.auth;
		state.search = state.search ?? groups.search;
		state.write = state.write ?? groups.write;
		state.notifications = state.notifications ?? groups.notifications;
		state.retryLimiter = state.retryLimiter ?? new Bottleneck();
		const events = {};
		const emitter = new Bottleneck.Events(events);
		events.on("secondary-limit", state.onSecondaryRateLimit);
		events.on("rate-limit", state.onRateLimit);
		events.on("error", (e) => octokit.log.warn("Error in throttling-plugin limit handler", e));
		state.retryLimiter.on("failed", async function(error, info) {
			const [state2, request, options] = info.args;
			const { pathname } = new URL(options.url, "http://github.test");
			if (!(pathname.startsWith("/graphql") && error.status !== 401 || error.status === 403 || error.status === 429)) return;
			const retryCount = ~~request.retryCount;
			request.retryCount = retryCount;
			options.request.retryCount = retryCount;
			const { wantRetry, retryAfter = 0 } = await (async function() {
				if (/\bsecondary rate\b/i.test(error.message)) {
					const retryAfter2 = Number(error.response.headers["retry-after"]) || state2.fallbackSecondaryRateRetryAfter;
					return {
						wantRetry: await emitter.trigger("secondary-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				if (error.response.headers != null && error.response.headers["x-ratelimit-remaining"] === "0" || (error.response.data?.errors ?? []).some((error2) => error2.type === "RATE_LIMITED")) {
					const rateLimitReset = (/* @__PURE__ */ new Date(~~error.response.headers["x-ratelimit-reset"] * 1e3)).getTime();
					const retryAfter2 = Math.max(Math.ceil((rateLimitReset - Date.now()) / 1e3) + 1, 0);
					return {
						wantRetry: await emitter.trigger("rate-limit", retryAfter2, options, octokit, retryCount),
						retryAfter: retryAfter2
					};
				}
				return {};
			})();
			if (wantRetry) {
				request.retryCount++;
				return retryAfter * state2.retryAfterBaseValue;
			}
		});
	};
	octokit.hook.wrap("request", (request, options) => {
		initializeBottleneck();
		return wrapRequest(state, request, options);
	});
	return {};
}
throttling.VERSION = VERSION$2;
throttling.triggersNotification = triggersNotification;

// node_modules/@octokit/plugin-request-log/dist-src/version.js
const VERSION$1 = "6.0.0";

// node_modules/@octokit/plugin-request-log/dist-src/index.js
function requestLog(octokit) {
	octokit.hook.wrap("request", (request, options) => {
		octokit.log.debug("request", options);
		const start = Date.now();
		const requestOptions = octokit.request.endpoint.parse(options);
		const path = requestOptions.url.replace(options.baseUrl, "");
		return request(options).then((response) => {
			const requestId = response.headers["x-github-request-id"];
			octokit.log.info(`${requestOptions.method} ${path} - ${response.status} with id ${requestId} in ${Date.now() - start}ms`);
			return response;
		}).catch((error) => {
			const requestId = error.response?.headers["x-github-request-id"] || "UNKNOWN";
			octokit.log.error(`${requestOptions.method} ${path} - ${error.status} with id ${requestId} in ${Date.now() - start}ms`);
			throw error;
		});
	});
}
requestLog.VERSION = VERSION$1;

// node_modules/@octokit/rest/dist-src/version.js
const VERSION = "22.0.1";

// node_modules/@octokit/rest/dist-src/index.js
const Octokit = Octokit$1.plugin(requestLog, legacyRestEndpointMethods, paginateRest).defaults({ userAgent: `octokit-rest.js/${VERSION}` });

// src/github/refusal.ts
function hasStatus(error, ...statuses) {
	return error instanceof RequestError && statuses.includes(error.status);
}
/** How long GitHub asks at `now` (UTC milliseconds) to wait before anything else is asked; 0 where no rate limit was reached. */
function secondsToWait(error, now) {
	if (!(error instanceof RequestError) || !isRateLimit(error)) return 0;
	const { "retry-after": after, "x-ratelimit-reset": reset } = error.response?.headers ?? {};
	if (after !== void 0) return Number(after);
	return reset === void 0 ? 60 : Math.max(1, Number(reset) - now / 1e3);
}
/**
* One sentence for what GitHub refused: what was asked, why it was refused as far as GitHub says, and how to fix it.
* Anything that is no refusal by GitHub comes back null: then the program is wrong, and a stack trace is right.
*/
function explain(error) {
	if (error instanceof UserError) return error.message;
	if (error instanceof ConflictError) return `${error.message} This happened three times in a row; run the workflow again.`;
	if (!(error instanceof RequestError)) return null;
	const asked = `${error.request.method} ${pathOf(error.request.url)}`;
	const said = messageOf(error);
	if (isRateLimit(error)) return `GitHub's rate limit is used up (at ${asked}); the next run goes on where this one stopped.`;
	if (error.status === 401) return `GitHub did not accept the token (at ${asked}): set the input \`token\` to one that is valid, or leave it out.`;
	const repository = /\/repos\/([^/]+\/[^/]+)/.exec(asked)?.[1] ?? "The repository";
	if (/archived so is read-only/i.test(said)) return archivedSentence(repository);
	if (error.status === 410 && /issues (?:has been|are) disabled/i.test(said)) return issuesOffSentence(repository);
	if (error.status === 403) return `GitHub refused ${asked}: “${said}” ${remedyOf(error)}`;
	if (error.status === 404) return `GitHub says that ${asked} does not exist; that is also its answer when the token may not see it: check the name, and the token's permissions.`;
	if (error.status >= 500) return `GitHub did not answer ${asked} (${error.status}${said === "" ? "" : `, “${said}”`}); nothing was half-written: run the workflow again, and see https://www.githubstatus.com if it lasts.`;
	return `GitHub refused ${asked} (${error.status}, “${said}”).`;
}
/** What to do about a repository, `owner/name`, that is archived. */
function archivedSentence(name) {
	return `${name} is archived, so nothing in it can change: unarchive it under Settings, General, or disable this workflow under Actions.`;
}
/** What to do about a repository, `owner/name`, whose Issues are turned off. */
function issuesOffSentence(name) {
	return `Issues are turned off in ${name}, so there are no incidents to read: turn them on under Settings, General, Features.`;
}
/** A secondary limit is a 403 as well as a 429, and must not be taken for a missing permission. */
function isRateLimit(error) {
	return error.status === 429 || error.status === 403 && (error.response?.headers["x-ratelimit-remaining"] === "0" || error.response?.headers["retry-after"] !== void 0 || /rate limit/i.test(error.message));
}
/**
* GitHub names what would have sufficed in a header, such as `contents=write; pull_requests=write`
* (https://docs.github.com/en/rest/overview/troubleshooting#resource-not-accessible), in the API's spelling; a workflow
* writes hyphens.
*/
function remedyOf(error) {
	if (/not permitted to create or approve pull requests/i.test(messageOf(error))) return "Turn on “Allow GitHub Actions to create and approve pull requests” in the settings of the repository (or its organisation), under Actions, General.";
	if (/workflow/i.test(messageOf(error))) return "A workflow file has changed on the base, which this token may not carry over: merge the base into the branch by hand, or give `token` that of a GitHub App with `workflows: write`.";
	const accepted = error.response?.headers["x-accepted-github-permissions"];
	return `Give the job \`${(typeof accepted === "string" ? accepted.split(/[;,]/)[0]?.trim() : void 0)?.replaceAll("_", "-").replace("=", ": ") || scopeOf(error.request)}\` under \`permissions:\` in the workflow, or the token that permission.`;
}
function scopeOf({ method, url }) {
	const access = method === "GET" ? "read" : "write";
	const [, part] = /\/repos\/[^/]+\/[^/]+\/([^/?]+)/.exec(pathOf(url)) ?? [];
	if (part === "pulls") return `pull-requests: ${access}`;
	if (part === "issues" || part === "labels" || part === "assignees") return `issues: ${access}`;
	return `contents: ${access}`;
}
/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
const refusalSchema = object({
	message: string(),
	errors: optional(array(union([string(), object({
		message: optional(string()),
		field: optional(string(), ""),
		code: optional(string(), "")
	})])), [])
});
function messageOf(error) {
	const data = error.response?.data;
	const refusal = safeParse(refusalSchema, data);
	if (!refusal.success) return error.message.trimStart().startsWith("<") ? "" : error.message.split("\n")[0]?.slice(0, 200) ?? "";
	const { message, errors } = refusal.output;
	return [message, ...errors.map((each) => typeof each === "string" ? each : each.message ?? `${each.field} ${each.code}`)].join(", ").slice(0, 300);
}
/** What a request asked for, without the server and the query. */
function pathOf(url) {
	return URL.canParse(url) ? new URL(url).pathname : url;
}

// src/github/client.ts
/** A run, or one wait for a rate limit, never takes longer than this. */
const RUN_LIMIT_MILLISECONDS = 6e5;
const REQUEST_LIMIT_MILLISECONDS = 2e4;
/** Creates that GitHub does not recognise as repeated: a second one makes a second issue, comment or pull request. */
const CREATE = /^POST .*\/(issues|comments|pulls)$/;
/**
* Moving or deleting a branch rests on where it was a moment ago, and rewriting an issue on what it said; somebody may have
* pushed to it or edited it since.
*/
const REWRITE = /^(PATCH|DELETE) .*\/git\/refs\/|^PATCH .*\/issues\/[^/]+$/;
const ClientWithPlugins = Octokit.plugin(retry, throttling);
/**
* A client for GitHub's REST API that retries what may be repeated, waits for rate limits while the deadline allows, and gives
* up on an answer after twenty seconds.
*/
function connect(token, { repository, apiUrl, fetch, clock, deadline, say }) {
	const waitWhileThereIsTime = async (retryAfter, options) => {
		const asked = `${options.method} ${options.url}`;
		const wait = retryAfter * 1e3;
		const inTime = clock.now() + wait < deadline && !REWRITE.test(asked);
		say(`GitHub's rate limit was reached at ${asked}; ${inTime ? `going on in ${retryAfter} s` : "giving up"}.`);
		if (inTime) await clock.wait(wait);
		return inTime;
	};
	const client = new ClientWithPlugins({
		...getOctokitOptions(token),
		baseUrl: apiUrl,
		request: { fetch: (url, init) => fetch(url, {
			...init,
			signal: AbortSignal.timeout(REQUEST_LIMIT_MILLISECONDS)
		}) },
		log: {
			debug() {},
			info() {},
			warn: say,
			error() {}
		},
		retry: {
			doNotRetry: [
				400,
				401,
				403,
				404,
				409,
				410,
				422,
				429,
				451
			],
			retryAfterBaseValue: clock.second
		},
		throttle: {
			...limitsOfItsOwn(clock),
			onRateLimit: waitWhileThereIsTime,
			onSecondaryRateLimit: waitWhileThereIsTime,
			retryAfterBaseValue: 0
		}
	});
	client.hook.before("request", (options) => {
		const asked = `${options.method} ${options.url}`;
		const isOnce = CREATE.test(asked) || REWRITE.test(asked);
		options.request = {
			...options.request,
			...isOnce ? { retries: 0 } : {}
		};
	});
	return Object.assign(client, { repository });
}
/**
* GitHub lets one token make 80 content-creating requests a minute
* (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits).
* The plugin's own defaults pause for seconds between any two, which makes a small run slow for nothing. Its own queue of
* requests is shared by all clients of a process, where one that is never answered holds up the others.
*/
function limitsOfItsOwn({ second }) {
	const group = (id, limits) => new import_light.default.Group({
		id,
		timeout: RUN_LIMIT_MILLISECONDS,
		...limits
	});
	return {
		global: group("requests", { maxConcurrent: 30 }),
		write: group("writes", {
			maxConcurrent: 1,
			minTime: 0
		}),
		notifications: group("creates", {
			maxConcurrent: 1,
			reservoir: 20,
			reservoirIncreaseInterval: .75 * second,
			reservoirIncreaseAmount: 1,
			reservoirIncreaseMaximum: 20
		})
	};
}
/**
* The payload of an answer, once it has the shape we act on. An error page that arrives with status 200 would else be
* read as an empty list.
*/
function checked(schema, response) {
	const result = safeParse(schema, response.data);
	if (result.success) return result.output;
	const [issue] = result.issues;
	const where = getDotPath(issue);
	throw new UserError(`GitHub answered ${pathOf(response.url)} with something its API does not describe${where === null ? "" : ` (at ${where})`}; run the workflow again, and see https://www.githubstatus.com if it lasts.`);
}
const PER_PAGE = 100;
/**
* All the items of a list: `request` asks for the first page, and each answer's `Link` header has the address of the next. Where the first
* one also names the last, the pages between are asked for at once. Counting pages is not enough: some lists refuse page numbers past
* some page and have a cursor in their addresses instead
* (https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api). An item that leaves the list meanwhile lets
* another slip through between two pages; the event of its leaving starts the run that sees it.
*/
async function allPages(client, itemSchema, request) {
	const get = (url) => client.request({
		method: "GET",
		url
	});
	const first = await request({ per_page: PER_PAGE });
	const pages = [first, ...await Promise.all(numberedPages(first).map(get))];
	for (;;) {
		const next = linkIn(pages.at(-1) ?? first, "next");
		if (next === null) return pages.flatMap((page) => checked(array(itemSchema), page));
		pages.push(await get(next));
	}
}
/** The addresses of the pages from the second to the last, where the first page tells of a last one and pages go by their number alone. */
function numberedPages(first) {
	const [next, last] = [linkIn(first, "next"), linkIn(first, "last")];
	if (next === null || last === null) return [];
	const count = Number(new URL(last).searchParams.get("page"));
	const page = (number) => {
		const url = new URL(last);
		url.searchParams.set("page", `${number}`);
		return url.href;
	};
	if (!Number.isSafeInteger(count) || page(2) !== new URL(next).href) return [];
	return Array.from({ length: count - 1 }, (_, index) => page(index + 2));
}
/** The address that a page's `Link` header gives for a relation (RFC 8288); null where it gives none. */
function linkIn({ headers }, relation) {
	const [, address] = [...(headers.link ?? "").matchAll(/<([^<>]*)>\s*;(?:[^,<]*;)?\s*rel="?(\w+)"?(?=[\s,;]|$)/g)].find(([, , found]) => found === relation) ?? [];
	return address ?? null;
}
/** The answer's payload, or null where GitHub says 404. Every other refusal is thrown. */
async function orNull(request) {
	try {
		return await request;
	} catch (error) {
		if (hasStatus(error, 404)) return null;
		throw error;
	}
}
/** What GitHub answers with 204: nothing. */
const nothing = optional(literal(""));
/** Whether a request that must not be repeated blindly got no answer, or was put off: what it rests on is to be looked at anew. */
function mustLookAgain(error) {
	if (!(error instanceof RequestError)) return false;
	const asked = `${error.request.method} ${pathOf(error.request.url)}`;
	if (REWRITE.test(asked)) return error.status >= 500 || isRateLimit(error);
	return CREATE.test(asked) && error.status >= 500;
}

// src/markdown/message.ts
/** The rest of an address in our messages. Nothing in it ends an autolink (CommonMark 6.5) or a table cell. */
const rest = "(?:[\\w%.!~*'()/?=&:-]*[\\w%/=-])?";
/** GitHub's status page, and no other site whose name begins like it. */
const statusPage = "https://www\\.githubstatus\\.com(?![\\w.-]*[\\w-])";
/**
* A message of this program for a comment or summary: as `quoteInConversation`, but addresses that our messages use become links. It does no
* harm if a person's words within the message hold such an address, because links to these pages notify nobody.
*
* @param repositoryUrl web address of the repository, to whose comparisons and settings messages link
*/
function quoteMessage(message, repositoryUrl) {
	const prefixes = [
		`${repositoryUrl}/compare/`,
		`${repositoryUrl}/settings/`,
		"https://docs.github.com/"
	].map((page) => page.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
	const offered = new RegExp(`((?:${prefixes})${rest}|${statusPage})`, "g");
	return message.split(offered).map((part, index) => index % 2 === 1 ? `<${part}>` : quotePart(part)).join("");
}
/** As `quoteInConversation`, with a space for white space at the ends, because an address stands next to it. */
function quotePart(part) {
	const [, before = "", text = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? [];
	return (before && " ") + quoteInConversation(text) + (after && " ");
}

// src/report/sections.ts
/** What changed in the log, the sections without rows left out: incidents, then review actions, then figures. */
function changeSections({ entries, actions, quarters }, repositoryUrl, removals) {
	return [
		entrySection(entries, repositoryUrl, removals),
		actionSection(actions, repositoryUrl),
		figureSection(quarters)
	];
}
function entrySection(changes, repositoryUrl, removals) {
	const removed = changes.filter(({ kind }) => kind === "removed");
	const others = changes.filter(({ kind }) => kind !== "removed");
	const rows = [...removed, ...others].map(({ issue, kind, entry, timeToRepair, timeToResolve }) => [
		`${issueLink(issue, repositoryUrl)} ${quoteInConversation(clipped(entry.title))}`,
		kind === "removed" ? `removed: ${reasonOf(removals.get(issue))}` : kind,
		wording(timeToRepair),
		wording(timeToResolve),
		entry.events.map(({ name, value }) => quoteInConversation(clipped(`${name} ${value.text}`))).join("<br>")
	]);
	return table("## Incidents", [
		"Incident",
		"Change",
		"Time to repair",
		"Time to resolve",
		"From"
	], rows);
}
function actionSection(changes, repositoryUrl) {
	const rows = changes.map((change) => {
		const reference = change.issue.after ?? change.issue.before;
		return [
			[reference === null ? "" : issueLink(reference, repositoryUrl), quoteInConversation(clipped(change.text))].filter((part) => part !== "").join(" ") || "(without words)",
			issueLink(change.incident, repositoryUrl),
			actionWording(change, repositoryUrl)
		];
	});
	return table("## Review actions", [
		"Action",
		"Incident",
		"Change"
	], rows);
}
function actionWording({ kind, state, issue }, repositoryUrl) {
	if (kind === "added") return state.after === null ? "added" : `added, ${state.after}`;
	if (kind === "removed") return "removed from the list";
	return [state.before === state.after ? "" : `${state.before ?? "no state"} → ${state.after ?? "no state"}`, issueWording(issue, repositoryUrl)].filter((part) => part !== "").join(", ");
}
function issueWording({ before, after }, repositoryUrl) {
	if (`${before}`.toLowerCase() === `${after}`.toLowerCase()) return "";
	if (before === null) return "has an issue now";
	const former = issueLink(before, repositoryUrl);
	return after === null ? `no longer refers to ${former}` : `instead of ${former}`;
}
function reasonOf(removal) {
	if (removal === "dismissed") return "closed as not planned or duplicate";
	if (removal === "untrusted") return "filed or edited by somebody who is not trusted, and not confirmed";
	return "its issue lost the label, was deleted or was transferred";
}
/** The quarters with a figure that moved. A quarter that has no incident, and had none, has nothing to tell. */
function figureSection(changes) {
	const rows = changes.filter(({ isEmpty }) => !isEmpty).map(({ quarter, figures }) => [quarter, ...quarterFigures.map(({ key }) => wording(figures[key]))]);
	return table("## Figures", ["Quarter", ...quarterFigures.map(({ label }) => label)], rows);
}
function wording({ before, after }) {
	const now = quoteInConversation(after ?? "");
	if (before === null || before === after) return now;
	return `${quoteInConversation(before)} → ${now || "not listed"}`;
}
function problemSection(problems, repositoryUrl) {
	const items = problems.map(({ issue, message }) => {
		return (issue === null ? "" : `${issueLink(issue, repositoryUrl)}: `) + quoteInConversation(message);
	});
	return list("## To be mended", items);
}

// src/report/summary.ts
/** The step summary: what changed, what is still open, what was done, what needs fixing. */
function stepSummary({ headline, failure = null, notice = null, logChanges, built, repositoryUrl, removals, openActions, done, notes }) {
	const sections = [
		{
			head: [headline],
			rows: []
		},
		failedSection(failure, repositoryUrl),
		{
			head: notice === null ? [] : [`**Note**: ${quoteInConversation(notice)}`],
			rows: []
		},
		...changeSections(logChanges, repositoryUrl, removals),
		openSection(openActions, repositoryUrl),
		list("## Steps", done.map(quoteInConversation)),
		list("## Notes on review actions", notes.map((note) => quoteMessage(note, repositoryUrl))),
		problemSection(built.problems, repositoryUrl),
		findingSection("## Found in what is kept by hand", built.findings)
	];
	return shortened(sections, "", {
		limit: SUMMARY_LIMIT_BYTES,
		sizeOf: (text) => Buffer.byteLength(text)
	});
}
/** The step summary of a run that failed on its way: the error, what was done, and what was not. Each is one sentence. */
function failureSummary({ failure, repositoryUrl, done, left }) {
	const rest = done.length === 0 ? "No change was completed." : "The rest of the run was not reached; the next run does it.";
	const sections = [
		failedSection(failure, repositoryUrl),
		{
			head: [rest],
			rows: []
		},
		list("## Done", done.map(quoteInConversation)),
		list("## Not done", left.map(quoteInConversation))
	];
	return shortened(sections, "", {
		limit: SUMMARY_LIMIT_BYTES,
		sizeOf: (text) => Buffer.byteLength(text)
	});
}
/** The step summary of a run that wrote a report page: where it is, and what needs fixing. */
function reportSummary({ headline, failure, problems, repositoryUrl }) {
	const sections = [
		{
			head: [
				"# Incident report",
				"",
				headline
			],
			rows: []
		},
		failedSection(failure, repositoryUrl),
		problemSection(problems, repositoryUrl)
	];
	return shortened(sections, "", {
		limit: SUMMARY_LIMIT_BYTES,
		sizeOf: (text) => Buffer.byteLength(text)
	});
}
function failedSection(failure, repositoryUrl) {
	return {
		head: failure === null ? [] : [`**Failed**: ${quoteMessage(failure, repositoryUrl)}`],
		rows: []
	};
}
function openSection(actions, repositoryUrl) {
	const rows = actions.map(({ reference, url, title, incident, owners, due, ageDays, isOverdue }) => [
		`[${typeof reference === "number" ? `#${reference}` : escapeText(reference)}](${url}) ${quoteInConversation(clipped(title))}`,
		issueLink(incident, repositoryUrl),
		owners.map(quoteInConversation).join(", "),
		[due ?? "", isOverdue ? "overdue" : ""].filter((part) => part !== "").join(", "),
		ageDays === 1 ? "1 day" : `${ageDays} days`
	]);
	return table("## Open review actions", [
		"Action",
		"Incident",
		"Owner",
		"Due",
		"Age"
	], rows);
}

// src/action/runner.ts
/**
* Runs `action` to its exit code. Fails the run with one sentence when it throws, and puts that into the step summary.
*
* @param summaryOf the summary of a run that failed with a sentence, in Markdown
*/
async function inRunner(environment, io, action, summaryOf = (failure, { repositoryUrl }) => failureSummary({
	failure,
	repositoryUrl,
	done: [],
	left: []
})) {
	const runner = await enterRunner(environment, io);
	try {
		return await action(runner);
	} catch (error) {
		const explanation = explain(error);
		if (explanation === null) runner.core.error(error instanceof Error ? error.stack ?? error.message : String(error));
		const sentence = explanation ?? "incident-log failed in a way it does not know; please report it with the lines above.";
		runner.writeSummary(summaryOf(sentence, runner));
		runner.core.error(sentence);
		return 1;
	}
}
/** Fails the run before it has begun. */
function failWith(environment, io, sentence) {
	return inRunner(environment, io, () => Promise.reject(new UserError(sentence)));
}
async function enterRunner(environment, io) {
	const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_REPOSITORY: name = "", GITHUB_SERVER_URL: serverUrl = "https://github.com", GITHUB_STEP_SUMMARY: summary } = environment;
	const [owner = "", repo = ""] = name.split("/");
	const repository = {
		owner,
		repo
	};
	const say = (line) => io.write(`${withoutCommands(line)}\n`);
	return {
		...io,
		environment,
		core: await io.loadCore(),
		repositoryUrl: `${serverUrl}/${owner}/${repo}`,
		say,
		writeSummary(text) {
			if (summary) appendFileSync(summary, text.endsWith("\n") ? text : `${text}\n`);
		},
		connect(token) {
			const { clock, fetch } = io;
			const deadline = clock.now() + RUN_LIMIT_MILLISECONDS;
			return {
				github: connect(token, {
					repository,
					apiUrl,
					clock,
					deadline,
					fetch,
					say
				}),
				deadline
			};
		}
	};
}

export { isRateLimit as _, stepSummary as a, auditSummary as b, quoteMessage as c, mustLookAgain as d, nothing as f, hasStatus as g, explain as h, reportSummary as i, allPages as l, archivedSentence as m, inRunner as n, changeSections as o, orNull as p, failureSummary as r, problemSection as s, failWith as t, checked as u, issuesOffSentence as v, findingSection as x, secondsToWait as y };