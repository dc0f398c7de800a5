// The repository of the demo: a service with its configuration, schema and policy, and the script that releases it.
//
//   node scripts/demo/repository.mjs DIRECTORY     makes it there, for trials and tests
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const DATE = '2024-01-15T06:00:00Z';

/** Nothing of this machine's own configuration or clock: the same repository, to the commit's id, every time. */
export const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_DATE: DATE,
  GIT_COMMITTER_DATE: DATE,
};

/** Runs git in the directory, as the demo's author. */
export const gitIn =
  (directory) =>
  (...args) =>
    execFileSync('git', ['-c', 'user.name=Demo', '-c', 'user.email=demo@example.com', ...args], {
      cwd: directory,
      env,
      encoding: 'utf8',
    });

/** Writes a file below the directory. */
export const writeIn = (directory) => (path, text) => {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
};

const authentication = (environment) => {
  const production = environment === 'production';
  return `environment: ${environment}
issuer: https://login.${production ? '' : 'staging.'}example.com
token:
  algorithm: ${production ? 'RS256' : 'HS256'}
  lifetime: ${production ? 900 : 86400}
  signing_key: ${production ? 'vault:auth/production#2026-10' : 'vault:auth/staging#dev'}
database:
  host: ${production ? 'auth-db.internal' : 'auth-db.staging.internal'}
  port: 5432
  pool: ${production ? 80 : 5}
sessions:
  store: ${production ? 'redis://sessions.internal:6379/0' : 'memory'}
  replicas: ${production ? 3 : 1}
${production ? 'rate_limit:\n  logins_per_minute: 30\n  lockout_minutes: 15\naudit:\n  sink: kafka://audit.internal/auth\n' : ''}providers:
  - name: corporate
    url: https://sso${production ? '' : '-staging'}.example.com/saml
  - name: password
    url: https://login.${production ? '' : 'staging.'}example.com/password
`;
};

const POLICY = `critical:
  - files: config/auth/*.yml
    service: auth
    schema: schemas/auth.schema.json
    protect: [issuer, token, database.host]
environments:
  - config/auth/{environment}.yml
`;

/** Makes the repository in an empty directory, with one commit on the branch main. */
export function makeRepository(directory) {
  const git = gitIn(directory);
  const write = writeIn(directory);
  git('init', '--quiet', '--initial-branch=main');
  write('config/auth/production.yml', authentication('production'));
  write('config/auth/staging.yml', authentication('staging'));
  write(
    'schemas/auth.schema.json',
    `${JSON.stringify(
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Authentication service',
        type: 'object',
        required: ['environment', 'issuer', 'token', 'database', 'sessions', 'providers'],
        properties: {
          environment: { enum: ['production', 'staging'] },
          issuer: { type: 'string', format: 'uri' },
          token: { type: 'object', required: ['algorithm', 'lifetime', 'signing_key'] },
          database: { type: 'object', required: ['host', 'port'] },
          sessions: { type: 'object', required: ['store'] },
          providers: { type: 'array', minItems: 1 },
        },
      },
      null,
      2,
    )}\n`,
  );
  write('.github/holdfast.yml', POLICY);
  write(
    'deploy/release.sh',
    '#!/bin/sh\nset -e\n# Prepare the configuration for the release.\ncp "config/auth/$' +
      '{DEPLOY_ENV:-staging}.yml" config/auth/production.yml\n',
  );
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Authentication service');
}

const [, script, directory] = process.argv;
if (directory !== undefined && resolve(script) === fileURLToPath(import.meta.url)) makeRepository(directory);
