/** What the form of a fact holds while it is typed, and what is sent of it. */
import type {
  ContactChannel,
  ContractFacts,
  Fact,
  FactRef,
  FiledBy,
  Inquiry,
  InquiryId,
  InquiryReply,
  InquiryResult,
  Party,
  Place,
  Seen,
  Shown,
  Stage,
  StatusValue,
  WhatInput,
  When,
} from '../../host';
import type { Recordable } from './recordable';

/** Every field of every kind: a draft left under one kind is read back whatever the kind was. */
export const EMPTY = {
  day: '',
  time: '',
  stage: 'contracted' as Stage,
  looker: 'me' as Party,
  place: 'web' as Place,
  seen: 'missing' as Seen,
  by: 'me' as FiledBy,
  reason: '',
  channels: [] as ContactChannel[],
  value: 'pending' as StatusValue,
  words: '',
  shown: 'web' as Shown,
  entrance: '',
  sender: '',
  body: '',
  channel: 'chatwork' as ContactChannel,
  party: 'me' as Party,
  // The answer that helps least stands first: a good one is chosen, never left standing.
  result: 'no_help' as InquiryResult,
  text: '',
  amount: '',
  note: '',
};
export type FactFields = typeof EMPTY;

/** What is sent of the fields of this kind. A reply is no fact of its own: it belongs to its inquiry. */
export function whatOf(kind: Exclude<Recordable, 'reply'>, fields: FactFields): WhatInput {
  const { stage, looker, place, seen, by, reason, channels, value, words, shown, note } = fields;
  switch (kind) {
    case 'stage':
      return { fact: kind, stage, note };
    case 'sighting':
      return { fact: kind, looker, place, seen, note };
    case 'request':
      return { fact: kind, by, reason, channels };
    case 'status_seen':
      return { fact: kind, value, words, shown, note };
    case 'status_heard':
      return { fact: kind, value, note };
    case 'inquiry':
      return { fact: kind, entrance: fields.entrance, sender: fields.sender, body: fields.body };
    case 'wish':
      return { fact: kind, channels, note };
    case 'outside_contact':
      return { fact: kind, channel: fields.channel, note };
    case 'restriction':
      return { fact: kind, party: fields.party, words };
    case 'payment':
      return { fact: kind, amount: fields.amount, note };
  }
}

/** A recorded fact as the form shows it, to be corrected. */
export interface Recorded {
  ref: FactRef;
  kind: Exclude<Recordable, 'reply'>;
  fields: FactFields;
  /** As it is recorded: the book refuses a correction of what became another meanwhile. */
  before: Fact;
}

/** The inquiry a reply is about: the one named, or the one sent last among those that wait. */
export function askedAbout(inquiries: readonly Inquiry[], named?: InquiryId): Inquiry | undefined {
  if (named !== undefined) return inquiries.find((one) => one.id === named);
  const waiting = inquiries.filter((one) => one.reply === null);
  return waiting.sort((a, b) => sortable(b.sent).localeCompare(sortable(a.sent)))[0];
}

const sortable = ({ day, time }: When) => `${day} ${time ?? ''}`;

/** What a form opens with. */
export interface OpensFor {
  kind: Recordable;
  amended?: Recorded | undefined;
  stage?: Stage | undefined;
  asked?: Inquiry | undefined;
}

/**
 * The fields as they stand before anything is typed: what is corrected as it is recorded, or what the record knows for sure.
 * What the client wished for is not what somebody wrote into a request, so no channel is chosen beforehand.
 */
export function opening(facts: ContractFacts, { kind, amended, stage, asked }: OpensFor): FactFields {
  if (amended) return amended.fields;
  if (kind === 'reply' && asked?.reply) {
    const { when, result, text } = asked.reply;
    return { ...dated(when), result, text };
  }
  return { ...EMPTY, stage: stage ?? EMPTY.stage, sender: facts.account.registered_email ?? '' };
}

/** What a correction was opened with, kept with what is typed: the form may be gone on with after another day's changes. */
export interface Opened {
  fact: Fact | null;
  reply: InquiryReply | null;
}

/** What stands in the record for this form now. */
export const openedWith = ({ amended, asked }: Pick<OpensFor, 'amended' | 'asked'>): Opened => ({
  fact: amended?.before ?? null,
  reply: asked?.reply ?? null,
});

/** The last part of a path, of either kind. */
export const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

const dated = ({ day, time }: When) => ({ ...EMPTY, day, time: time?.slice(0, 5) ?? '' });
const found = <T extends { id: string }>(all: T[], id: string) => all.find((one) => one.id === id);

/** Looks up what is recorded under this identifier. */
export function recorded(facts: ContractFacts, id: string): Recorded | undefined {
  const before = factOf(facts, id);
  return before && { ...shown(before), ref: { kind: before.kind, id }, before };
}

function factOf(facts: ContractFacts, id: string): Fact | undefined {
  const stage = found(facts.stages, id);
  if (stage) return { kind: 'stage', fact: stage };
  const sighting = found(facts.sightings, id);
  if (sighting) return { kind: 'sighting', fact: sighting };
  const request = found(facts.requests, id);
  if (request) return { kind: 'request', fact: request };
  const status = found(facts.statuses, id);
  if (status) return { kind: 'status', fact: status };
  const inquiry = found(facts.inquiries, id);
  if (inquiry) return { kind: 'inquiry', fact: inquiry };
  const wish = found(facts.wishes, id);
  if (wish) return { kind: 'wish', fact: wish };
  const contact = found(facts.outside_contacts, id);
  if (contact) return { kind: 'outside_contact', fact: contact };
  const restriction = found(facts.restrictions, id);
  if (restriction) return { kind: 'restriction', fact: restriction };
  const payment = found(facts.payments, id);
  return payment && { kind: 'payment', fact: payment };
}

function shown({ kind, fact }: Fact): Pick<Recorded, 'kind' | 'fields'> {
  switch (kind) {
    case 'stage':
      return { kind, fields: { ...dated(fact.when), ...picked(fact, 'stage', 'note') } };
    case 'sighting':
      return { kind, fields: { ...dated(fact.when), ...picked(fact, 'looker', 'place', 'seen', 'note') } };
    case 'request':
      return { kind, fields: { ...dated(fact.when), ...picked(fact, 'by', 'reason', 'channels') } };
    case 'status': {
      const { witness } = fact;
      const fields = { ...dated(fact.when), ...picked(fact, 'value', 'note') };
      return witness.who === 'me'
        ? { kind: 'status_seen', fields: { ...fields, words: witness.words ?? '', shown: witness.shown } }
        : { kind: 'status_heard', fields };
    }
    case 'inquiry':
      return { kind, fields: { ...dated(fact.sent), ...picked(fact, 'entrance', 'sender', 'body') } };
    case 'wish':
      return { kind, fields: { ...dated(fact.when), ...picked(fact, 'channels', 'note') } };
    case 'outside_contact':
      return { kind, fields: { ...dated(fact.when), ...picked(fact, 'channel', 'note') } };
    case 'restriction':
      return { kind, fields: { ...dated(fact.when), party: fact.party, words: fact.words ?? '' } };
    case 'payment':
      return { kind, fields: { ...dated(fact.when), ...picked(fact, 'note'), amount: String(fact.amount) } };
  }
}

/** These fields of a fact and no others. */
const picked = <T, K extends keyof T>(fact: T, ...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, fact[name]])) as Pick<T, K>;
