import type { PlatformRules, RulesView } from '../host';

/** With nothing left out, all the way down. */
type Whole<T> = T extends object ? { [K in keyof T]-?: Whole<Exclude<T[K], undefined>> } : T;

/** The rules as the book tells them. Only a file may leave out what is empty; whoever asks the book is told every field. */
export type WholeRules = Whole<PlatformRules>;
/** On what a value rests. */
export type WholeCite = WholeRules['contact']['cite'];

/** The page of a service: its rules whole, and what the user said of them. */
export type WholeRulesView = Omit<RulesView, 'rules'> & { rules: WholeRules };
