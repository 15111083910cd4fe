/** A service of the user's own, as its form holds it. */
import type { DealOutside, OwnContact, OwnService, OwnServiceInput } from '../host';

/** The answers to 「外で連絡してもよいですか」, from the one that asks for most to the one that says least. */
export const CONTACTS: readonly OwnContact[] = [
  'approval',
  'after_contract',
  'after_escrow',
  'free',
  'forbidden',
  'not_known',
];
/** The answers to 「外で契約・支払いをしてもよいですか」. */
export const DEALS: readonly DealOutside[] = ['forbidden', 'permitted', 'unknown'];

/** Where nobody has answered yet, nothing is known: neither answer permits anything. */
export const EMPTY: OwnServiceInput = {
  name: '',
  contact: 'not_known',
  deal: 'unknown',
  source: '',
  address: '',
  looked: '',
  support: '',
  answer_days: '',
  note: '',
};

/** A recorded service as the form shows it; what it shows goes back as it was. */
export const fieldsOf = ({ name, contact, deal, source, support, answer_days, note }: OwnService): OwnServiceInput => ({
  name,
  contact,
  deal,
  source: source?.title ?? '',
  address: source?.address ?? '',
  looked: source?.looked ?? '',
  support,
  answer_days: String(answer_days),
  note,
});
