import type { Safer } from './command.ts';
import { advice, kept } from './forms.ts';
import { optionValue } from './options.ts';
import { named, ofOption, operand } from './places.ts';
import type { Call, CommandSpec, Spot, WriteSpec } from './spec.ts';

const GCLOUD =
  '--project --region --zone --account --configuration --format --filter --impersonate-service-account --verbosity --flags-file --billing-project --access-token-file';

const RUN =
  '--image --source --platform --service-account --memory --cpu --concurrency --timeout --max-instances --min-instances --port --vpc-connector --vpc-egress --ingress --set-env-vars --update-env-vars --remove-env-vars --env-vars-file --set-secrets --update-secrets --remove-secrets --set-cloudsql-instances --add-cloudsql-instances --labels --update-labels --tag --args --command --revision-suffix --network --subnet --execution-environment --runtime --entry-point --trigger-http --trigger-topic --trigger-bucket --stage-bucket --set-build-env-vars --build-env-vars-file --task-timeout --max-retries --tasks --parallelism';

const ONLY_NAMED: readonly Safer[] = [
  { kind: 'swap', from: '--set-env-vars', to: '--update-env-vars' },
  { kind: 'swap', from: '--set-secrets', to: '--update-secrets' },
  advice('Name the variables that change: --update-env-vars and --update-secrets leave the others alone.'),
];

const REPLACES = '--set-env-vars --env-vars-file --clear-env-vars --set-secrets --clear-secrets';

/** `gcloud`, `gcloud beta` and `gcloud alpha`. */
const gcloud = (words: string): string[] =>
  ['gcloud', 'gcloud beta', 'gcloud alpha'].map((name) => `${name} ${words}`);

const reference = (words: string): string =>
  `https://cloud.google.com/sdk/gcloud/reference/${words.replaceAll(' ', '/')}`;

const environment = (words: string, prefix: string): CommandSpec => ({
  names: gcloud(words),
  about: 'with --set-env-vars, --set-secrets, --env-vars-file or --clear-…: all variables of the service',
  page: reference(words),
  options: { values: `${GCLOUD} ${RUN}` },
  writes: [
    kept('gcloud', 'env-replace-all', operand(0), {
      prefix,
      when: REPLACES,
      sources: (call) => optionValue(call, '--env-vars-file')?.values ?? [],
      safer: ONLY_NAMED,
    }),
  ],
});

const AZ =
  '-g --resource-group -n --name --subscription -o --output --query --slot -s --settings --slot-settings --setting-names';

const az = (words: string): string => {
  const group = words.split(' ').slice(0, -1).join('/');
  return `https://learn.microsoft.com/cli/azure/${group}#az-${words.replaceAll(' ', '-')}`;
};

const azure = (words: string, about: string, write: WriteSpec, values = ''): CommandSpec => ({
  names: [`az ${words}`],
  about,
  page: az(words),
  options: { values: `${AZ} ${values}`.trim() },
  writes: [write],
});

const KEEP = advice('Keep the current values first: az … list > settings.json.');

/** A secret of a vault: `keyvault:VAULT/NAME`. */
const vaultSecret = (call: Call): Spot[] => {
  const [vault] = ofOption('--vault-name')(call);
  const [name] = ofOption('-n --name')(call);
  if (name === undefined) return [];
  const texts = name.texts.flatMap((text) =>
    vault === undefined ? [text] : vault.texts.map((first) => [...first, '/', ...text]),
  );
  return named('az', 'keyvault:', () => [{ texts }])(call);
};

/** Settings, secrets and blobs at Google and Microsoft. */
export const cloudCommands: readonly CommandSpec[] = [
  environment('run deploy', 'gcloud-run:'),
  environment('run services update', 'gcloud-run:'),
  environment('run jobs update', 'gcloud-run-job:'),
  environment('run jobs deploy', 'gcloud-run-job:'),
  environment('functions deploy', 'gcloud-functions:'),
  {
    names: gcloud('run services replace'),
    about: 'the service of the file',
    page: reference('run services replace'),
    options: { values: GCLOUD },
    writes: [
      kept('gcloud', 'env-replace-all', operand(0), {
        prefix: 'manifest:',
        sources: (call) => call.operands[0]?.values ?? [],
        safer: [advice('Compare with gcloud run services describe --format=export first.')],
      }),
    ],
  },
  {
    names: gcloud('secrets delete'),
    about: 'the secret',
    page: reference('secrets delete'),
    options: { values: GCLOUD },
    writes: [
      kept('gcloud', 'remove-config', operand(0), {
        prefix: 'gcloud-secret:',
        op: 'delete',
        safer: [advice('Disable its versions first: gcloud secrets versions disable.')],
      }),
    ],
  },
  azure(
    'webapp config appsettings set',
    'the settings that it names',
    kept('az', 'param-overwrite', ofOption('-n --name'), { prefix: 'azure-webapp:', safer: [KEEP] }),
  ),
  azure(
    'functionapp config appsettings set',
    'the settings that it names',
    kept('az', 'param-overwrite', ofOption('-n --name'), { prefix: 'azure-functionapp:', safer: [KEEP] }),
  ),
  azure(
    'webapp config appsettings delete',
    'the settings that it names',
    kept('az', 'remove-config', ofOption('-n --name'), {
      prefix: 'azure-webapp:',
      op: 'delete',
      safer: [KEEP],
    }),
  ),
  azure(
    'containerapp update',
    'with --replace-env-vars or --remove-all-env-vars: all variables of the app',
    kept('az', 'env-replace-all', ofOption('-n --name'), {
      prefix: 'azure-containerapp:',
      when: '--replace-env-vars --remove-all-env-vars',
      safer: [
        { kind: 'swap', from: '--replace-env-vars', to: '--set-env-vars' },
        advice('Name the variables that change: --set-env-vars leaves the others alone.'),
      ],
    }),
    '-i --image --container-name --cpu --memory --revision-suffix --yaml',
  ),
  azure(
    'keyvault secret set',
    'the secret; older versions are kept',
    {
      op: 'state',
      rule: 'param-overwrite',
      spots: vaultSecret,
      backup: () => 'the versions of the key vault',
      safer: [KEEP],
    },
    '--vault-name --value -f --file --encoding',
  ),
  azure(
    'keyvault secret delete',
    'the secret',
    { op: 'delete', rule: 'remove-config', spots: vaultSecret, safer: [KEEP] },
    '--vault-name',
  ),
  azure(
    'appconfig kv import',
    'the keys of the file; with --strict also those that it has not',
    kept('az', 'kv-replace-all', ofOption('-n --name'), {
      prefix: 'appconfig:',
      when: '--strict',
      tree: true,
      safer: [advice('Leave --strict away: keys that the file has not stay.')],
    }),
    '-s --source --path --format --prefix --label --separator --profile',
  ),
  azure(
    'storage blob sync',
    'the container; with --delete-destination true also what the source has not',
    kept('az', 'tree-mirror-delete', ofOption('-c --container'), {
      prefix: 'az://',
      op: 'mirror-tree',
      tree: true,
      when: '--delete-destination=true',
      safer: [
        advice('Leave --delete-destination away, or keep what only the container has: --exclude-pattern.'),
      ],
    }),
    '-c --container --account-name --account-key --sas-token --connection-string -d --destination --delete-destination --exclude-pattern --include-pattern --exclude-path',
  ),
  azure(
    'storage blob upload',
    'with --overwrite: the blob',
    kept('az', 'remote-copy-over-config', ofOption('-n --name'), {
      prefix: 'az:',
      op: 'replace',
      when: '--overwrite',
      sources: (call) => optionValue(call, '-f --file')?.values ?? [],
      safer: [advice('Leave --overwrite away, or turn versioning of the account on.')],
    }),
    '-c --container-name -f --file --account-name --account-key --sas-token --connection-string --content-type --auth-mode',
  ),
];
