import type { DraftPurpose } from '../host';

/** What there is to record once a text was sent. An inquiry is recorded with its text; other things have a form of their own. */
export type Afterwards =
  { record: 'inquiry' } | { record: 'request' | 'sighting' | 'outside_contact'; label: string } | { record: 'nothing' };

/** By what the text is for. The client's answer to a question about the link is a sighting; a farewell leaves nothing to record. */
export function afterwards(purpose: DraftPurpose): Afterwards {
  switch (purpose) {
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
