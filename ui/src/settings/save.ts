import { answers, queries } from '../book/queries';
import { sendNewest } from '../host/under-way';
import { appear } from '../frame/appearance';
import { host, type Settings } from '../host';

/** Keeps one changed setting. The window follows at once; the book remembers. */
export async function change(part: Partial<Settings>): Promise<void> {
  const start = await answers.fetchQuery({ ...queries.start(), staleTime: Infinity });
  const settings = { ...start.settings, ...part };
  answers.setQueryData(queries.start().queryKey, { ...start, settings });
  appear(settings);
  await sendNewest('settings', () => host.settingsSave(settings));
}
