import { expect, it } from 'vitest';
import { dotsOf, pictureOf } from './pictures.ts';

type Triple = readonly [number, number, number];

const severities = [...Array.from({ length: 5 }, (_, index) => `Level ${index}`), null];
const svg = pictureOf(...severities.map((severity) => ({ severity })));
const colours = [...new Set(dotsOf(svg).map(({ stroke }) => stroke))];

/** Red, green and blue as shares of their light (IEC 61966-2-1). */
function light(colour: string): Triple {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

function times(matrix: readonly Triple[], [a, b, c]: Triple): Triple {
  const [x = 0, y = 0, z = 0] = matrix.map((row) => row[0] * a + row[1] * b + row[2] * c);
  return [x, y, z];
}

/** WCAG 2.2's contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => times([[0.2126, 0.7152, 0.0722]], light(colour))[0];
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** What is left of light to people who lack a kind of cone (Machado, Oliveira and Fernandes 2009). */
const vision: Readonly<Record<string, readonly Triple[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE 1976 L*a*b*, of light under D65. */
function lab(rgb: Triple): Triple {
  const xyz = times(
    [
      [0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505],
      [0.2126, 0.7152, 0.0722],
      [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089],
    ],
    rgb.map((each) => Math.min(1, Math.max(0, each))) as unknown as Triple,
  );
  const [x = 0, y = 0, z = 0] = xyz.map((each) =>
    each > (6 / 29) ** 3 ? Math.cbrt(each) : each / (3 * (6 / 29) ** 2) + 4 / 29,
  );
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

it('every colour has a contrast of 3:1 at least with both backgrounds', () => {
  const backgrounds = [...svg.matchAll(/\.background\{fill:(#[\da-f]+)\}/g)].map(([, colour = '']) => colour);
  expect(backgrounds).toEqual(['#fff', '#0d1117']);
  expect(colours).toHaveLength(6);
  for (const colour of colours) {
    for (const background of backgrounds) expect(contrast(colour, background)).toBeGreaterThanOrEqual(3);
  }
});

it('every text has a contrast of 4.5:1 at least with its background', () => {
  const fills = [...svg.matchAll(/(?:text|\.quiet)\{[^}]*fill:(#[\da-f]+)\}/g)].map(
    ([, colour = '']) => colour,
  );
  expect(fills).toHaveLength(4);
  for (const [index, colour] of fills.entries()) {
    expect(contrast(colour, index < 2 ? '#fff' : '#0d1117')).toBeGreaterThanOrEqual(4.5);
  }
});

it.each(Object.entries(vision))('any two colours are told apart with %s', (_, matrix) => {
  const seen = colours.map((colour) => lab(times(matrix, light(colour))));
  for (const [index, one] of seen.entries()) {
    for (const other of seen.slice(0, index)) {
      expect(Math.hypot(...one.map((each, axis) => each - (other[axis] ?? 0)))).toBeGreaterThanOrEqual(24);
    }
  }
});
