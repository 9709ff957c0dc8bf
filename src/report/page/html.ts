import { cleanText } from '../../markdown/escape.ts';

/** Markup. Only `html` and `trusted` make it, so what people wrote is never taken for it. */
export interface Html {
  readonly markup: string;
}

export type Content = Html | string | number | null | readonly Content[];

/** Markup with values in it, in elements or between the quotes of attributes. Texts are escaped; lists are joined, null is nothing. */
export function html(markup: TemplateStringsArray, ...values: readonly Content[]): Html {
  return { markup: String.raw({ raw: markup }, ...values.map(markupOf)) };
}

/** Markup that this program has made elsewhere. */
export function trusted(markup: string): Html {
  return { markup };
}

function markupOf(value: Content): string {
  if (value === null) return '';
  if (typeof value === 'number') return `${value}`;
  if (typeof value === 'string') return escapeHtml(value);
  return 'markup' in value ? value.markup : value.map(markupOf).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A link that opens an issue; the content alone where the address is not one of the web. */
export function webLink(url: string, content: Content): Html {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  return protocol === 'https:' || protocol === 'http:'
    ? html`<a href="${url}">${content}</a>`
    : html`${content}`;
}
