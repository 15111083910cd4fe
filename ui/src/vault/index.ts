/** The evidence vault for the screens: files taken in, looked at, looked through. */
export { default as AskContract } from './AskContract.svelte';
export { default as DropZone } from './DropZone.svelte';
export { default as ProgressLine } from './ProgressLine.svelte';
export { default as Thumb } from './Thumb.svelte';
export { default as Untie } from './Untie.svelte';
export { default as Verify } from './Verify.svelte';
export { default as Viewer } from './Viewer.svelte';
export { default as Working } from './Working.svelte';
export { default as WorkLine } from './WorkLine.svelte';
export { fromClipboard, hearDrops, paste, takesFiles } from './given.svelte';
export { isSame, nameOf, paths, takings, type Given } from './taking.svelte';
export type { Tie } from './tie';
export { follow, LARGE, LongWork, percentOf } from './work.svelte';
