/** The values a form offers, in the order in which people meet them. */
import type { ClientKind, Confidence, ContactChannel, Format, InquiryResult, Stage, StatusValue } from '../host';

/** Where a contract stands, for one that is written down for the first time. */
export const STANDS_AT: readonly Stage[] = [
  'consultation',
  'terms',
  'contracted',
  'escrowed',
  'delivered',
  'inspected',
  'completed',
  'terminated',
  'declined',
];
/** What can happen to a contract that is on record: also what lies beside the usual way. */
export const STAGES: readonly Stage[] = [
  ...STANDS_AT.slice(0, -2),
  'reminder_requested',
  'termination_requested',
  'continued',
  ...STANDS_AT.slice(-2),
];
export const CHANNELS: readonly ContactChannel[] = [
  'chatwork',
  'video_call',
  'email',
  'phone',
  'line',
  'slack',
  'discord',
  'other',
];
export const STATUSES: readonly StatusValue[] = ['blank', 'pending', 'approved', 'denied', 'revoked', 'unclear'];
export const RESULTS: readonly InquiryResult[] = ['can_apply_now', 'asked_for_more', 'refused', 'no_help'];
export const FORMATS: readonly Format[] = ['fixed', 'hourly', 'task', 'competition', 'listing', 'other'];
export const KINDS: readonly ClientKind[] = ['person', 'company', 'unknown'];

/** How sure something is, as one says it. */
export const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  NONE: 'guide-confidence-none',
  INF: 'guide-confidence-low',
  L: 'guide-confidence-low',
  M: 'guide-confidence-middle',
  H: 'guide-confidence-high',
};
