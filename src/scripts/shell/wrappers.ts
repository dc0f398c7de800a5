import type { OptionTable } from '../commands/options.ts';

/**
 * A command that runs another one.
 * - `skip`: operands that stand before the command that is run, such as a host or a duration.
 * - `assigns`: `NAME=value` operands before it set variables.
 * - `words`: the rest is a command with its words; `string`: the rest, joined, is read by a shell again;
 *   `option`: the value of this option is (`bash -c`), and without it the rest is a script file with its arguments.
 * - `input`: without operands, the commands are read from standard input.
 * - `host`: where it runs them; the last skipped operand names it.
 */
export type Wrapper = {
  names: readonly string[];
  options: OptionTable;
  skip?: number;
  /** With one of these options, no operand is skipped. */
  unless?: string;
  assigns?: true;
  runs: 'words' | 'string' | 'option';
  option?: string;
  input?: true;
  host?: 'ssh' | 'container';
  ephemeral?: true;
};

const SHELL_OPTIONS: OptionTable = { values: '-c -o -O --rcfile --init-file +O', stops: true };

/** Every wrapper; a name of several words is looked for before a shorter one. */
const wrappers: readonly Wrapper[] = [
  {
    names: ['sudo', 'doas'],
    options: {
      values: '-u -g -h -p -C -D -R -r -t -T -U --user --group --host --prompt --chdir --chroot',
      stops: true,
    },
    assigns: true,
    runs: 'words',
  },
  {
    names: ['env'],
    options: { values: '-u -C -S --unset --chdir', stops: true },
    assigns: true,
    runs: 'words',
  },
  {
    names: [
      'nohup',
      'setsid',
      'command',
      'builtin',
      'exec',
      'time',
      'chronic',
      'unbuffer',
      'busybox',
      'caffeinate',
      'eatmydata',
      'fakeroot',
    ],
    options: { values: '-a -f -o', stops: true },
    runs: 'words',
  },
  { names: ['nice'], options: { values: '-n --adjustment', stops: true }, runs: 'words' },
  { names: ['ionice'], options: { values: '-c -n -p', stops: true }, runs: 'words' },
  { names: ['stdbuf'], options: { values: '-i -o -e', stops: true }, runs: 'words' },
  {
    names: ['timeout'],
    options: { values: '-k -s --kill-after --signal', stops: true },
    skip: 1,
    runs: 'words',
  },
  {
    names: ['gosu', 'su-exec', 'setpriv', 'chpst', 'taskset'],
    options: { values: '-u', stops: true },
    skip: 1,
    runs: 'words',
  },
  {
    names: ['flock'],
    options: { values: '-w -E -c --timeout --command', stops: true },
    skip: 1,
    runs: 'option',
    option: '-c --command',
  },
  {
    names: ['runuser', 'su'],
    unless: '-u --user',
    options: { values: '-c -s -g -G -u --command --shell --user' },
    skip: 1,
    runs: 'option',
    option: '-c --command',
    input: true,
  },
  { names: ['watch'], options: { values: '-n -d --interval', stops: true }, runs: 'string' },
  { names: ['script'], options: { values: '-c --command' }, runs: 'option', option: '-c --command' },
  {
    names: ['systemd-run', 'dbus-run-session', 'xvfb-run'],
    options: { values: '-p -u --unit --property', stops: true },
    runs: 'words',
  },
  {
    names: ['bash', 'sh', 'dash', 'ash', 'ksh', 'zsh'],
    options: SHELL_OPTIONS,
    runs: 'option',
    option: '-c',
    input: true,
  },
  {
    names: ['ssh', 'autossh'],
    options: { values: '-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w', stops: true },
    skip: 1,
    runs: 'string',
    input: true,
    host: 'ssh',
  },
  { names: ['sshpass'], options: { values: '-p -f -d -P', stops: true }, runs: 'words' },
  {
    names: ['gcloud compute ssh', 'vagrant ssh'],
    options: { values: '--command -c --zone --project' },
    skip: 1,
    runs: 'option',
    option: '--command -c',
    input: true,
    host: 'ssh',
  },
  {
    names: ['docker exec', 'podman exec', 'nerdctl exec'],
    options: { values: '-e -u -w --env --user --workdir --env-file', stops: true },
    skip: 1,
    runs: 'words',
    host: 'container',
  },
  {
    names: ['docker compose exec', 'docker-compose exec'],
    options: { values: '-e -u -w --env --user --workdir --index', stops: true },
    skip: 1,
    runs: 'words',
    host: 'container',
  },
  {
    names: ['kubectl exec', 'oc exec', 'oc rsh'],
    options: { values: '-c -n --container --namespace --context' },
    skip: 1,
    runs: 'words',
    host: 'container',
  },
  {
    names: ['lxc exec', 'incus exec', 'pct exec'],
    options: { stops: true },
    skip: 1,
    runs: 'words',
    host: 'container',
  },
  {
    names: ['docker run', 'podman run'],
    options: {
      values:
        '-a -c -e -h -l -m -p -u -v -w --add-host --cpus --dns --entrypoint --env --env-file --gpus --hostname --label --memory --mount --name --network --net --platform --publish --pull --restart --user --volume --volumes-from --workdir --log-driver --log-opt --cap-add --security-opt --tmpfs --ulimit',
      stops: true,
    },
    skip: 1,
    runs: 'words',
    host: 'container',
    ephemeral: true,
  },
  { names: ['chroot'], options: { stops: true }, skip: 1, runs: 'words', host: 'container', ephemeral: true },
];

const byName = new Map(wrappers.flatMap((wrapper) => wrapper.names.map((name) => [name, wrapper] as const)));

const SUB_COMMANDS = new Set(['rsh', 'exec', 'run', 'ssh', 'compose', 'compute']);

/**
 * The wrapper that these words begin with, and how many of them are its name; options between a tool and its
 * sub-command, as in `kubectl -n shop exec`, are passed over.
 */
export function wrapperOf(
  words: readonly (string | undefined)[],
): { wrapper: Wrapper; length: number } | undefined {
  const plain: string[] = [];
  let found: { wrapper: Wrapper; length: number } | undefined;
  for (let index = 0; index < words.length && plain.length < 3; index++) {
    const word = words[index];
    if (word === undefined) break;
    if (index > 0 && word.startsWith('-')) {
      const next = words[index + 1];
      if (!word.includes('=') && next !== undefined && !next.startsWith('-') && !SUB_COMMANDS.has(next))
        index += 1;
      continue;
    }
    plain.push(word);
    const wrapper = byName.get(plain.join(' '));
    if (wrapper !== undefined && (found === undefined || plain.length > 1))
      found = { wrapper, length: index + 1 };
    if (plain.length === 1 && found !== undefined) return found;
  }
  return found;
}
