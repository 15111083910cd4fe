/** A corrected value, as its form holds it and as it is sent. */
import type { Correction, CorrectionInput, PlatformId, PointTakes, PointView, Say, Text } from '../host';
import { say, t, text } from '../words';

/** How a value that nobody has published is written. */
const UNKNOWN = 'unknown';

export interface CorrectionFields extends Record<string, unknown> {
  value: string;
  source: string;
  address: string;
  looked: string;
  note: string;
}

/** The values of one part of the rules. */
export interface PointGroup {
  part: string;
  points: PointView[];
}

/** The points by the part of the rules in which they stand, in the order of the page. */
export function groupsOf(points: readonly PointView[]): PointGroup[] {
  const groups = new Map<string, PointView[]>();
  for (const point of points) {
    const part = point.path.split('.')[0] ?? '';
    groups.set(part, [...(groups.get(part) ?? []), point]);
  }
  return [...groups].map(([part, points]) => ({ part, points }));
}

/** What a value is called: with the timer or the entrance, where there are several. */
export const nameOf = ({ label, of }: { label: Say; of: Text | null }): string =>
  of === null ? say(label) : t('rules-correct-point', { label: say(label), of: text(of) });

/** The value as the form begins with it: a sentence in the language spoken, and an empty field for what nobody published. */
export function valueOf({ takes, value, shown }: Pick<PointView, 'takes' | 'value' | 'shown'>): string {
  if (takes.takes === 'words') return say(shown);
  return takes.takes === 'number_or_unknown' && value === UNKNOWN ? '' : value;
}

/** The fields as the form opens: with what was said of the value before. */
export function fieldsOf(point: PointView, before: Correction | undefined): CorrectionFields {
  return {
    value: valueOf(point),
    source: before?.source.title ?? '',
    address: before?.source.address ?? '',
    looked: before?.source.looked ?? '',
    note: before?.note ?? '',
  };
}

/** A value as it is sent. Digits come in full width from many keyboards. */
export function written(takes: PointTakes, value: string): string {
  switch (takes.takes) {
    case 'number':
      return value.normalize('NFKC').trim();
    case 'percent':
      return value.normalize('NFKC').replace('%', '').trim();
    case 'number_or_unknown':
      return value.normalize('NFKC').trim() || UNKNOWN;
    case 'choice':
    case 'words':
    case 'address':
      return value.trim();
  }
}

/** A correction to be kept. */
export function correctionOf(platform: PlatformId, point: PointView, fields: CorrectionFields): CorrectionInput {
  const { value, source, address, looked, note } = fields;
  return { platform, path: point.path, value: written(point.takes, value), source, address, looked, note };
}

/**
 * The same, to ask what it would change. Only the value has a say in that: whoever has not come to the source yet is shown the
 * answer nevertheless, and nobody is told of faults in fields that are still being filled.
 */
export const tried = (input: CorrectionInput): CorrectionInput => ({
  ...input,
  source: t('rules-correction-mine'),
  address: '',
  looked: '',
  note: '',
});

/** A kept correction said again, word for word: so the user decides that it holds. */
export function again({ platform, path, value, source, note }: Correction): CorrectionInput {
  return { platform, path, value, source: source.title, address: source.address, looked: source.looked, note };
}
