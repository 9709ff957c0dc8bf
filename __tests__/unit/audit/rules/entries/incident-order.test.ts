import { describe, expect, it } from 'vitest';
import { entry, found, foundBesideFigures, rightLog } from '../../audits.ts';

const two = (upper: string, lower: string) =>
  `## Q4 2024\n\n${entry(upper.slice(0, 10), [`First detected: ${upper}`])}${entry(lower.slice(0, 10), [`First detected: ${lower}`])}`;

it('finds a newer entry below an older one', () => {
  const newer = entry('Incident on 2024-11-01 - x', ['First detected: 2024-11-01 10:00']);
  expect(foundBesideFigures(`${rightLog}${newer}## Q3 2024\n`)).toEqual([
    '18 event-missing',
    '18 event-missing',
    '18 incident-order',
  ]);
});

describe('finds nothing in', () => {
  it('an order that goes the other way within each quarter', () => {
    const quarters = ['2024-10', '2024-07', '2024-04'].map((month, index) =>
      two(`${month}-01 10:00`, `${month}-02 10:00`).replace('Q4', `Q${4 - index}`),
    );
    expect(found(quarters.join(''), ['incident-order'])).toEqual([]);
    expect(found(quarters.slice(0, 1).join(''), ['incident-order'])).toEqual([]);
    const mixed = (quarters[0] ?? '') + two('2024-07-02 10:00', '2024-07-01 10:00').replace('Q4', 'Q3');
    expect(found(mixed, ['incident-order'])).toHaveLength(1);
  });

  it('two entries of one day, one of which has no time', () => {
    expect(found(two('2024-10-14 10:00', '2024-10-14 TBC'), ['incident-order'])).toEqual([]);
  });
});
