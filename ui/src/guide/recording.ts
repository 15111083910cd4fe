import type { RecordToMake } from '../host';

/** Where what an outcome asks to record is recorded: a form of the contract's screen. */
export interface Recording {
  /** The form, as the address of the contract's screen names it. */
  record: string;
  /** The words on the button. */
  label: string;
}

/** The form for what is to be recorded; nothing where the run itself is the record. */
export function recordingOf(record: RecordToMake): Recording | undefined {
  switch (record) {
    case 'inquiry':
      return { record: 'inquiry', label: 'guide-record-inquiry' };
    case 'request':
      return { record: 'request', label: 'guide-record-request' };
    case 'status':
      return { record: 'status_seen', label: 'guide-record-status' };
    case 'sighting':
      return { record: 'sighting', label: 'guide-record-sighting' };
    case 'outside_contact':
      return { record: 'outside_contact', label: 'guide-record-outside-contact' };
    case 'stage':
      return { record: 'stage', label: 'guide-record-stage' };
    case 'restriction':
      return { record: 'restriction', label: 'guide-record-restriction' };
    case 'run_only':
      return undefined;
  }
}
