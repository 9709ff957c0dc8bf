import { expect, test } from 'vitest';
import { messageWithTrailers, trailersOf } from '../../../src/markers/trailer.ts';

const [log, chart] = ['a'.repeat(40), 'b'.repeat(40)] as const;

test.each([[[log]], [[log, chart]]])('a commit names the blobs that it wrote: %j', (blobs) => {
  expect(trailersOf(messageWithTrailers('Update INCIDENTS.md', blobs))).toEqual(blobs);
});

test.each([
  ['a message of somebody else', 'Update INCIDENTS.md'],
  ['a trailer in the middle of a line', `See Incident-Log-Blob: ${log}`],
  ['a shortened blob', 'Update\n\nIncident-Log-Blob: abcdef0'],
])('%s names none', (_, message) => {
  expect(trailersOf(message)).toEqual([]);
});
