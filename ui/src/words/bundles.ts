/** The messages of `locales/`, the same files the shell and the command line read. */
import { FluentBundle, FluentResource } from '@fluent/bundle';

/** The languages of the app. */
export type Lang = 'ja' | 'en';

const files: Record<Lang, Record<string, string>> = {
  ja: import.meta.glob('../../../locales/ja/*.ftl', { query: '?raw', import: 'default', eager: true }),
  en: import.meta.glob('../../../locales/en/*.ftl', { query: '?raw', import: 'default', eager: true }),
};

function readAll(lang: Lang): FluentBundle {
  const made = new FluentBundle(lang, { useIsolating: false });
  for (const text of Object.values(files[lang])) made.addResource(new FluentResource(text));
  return made;
}

const read: Partial<Record<Lang, FluentBundle>> = {};

/** The messages of a language, read when it is first spoken: the window does not wait for words that nobody reads. */
export const bundle = (lang: Lang): FluentBundle => (read[lang] ??= readAll(lang));
