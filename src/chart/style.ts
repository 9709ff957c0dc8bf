import { letters } from './layout.ts';

/** Below this width of the picture, in CSS pixels, letters are larger and what has no room then is left out. */
const narrow = 520;

/**
 * The style sheet of the picture. It applies within the class `incident-chart` alone, for the picture may be part of a page. The background is
 * drawn, in the colour of GitHub's, so that text is readable on a page whose scheme differs.
 */
export const style = `
.incident-chart text{font:${letters.wide}px system-ui,-apple-system,"Segoe UI",sans-serif;fill:#1f2328}
.incident-chart .heading{font-size:15px;font-weight:600}
.incident-chart .quiet{fill:#59636e}
.incident-chart .background{fill:#fff}
.incident-chart .grid{stroke:#d1d9e0}
.incident-chart .band{fill:#1f2328;fill-opacity:.1}
.incident-chart .median{stroke:#1f2328;stroke-width:2}
.incident-chart .dots{stroke-width:1.5}
@media (prefers-color-scheme:dark){
.incident-chart text{fill:#f0f6fc}
.incident-chart .quiet{fill:#9198a1}
.incident-chart .background{fill:#0d1117}
.incident-chart .grid{stroke:#30363d}
.incident-chart .band{fill:#f0f6fc;fill-opacity:.14}
.incident-chart .median{stroke:#f0f6fc}
}
@media (max-width:${narrow}px){
.incident-chart text,.incident-chart .heading{font-size:${letters.narrow}px}
.incident-chart .wide{display:none}
}
`;
