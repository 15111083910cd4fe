import { expect, it } from 'vitest';
import type { DraftBrief } from '../host';
import { letterOf } from './letter';

const name = { ja: '文', en: 'Text' };
const letters: DraftBrief[] = [
  { id: 'inquiry-link-missing', name, purpose: 'inquiry_to_office', to: 'office' },
  { id: 'inquiry-again', name, purpose: 'inquiry_to_office', to: 'office' },
  { id: 'holding', name, purpose: 'holding', to: 'client' },
];

it('a purpose leads to the first letter written for it', () => {
  expect(letterOf({ purpose: 'inquiry_to_office' }, letters)).toBe('inquiry-link-missing');
});

it('a letter is found by its own key', () => {
  expect(letterOf({ draft: 'holding' }, letters)).toBe('holding');
});

it('a letter that this contract does not have is not shown', () => {
  expect(letterOf({ draft: 'exchange-contact' }, letters)).toBeUndefined();
  expect(letterOf({ purpose: 'exchange_contact' }, letters)).toBeUndefined();
  expect(letterOf({}, letters)).toBeUndefined();
});
