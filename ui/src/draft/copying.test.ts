import { expect, it } from 'vitest';
import type { Check, CheckItem, Tone } from '../host';
import { copyingOf } from './copying';

const item = (check: Check, tone: Tone): CheckItem => ({ check, tone, say: { key: 'x', args: [] }, places: [] });

it('a text in which nothing was found is copied at once; a thing to see to does not stand in the way', () => {
  expect(copyingOf([item('no_gaps', 'good'), item('attachments', 'look')])).toBe('free');
});

it('a text with a gap or without its URL is copied after the finding was read', () => {
  expect(copyingOf([item('no_gaps', 'stop'), item('has_url', 'stop')])).toBe('after_reading');
});

it('contact data before an approval is never copied, whatever else is right', () => {
  expect(copyingOf([item('no_contact_data', 'stop'), item('no_gaps', 'good')])).toBe('never');
});

it('a text that was not checked is not copied yet', () => {
  expect(copyingOf(undefined)).toBe('not_yet');
});
