import type { ChartYear } from './data.ts';
import { columnWidth, heights, left, right } from './layout.ts';
import { rounded } from './scale.ts';
import { notStated, type Severity } from './severities.ts';
import { columns, element, shortLine, xmlText } from './xml.ts';

interface Item {
  readonly label: string;
  /** The sign, drawn around the middle of a line at the left end of the item. */
  readonly sign: (x: number, y: number) => string;
}

/** Room for a sign, and what is left free behind a label. */
const [signWidth, gap] = [26, 22];

/** A sign for every severity that occurs, unless none is stated, and for the median. The first line is around `y`. */
export function legend(
  severities: readonly Severity[],
  years: readonly ChartYear[],
  y: number,
): { readonly markup: string; readonly height: number } {
  const isStated = severities.some(({ name }) => name !== null);
  const items = [...(isStated ? severities.map(severityItem) : []), ...medianItem(years)];
  let [x, line] = [left, 0];
  const parts = items.map(({ label, sign }) => {
    const width = signWidth + columns(label) * columnWidth;
    if (x > left && x + width > right) [x, line] = [left, line + 1];
    const middle = y + line * heights.legend;
    const text = element('text', { x: rounded(x + signWidth), y: middle, dy: '.35em' }, xmlText(label));
    const part = sign(rounded(x + signWidth / 2 - 4), middle) + text;
    x += width + gap;
    return part;
  });
  return {
    markup: element('g', {}, ...parts),
    height: items.length === 0 ? 0 : (line + 1) * heights.legend,
  };
}

function severityItem({ name, mark }: Severity): Item {
  return {
    label: shortLine(name ?? notStated, 40),
    sign: (x, y) => {
      const colours = { fill: mark.colour, 'fill-opacity': 0.4, stroke: mark.colour };
      return element('path', { class: 'dots', ...colours, d: `M${x} ${y}${mark.outline(6.5)}` });
    },
  };
}

function medianItem(years: readonly ChartYear[]): readonly Item[] {
  if (years.length === 0) return [];
  const hasInterval = years.some(({ interval }) => interval !== null);
  return [
    {
      label: hasInterval ? 'median of the year, 95% interval' : 'median of the year',
      sign: (x, y) =>
        (hasInterval ? element('rect', { class: 'band', x: x - 9, y: y - 9, width: 18, height: 18 }) : '') +
        element('path', { class: 'median', d: `M${x - 9} ${y}h18` }),
    },
  ];
}
