import { type Span, spanAt } from '../../log/read/span.ts';
import { linesOf } from '../../markdown/line.ts';

/** What stands between the marks at the top of a file. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, Span>;
  /** Offset just past the closing mark. */
  readonly end: number;
}

/** The plain values at the top level of a front matter in YAML or TOML, by their names in lower case; null without one. */
export function readFrontMatter(source: string): FrontMatter | null {
  const fields = new Map<string, Span>();
  let [mark, number] = ['', 0];
  for (const { text, start, end } of linesOf(source)) {
    number += 1;
    const line = text.replace(/^\uFEFF/, '').trimEnd();
    if (number === 1) {
      if (line !== '---' && line !== '+++') return null;
      mark = line;
    } else if (line === mark || (mark === '---' && line === '...')) {
      return { fields, end };
    } else {
      const [lead, key = '', quote = '', value = ''] =
        /^([\w-]{1,40})[ \t]*[:=][ \t]*(["']?)(.*?)\2[ \t]*(?: #.*)?$/.exec(line.slice(0, 1000)) ?? [];
      if (lead === undefined || value === '' || fields.has(key.toLowerCase())) continue;
      const from = text.indexOf(quote + value, key.length) + quote.length;
      fields.set(key.toLowerCase(), spanAt(value, start + from, number));
    }
  }
  return null;
}
