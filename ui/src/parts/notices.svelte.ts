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

  /** Says a sentence; it stays until it is closed, acted on, or others push it away. */
  say(text: string, act?: Notice['act']): void {
    this.all = [...this.all.slice(1 - AT_MOST), { id: this.#next++, text, act }];
  }

  close(id: number): void {
    this.all = this.all.filter((notice) => notice.id !== id);
  }
}

/** The notices of this window. */
export const notices = new Notices();
