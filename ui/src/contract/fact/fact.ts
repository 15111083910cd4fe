/** What the form of a fact holds while it is typed, and what is sent of it. */
import type {
  ContactChannel,
  ContractFacts,
  FactRef,
  FiledBy,
  Inquiry,
  InquiryId,
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
  result: 'can_apply_now' as InquiryResult,
  text: '',
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
  }
}

/** A recorded fact as the form shows it, to be corrected. */
export interface Recorded {
  ref: FactRef;
  kind: Exclude<Recordable, 'reply'>;
  fields: FactFields;
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

/** The last part of a path, of either kind. */
export const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

const dated = ({ day, time }: When) => ({ ...EMPTY, day, time: time?.slice(0, 5) ?? '' });
const found = <T extends { id: string }>(all: T[], id: string) => all.find((one) => one.id === id);

/** Looks up what is recorded under this identifier. */
export function recorded(facts: ContractFacts, id: string): Recorded | undefined {
  const stage = found(facts.stages, id);
  if (stage)
    return {
      ref: { kind: 'stage', id },
      kind: 'stage',
      fields: { ...dated(stage.when), stage: stage.stage, note: stage.note },
    };
  const sighting = found(facts.sightings, id);
  if (sighting)
    return {
      ref: { kind: 'sighting', id },
      kind: 'sighting',
      fields: { ...dated(sighting.when), ...picked(sighting, 'looker', 'place', 'seen', 'note') },
    };
  const request = found(facts.requests, id);
  if (request)
    return {
      ref: { kind: 'request', id },
      kind: 'request',
      fields: { ...dated(request.when), ...picked(request, 'by', 'reason', 'channels') },
    };
  const status = found(facts.statuses, id);
  if (status) {
    const { witness, value, note, when } = status;
    const fields = { ...dated(when), value, note };
    const ref: FactRef = { kind: 'status', id };
    return witness.who === 'me'
      ? { ref, kind: 'status_seen', fields: { ...fields, words: witness.words ?? '', shown: witness.shown } }
      : { ref, kind: 'status_heard', fields };
  }
  const inquiry = found(facts.inquiries, id);
  if (inquiry) {
    const { entrance, sender, body, sent } = inquiry;
    return { ref: { kind: 'inquiry', id }, kind: 'inquiry', fields: { ...dated(sent), entrance, sender, body } };
  }
  const wish = found(facts.wishes, id);
  if (wish)
    return {
      ref: { kind: 'wish', id },
      kind: 'wish',
      fields: { ...dated(wish.when), ...picked(wish, 'channels', 'note') },
    };
  const contact = found(facts.outside_contacts, id);
  if (contact) {
    const fields = { ...dated(contact.when), ...picked(contact, 'channel', 'note') };
    return { ref: { kind: 'outside_contact', id }, kind: 'outside_contact', fields };
  }
  const restriction = found(facts.restrictions, id);
  if (!restriction) return undefined;
  const fields = { ...dated(restriction.when), party: restriction.party, words: restriction.words ?? '' };
  return { ref: { kind: 'restriction', id }, kind: 'restriction', fields };
}

/** These fields of a fact and no others. */
const picked = <T, K extends keyof T>(fact: T, ...names: K[]) =>
  Object.fromEntries(names.map((name) => [name, fact[name]])) as Pick<T, K>;
