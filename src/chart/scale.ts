/** Where a value stands in the picture, in its units. */
export type Position = (value: number) => number;

/** Two ends of a line. */
export type Ends = readonly [from: number, to: number];

/** A straight scale from values to positions; what is outside is put at the nearer end. */
export function linear([low, high]: Ends, [from, to]: Ends): Position {
  return (value) => {
    const share = (value - low) / (high - low);
    return from + (to - from) * Math.min(1, Math.max(0, share));
  };
}

/** A tenth of a unit is finer than any screen, and the same bytes wherever the last digits of a logarithm differ. */
export function rounded(position: number): number {
  return Math.round(position * 10) / 10;
}
