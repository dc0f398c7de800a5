import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  [
    'aws ssm put-parameter --name /auth/db --value x --type String --overwrite',
    ['state@service:aws ssm:/auth/db (param-overwrite)'],
  ],
  ['aws ssm put-parameter --name /auth/db --value x --type String', []],
  ['aws ssm delete-parameter --name "/auth/$KEY"', ['delete@service:aws ssm:/auth/<KEY> (remove-config)']],
  [
    'aws secretsmanager put-secret-value --secret-id auth/db --secret-string file://db.json',
    ['state@service:aws secretsmanager:auth/db (param-overwrite)'],
  ],
  [
    'aws secretsmanager update-secret --secret-id auth/db --secret-string "$VALUE"',
    ['state@service:aws secretsmanager:auth/db (param-overwrite)'],
  ],
  ['aws secretsmanager update-secret --secret-id auth/db --description x', []],
  [
    'aws secretsmanager delete-secret --secret-id auth/db --force-delete-without-recovery',
    ['delete@service:aws secretsmanager:auth/db (remove-config)'],
  ],
  [
    'aws secretsmanager delete-secret --secret-id auth/db',
    [
      'delete@service:aws secretsmanager:auth/db (remove-config) keeps backup: the recovery window of delete-secret',
    ],
  ],
  [
    "aws lambda update-function-configuration --function-name auth --environment 'Variables={A=b}'",
    ['state@service:aws lambda:auth (env-replace-all)'],
  ],
  ['aws lambda update-function-configuration --function-name auth --timeout 30', []],
  [
    'aws amplify update-app --app-id d1 --environment-variables A=b',
    ['state@service:aws amplify:d1 (env-replace-all)'],
  ],
  [
    'aws cloudformation deploy --stack-name auth --template-file t.yml',
    ['state@service:aws cloudformation:auth (infrastructure-apply)'],
  ],
  ['aws cloudformation deploy --stack-name auth --template-file t.yml --no-execute-changeset', []],
  [
    'aws cloudformation delete-stack --stack-name auth',
    ['delete@service:aws cloudformation:auth (infrastructure-apply)'],
  ],
  [
    'gcloud run deploy auth --image gcr.io/acme/auth --set-env-vars A=b,C=d',
    ['state@service:gcloud gcloud-run:auth (env-replace-all)'],
  ],
  ['gcloud run deploy auth --image gcr.io/acme/auth --update-env-vars A=b', []],
  [
    'gcloud beta run services update auth --region europe-west1 --env-vars-file env.yml',
    ['state@service:gcloud gcloud-run:auth (env-replace-all)'],
  ],
  [
    'gcloud functions deploy auth --runtime nodejs20 --clear-env-vars',
    ['state@service:gcloud gcloud-functions:auth (env-replace-all)'],
  ],
  [
    'gcloud run deploy "$SERVICE" --set-secrets=KEY=key:latest',
    ['state@service:gcloud gcloud-run:<SERVICE> (env-replace-all)'],
  ],
  [
    'gcloud run services replace service.yml',
    ['state@service:gcloud manifest:service.yml (env-replace-all)'],
  ],
  [
    'gcloud secrets delete auth-key --quiet',
    ['delete@service:gcloud gcloud-secret:auth-key (remove-config)'],
  ],
  [
    'az webapp config appsettings set -g rg -n auth --settings A=b',
    ['state@service:az azure-webapp:auth (param-overwrite)'],
  ],
  [
    'az functionapp config appsettings set --name auth --resource-group rg --settings @env.json',
    ['state@service:az azure-functionapp:auth (param-overwrite)'],
  ],
  [
    'az webapp config appsettings delete -n auth -g rg --setting-names A',
    ['delete@service:az azure-webapp:auth (remove-config)'],
  ],
  [
    'az containerapp update -n auth -g rg --replace-env-vars A=b',
    ['state@service:az azure-containerapp:auth (env-replace-all)'],
  ],
  ['az containerapp update -n auth -g rg --set-env-vars A=b', []],
  [
    'az keyvault secret set --vault-name kv --name auth-key --value x',
    ['state@service:az keyvault:kv/auth-key (param-overwrite) keeps backup: the versions of the key vault'],
  ],
  [
    'az keyvault secret delete --vault-name kv --name auth-key',
    ['delete@service:az keyvault:kv/auth-key (remove-config)'],
  ],
  [
    'az appconfig kv import -n cfg -s file --path a.json --format json --strict --yes',
    ['state@service:az appconfig:cfg/** (kv-replace-all)'],
  ],
  [
    'az storage blob sync -c config -s config --delete-destination true',
    ['mirror-tree@service:az az://config/** (tree-mirror-delete)'],
  ],
  [
    'az storage blob upload -c config -f auth.yml -n auth.yml --overwrite',
    ['replace@service:az az:auth.yml (remote-copy-over-config)'],
  ],
  ['az storage blob upload -c config -f auth.yml -n auth.yml', []],
  ['aws ssm delete-parameters --names /auth/db', ['delete@service:aws ssm:/auth/db (remove-config)']],
  [
    'gcloud run jobs update sync --set-env-vars A=b',
    ['state@service:gcloud gcloud-run-job:sync (env-replace-all)'],
  ],
  [
    'gcloud run jobs deploy sync --image x --env-vars-file env.yml',
    ['state@service:gcloud gcloud-run-job:sync (env-replace-all)'],
  ],
  ['gcloud alpha run deploy auth --remove-env-vars A', []],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
