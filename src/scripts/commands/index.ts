import { baseName } from '../../model/path.ts';
import { literalOf, type Text } from '../text.ts';
import { archiveCommands } from './archive.ts';
import { awsCommands } from './aws.ts';
import { bucketCommands } from './buckets.ts';
import { cloudCommands } from './cloud.ts';
import type { Invocation } from './command.ts';
import { containerCommands } from './container.ts';
import { copyCommands } from './copy.ts';
import { cryptoCommands } from './crypto.ts';
import { downloadCommands } from './download.ts';
import { editCommands } from './edit.ts';
import { editFileCommands } from './edit-file.ts';
import { gitCommands } from './git.ts';
import { helmCommands } from './helm.ts';
import { infrastructureCommands } from './infrastructure.ts';
import { kubernetesCommands } from './kubernetes.ts';
import { kvCommands } from './kv.ts';
import { readOptions } from './options.ts';
import { outputCommands } from './output.ts';
import { platformCommands } from './platform.ts';
import { rcloneCommands } from './rclone.ts';
import { readOnlyCommands } from './read-only.ts';
import { remoteCommands } from './remote.ts';
import { removeCommands } from './remove.ts';
import type { Call, CommandSpec } from './spec.ts';
import { vaultCommands } from './vault.ts';

/** The table of commands. */
export const commands: readonly CommandSpec[] = [
  ...copyCommands,
  ...remoteCommands,
  ...archiveCommands,
  ...gitCommands,
  ...editCommands,
  ...editFileCommands,
  ...cryptoCommands,
  ...removeCommands,
  ...outputCommands,
  ...downloadCommands,
  ...containerCommands,
  ...kubernetesCommands,
  ...helmCommands,
  ...bucketCommands,
  ...rcloneCommands,
  ...awsCommands,
  ...cloudCommands,
  ...vaultCommands,
  ...kvCommands,
  ...platformCommands,
  ...infrastructureCommands,
  ...readOnlyCommands,
];

type Entry = { words: readonly string[]; spec: CommandSpec };

/** By their first word; of those that begin alike, the one with more words comes first. */
const byFirstWord = new Map<string, Entry[]>();
for (const spec of commands) {
  for (const words of spec.names.map((name) => name.split(' '))) {
    const entries = byFirstWord.get(words[0]!) ?? [];
    entries.push({ words, spec });
    entries.sort((one, other) => other.words.length - one.words.length);
    byFirstWord.set(words[0]!, entries);
  }
}

/** The command that an invocation calls, its words told apart. `/usr/bin/cp` is `cp`. */
export function findCommand(
  invocation: Invocation,
  input: readonly Text[],
): { spec: CommandSpec; call: Call } | undefined {
  const name = baseName(invocation.name);
  const entries = byFirstWord.get(name) ?? [];
  const given = new Set(
    entries.length < 2 ? [] : invocation.args.flatMap(({ values }) => values.map(literalOf)),
  );
  for (const { words, spec } of entries) {
    const own = words.slice(1);
    if (entries.length > 1 && !own.every((word) => given.has(word))) continue;
    const { options, operands } = readOptions(invocation.args, spec.options ?? {});
    if (!own.every((word, index) => operands[index]?.values.some((value) => literalOf(value) === word)))
      continue;
    return {
      spec,
      call: {
        command: words.join(' '),
        args: invocation.args,
        input,
        options,
        own: operands.slice(0, own.length),
        operands: operands.slice(own.length),
      },
    };
  }
  return undefined;
}
