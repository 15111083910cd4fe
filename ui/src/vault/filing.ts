/** A document as it stands in its form, and as the book takes it. */
import type { Document, DocumentAmendment, DocumentInput, DocumentKind, EvidenceId } from '../host';
import { emptySlip, slipOf, type SlipFields } from './slip';

export const KINDS = [
  'invoice',
  'receipt',
  'estimate',
  'order',
  'contract',
  'delivery_note',
  'other',
] as const satisfies readonly DocumentKind[];

export type FilingFields = {
  kind: DocumentKind;
  number: string;
  title: string;
  counterparty: string;
  day: string;
  amount: string;
  note: string;
  person: string;
  slip: SlipFields;
  /** What the correction was begun with. */
  before: Document | null;
};

/** The form as it opens. `person` is who was named last. */
export const fieldsOf = (document: Document | undefined, person: string | null): FilingFields => ({
  kind: document?.kind ?? 'invoice',
  number: document?.number ?? '',
  title: document?.title ?? '',
  counterparty: document?.counterparty ?? '',
  day: document?.day ?? '',
  amount: document?.amount?.toString() ?? '',
  note: document?.note ?? '',
  person: document?.person ?? person ?? '',
  slip: emptySlip(person),
  before: document ?? null,
});

export const inputOf = (
  evidence: EvidenceId,
  { kind, number, title, counterparty, day, amount, note, person }: FilingFields,
): DocumentInput => ({ evidence, kind, number, title, counterparty, day, amount, note, person });

export const amendmentOf = (document: Document, fields: FilingFields): DocumentAmendment => ({
  document: document.id,
  before: fields.before,
  input: inputOf(document.evidence, fields),
  slip: slipOf(fields.slip),
});
