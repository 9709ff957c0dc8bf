import { t as readCommands } from "./read.js";

export { readCommands };