import { writeInPlace } from '../book/write';
import { go } from '../frame/route.svelte';
import { host, type GuideListView } from '../host';

/** What a run is about. */
export interface About {
  guide: string;
  platform: string;
  contract: string | null;
}

/** The run that was left before its end, of this guide about this contract. */
export const leftRun = (list: GuideListView, guide: string, contract: string | null) =>
  list.open_runs.find((run) => run.guide.id === guide && (run.contract?.id ?? null) === contract);

/** Starts a run and goes to it. */
export async function start(about: About): Promise<void> {
  go('guide', await writeInPlace(host.guideStart, about));
}
