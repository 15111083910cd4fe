import type { Addressee, DraftPurpose } from '../host';

/** What there is to record once a text was sent. An inquiry is recorded with its text; other things have a form of their own. */
export type Afterwards =
  { record: 'inquiry' } | { record: 'request' | 'sighting' | 'outside_contact'; label: string } | { record: 'nothing' };

/**
 * By what the text is for. The client's answer to a question about the link is a sighting; a farewell leaves nothing to record.
 * A text that only guides lead to is recorded when it goes to the office: that is an inquiry.
 */
export function afterwards(purpose: DraftPurpose | null, to: Addressee): Afterwards {
  switch (purpose) {
    case null:
      return to === 'office' ? { record: 'inquiry' } : { record: 'nothing' };
    case 'inquiry_to_office':
      return { record: 'inquiry' };
    case 'request_reason':
      return { record: 'request', label: 'draft-record-request' };
    case 'ask_client':
      return { record: 'sighting', label: 'draft-record-sighting' };
    case 'exchange_contact':
      return { record: 'outside_contact', label: 'draft-record-outside-contact' };
    case 'holding':
    case 'decline':
      return { record: 'nothing' };
  }
}
