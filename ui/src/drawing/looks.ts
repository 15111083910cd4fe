/** How a node looks: a shape, an ink and words together. Green is kept for what needs the permission, and is shown only with it. */
import type { DrawnAs, QuestionKind, Urgency } from '../host';
import type { IconName } from '../parts/icons';
import type { Card } from './cards';

export interface Tag {
  icon: IconName;
  /** The message. */
  word: string;
}

export interface Looks {
  shape: 'question' | 'danger' | 'outcome';
  /** A value of `data-tone`. */
  tone?: 'stop' | 'warn' | 'info';
  /** A value of `data-standing`. */
  standing?: 'approved';
  tags: Tag[];
}

const QUESTIONS: Record<QuestionKind, Pick<Looks, 'shape' | 'tone'> & { tag: Tag }> = {
  danger: { shape: 'danger', tone: 'stop', tag: { icon: 'alert', word: 'drawing-danger' } },
  check: { shape: 'question', tag: { icon: 'question', word: 'drawing-check' } },
  verify: { shape: 'question', tag: { icon: 'eye', word: 'drawing-verify' } },
};

const URGENCY: Record<Urgency, { tone: 'stop' | 'warn' | 'info'; tag: Tag }> = {
  now: { tone: 'stop', tag: { icon: 'alert', word: 'guide-urgency-now' } },
  today: { tone: 'warn', tag: { icon: 'clock', word: 'guide-urgency-today' } },
  calm: { tone: 'info', tag: { icon: 'info', word: 'guide-urgency-calm' } },
};

const RECORD: Tag = { icon: 'book', word: 'drawing-lookup' };
const OUTSIDE: Tag = { icon: 'gate-open', word: 'drawing-outside' };

export function looksOf(what: DrawnAs): Looks {
  switch (what.node) {
    case 'question':
    case 'lookup': {
      const { tag, ...looks } = QUESTIONS[what.kind];
      return { ...looks, tags: what.node === 'lookup' ? [tag, RECORD] : [tag] };
    }
    case 'outcome': {
      const { tone, tag } = URGENCY[what.urgency];
      return what.act === 'contact_outside'
        ? { shape: 'outcome', standing: 'approved', tags: [OUTSIDE, tag] }
        : { shape: 'outcome', tone, tags: [tag] };
    }
  }
}

/** The way of a run, on its cards. */
export const WAYS: Record<Card['way'], Tag | undefined> = {
  none: undefined,
  passed: { icon: 'check', word: 'drawing-walked' },
  here: { icon: 'flag', word: 'drawing-here' },
};
