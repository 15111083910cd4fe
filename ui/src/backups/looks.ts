/** How the state of a place, and of all backups, is shown: a shape and a word, never a colour alone. */
import type { BackupRow, BackupStatus, PlaceState } from '../host';
import type { IconName } from '../parts/icons';
import { clock, dayTime, t, today } from '../words';

/** Under which name the shell makes a backup that nobody asked for. */
export const BY_ITSELF = 'by-itself';
/** Under which name it makes the last one before the window closes. */
export const AT_CLOSE = 'at-close';

/** The time of a moment of today, else its day too. */
export function shortly(moment: string): string {
  const whole = dayTime(moment);
  const time = clock(moment);
  const local = new Date(moment);
  const pad = (part: number) => String(part).padStart(2, '0');
  const day = `${local.getFullYear()}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`;
  return day === today() ? time : whole;
}

/** The state of a place in a sentence. */
export function placeWords(state: PlaceState): string {
  switch (state.is) {
    case 'waiting':
      return t('backup-state-waiting');
    case 'proven':
      return t('backup-state-proven', { when: shortly(state.at) });
    case 'away':
      return t('backup-state-away', { when: shortly(state.since) });
    case 'failed':
      return t('backup-state-failed', {
        when: shortly(state.since),
        why: t(`backup-because-${state.because.replaceAll('_', '-')}`),
      });
  }
}

const PLACE_ICONS: Record<PlaceState['is'], IconName> = {
  waiting: 'hourglass',
  proven: 'check',
  away: 'offline',
  failed: 'alert',
};

export const placeIcon = (state: PlaceState): IconName => PLACE_ICONS[state.is];

/** All backups in a line, for the bar below every screen. */
export function barWords(status: BackupStatus): string {
  const when = status.at ? shortly(status.at) : '';
  switch (status.is) {
    case 'good':
      return t('backup-bar', { when, places: status.places });
    case 'away':
      return t('backup-bar-away', { when, places: status.places });
    case 'failed':
      return t('backup-bar-failed');
    case 'shrunk':
      return t('backup-bar-shrunk');
    case 'none':
      return t('backup-bar-none');
  }
}

const BAR_ICONS: Record<BackupStatus['is'], IconName> = {
  good: 'check',
  none: 'drive',
  away: 'offline',
  failed: 'alert',
  shrunk: 'alert',
};

export const barIcon = (status: BackupStatus): IconName => BAR_ICONS[status.is];

/** What a backup was made for. */
export const whyWords = (row: BackupRow): string => t(`backup-why-${row.why ?? 'migration'}`);

/** What a backup holds. */
export function holdsWords(row: BackupRow): string {
  if (row.contracts === null || row.files === null) return t('backup-holds-unknown', { schema: row.older_schema ?? 0 });
  return t('backup-holds', { contracts: row.contracts, files: row.files });
}

/** Where a backup lies. */
export const wherePlaces = (row: BackupRow): string[] =>
  row.places.map((place) => (place === '' ? t('backup-at-home') : place));
