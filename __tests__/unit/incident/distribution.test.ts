import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Distribution, distributionOf, roundHalfUp } from '../../../src/incident/distribution.ts';
import { roundedMean } from '../../../src/incident/statistics.ts';
import { sampleOf, scaled } from '../../thorough.ts';

const duration = fc.integer({ min: 0, max: 5_000_000 });
/** Few values, so that many are equal, or any. */
const durations = fc.oneof(
  fc.array(duration, { maxLength: 80 }),
  fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 80 }),
);

function upTo(last: number, first = 1): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The figures of n durations, each of which is its own rank. */
function ranks(n: number): {
  low: number | null;
  high: number | null;
  p90: number | null;
  confidence: number;
} {
  const { medianInterval, p90Bound } = distributionOf(upTo(n));
  return {
    low: medianInterval?.low ?? null,
    high: medianInterval?.high ?? null,
    confidence: medianInterval?.confidence ?? 0,
    p90: p90Bound,
  };
}

/** Row n of Pascal's triangle for n = 0, 1, 2 …: by addition alone. */
function* pascal(): Generator<readonly bigint[], never> {
  let row = [1n];
  while (true) {
    yield row;
    row = [...row.map((value, index) => value + (row[index - 1] ?? 0n)), 1n];
  }
}

function rowsOfPascal(last: number): (readonly bigint[])[] {
  const rows = pascal();
  return upTo(last, 0).map(() => rows.next().value);
}

function total(values: readonly bigint[]): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}

/** The ranks of the median's interval and how many of 2ⁿ outcomes it covers: every pair is tried. */
function intervalByPascal(
  row: readonly bigint[],
): { low: number; high: number; covered: bigint; whole: bigint } | null {
  const n = row.length - 1;
  const whole = 2n ** BigInt(n);
  const pairs = upTo(Math.floor(n / 2)).map((low) => {
    const high = n + 1 - low;
    // So many lie below the median that the one at `low` does and the one at `high` does not.
    return { low, high, covered: total(row.slice(low, high)), whole };
  });
  return pairs.findLast(({ covered }) => covered * 20n >= whole * 19n) ?? null;
}

/** The smallest k with P(Bin(n, 0.9) ≤ k − 1) ≥ 0.95, from the lowest outcome upwards. */
function boundByPascal(row: readonly bigint[]): number | null {
  const n = row.length - 1;
  const whole = 10n ** BigInt(n);
  let atMost = 0n;
  let nines = 1n;
  for (let k = 1; k <= n; k += 1) {
    atMost += (row[k - 1] ?? 0n) * nines;
    if (atMost * 20n >= whole * 19n) return k;
    nines *= 9n;
  }
  return null;
}

describe('by hand', () => {
  const few = { medianInterval: null, p90Bound: null };
  it.each<[readonly number[], Distribution]>([
    [[], { n: 0, mean: null, median: null, shortest: null, longest: null, ...few }],
    [[0], { n: 1, mean: 0, median: 0, shortest: 0, longest: 0, ...few }],
    [[42], { n: 1, mean: 42, median: 42, shortest: 42, longest: 42, ...few }],
    [[5, 2], { n: 2, mean: 3.5, median: 3.5, shortest: 2, longest: 5, ...few }],
    // The mail incident of a quarter: 0h 42m, 6h 24m, 97h 6m.
    [[384, 5826, 42], { n: 3, mean: 2084, median: 384, shortest: 42, longest: 5826, ...few }],
    [[1, 1, 2, 9], { n: 4, mean: 3.25, median: 1.5, shortest: 1, longest: 9, ...few }],
    [[100, 9, 20, 3, 1], { n: 5, mean: 26.6, median: 9, shortest: 1, longest: 100, ...few }],
    [
      [100, 9, 20, 3, 1, 10],
      {
        n: 6,
        mean: 143 / 6,
        median: 9.5,
        shortest: 1,
        longest: 100,
        // 1 − 2/64, that is 96.9 %.
        medianInterval: { low: 1, high: 100, confidence: 0.96875 },
        p90Bound: null,
      },
    ],
  ])('%j', (minutes, figures) => {
    expect(distributionOf(minutes)).toEqual(figures);
  });

  it('numbers are in the order of size, not of their digits', () => {
    expect(distributionOf([9, 10, 100])).toMatchObject({ shortest: 9, median: 10, longest: 100 });
  });

  it('the interval leaves out the shortest and the longest from 9 durations on', () => {
    // 2 · (1 + 8)/256 is 7 %, 2 · (1 + 9)/512 is 3.9 %.
    expect(ranks(8)).toMatchObject({ low: 1, high: 8, confidence: 1 - 2 / 256 });
    expect(ranks(9)).toMatchObject({ low: 2, high: 8, confidence: 1 - 20 / 512 });
  });

  it('the 90th percentile has a bound from 29 durations on: 1 − 0.9²⁸ is 94.8 %, 1 − 0.9²⁹ is 95.3 %', () => {
    expect(1 - 0.9 ** 28).toBeLessThan(0.95);
    expect(1 - 0.9 ** 29).toBeGreaterThan(0.95);
    expect(ranks(28).p90).toBeNull();
    expect(ranks(29).p90).toBe(29);
  });

  it('the bound leaves out the longest from 46 durations on', () => {
    expect(1 - 0.9 ** 45 - 45 * 0.1 * 0.9 ** 44).toBeLessThan(0.95);
    expect(1 - 0.9 ** 46 - 46 * 0.1 * 0.9 ** 45).toBeGreaterThan(0.95);
    expect([ranks(45).p90, ranks(46).p90]).toEqual([45, 45]);
  });

  it('printed tables: ranks of the 95 % interval of a median', () => {
    const tabled = [10, 15, 20, 25, 30, 40, 50, 100].map((n) => [n, ranks(n).low, ranks(n).high]);
    expect(tabled).toEqual([
      [10, 2, 9],
      [15, 4, 12],
      [20, 6, 15],
      [25, 8, 18],
      [30, 10, 21],
      [40, 14, 27],
      [50, 18, 33],
      [100, 40, 61],
    ]);
  });
});

describe('against other ways to compute it', () => {
  it('for every n up to 16, each outcome counted: every duration is below or above the true median', () => {
    for (const n of upTo(16)) {
      const covers = new Array<number>(n + 1).fill(0);
      for (let outcome = 0; outcome < 2 ** n; outcome += 1) {
        const below = outcome.toString(2).replaceAll('0', '').length;
        // The pair x(r), x(n + 1 − r) holds the median when at least r durations lie on either side.
        for (let r = 1; r <= Math.min(below, n - below); r += 1) covers[r] = (covers[r] ?? 0) + 1;
      }
      const r = covers.findLastIndex((count, rank) => rank > 0 && count / 2 ** n >= 0.95);
      expect(ranks(n), `${n}`).toMatchObject(
        r === -1
          ? { low: null, high: null }
          : { low: r, high: n + 1 - r, confidence: (covers[r] ?? 0) / 2 ** n },
      );
    }
  });

  it('for every n up to 60, by Pascal’s triangle, with the coverage to the last digit', () => {
    for (const row of rowsOfPascal(60)) {
      const n = row.length - 1;
      const interval = intervalByPascal(row);
      expect(ranks(n), `${n}`).toEqual({
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        // A power of two divides without rounding.
        confidence: interval === null ? 0 : Number(interval.covered) / Number(interval.whole),
        p90: boundByPascal(row),
      });
    }
  });

  it('for every n up to 1,000, by Pascal’s triangle', () => {
    const rows = sampleOf(rowsOfPascal(1000), { every: 13 });
    for (const row of rows) {
      const n = row.length - 1;
      const whole = 2n ** BigInt(n);
      const expected = {
        // 1 − 2 · P(Bin(n, ½) ≤ r − 1) ≥ 0.95, one outcome after the other.
        low: lastRank(row, (below) => 40n * below <= whole),
        p90: boundByPascal(row),
      };
      const { low, high, confidence, p90 } = ranks(n);
      expect({ low, p90 }, `${n}`).toEqual(expected);
      if (low === null) continue;
      expect(high).toBe(n + 1 - low);
      const covered = whole - 2n * total(row.slice(0, low));
      expect(confidence, `${n}`).toBe(Number(covered) / Number(whole));
    }
  });

  it.each([
    1024, 1025, 1026, 1027, 1500, 3000, 7073, 10_000, 25_600, 25_601, 71_371, 79_608, 99_999, 100_000,
  ])('for %i durations, by logarithms of factorials', (n) => {
    // The closest calls below 100,000, at 71,371 and 79,608, are wider than what these doubles lose.
    const { low, high, confidence, p90 } = ranks(n);
    if (low === null || high === null || p90 === null) throw new Error('No figures');
    const tail = byLogarithms(n);
    const coverage = (rank: number) => 1 - 2 * tail(0.5, n + 1 - rank);
    expect(low + high).toBe(n + 1);
    expect(confidence).toBeCloseTo(coverage(low), 8);
    expect(coverage(low)).toBeGreaterThanOrEqual(0.95);
    expect(coverage(low + 1)).toBeLessThan(0.95);
    expect(tail(0.9, p90)).toBeLessThanOrEqual(0.05);
    expect(tail(0.9, p90 - 1)).toBeGreaterThan(0.05);
  });

  // The closest calls up to 100,000 are at 79,608 for the interval and at 71,371 for the bound.
  it.each([1027, 3000, 18_728, 71_371, 79_608])('for %i durations, in integers of any size', (n) => {
    const interval = byLargeIntegers(n, { odds: 1n, oneIn: 40n });
    const { low, high, confidence, p90 } = ranks(n);
    expect(high).toBe(interval.rank);
    expect(low).toBe(n + 1 - interval.rank);
    expect(confidence).toBe(1 - interval.twoTails);
    expect(p90).toBe(byLargeIntegers(n, { odds: 9n, oneIn: 20n }).rank);
  });

  it('for every list, a median and a mean computed in another way', () => {
    fc.assert(
      fc.property(durations, (minutes) => {
        const { n, mean, median, shortest, longest } = distributionOf(minutes);
        expect(n).toBe(minutes.length);
        if (n === 0) return;
        const sum = minutes.reduce((sum, value) => sum + BigInt(value), 0n);
        expect(mean).toBe(Number(sum) / n);
        expect(median).toBe(medianByRemoval(minutes));
        expect(shortest).toBe(Math.min(...minutes));
        expect(longest).toBe(Math.max(...minutes));
      }),
      { numRuns: scaled(1000) },
    );
  });

  it('for every list, the interval and the bound are values of the rank that their number alone decides', () => {
    fc.assert(
      fc.property(durations, (minutes) => {
        const { medianInterval, p90Bound } = distributionOf(minutes);
        const expected = ranks(minutes.length);
        const valueAt = (rank: number | null) => (rank === null ? null : byCounting(minutes, rank));
        expect(medianInterval?.low ?? null).toBe(valueAt(expected.low));
        expect(medianInterval?.high ?? null).toBe(valueAt(expected.high));
        expect(medianInterval?.confidence ?? 0).toBe(expected.confidence);
        expect(p90Bound).toBe(valueAt(expected.p90));
      }),
    );
  });
});

describe('order', () => {
  it('for every order of up to six durations, the figures are the same', () => {
    const all = [7, 3, 3, 1000, 0, 12];
    for (const n of upTo(6)) {
      const minutes = all.slice(0, n);
      const figures = distributionOf(minutes);
      for (const order of permutations(minutes)) expect(distributionOf(order)).toEqual(figures);
    }
  });

  it('for every list in any order, the figures are the same and the list is left as it is', () => {
    const twoOrders = durations.chain((minutes) =>
      fc.tuple(fc.constant(minutes), fc.shuffledSubarray(minutes, { minLength: minutes.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([minutes, shuffled]) => {
        const before = [...shuffled];
        expect(distributionOf(shuffled)).toEqual(distributionOf(minutes));
        expect(shuffled).toEqual(before);
      }),
    );
  });
});

describe('how the figures move', () => {
  it('for every list, they lie in their order', () => {
    fc.assert(
      fc.property(durations, (minutes) => {
        const { n, mean, median, shortest, longest, medianInterval, p90Bound } = distributionOf(minutes);
        expect(medianInterval === null).toBe(n < 6);
        expect(p90Bound === null).toBe(n < 29);
        if (mean === null || median === null || shortest === null || longest === null) return;
        const { low, high, confidence } = medianInterval ?? {
          low: shortest,
          high: longest,
          confidence: 0.95,
        };
        expectAscending([shortest, low, median, high, longest]);
        expectAscending([shortest, mean, longest]);
        expectAscending([0.95, confidence, 1]);
        expectAscending([high, p90Bound ?? longest, longest]);
        const atMost = minutes.filter((value) => value <= (p90Bound ?? longest));
        expect(atMost.length / n).toBeGreaterThanOrEqual(0.9);
      }),
    );
  });

  it('for every list, a duration that gets longer makes no figure smaller', () => {
    const longer = fc.array(fc.tuple(duration, fc.oneof(fc.constant(0), duration)), {
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(longer, (pairs) => {
        const before = figuresOf(distributionOf(pairs.map(([value]) => value)));
        const after = figuresOf(distributionOf(pairs.map(([value, more]) => value + more)));
        for (const [index, value] of before.entries()) expectAscending([value, after[index] ?? 0]);
      }),
    );
  });

  it('for every list, so many minutes more on each duration are as many on each figure', () => {
    fc.assert(
      fc.property(fc.array(duration, { minLength: 1, maxLength: 80 }), duration, (minutes, more) => {
        const shifted = distributionOf(minutes.map((value) => value + more));
        const figures = distributionOf(minutes);
        expect(shifted.median).toBe((figures.median ?? 0) + more);
        expect(shifted.mean).toBeCloseTo((figures.mean ?? 0) + more, 6);
        expect(shifted.p90Bound).toBe(figures.p90Bound === null ? null : figures.p90Bound + more);
        expect(shifted.medianInterval).toEqual(
          figures.medianInterval === null
            ? null
            : {
                low: figures.medianInterval.low + more,
                high: figures.medianInterval.high + more,
                confidence: figures.medianInterval.confidence,
              },
        );
      }),
    );
  });

  it('for every n, one duration more moves each rank by one place or none', () => {
    const all = upTo(scaled(1000)).map(ranks);
    for (const [index, { low, high, p90 }] of all.entries()) {
      const next = all[index + 1];
      if (next === undefined) break;
      expect([0, 1], `low after ${index + 1}`).toContain((next.low ?? 0) - (low ?? 0));
      if (high !== null) expect([0, 1], `high after ${index + 1}`).toContain((next.high ?? 0) - high);
      if (p90 !== null) expect([0, 1], `bound after ${index + 1}`).toContain((next.p90 ?? 0) - p90);
    }
  });
});

describe('rounding', () => {
  it.each([
    [0, 0],
    [0.49999999999999994, 0],
    [0.5, 1],
    [1.5, 2],
    [2.5, 3],
    [2.4999999999999996, 2],
    [384, 384],
    [2 ** 52 + 1, 2 ** 52 + 1],
  ])('%d minutes are %d', (minutes, rounded) => {
    expect(roundHalfUp(minutes)).toBe(rounded);
  });

  it('for every mean of durations, as the mean that the log states', () => {
    const sums = fc.integer({ min: 1, max: 100_000 }).chain((measured) => {
      const whole = fc.integer({ min: 0, max: 2 ** 33 * measured });
      // Sums next to a half, where the two could differ.
      const half = fc
        .tuple(fc.integer({ min: 0, max: 2 ** 33 }), fc.integer({ min: -1, max: 1 }))
        .map(([minutes, off]) => Math.max(0, minutes * measured + Math.floor(measured / 2) + off));
      return fc.record({ total: fc.oneof(whole, half), measured: fc.constant(measured) });
    });
    fc.assert(
      fc.property(sums, (mean) => {
        expect(roundHalfUp(mean.total / mean.measured)).toBe(roundedMean(mean));
      }),
      { numRuns: scaled(2000) },
    );
  });
});

/** The last rank r for which the number of outcomes with at most r − 1 durations below is `small` enough. */
function lastRank(row: readonly bigint[], small: (below: bigint) => boolean): number | null {
  let below = 0n;
  let rank = 0;
  for (const outcomes of row) {
    below += outcomes;
    if (!small(below)) break;
    rank += 1;
  }
  return rank === 0 ? null : rank;
}

/** The smallest k with P(X ≥ k) ≤ 1/oneIn, where odds of odds + 1 trials succeed, and twice that probability. */
function byLargeIntegers(
  n: number,
  { odds, oneIn }: { readonly odds: bigint; readonly oneIn: bigint },
): { readonly rank: number; readonly twoTails: number } {
  const whole = (odds + 1n) ** BigInt(n);
  let rank = n + 1;
  let tail = 0n;
  let next = odds ** BigInt(n);
  while ((tail + next) * oneIn <= whole) {
    tail += next;
    rank -= 1;
    next = (next * BigInt(rank)) / (BigInt(n - rank + 1) * odds);
  }
  // 60 binary places of a number below 0.05: more than the difference to 1 has.
  return { rank, twoTails: Number((2n * tail * 2n ** 60n) / whole) / 2 ** 60 };
}

/** P(X ≥ k) of n trials with the chance p, summed from the smallest term. */
function byLogarithms(n: number): (p: number, k: number) => number {
  const factorials = [0];
  let correction = 0;
  for (const k of upTo(n)) {
    // Kahan's sum: what an addition loses goes into the next.
    const before = factorials[k - 1] ?? 0;
    const added = Math.log(k) - correction;
    factorials[k] = before + added;
    correction = factorials[k] - before - added;
  }
  const choose = (k: number) => (factorials[n] ?? 0) - (factorials[k] ?? 0) - (factorials[n - k] ?? 0);
  return (p, first) =>
    upTo(n, first)
      .map((k) => Math.exp(choose(k) + k * Math.log(p) + (n - k) * Math.log(1 - p)))
      .reduceRight((sum, term) => sum + term, 0);
}

/** Takes the shortest and the longest away until one or two are left. */
function medianByRemoval(minutes: readonly number[]): number {
  const left = [...minutes];
  while (left.length > 2) {
    left.splice(left.indexOf(Math.min(...left)), 1);
    left.splice(left.indexOf(Math.max(...left)), 1);
  }
  const [one = 0, other = one] = left;
  return one + (other - one) / 2;
}

/** The duration of a rank: fewer than so many are shorter, and at least so many are no longer. */
function byCounting(minutes: readonly number[], rank: number): number | undefined {
  return minutes.find(
    (candidate) =>
      minutes.filter((value) => value < candidate).length < rank &&
      minutes.filter((value) => value <= candidate).length >= rank,
  );
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((others) => [item, ...others]),
  );
}

function figuresOf({ mean, median, shortest, longest, medianInterval, p90Bound }: Distribution): number[] {
  return [mean, median, shortest, longest, medianInterval?.low, medianInterval?.high, p90Bound].map(
    (value) => value ?? 0,
  );
}

function expectAscending(values: readonly number[]): void {
  expect(values).toEqual(values.toSorted((one, other) => one - other));
}
