import type { BlockLine } from '../../markdown/blocks.ts';

/**
 * Offset at which the content of a section ends: the blank lines, breaks and link definitions at its end separate it from the next
 * section. A break or definition right under another line, or indented, is content like that line.
 *
 * @param headingEnd offset at which the text of its heading ends
 * @param lines under its heading
 */
export function contentEnd(headingEnd: number, lines: readonly BlockLine[]): number {
  let end = headingEnd;
  let isBehindBlank = true;
  for (const line of lines) {
    const isSeparator: boolean =
      line.text.trim() === '' || (isBehindBlank && (isBreak(line) || isDefinition(line)));
    if (!isSeparator) end = line.start + line.text.trimEnd().length;
    isBehindBlank = isSeparator;
  }
  return end;
}

function isBreak({ text, block }: BlockLine): boolean {
  return block.kind === 'break' && /^\S/.test(text);
}

/** Whether a line is a link definition, and not somebody's words behind a name in brackets. */
function isDefinition({ text, block }: BlockLine): boolean {
  return block.kind === 'paragraph' && /^\[(?!\^)[^\]]+\]:[ \t]*\S+(?:[ \t]+["'(].*|[ \t]*)$/s.test(text);
}
