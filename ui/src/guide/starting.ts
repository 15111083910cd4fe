import { writeInPlace } from '../book/write';
import { go } from '../frame/route.svelte';
import { host, type GuideListView } from '../host';

/** What a run is about. */
export interface About {
  guide: string;
  platform: string;
  contract: string | null;
}

/** The run that was left before its end, of the same guide about the same contract. */
export const leftRun = (list: GuideListView, about: About) =>
  list.open_runs.find(
    (run) =>
      run.guide.id === about.guide &&
      run.guide.platform === about.platform &&
      (run.contract?.id ?? null) === about.contract,
  );

/** Starts a run and goes to it. */
export async function start(about: About): Promise<void> {
  go('guide', await writeInPlace(host.guideStart, about));
}
