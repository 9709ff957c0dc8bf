import { SaxesParser } from 'saxes';
import { expect } from 'vitest';
import { type ChartData, type ChartIncident, chartSvg } from '../../../src/chart/chart.ts';

/** An element of a picture, as a strict parser of XML reads it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parents: readonly Element[];
  readonly children: Element[];
  /** All text within. */
  text: string;
}

/** Every element, in the order of the file. Throws where the text is not well-formed XML 1.0. */
export function parsed(svg: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element: Element = {
      name,
      attributes: Object.fromEntries(values),
      parents: [...open],
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
    elements.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  for (const kind of ['comment', 'cdata', 'doctype', 'processinginstruction'] as const) {
    parser.on(kind, () => {
      throw new Error(`a picture has no ${kind}`);
    });
  }
  parser.write(svg).close();
  return elements;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  /** What is shown when somebody points at it. */
  readonly title: string;
  readonly href: string | null;
  readonly fill: string;
  readonly stroke: string;
  /** The path behind its middle. */
  readonly outline: string;
}

/** The marks of incidents. */
export function dotsOf(svg: string): Dot[] {
  return parsed(svg).flatMap(({ name, attributes, parents, children }) => {
    const group = parents.find((parent) => parent.attributes.class === 'dots');
    if (group === undefined || name !== 'path') return [];
    const [, x, y, outline = ''] = /^M(-?[\d.]+) (-?[\d.]+)(.*)$/.exec(attributes.d ?? '') ?? [];
    return {
      ...{ x: Number(x), y: Number(y), outline, title: children[0]?.text ?? '' },
      href: parents.find((parent) => parent.name === 'a')?.attributes.href ?? null,
      fill: group.attributes.fill ?? '',
      stroke: group.attributes.stroke ?? '',
    };
  });
}

/** Each text and where it stands. */
export function textsOf(svg: string): { text: string; x: number; y: number; class: string }[] {
  return parsed(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text, attributes }) => ({
      ...{ text, class: attributes.class ?? '' },
      x: Number(attributes.x),
      y: Number(attributes.y),
    }));
}

/** An incident, as every other one where nothing else is said. */
export function incident(of: Partial<ChartIncident> = {}): ChartIncident {
  const issue = of.issue ?? 12;
  return {
    issue,
    url: `https://github.com/octo/service/issues/${issue}`,
    title: 'Onboarding mechanism release failure',
    firstDetected: Date.parse('2024-10-14T09:30Z'),
    minutes: 1510,
    isOngoing: false,
    severity: 'SEV2',
    services: ['api'],
    ...of,
  };
}

export function data(of: Partial<ChartData> = {}): ChartData {
  return {
    incidents: [incident()],
    severities: ['SEV1', 'SEV2', 'SEV3'],
    years: [],
    timezone: 'Europe/London',
    durationName: 'Time to resolve',
    ...of,
  };
}

/** The picture of incidents, which are as every other one where nothing else is said. */
export function pictureOf(...incidents: readonly Partial<ChartIncident>[]): string {
  return chartSvg(
    data({ incidents: incidents.map((each, index) => incident({ issue: index + 1, ...each })) }),
  );
}

/** Fails for anything in a picture but shapes, texts, and links to the issues of incidents on the web. */
export function expectInert(svg: string, addresses: ReadonlySet<string>): void {
  const elements = parsed(svg);
  for (const { name, attributes } of elements) {
    expect(allowed[name], name).toBeDefined();
    for (const [key, value] of Object.entries(attributes)) {
      expect(allowed[name], `${key} of ${name}`).toContain(key);
      if (key === 'href') expect(addresses).toContain(value);
      else if (key !== 'xmlns') expect(value).not.toMatch(/[:(]|NaN|Infinity|undefined|null/);
    }
  }
  const styles = elements.filter(({ name }) => name === 'style').map(({ text }) => text);
  expect(styles).toHaveLength(1);
  expect(styles.join()).not.toMatch(/url|@import|@font-face|expression|\\|https?:/i);
  // Controls, marks that turn the direction of writing, and what shows nothing.
  expect(svg).not.toMatch(
    /(?![\n])\p{Cc}|\p{Bidi_Control}|[\u00AD\u200B\u2060-\u2069\uFEFF\uFFFE\uFFFF]|\p{Cs}/u,
  );
}

const shape = ['class', 'd', 'fill', 'fill-opacity', 'stroke'];
const box = ['x', 'y', 'width', 'height', 'class'];

/** Every element that a picture may have, with its attributes. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  svg: ['xmlns', 'class', 'viewBox', 'width', 'height', 'role', 'aria-labelledby', 'aria-describedby'],
  title: ['id'],
  desc: ['id'],
  style: [],
  g: [...shape, 'pointer-events'],
  a: ['href'],
  path: shape,
  rect: box,
  text: ['class', 'x', 'y', 'dy', 'text-anchor'],
  tspan: ['class'],
};
