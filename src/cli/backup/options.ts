import type { ParseArgsOptionsConfig } from 'node:util';
import type { Store } from '../../adapters/store/files.ts';
import { DEFAULT_STORE, openStore, storeDirectory } from '../../adapters/store/store.ts';
import { type Result, refuse } from '../../model/problem.ts';
import type { Surroundings } from '../io.ts';
import { parsed, usage } from '../judging.ts';

/** What a verb prints, and its exit code. */
export type Answer = { text: string; code: number };

/** The options of every verb that uses a store. */
export const STORE_OPTIONS = {
  store: { type: 'string' },
  format: { type: 'string' },
  debug: { type: 'boolean' },
} as const;

type Given = { store?: string; format?: string };

const FORMATS = ['terminal', 'json'];

/** The arguments of one verb, or what is wrong with them. `positionals`: how many words it takes besides options. */
export function readStoreArguments<T extends ParseArgsOptionsConfig>(
  argv: string[],
  options: T,
  words: readonly string[] = [],
) {
  const read = parsed({ args: argv, options, allowPositionals: true });
  if (!read.ok) return read;
  const { format = 'terminal' } = read.value.values as Given;
  if (!FORMATS.includes(format)) {
    return refuse(usage(`There is no format ${JSON.stringify(format)}.`, `Formats: ${FORMATS.join(', ')}.`));
  }
  const { positionals } = read.value;
  if (positionals.length === words.length) return read;
  const wanted = words.length === 0 ? 'takes options only' : `takes ${words.join(' and ')}`;
  return refuse(
    usage(
      `This verb ${wanted}, and was given ${JSON.stringify(positionals.join(' '))}.`,
      'See holdfast --help.',
    ),
  );
}

/** Where the store is: `--store`, `HOLDFAST_STORE`, or the usual place. */
export function chosenStore(given: Given, io: Surroundings): Promise<string> {
  return storeDirectory(given.store ?? (io.env.HOLDFAST_STORE || DEFAULT_STORE), io.cwd);
}

/** The store, which has to be there. */
export async function existingStore(given: Given, io: Surroundings): Promise<Result<Store>> {
  return openStore(await chosenStore(given, io));
}
