import type { EvidenceLinkId, FactRef } from '../host';

/** What a file proves: a fact of a contract, or the contract as a whole. */
export interface Tie {
  link: EvidenceLinkId;
  contract: { id: string; title: string };
  fact: FactRef | null;
}

/** A fact as the value of a choice; the contract as a whole is empty. */
export const keyOf = (fact: FactRef | null): string => (fact ? `${fact.kind} ${fact.id}` : '');
