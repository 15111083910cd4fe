/** Letters, for the screens that show them: the outcome of a guide and the screen of a contract. */
export { default as Checks } from './Checks.svelte';
export { default as DraftPanel } from './DraftPanel.svelte';
export { default as Letter } from './Letter.svelte';
export { default as LetterDesk } from './LetterDesk.svelte';
export { letterOf } from './letter.svelte';
