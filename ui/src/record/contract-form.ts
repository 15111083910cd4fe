/** What the form of a contract holds while it is typed, and what is sent of it. */
import type {
  ClientChoice,
  ClientKind,
  ContactChannel,
  Contract,
  ContractAmendment,
  ContractFacts,
  ContractId,
  ContractInput,
  Format,
  Stage,
} from '../host';

/** The choice that stands for a client who is not in the book yet. */
export const NEW_CLIENT = 'new';

export const EMPTY = {
  account: '',
  client: NEW_CLIENT,
  name: '',
  reading: '',
  kind: 'unknown' as ClientKind,
  title: '',
  format: 'fixed' as Format,
  stage: 'contracted' as Stage,
  day: '',
  wishes: [] as ContactChannel[],
  wish_day: '',
  amount: '',
  delivery_due: '',
  url: '',
  number: '',
  contact_reason: '',
  note: '',
};
export type ContractFields = typeof EMPTY;

const clientOf = ({ client, name, reading, kind }: ContractFields): ClientChoice =>
  client === NEW_CLIENT ? { client: 'new', name, reading, kind } : { client: 'existing', id: client };

const ownParts = ({ title, format, amount, delivery_due, url, number, contact_reason, note }: ContractFields) => ({
  title,
  format,
  amount,
  delivery_due,
  url,
  number,
  contact_reason,
  note,
});

/** A contract to be recorded; without a choice, under the account that stands first. */
export function newContract(fields: ContractFields, firstAccount: string): ContractInput {
  const { account, stage, day, wishes, wish_day } = fields;
  return {
    ...ownParts(fields),
    account: account || firstAccount,
    client: clientOf(fields),
    stages: [{ stage, day }],
    wishes,
    wish_day,
  };
}

/** A contract to be corrected. Its stages and wishes are facts of their own and are corrected in the timeline. */
export const amendment = (
  contract: ContractId,
  fields: ContractFields,
  before: Contract | null,
): ContractAmendment => ({
  ...ownParts(fields),
  contract,
  before,
  account: fields.account,
  client: clientOf(fields),
});

/** A recorded contract as the form shows it. */
export function fieldsOf({ contract, client }: Pick<ContractFacts, 'contract' | 'client'>): ContractFields {
  const { account, title, format, amount, delivery_due, url, number, contact_reason, note } = contract;
  return {
    ...EMPTY,
    account,
    client: client.id,
    title,
    format,
    amount: amount === null ? '' : String(amount),
    delivery_due: delivery_due ?? '',
    url: url ?? '',
    number: number ?? '',
    contact_reason,
    note,
  };
}
