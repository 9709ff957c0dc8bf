import { n as readCommands, t as commandNames } from "./core.js";

export { readCommands };