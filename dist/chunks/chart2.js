import { t as chartSvg } from "./chart.js";

export { chartSvg };