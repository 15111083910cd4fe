/** Where a next step leads: the same button means the same place on every screen. */
import type { NextKind } from '../host';
import { go } from './route.svelte';

/** Goes where the step is done. `run` is a run of a guide that was left before its end. */
export function take(step: NextKind, contract: string, run: string | null = null): void {
  switch (step.do) {
    case 'run_guide':
      return run ? go('guide', run) : go('guides', null, { contract, ...(step.guide ? { guide: step.guide } : {}) });
    case 'open_draft':
      // The screen of the contract knows its letters, and which of them is for this.
      return go('contract', contract, step.draft ? { draft: step.draft } : { purpose: step.purpose });
    case 'ask_office':
      return go('contract', contract, { purpose: 'inquiry_to_office' });
    case 'record_stage':
      return go('contract', contract, { record: 'stage', stage: step.stage });
    case 'record_request':
      return go('contract', contract, { record: 'request' });
    case 'record_status':
      return go('contract', contract, { record: 'status_seen' });
    case 'record_reply':
      return go('contract', contract, { record: 'reply' });
    case 'look_for_link':
      return go('contract', contract, { record: 'sighting' });
    case 'stop_contact':
    case 'stay_inside':
      return go('contract', contract);
  }
}
