/** Units of the picture; at its full size on GitHub one is 1.2 CSS pixels, on a phone 0.45. */
export const width = 720;

/** The ends of the plot. */
export const [left, right] = [108, width - 20] as const;

/** The plot, a line of text in front of a row above it, a line of the legend, and a line of text below the plot. */
export const heights = { plot: 260, rowLine: 21, legend: 29, axis: 25 } as const;

/** Sizes of letters: on a phone they are larger in the picture, so that they are large enough on the screen. */
export const letters = { wide: 13, narrow: 22 } as const;

/** What a column of ordinary text takes in the larger letters. */
export const columnWidth = 0.58 * letters.narrow;
