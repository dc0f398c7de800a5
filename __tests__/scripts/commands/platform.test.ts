import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  ['heroku config:set -a auth A=b', ['state@service:heroku heroku:auth (param-overwrite)']],
  ['heroku config:set A=b --app=auth', ['state@service:heroku heroku:auth (param-overwrite)']],
  ['heroku config:unset A -a auth', ['delete@service:heroku heroku:auth (remove-config)']],
  ['heroku config -a auth', []],
  ['fly secrets set A=b -a auth', ['state@service:fly fly:auth (param-overwrite)']],
  ['flyctl secrets import -a auth', ['state@service:fly fly:auth (param-overwrite)']],
  ['fly secrets unset A', ['delete@service:fly fly:. (remove-config)']],
  ['netlify env:set A b', ['state@service:netlify netlify:. (param-overwrite)']],
  ['netlify env:import .env --replace-existing', ['state@service:netlify netlify:. (env-replace-all)']],
  ['netlify env:import .env', []],
  ['vercel env add A production --force', ['state@service:vercel vercel:. (param-overwrite)']],
  ['vercel env add A production', []],
  ['vercel env rm A production --yes', ['delete@service:vercel vercel:. (remove-config)']],
  ['vercel env pull .env.production --yes', ['truncate .env.production (redirect-over-config)']],
  [
    'vercel env pull',
    ['truncate .env.local (redirect-over-config) keeps missing: vercel env pull without --yes'],
  ],
  ['cf set-env auth A b', ['state@service:cf cf:auth (param-overwrite)']],
  ['cf unset-env auth A', ['delete@service:cf cf:auth (remove-config)']],
  ['doctl apps update 7c3 --spec app.yml', ['state@service:doctl doctl:7c3 (env-replace-all)']],
  [
    'gh secret set DEPLOY_KEY --body "$KEY"',
    ['state@service:github github-secret:DEPLOY_KEY (param-overwrite)'],
  ],
  ['gh secret set -f .env', ['state@service:github github-secret:* (param-overwrite)']],
  ['gh variable delete URL', ['delete@service:github github-variable:URL (remove-config)']],
  ['terraform apply -auto-approve', ['state@service:terraform terraform:. (infrastructure-apply)']],
  [
    'terraform -chdir=infra apply -auto-approve -var-file prod.tfvars',
    ['state@service:terraform terraform:infra (infrastructure-apply)'],
  ],
  ['terraform apply -auto-approve plan.out', []],
  ['terraform apply', []],
  ['terraform plan -out plan.out', []],
  ['tofu destroy -auto-approve', ['delete@service:terraform terraform:./** (infrastructure-apply)']],
  ['terraform state rm aws_s3_bucket.config', ['state@service:terraform terraform:. (infrastructure-apply)']],
  [
    'terragrunt run-all apply --terragrunt-non-interactive',
    ['state@service:terraform terraform:. (infrastructure-apply)'],
  ],
  ['pulumi up --yes -s prod', ['state@service:pulumi pulumi:prod (infrastructure-apply)']],
  ['pulumi preview', []],
  [
    'cdk deploy AuthStack --require-approval never',
    ['state@service:cdk cdk:AuthStack (infrastructure-apply)'],
  ],
  ['cdk deploy AuthStack', []],
  ['crontab deploy/crontab', ['state@service:crontab crontab:. (kv-replace-all)']],
  ['crontab -u www -r', ['delete@service:crontab crontab:www (remove-config)']],
  ['crontab -l', []],
  ['crontab -', ['state@service:crontab crontab:. (kv-replace-all)']],
  ['ansible-playbook site.yml', []],
  ['netlify env:unset A', ['delete@service:netlify netlify:. (remove-config)']],
  ['gh secret remove DEPLOY_KEY', ['delete@service:github github-secret:DEPLOY_KEY (remove-config)']],
  [
    'gh variable set URL --body https://x -R acme/auth',
    ['state@service:github github-variable:URL (param-overwrite)'],
  ],
  ['terraform -chdir infra apply -auto-approve', []],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
