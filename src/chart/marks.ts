import { rounded } from './scale.ts';

/** How the incidents of one severity are drawn. */
export interface Mark {
  readonly colour: string;
  /** A path around the point that it begins at, as large as a circle of that radius looks. */
  readonly outline: (radius: number) => string;
}

/**
 * Chosen by search: any two, and the one of incidents without a severity, differ by 24 at least (CIE76) in the eyes of people with each kind
 * of colour vision, and each has a contrast of at least 3:1 with both backgrounds (WCAG 2.2, 1.4.11).
 */
const colours = ['#df7017', '#1267ed', '#39a471', '#c74ebc', '#7a6027'] as const;

const outlines = [
  polygon([0, -1.3], [1.25, 0.9], [-1.25, 0.9]),
  polygon([-0.95, -0.95], [0.95, -0.95], [0.95, 0.95], [-0.95, 0.95]),
  polygon([0, -1.35], [1.35, 0], [0, 1.35], [-1.35, 0]),
  polygon([0, 1.3], [-1.25, -0.9], [1.25, -0.9]),
  ...crosses(),
  star(),
];

/** Of a severity by its place among the levels. There are five colours and seven shapes, so the first 35 differ in one of them at least. */
export function severityMark(level: number): Mark {
  return {
    colour: colours[level % colours.length] ?? colours[0],
    outline: outlines[level % outlines.length] ?? circle,
  };
}

/** Of an incident without a severity. */
export const notStatedMark: Mark = { colour: '#5d676e', outline: circle };

function circle(radius: number): string {
  const r = rounded(radius);
  return `m${-r} 0a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}

type Point = readonly [x: number, y: number];

/** Of points around the middle of a circle with the radius 1. */
function polygon(...points: readonly Point[]): Mark['outline'] {
  return (radius) => {
    const at = points.map(([x, y]): Point => [rounded(x * radius), rounded(y * radius)]);
    const moves = at.map(([x, y], index) => {
      const [fromX, fromY] = at[index - 1] ?? [0, 0];
      return `${rounded(x - fromX)} ${rounded(y - fromY)}`;
    });
    // The first is a move, those that follow it are lines.
    return `m${moves.join(' ')}z`;
  };
}

/** An upright and a lying cross. */
function crosses(): readonly Mark['outline'][] {
  const [long, short] = [1.3, 0.45];
  const upright: readonly Point[] = [
    ...([
      [-short, -long],
      [short, -long],
      [short, -short],
      [long, -short],
    ] as const),
    ...([
      [long, short],
      [short, short],
      [short, long],
      [-short, long],
    ] as const),
    ...([
      [-short, short],
      [-long, short],
      [-long, -short],
      [-short, -short],
    ] as const),
  ];
  const turned = upright.map(([x, y]): Point => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]);
  return [polygon(...upright), polygon(...turned)];
}

function star(): Mark['outline'] {
  const points = Array.from({ length: 10 }, (_, index): Point => {
    const [angle, radius] = [(index * Math.PI) / 5, index % 2 === 0 ? 1.45 : 0.6];
    return [Math.sin(angle) * radius, -Math.cos(angle) * radius];
  });
  return polygon(...points);
}
