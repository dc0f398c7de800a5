// Replays the outage that Holdfast exists for, in a real repository, and checks it as a user would.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = join(dirname(fileURLToPath(import.meta.url)), '../dist/cli.js');
if (!existsSync(cli)) {
  console.error('dist/cli.js is missing: run npm run build first.');
  process.exit(2);
}

const directory = mkdtempSync(join(tmpdir(), 'holdfast-demo-'));
const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
const git = (...args) =>
  execFileSync('git', ['-c', 'user.name=Demo', '-c', 'user.email=demo@example.com', ...args], {
    cwd: directory,
    env,
    encoding: 'utf8',
  });

function write(path, text) {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}

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
write(
  '.github/holdfast.yml',
  `critical:
  - files: config/auth/*.yml
    service: auth
    schema: schemas/auth.schema.json
    protect: [issuer, token, database.host]
environments:
  - config/auth/{environment}.yml
`,
);
write(
  'deploy/release.sh',
  '#!/bin/sh\nset -e\n# Prepare the configuration for the release.\ncp "config/auth/$' +
    '{DEPLOY_ENV:-staging}.yml" config/auth/production.yml\n',
);
git('add', '--all');
git('commit', '--quiet', '--message', 'Authentication service');

console.log('A service, and the script that prepares its releases. Before anybody runs it:\n');
const reviewed = holdfast('review');

git('checkout', '--quiet', '-b', 'deploy/2024-01-15');
// What the script did, because DEPLOY_ENV was not set.
copyFileSync(join(directory, 'config/auth/staging.yml'), join(directory, 'config/auth/production.yml'));
write('deploy/VERSION', '2024.01.15\n');
git('add', '--all');
git('commit', '--quiet', '--message', 'Release 2024.01.15');

console.log(
  '\nIt was run all the same: on a deployment branch it wrote config/auth/staging.yml over config/auth/production.yml.',
);
console.log('The file is valid against its schema, and every test passes. The check on the pull request:\n');
const checked = holdfast('check', '--base', 'main', '--head', 'deploy/2024-01-15');

rmSync(directory, { recursive: true, force: true });
const stopped = reviewed === 1 && checked === 1;
console.log(
  stopped
    ? '\nThe script and the pull request are stopped before the outage (exit code 1 each).'
    : `\nUnexpected: the review ended with exit code ${reviewed}, the check with ${checked}.`,
);
process.exit(stopped ? 0 : 1);

/** Runs the command in the repository, with its output here, and gives its exit code. */
function holdfast(...args) {
  console.log(`$ holdfast ${args.join(' ')}\n`);
  return spawnSync(process.execPath, [cli, ...args], {
    cwd: directory,
    env: { ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    stdio: 'inherit',
  }).status;
}
