/** After this, who forgets how far a closing fence may be indented takes code for text, and text for code. */
const fences = '```\n    ```\n```\n';

/** What an untrusted person may file to keep a parser busy for seconds, or to have it run out of stack. */
export const hostileAnswers: readonly string[] = [
  fences + '>'.repeat(10_000),
  `- <div>\n  \`\`\`\n\n  ${'>'.repeat(10_000)}`,
  `${fences + '- '.repeat(6000)}a`,
  fences + 'a\n=\n'.repeat(8000),
  'a\r\n=\r\n'.repeat(10_000),
  `x\r${'>'.repeat(60_000)}`,
  '>\n\n'.repeat(8000),
  '> a\n\n'.repeat(10_000),
  'a\n\n'.repeat(20_000),
  '[^a]: '.repeat(10_000),
  '<!--'.repeat(16_000),
  `\`\`\`\n${'>'.repeat(10_000)}\n\`\`\``,
];
