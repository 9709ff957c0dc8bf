import { c as inRunner, s as failWith } from "./core.js";

export { failWith };