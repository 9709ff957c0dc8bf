import { t as readCommands } from "./core.js";

export { readCommands };