import { nodeFs } from '../../adapters/store/fs.ts';
import { takeInventory } from '../../adapters/store/inventory.ts';
import { openStore } from '../../adapters/store/store.ts';
import { ok, type Result } from '../../model/problem.ts';
import { checkJson, checkText } from '../../reports/store.ts';
import { examine } from '../../store/examine.ts';
import { chosenDecrypt, IDENTITY_OPTIONS } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { type Answer, chosenStore, readStoreArguments, STORE_OPTIONS } from './options.ts';

/** What could not be looked at is not damaged. */
const UNJUDGED = new Set(['unreadable', 'identity-wrong']);

/** `holdfast backup check`: exit 0, 1 when something is damaged, or 2 when not everything could be read. */
export async function runCheckStore(argv: string[], io: CliIo): Promise<Result<Answer>> {
  const read = readStoreArguments(argv, { ...STORE_OPTIONS, ...IDENTITY_OPTIONS });
  if (!read.ok) return read;
  const args = read.value.values;
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const directory = await chosenStore(args, io);
  const opened = await openStore(directory);
  if (!opened.ok && opened.problem.code !== 'store-damaged') return opened;
  const inventory = await takeInventory({ directory, fs: nodeFs }, decrypt.value);
  if (!inventory.ok) return inventory;
  const found = examine(inventory.value);
  const text = (args.format === 'json' ? checkJson : checkText)(found);
  if (found.damage.length === 0) return ok({ text, code: 0 });
  return ok({ text, code: found.damage.some(({ code }) => !UNJUDGED.has(code)) ? 1 : 2 });
}
