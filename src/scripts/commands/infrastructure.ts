import { advice, kept } from './forms.ts';
import { optionValue } from './options.ts';
import { firstOf, ofOption, operands } from './places.ts';
import type { Call, CommandSpec, Spot } from './spec.ts';

const TERRAFORM = ['terraform', 'tofu', 'terragrunt', 'terragrunt run-all'];

const terraform = (words: string): string[] => TERRAFORM.map((name) => `${name} ${words}`);

/** Terraform works in the current directory, or in that of `-chdir`. */
const configuration = (call: Call): Spot[] => [
  { texts: [optionValue(call, '-chdir -terragrunt-working-dir -working-dir')?.values[0] ?? ['.']] },
];

const PLAN_FIRST = advice('Save the plan, have it approved, and apply that file: terraform apply plan.out.');

const APPROVED = '-auto-approve -terragrunt-non-interactive -non-interactive';

/** Infrastructure as code, applied without a look at the plan. */
export const infrastructureCommands: readonly CommandSpec[] = [
  {
    names: terraform('apply'),
    about: 'with -auto-approve and no saved plan: the infrastructure',
    page: 'https://developer.hashicorp.com/terraform/cli/commands/apply',
    options: { long: true, values: '-var -var-file -target -replace' },
    writes: [
      kept('terraform', 'infrastructure-apply', configuration, {
        when: APPROVED,
        unless: (call) => call.operands.length > 0,
        safer: [PLAN_FIRST],
      }),
    ],
  },
  {
    names: terraform('destroy'),
    about: 'with -auto-approve: the infrastructure',
    page: 'https://developer.hashicorp.com/terraform/cli/commands/destroy',
    options: { long: true, values: '-var -var-file -target' },
    writes: [
      kept('terraform', 'infrastructure-apply', configuration, {
        op: 'delete',
        when: `${APPROVED} -force`,
        tree: true,
        safer: [advice('Look at terraform plan -destroy, and let a person approve it.')],
      }),
    ],
  },
  {
    names: [...terraform('state rm'), ...terraform('state push')],
    about: 'the state',
    page: 'https://developer.hashicorp.com/terraform/cli/commands/state/rm',
    options: { long: true, values: '-state -backup -lock-timeout' },
    idle: '-dry-run',
    writes: [
      kept('terraform', 'infrastructure-apply', configuration, {
        safer: [advice('Keep the state first: terraform state pull > copy.tfstate.')],
      }),
    ],
  },
  {
    names: ['pulumi up', 'pulumi update', 'pulumi destroy', 'pulumi down'],
    about: 'with --yes: the stack',
    page: 'https://www.pulumi.com/docs/iac/cli/commands/pulumi_up/',
    options: { values: '-s --stack -C --cwd -c --config --config-file -t --target' },
    writes: [
      kept(
        'pulumi',
        'infrastructure-apply',
        firstOf(ofOption('-s --stack'), () => [{ texts: [['.']] }]),
        {
          when: '-y --yes -f --skip-preview',
          safer: [advice('Look at pulumi preview --save-plan first, then pulumi up --plan.')],
        },
      ),
    ],
  },
  {
    names: ['cdk deploy', 'cdk destroy'],
    about: 'with --require-approval never or --force: the stacks',
    page: 'https://docs.aws.amazon.com/cdk/v2/guide/ref-cli-cmd-deploy.html',
    options: {
      values: '--require-approval -c --context -a --app --profile --outputs-file --parameters --role-arn',
    },
    writes: [
      kept(
        'cdk',
        'infrastructure-apply',
        firstOf(operands(), () => [{ texts: [['.']] }]),
        {
          when: '--require-approval=never -f --force',
          safer: [advice('Look at cdk diff first, and let a person approve it.')],
        },
      ),
    ],
  },
];
