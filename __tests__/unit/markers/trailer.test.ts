import { expect, test } from 'vitest';
import { messageWithTrailers, trailersOf } from '../../../src/markers/trailer.ts';

const log = { path: null, blob: 'a'.repeat(40) };
const chart = { path: 'docs/our incidents.svg', blob: 'b'.repeat(40) };

test.each([[[log]], [[log, chart]]])('a commit names the files that it wrote: %j', (files) => {
  expect(trailersOf(messageWithTrailers('Update INCIDENTS.md', files))).toEqual(files);
});

test('and does so among other trailers', () => {
  const message = `${messageWithTrailers('Update', [log, chart])}Signed-off-by: A <a@example.com>\n`;
  expect(trailersOf(message)).toEqual([log, chart]);
});

test.each([
  ['a message of somebody else', 'Update INCIDENTS.md'],
  ['a trailer in the middle of a line', `See Incident-Log-Blob: ${log.blob}`],
  ['a shortened blob', 'Update\n\nIncident-Log-Blob: abcdef0'],
])('%s names none', (_, message) => {
  expect(trailersOf(message)).toEqual([]);
});
