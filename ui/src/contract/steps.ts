/** 次の一手: which of the next steps are something to press. */
import type { NextStep } from '../host';

/** Going on inside the service is said, not pressed: there is nothing to open for it. */
export const deeds = (steps: readonly NextStep[]): NextStep[] => steps.filter(({ kind }) => kind.do !== 'stay_inside');
