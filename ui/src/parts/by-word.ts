import type { Say, StateCount, StateName } from '../host';
import { stateKey } from './states';

/** One word of 外部連絡の可否 with everything it stands for: 「確認が必要です」 is said of three states. */
export interface WordCount {
  key: string;
  states: StateName[];
  count: number;
  hints: Say[];
}

/** Counts by the word a reader sees; states of which there is none are left out, but for those to keep. */
export function byWord(states: readonly StateCount[], kept: readonly StateName[] = []): WordCount[] {
  const words = new Map<string, WordCount>();
  for (const { state, count, hint } of states) {
    if (count === 0 && !kept.includes(state)) continue;
    const key = stateKey(state);
    const word = words.get(key) ?? { key, states: [], count: 0, hints: [] };
    words.set(key, {
      ...word,
      states: [...word.states, state],
      count: word.count + count,
      hints: hint ? [...word.hints, hint] : word.hints,
    });
  }
  return [...words.values()];
}
