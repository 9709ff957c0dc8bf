import { afterAll, beforeAll, describe, expect } from 'vitest';

/** Values of `TZ`, and how many minutes each is behind UTC in January 2024. */
const hosts: readonly (readonly [timezone: string, minutesBehind: number])[] = [
  ['UTC', 0],
  ['America/New_York', 300],
  ['Pacific/Auckland', -780],
  ['Asia/Kathmandu', -345],
];

/** Defines the same tests once for each of several machines, which differ in their own time zone. */
export function onEveryHost(define: () => void): void {
  describe.each(hosts)('on a machine with TZ=%s', (timezone, minutesBehind) => {
    const original = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = timezone;
      // Proof that the change took effect: a worker thread, for one, would ignore it.
      expect(new Date(Date.UTC(2024, 0, 1)).getTimezoneOffset()).toBe(minutesBehind);
    });
    afterAll(() => {
      if (original === undefined) delete process.env.TZ;
      else process.env.TZ = original;
    });
    define();
  });
}
