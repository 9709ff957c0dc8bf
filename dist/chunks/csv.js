import { t as asCsv } from "./csv2.js";

export { asCsv };