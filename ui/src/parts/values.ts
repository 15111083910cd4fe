/** The values a form offers, in the order in which people meet them. */
import type { ClientKind, ContactChannel, Format, InquiryResult, Stage, StatusValue } from '../host';

export const STAGES: readonly Stage[] = [
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
