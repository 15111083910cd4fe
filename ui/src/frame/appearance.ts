/** Language, theme, contrast and text size of the window. What is `system` is left to the web view. */
import type { Language, Settings } from '../host';
import { speak, type Lang } from '../words';

/** The smallest and the largest text, in percent. */
export const TEXT_PERCENT = { min: 100, max: 200, step: 25 } as const;

/** The language to speak: the one chosen, or the first of the system that the app has. */
export function languageOf(chosen: Language, system: readonly string[]): Lang {
  if (chosen !== 'system') return chosen;
  const known = system.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'ja' || tag === 'en');
  return known === 'en' ? 'en' : 'ja';
}

/** Makes the window look and speak as the settings say. */
export function appear(settings: Settings): void {
  const root = document.documentElement;
  mark(root, 'theme', settings.theme);
  mark(root, 'contrast', settings.contrast);
  root.style.fontSize = `${settings.text_percent ?? TEXT_PERCENT.min}%`;
  speak(languageOf(settings.language ?? 'system', navigator.languages));
}

function mark(root: HTMLElement, name: 'theme' | 'contrast', value: string | undefined): void {
  if (value === undefined || value === 'system') root.removeAttribute(`data-${name}`);
  else root.setAttribute(`data-${name}`, value);
}
