import { n as readCommands, t as nearestCommand } from "./core.js";

export { readCommands };