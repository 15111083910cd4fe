/** Files on their way into the vault, whatever screen is shown meanwhile. */
import { writeUnlessStopped } from '../book/write';
import { host, type FactRef, type GivenFile, type Origin } from '../host';
import { LongWork } from './work.svelte';

/** A file that was chosen, dropped or pasted. */
export interface Given {
  file: GivenFile;
  origin: Origin;
}

/** Files on the disk. */
export const paths = (all: readonly string[], origin: Origin): Given[] =>
  all.map((path) => ({ file: { given: 'path', path }, origin }));

/** What a file is called before it is kept. */
export const nameOf = ({ file }: Given): string =>
  file.given === 'pasted' ? file.name : (file.path.split(/[/\\]/).at(-1) ?? file.path);

/** Whether two are the same file. */
export const isSame = (a: Given, b: Given): boolean =>
  a.file.given === 'path' ? b.file.given === 'path' && a.file.path === b.file.path : sameClip(a.file, b.file);

const sameClip = (a: GivenFile, b: GivenFile) =>
  a.given === 'pasted' && b.given === 'pasted' && a.picture === b.picture;

/** What is being taken in. */
export interface Taking {
  id: number;
  name: string;
  /** Files after this one. */
  left: number;
  work: LongWork;
}

class Takings {
  all = $state<Taking[]>([]);
  #next = 0;

  /**
   * Keeps these files, one after the other; the first that cannot be kept ends it, and those before it stay. So does one that
   * the user stopped.
   */
  async take(contract: string, fact: FactRef | null, files: readonly Given[]): Promise<void> {
    const id = this.#next++;
    const work = new LongWork();
    try {
      for (const [at, given] of files.entries()) {
        const others = this.all.filter((one) => one.id !== id);
        this.all = [...others, { id, name: nameOf(given), left: files.length - at - 1, work }];
        const input = { contract, fact, file: given.file, origin: given.origin };
        const kept = await work.run((name) => writeUnlessStopped((action) => host.evidenceTake(name, action), input));
        if (kept === null) return;
      }
    } finally {
      this.all = this.all.filter((one) => one.id !== id);
    }
  }
}

export const takings = new Takings();
