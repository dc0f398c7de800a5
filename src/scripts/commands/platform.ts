import type { Text } from '../text.ts';
import { advice, anew, kept } from './forms.ts';
import { hasOption, optionValue } from './options.ts';
import { firstOf, named, ofOption, operand } from './places.ts';
import type { Call, CommandSpec, WriteSpec } from './spec.ts';

const KEEP = advice('Compare with the current values first, and keep them.');

/** The app of an option, or the one that belongs to the current directory. */
const appOf = (option: string) => firstOf(ofOption(option), () => [{ texts: [['.']] }]);

/** Setting and unsetting variables of an app. */
function settings(
  tool: string,
  set: readonly string[],
  unset: readonly string[],
  page: string,
  app: string,
  more: { values?: string; write?: Partial<Omit<WriteSpec, 'rule' | 'spots'>> } = {},
): CommandSpec[] {
  const options = { values: `${app} ${more.values ?? ''}`.trim() };
  return [
    {
      names: set,
      about: 'the variables that it names',
      page,
      options,
      writes: [kept(tool, 'param-overwrite', appOf(app), { safer: [KEEP], ...more.write })],
    },
    {
      names: unset,
      about: 'the variables that it names',
      page,
      options,
      writes: [kept(tool, 'remove-config', appOf(app), { op: 'delete', safer: [KEEP] })],
    },
  ];
}

/** A setting that has a name of its own: `github-secret:DEPLOY_KEY`. */
const namedSetting = (
  names: readonly string[],
  kind: string,
  page: string,
  values: string,
): CommandSpec[] => [
  {
    names: names.map((name) => `${name} set`),
    about: 'the one that it names, or those of the file',
    page: `${page}_set`,
    options: { values },
    writes: [
      kept(
        'github',
        'param-overwrite',
        firstOf(operand(0), () => [{ texts: [[{ name: '*', is: 'glob' }]] }]),
        {
          prefix: `${kind}:`,
          safer: [KEEP],
        },
      ),
    ],
  },
  {
    names: names.flatMap((name) => [`${name} delete`, `${name} remove`]),
    about: 'the one that it names',
    page: `${page}_delete`,
    options: { values },
    writes: [
      kept('github', 'remove-config', operand(0), { prefix: `${kind}:`, op: 'delete', safer: [KEEP] }),
    ],
  },
];

/** `user` of `crontab -u user`. */
const crontab = firstOf(ofOption('-u'), () => [{ texts: [['.'] as Text] }]);

const isInstall = (call: Call): boolean => call.operands.length > 0 && !hasOption(call, '-l -e -r');

/** Platforms, and the crontab. */
export const platformCommands: readonly CommandSpec[] = [
  ...settings(
    'heroku',
    ['heroku config:set', 'heroku config:add'],
    ['heroku config:unset', 'heroku config:remove'],
    'https://devcenter.heroku.com/articles/heroku-cli-commands',
    '-a --app',
    { values: '-r --remote' },
  ),
  ...settings(
    'fly',
    ['fly', 'flyctl'].flatMap((name) => [`${name} secrets set`, `${name} secrets import`]),
    ['fly', 'flyctl'].map((name) => `${name} secrets unset`),
    'https://fly.io/docs/flyctl/secrets/',
    '-a --app',
    { values: '-c --config' },
  ),
  ...settings(
    'netlify',
    ['netlify env:set', 'ntl env:set'],
    ['netlify env:unset', 'ntl env:unset'],
    'https://cli.netlify.com/commands/env/',
    '-s --site',
    { values: '--context --scope --filter --auth' },
  ),
  {
    names: ['netlify env:import', 'ntl env:import'],
    about: 'with --replace-existing: all variables of the site',
    page: 'https://cli.netlify.com/commands/env/',
    options: { values: '-s --site --filter --auth' },
    writes: [
      kept('netlify', 'env-replace-all', appOf('-s --site'), {
        when: '-r --replace-existing --replaceExisting',
        sources: (call) => call.operands[0]?.values ?? [],
        safer: [advice('Leave --replace-existing away: the variables of the file are merged.')],
      }),
    ],
  },
  ...settings(
    'vercel',
    ['vercel env add', 'vc env add'],
    ['vercel env rm', 'vc env rm', 'vercel env remove'],
    'https://vercel.com/docs/cli/env',
    '--cwd',
    { values: '-t --token -S --scope', write: { when: '--force' } },
  ),
  {
    names: ['vercel env pull', 'vc env pull'],
    about: 'the operand, or .env.local; over an existing file only with --yes',
    page: 'https://vercel.com/docs/cli/env',
    options: { values: '-t --token -S --scope --environment --git-branch --cwd' },
    writes: [
      anew(
        firstOf(operand(0), () => [{ texts: [['.env.local']] }]),
        {
          missing: (call) => (hasOption(call, '-y --yes') ? undefined : 'vercel env pull without --yes'),
        },
      ),
    ],
  },
  ...settings(
    'cf',
    ['cf set-env'],
    ['cf unset-env'],
    'https://cli.cloudfoundry.org/en-US/v8/set-env.html',
    '--app',
  ).map(
    (spec): CommandSpec => ({
      ...spec,
      writes: spec.writes.map((write) => ({ ...write, spots: named('cf', 'cf:', operand(0)) })),
    }),
  ),
  {
    names: ['doctl apps update'],
    about: 'with --spec: the whole specification of the app, its variables too',
    page: 'https://docs.digitalocean.com/reference/doctl/reference/apps/update/',
    options: { values: '--spec -t --access-token --context -o --output --format' },
    writes: [
      kept('doctl', 'env-replace-all', operand(0), {
        when: '--spec',
        sources: (call) => optionValue(call, '--spec')?.values ?? [],
        safer: [advice('Compare with doctl apps spec get first.')],
      }),
    ],
  },
  ...namedSetting(
    ['gh secret'],
    'github-secret',
    'https://cli.github.com/manual/gh_secret',
    '-b --body -e --env -f --env-file -o --org -r --repos -R --repo -v --visibility -a --app -u',
  ),
  ...namedSetting(
    ['gh variable'],
    'github-variable',
    'https://cli.github.com/manual/gh_variable',
    '-b --body -e --env -f --env-file -o --org -r --repos -R --repo -v --visibility',
  ),
  {
    names: ['crontab'],
    about: 'all entries of the user; with -r they are gone',
    page: 'https://man7.org/linux/man-pages/man1/crontab.1.html',
    options: { values: '-u' },
    writes: [
      kept('crontab', 'kv-replace-all', crontab, {
        when: isInstall,
        sources: (call) => call.operands.flatMap(({ values }) => values),
        safer: [advice('Put a file into /etc/cron.d instead; or keep the entries first: crontab -l > copy.')],
      }),
      kept('crontab', 'remove-config', crontab, {
        op: 'delete',
        when: '-r',
        safer: [advice('Keep the entries first: crontab -l > copy.')],
      }),
    ],
  },
];
