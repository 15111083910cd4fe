/** What the shortcuts, the menu of the system and the palette do: one list, one meaning. */
import type { MenuItem } from '../host';
import type { Deed } from '../keys/shortcuts';
import { lock } from '../book/locking.svelte';
import { redo, undo } from '../book/write';
import { paste } from '../vault';
import { go, readFromTitle, route } from './route.svelte';

/** What only the frame can do, since it owns the overlays. */
export interface Overlays {
  palette(): void;
  help(): void;
  search(): void;
}

/** Does a deed. */
export function act(deed: Deed | MenuItem, overlays: Overlays): void {
  switch (deed) {
    case 'palette':
    case 'help':
    case 'search':
      return overlays[deed]();
    case 'new_contract':
      return go('record');
    case 'undo':
      return void undo();
    case 'redo':
      return void redo();
    case 'paste':
      return void paste();
    case 'lock':
      return void lock();
    case 'today':
    case 'contracts':
    case 'guides':
    case 'inquiries':
    case 'evidence':
    case 'message':
    case 'history':
    case 'settings':
      // Asked for where one is already, a screen is read anew.
      if (route().screen === deed) readFromTitle();
      return go(deed);
  }
}
