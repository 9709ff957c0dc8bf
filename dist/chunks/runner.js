import { i as inRunner, r as failWith } from "./core.js";

export { failWith };