import { describe, expect, it } from 'vitest';
import {
  eventKeys,
  eventPairs,
  fieldKey,
  fields,
  figureEvents,
  followsDetection,
  freeParts,
  furtherEvents,
  isMeasured,
  recordOf,
  textKeys,
} from '../../../src/incident/fields.ts';

describe('the table of known fields', () => {
  const rows = Object.values(fields);

  it('gives every field an id and a label of its own', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
  });

  it('gives every event a kind of its own', () => {
    expect(new Set(eventKeys.map((key) => fields[key].event.kind)).size).toBe(eventKeys.length);
  });

  it('is divided into events, groups, texts and the review actions', () => {
    const keys = [...eventKeys, 'severity', 'services', ...textKeys, 'reviewActions'];
    expect(keys.toSorted()).toEqual(Object.keys(fields).toSorted());
    expect([...figureEvents, ...furtherEvents].toSorted()).toEqual(eventKeys.toSorted());
    expect(freeParts).toEqual([...textKeys, 'reviewActions' as const].map((key) => fields[key].id));
  });

  it('requires no field of our own form that the incident can do without', () => {
    const required = rows.filter(({ form }) => form?.required).map(({ id }) => id);
    expect(required).toEqual(['first-detected', 'impact']);
  });
});

it('knows a field of a form by its id alone', () => {
  expect(fieldKey('review-actions')).toBe('reviewActions');
  expect(fieldKey('reviewActions')).toBeNull();
  expect(fieldKey('constructor')).toBeNull();
  expect(fieldKey('')).toBeNull();
  expect(fieldKey(null)).toBeNull();
});

it('tells which events come after first detection', () => {
  expect(eventKeys.filter(followsDetection)).toEqual(['declared', 'repaired', 'resolved']);
});

it('tells which event cannot be before which', () => {
  expect(eventPairs.map((pair) => pair.join(' → '))).toEqual([
    'started → first-detected',
    'first-detected → declared',
    'first-detected → repaired',
    'first-detected → resolved',
    'repaired → resolved',
    'declared → resolved',
  ]);
});

it('tells which events figures are computed from', () => {
  const kinds = eventKeys.map((key) => fields[key].event.kind);
  expect(kinds.filter(isMeasured)).toEqual(['first-detected', 'repaired', 'resolved']);
});

it('makes a record in the order of its keys', () => {
  const lengths = recordOf(['resolved', 'impact'], (key) => key.length);
  expect(Object.entries(lengths)).toEqual([
    ['resolved', 8],
    ['impact', 6],
  ]);
});
