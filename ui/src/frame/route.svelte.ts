/** Where the window is. Kept in the hash of the address, so that a reload comes back to the same screen. */

/** The screens. */
export const SCREENS = [
  'today',
  'contracts',
  'contract',
  'record',
  'guides',
  'guide',
  'drawing',
  'inquiries',
  'evidence',
  'documents',
  'message',
  'rules',
  'rules-changed',
  'service',
  'history',
  'settings',
  'support',
  'check',
  'backups',
] as const;
export type Screen = (typeof SCREENS)[number];

/** A screen, what it is about, and what it should begin with. */
export interface Route {
  screen: Screen;
  id: string | null;
  params: Record<string, string>;
}

/** Reads a hash such as `#/contract/0192…?record=status`; anything else is today. */
export function readRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name, id] = path.split('/');
  const screen = SCREENS.find((one) => one === name);
  return screen
    ? { screen, id: id ? decodeURIComponent(id) : null, params: Object.fromEntries(new URLSearchParams(search)) }
    : { screen: 'today', id: null, params: {} };
}

/** The hash of a route; what `readRoute` reads back. */
export function hashOf(screen: Screen, id: string | null = null, params: Record<string, string> = {}): string {
  const search = new URLSearchParams(params).toString();
  return `#/${screen}${id ? `/${encodeURIComponent(id)}` : ''}${search ? `?${search}` : ''}`;
}

const now = $state<{ route: Route }>({ route: readRoute(location.hash) });
window.addEventListener('hashchange', () => {
  now.route = readRoute(location.hash);
});

/** The route shown. */
export const route = (): Route => now.route;

/** Goes to a screen, or to the title of the one that is there. The way back is the web view's own history. */
export function go(screen: Screen, id: string | null = null, params: Record<string, string> = {}): void {
  const hash = hashOf(screen, id, params);
  if (location.hash === hash) readFromTitle();
  else location.hash = hash;
}

/** The parameters with one of them set, or without it where its value is empty. */
export function withParam(
  params: Readonly<Record<string, string>>,
  name: string,
  value: string,
): Record<string, string> {
  const rest = Object.entries(params).filter(([key]) => key !== name);
  return Object.fromEntries(value ? [...rest, [name, value]] : rest);
}

/** Changes what the shown screen is given, without a step on the way back: for what changes with every letter typed. */
export function adjust(params: Record<string, string>): void {
  history.replaceState(history.state, '', hashOf(now.route.screen, now.route.id, params));
  now.route = readRoute(location.hash);
}

/** Gives the title the focus: from there a screen is read. */
export const readFromTitle = (): void => document.getElementById('page-title')?.focus();

/** Goes back to where the reader came from. */
export const back = (): void => history.back();
