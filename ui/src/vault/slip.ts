/** Why a document is corrected, as it stands in a form, and as the book takes it. */
import type { DocumentSlip } from '../host';

export type SlipFields = { applied: string; reason: string; person: string };

/** A form as it opens: whoever was named last is named again, and is read before it is sent. */
export const emptySlip = (person: string | null): SlipFields => ({ applied: '', reason: '', person: person ?? '' });

export const slipOf = ({ applied, reason, person }: SlipFields): DocumentSlip => ({ applied, reason, person });
