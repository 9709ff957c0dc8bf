import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  incidentHash,
  readStatusCommentMarker,
  writeStatusCommentMarker,
} from '../../../src/markers/status-comment.ts';
import { hostileMarkdown } from '../markdown/hostile-markdown.ts';

const hash = (digits: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${digits}}$`));
const hashes = (digits: number) => fc.array(hash(digits), { maxLength: 3 });

describe('what the status comment remembers', () => {
  it('for every memory: reads back as written, and not with anything behind it', () => {
    const memory = fc.record({
      problems: hashes(16),
      confirmed: fc.oneof(hashes(64), fc.constant('changed' as const)),
      commands: fc.option(
        fc.record({
          through: fc.integer({ min: 0, max: 2 ** 50 }),
          text: fc.option(hash(64)),
          actions: hashes(16),
        }),
      ),
    });
    fc.assert(
      fc.property(memory, (remembered) => {
        const marker = writeStatusCommentMarker(remembered);
        expect(readStatusCommentMarker(marker)).toEqual(remembered);
        expect(readStatusCommentMarker(`${marker} `)).toBeNull();
      }),
    );
  });

  it('lesson 95: for every text: a hidden line below it makes another text of it, and line ends do not', () => {
    const line = '<!-- incident-log: commands through=7 since=2024-01-01T00:00:00Z -->';
    fc.assert(
      fc.property(fc.string(), hostileMarkdown, (title, body) => {
        const text = incidentHash({ title, body });
        expect(incidentHash({ title, body: `${body}\n\n${line}` })).not.toBe(text);
        expect(incidentHash({ title, body: body.replace(/\r\n?|\n/g, '\r\n') })).toBe(text);
      }),
    );
  });
});
