/** Figures about durations in whole minutes. None of them is rounded: see `roundHalfUp`. */
export interface Distribution {
  /** How many durations the figures come from. */
  readonly n: number;
  /** Null for no durations, as are the next three. */
  readonly mean: number | null;
  /** The duration in the middle, or halfway between the two in the middle: exact, so whole or with .5. */
  readonly median: number | null;
  readonly shortest: number | null;
  readonly longest: number | null;
  /**
   * The narrowest pair of durations, as many places from the shortest as from the longest, that holds the true median in at least
   * 95 % of all samples, and the share in which it does (`confidence`, 0 to 1; more where durations are equal). It is the interval of the
   * sign test. Null below 6 durations: too few for any pair.
   */
  readonly medianInterval: {
    readonly low: number;
    readonly high: number;
    readonly confidence: number;
  } | null;
  /**
   * The shortest of the durations that is no less than the true 90th percentile in at least 95 % of all samples. Null below 29: then
   * even the longest is too short.
   */
  readonly p90Bound: number | null;
}

/** Describes durations in whole minutes, zero or more, whatever their order. Exact as long as they add up to less than 2⁵³. */
export function distributionOf(minutes: readonly number[]): Distribution {
  const sorted = minutes.toSorted((one, other) => one - other);
  const n = sorted.length;
  /** By its rank: 1 is the shortest, n the longest. Null for 0 and n + 1. */
  const ranked = (rank: number) => sorted[rank - 1] ?? null;

  const lower = ranked(Math.ceil(n / 2));
  const upper = ranked(Math.floor(n / 2) + 1);

  // X durations of n lie below the true median. By symmetry, 1/40 at either end leaves 95 % between.
  const middle = upperTail(n, { odds: 1, oneIn: 40 });
  const low = ranked(n + 1 - middle.rank);
  const high = ranked(middle.rank);

  return {
    n,
    mean: n === 0 ? null : sorted.reduce((sum, duration) => sum + duration, 0) / n,
    median: lower === null || upper === null ? null : (lower + upper) / 2,
    shortest: ranked(1),
    longest: ranked(n),
    medianInterval:
      low === null || high === null
        ? null
        : { low, high, confidence: ratio(middle.whole - 2n * middle.tail, middle.whole) },
    p90Bound: ranked(upperTail(n, { odds: 9, oneIn: 20 }).rank),
  };
}

/** Whole minutes, halves up. Takes zero or more. */
export function roundHalfUp(minutes: number): number {
  // Adding 0.5 and rounding down would make 1 of the largest number below 0.5.
  return Math.round(minutes);
}

/**
 * The smallest rank k with P(X ≥ k) ≤ 1/oneIn, where X counts the successes in n trials at odds to 1: n + 1 where no smaller one
 * will do. That probability is `tail / whole`.
 *
 * Doubles underflow here (0.9ⁿ is zero from n = 7,073 on) and can't decide a close call, and exact integers grow to 300,000 bits. So
 * the probabilities are integers that are right relative to each other, in units of the first. For even odds they are exact up to
 * n = 1,024. Else all divisions together lose less than 2⁻²⁰⁰ of the whole, and the far end left out is less than e⁻⁵¹² of it
 * (Hoeffding's inequality). That decides as exact arithmetic does: of the two tails asked for, none with n up to 100,000 is nearer to
 * its limit than one part in 20 million.
 */
function upperTail(
  n: number,
  { odds, oneIn }: { readonly odds: number; readonly oneIn: number },
): { readonly rank: number; readonly tail: bigint; readonly whole: bigint } {
  const top = Math.min(n, Math.ceil((n * odds) / (odds + 1) + 16 * Math.sqrt(n)));
  /** The weights of X ≥ top, X ≥ top − 1 and so on. */
  const tails: bigint[] = [];
  let whole = 0n;
  let weight = 2n ** 256n;
  for (let k = top; weight > 0n; k -= 1) {
    whole += weight;
    tails.push(whole);
    // From the weight of X = k to that of X = k − 1, which is 0 once k is.
    weight = (weight * BigInt(k)) / BigInt((n - k + 1) * odds);
  }
  const light = tails.findIndex((tail) => tail * BigInt(oneIn) > whole);
  return { rank: top + 1 - light, tail: tails[light - 1] ?? 0n, whole };
}

/** The double next to part / whole, which lies between 0 and 1. */
function ratio(part: bigint, whole: bigint): number {
  // A thousand binary places are all there are up to n = 1,000, so nothing is rounded twice.
  return Number((part << 1000n) / whole) / 2 ** 1000;
}
