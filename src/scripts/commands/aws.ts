import { advice, kept } from './forms.ts';
import { hasOption } from './options.ts';
import { ofOption } from './places.ts';
import type { CommandSpec, WriteSpec } from './spec.ts';

const GLOBALS =
  '--profile --region --output --query --endpoint-url --ca-bundle --cli-input-json --cli-input-yaml';

const COMPARE = advice('Compare with the current value first, and keep it.');

const MERGE = advice(
  'It replaces all variables: read the current ones with get-function-configuration and merge.',
);

/** A command of the AWS command line that changes one thing, named by an option. */
function command(words: string, about: string, values: string, writes: readonly WriteSpec[]): CommandSpec {
  const [service, ...rest] = words.split(' ');
  return {
    names: [`aws ${words}`],
    about,
    page: `https://docs.aws.amazon.com/cli/latest/reference/${service}/${rest.join('-')}.html`,
    options: { values: `${GLOBALS} ${values}` },
    idle: '--generate-cli-skeleton',
    writes,
  };
}

const removed = (service: string, option: string): WriteSpec =>
  kept('aws', 'remove-config', ofOption(option), { prefix: `${service}:`, op: 'delete', safer: [COMPARE] });

const secretValue = '--secret-string --secret-binary';

/** Parameters, secrets and settings at AWS. */
export const awsCommands: readonly CommandSpec[] = [
  command('ssm put-parameter', 'with --overwrite: the parameter', '--name --value --type --key-id --tier', [
    kept('aws', 'param-overwrite', ofOption('--name'), {
      prefix: 'ssm:',
      when: '--overwrite',
      safer: [
        advice('Leave --overwrite away for a new parameter; otherwise compare with get-parameter first.'),
      ],
    }),
  ]),
  command('ssm delete-parameter', 'the parameter', '--name', [removed('ssm', '--name')]),
  command('ssm delete-parameters', 'the parameters', '--names', [removed('ssm', '--names')]),
  command(
    'secretsmanager put-secret-value',
    'the secret',
    `--secret-id ${secretValue} --client-request-token`,
    [
      kept('aws', 'param-overwrite', ofOption('--secret-id'), {
        prefix: 'secretsmanager:',
        safer: [COMPARE],
      }),
    ],
  ),
  command(
    'secretsmanager update-secret',
    'with a new value: the secret',
    `--secret-id ${secretValue} --description`,
    [
      kept('aws', 'param-overwrite', ofOption('--secret-id'), {
        prefix: 'secretsmanager:',
        when: secretValue,
        safer: [COMPARE],
      }),
    ],
  ),
  command('secretsmanager delete-secret', 'the secret', '--secret-id --recovery-window-in-days', [
    {
      ...removed('secretsmanager', '--secret-id'),
      backup: (call) =>
        hasOption(call, '--force-delete-without-recovery')
          ? undefined
          : 'the recovery window of delete-secret',
    },
  ]),
  command(
    'lambda update-function-configuration',
    'with --environment: all variables of the function',
    '--function-name --environment --handler --runtime --role --timeout --memory-size --layers --description --kms-key-arn',
    [
      kept('aws', 'env-replace-all', ofOption('--function-name'), {
        prefix: 'lambda:',
        when: '--environment',
        safer: [MERGE],
      }),
    ],
  ),
  command(
    'amplify update-app',
    'with --environment-variables: all variables of the app',
    '--app-id --name --environment-variables',
    [
      kept('aws', 'env-replace-all', ofOption('--app-id'), {
        prefix: 'amplify:',
        when: '--environment-variables',
        safer: [advice('It replaces all variables: read the current ones with get-app and merge.')],
      }),
    ],
  ),
  command('cloudformation delete-stack', 'the stack', '--stack-name --role-arn --retain-resources', [
    kept('aws', 'infrastructure-apply', ofOption('--stack-name'), {
      prefix: 'cloudformation:',
      op: 'delete',
      safer: [advice('Turn termination protection on, and delete by hand.')],
    }),
  ]),
  command(
    'cloudformation deploy',
    'the stack, without a look at the change set',
    '--stack-name --template-file --parameter-overrides --capabilities --role-arn --s3-bucket --s3-prefix --tags',
    [
      kept('aws', 'infrastructure-apply', ofOption('--stack-name'), {
        prefix: 'cloudformation:',
        unless: '--no-execute-changeset',
        safer: [advice('Make the change set with --no-execute-changeset, look at it, then execute it.')],
      }),
    ],
  ),
];
