// Loaded by `template.ts` where there is a form to read; it imports nothing of ours, or that would be loaded twice.
import { LineCounter, parseDocument } from 'yaml';

/** The value of a YAML document; for what is none, the fault as words behind “not YAML”. */
export type ParsedYaml =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'problem'; readonly fault: string };

/** Reads one YAML document; never throws. */
export function parseYaml(yaml: string): ParsedYaml {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(yaml, { lineCounter, prettyErrors: false, logLevel: 'error' });
    const error = document.errors[0];
    if (error !== undefined) {
      const { line } = lineCounter.linePos(error.pos[0]);
      return { kind: 'problem', fault: `: ${oneLine(error.message)}, at line ${line}` };
    }
    return { kind: 'value', value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    // Too many aliases, aliases of nothing, or nesting too deep for the parser.
    return { kind: 'problem', fault: ` that can be read: ${oneLine(String(error))}` };
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replace(/\.$/, '').slice(0, 200);
}
