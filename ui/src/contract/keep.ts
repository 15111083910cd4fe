/** Keeping files for a contract, or for one fact of it. */
import { write } from '../book/write';
import { host, type FactRef, type Origin } from '../host';

/** Keeps these files, one after the other; the first that cannot be kept ends it, and those before it stay. */
export async function keep(contract: string, fact: FactRef | null, paths: readonly string[], origin: Origin) {
  for (const path of paths) await write(host.evidenceAttach, { contract, fact, path, origin });
}
