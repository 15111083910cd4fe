/** What was just done, said once, with the way back. */
export interface Notice {
  id: number;
  text: string;
  act: { label: string; run: () => void } | undefined;
}

/** How many stand at a time; the oldest makes room. */
const AT_MOST = 3;

class Notices {
  all = $state<Notice[]>([]);
  #next = 0;

  /**
   * Says a sentence; it stays until it is closed, acted on, or others push it away. Only the last deed can be taken back, so
   * its notice takes the place of the one before, which would only cover what is below it.
   */
  say(text: string, act?: Notice['act']): void {
    const before = act ? this.all.filter((notice) => notice.act === undefined) : this.all;
    this.all = [...before.slice(1 - AT_MOST), { id: this.#next++, text, act }];
  }

  /** Takes back everything said: the book it was about is locked. */
  clear(): void {
    this.all = [];
  }

  close(id: number): void {
    this.all = this.all.filter((notice) => notice.id !== id);
  }
}

/** The notices of this window. */
export const notices = new Notices();
