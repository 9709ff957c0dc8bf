import { n as inRunner, t as failWith } from "./runner.js";

export { failWith };