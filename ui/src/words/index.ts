/** Every sentence on the screen: messages by key, sentences of the book, texts of the rules, days, amounts. */
export { grouped, monthAndDay, weekday } from './format';
export { phrases } from './phrases';
export {
  clock,
  day,
  dayTime,
  lang,
  list,
  named,
  say,
  sayable,
  setToday,
  speak,
  t,
  text,
  today,
  when,
  yen,
} from './words.svelte';
export type { Lang } from './bundles';
