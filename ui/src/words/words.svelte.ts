import type { FluentVariable } from '@fluent/bundle';
import type { Say, SayValue, Text, When } from '../host';
import { bundle, type Lang } from './bundles';
import { grouped, monthAndDay, weekday } from './format';

const now = $state<{ lang: Lang; today: string }>({ lang: 'ja', today: '' });

/** The language spoken now. */
export const lang = (): Lang => now.lang;

/** The day it is, as the book counts it: 2026-11-24. */
export const today = (): string => now.today;

/** Speaks another language from now on; every sentence on the screen follows. */
export function speak(language: Lang): void {
  now.lang = language;
  document.documentElement.lang = language;
}

/** Tells which day it is: days of its year are written without the year. */
export function setToday(day: string): void {
  now.today = day;
}

/** One message. A key without a message stands for itself, so that a fault is seen and nothing is hidden. */
export function t(key: string, args: Record<string, FluentVariable> = {}): string {
  const messages = bundle(now.lang);
  const pattern = messages.getMessage(key)?.value;
  return pattern ? messages.formatPattern(pattern, args, []) : key;
}

/** Whether there is a message of this key. */
export const sayable = (key: string): boolean => bundle(now.lang).hasMessage(key);

/** A text of the rules or guides in the language spoken. */
export const text = (words: Text): string => words[now.lang];

/** A sentence of the book. */
export function say(sentence: Say): string {
  const args = sentence.args.map(({ name, value }): [string, FluentVariable] => [
    name,
    // A number stays a number, so that a message can choose between one and many.
    value.type === 'number' ? value.value : said(value),
  ]);
  return t(sentence.key, Object.fromEntries(args));
}

function said(value: SayValue): string {
  switch (value.type) {
    case 'words':
      return value.value;
    case 'number':
      return String(value.value);
    case 'yen':
      return yen(value.value);
    case 'day':
      return day(value.value);
    case 'text':
      return text(value.value);
    case 'name':
      return t(value.value);
    case 'list':
      return list(value.value.map(said));
    case 'say':
      return say(value.value);
  }
}

/** Several things in a row. */
export const list = (items: string[]): string => items.join(t('list-joint'));

/** A day: 11/24(火), Tue 24 Nov; with the year when it is another than this one. */
export function day(date: string): string {
  const parts = monthAndDay(date);
  const key = parts.year === now.today.slice(0, 4) ? 'date-short' : 'date-long';
  return t(key, { ...parts, weekday: weekday(date) });
}

/** A day and, where it is known, the time: 11/20(金) 18:42. */
export const when = (moment: When): string => [day(moment.day), moment.time?.slice(0, 5)].filter(Boolean).join(' ');

/** The local day and time of a moment, for the history. */
export function dayTime(moment: string): string {
  const local = new Date(moment);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${day(`${local.getFullYear()}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`)} ${clock(moment)}`;
}

/** The local time of a moment: 14:05. */
export function clock(moment: string): string {
  const local = new Date(moment);
  return `${String(local.getHours()).padStart(2, '0')}:${String(local.getMinutes()).padStart(2, '0')}`;
}

/** An amount: 50,000円, ¥50,000. */
export function yen(amount: number): string {
  return t(amount < 0 ? 'money-yen-below-zero' : 'money-yen', { digits: grouped(amount) });
}

/** The name of one of the book's values: `named('stage', 'contracted')`. Underscores of the wire are hyphens in keys. */
export const named = (family: string, value: string): string => t(`${family}-${value.replaceAll('_', '-')}`);
