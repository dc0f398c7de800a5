import { expect, test } from '@jest/globals';
import { writesOf } from './invocation.ts';

test.each<[string, string[]]>([
  [
    'docker cp config/auth.yml web:/etc/auth/auth.yml',
    ['replace@container:web /etc/auth/auth.yml (copy-over-config)'],
  ],
  ['docker cp -a config/. web:/etc/auth', ['replace-tree@container:web /etc/auth/** (copy-over-config)']],
  ['docker cp web:/etc/auth/auth.yml backup/', ['replace backup/auth.yml (copy-over-config)']],
  [
    'docker compose -f prod.yml cp config/auth.yml api:/etc/auth/',
    ['replace@container:api /etc/auth/auth.yml (copy-over-config)'],
  ],
  [
    'docker-compose cp config/auth.yml api:/etc/auth/auth.yml',
    ['replace@container:api /etc/auth/auth.yml (copy-over-config)'],
  ],
  [
    'podman cp "$CONF" "$NAME:/etc/auth/auth.yml"',
    ['replace@container:<NAME> /etc/auth/auth.yml (copy-over-config)'],
  ],
  ['docker exec web cp a b', []],
  [
    'kubectl cp config/auth.yml auth/web-0:/etc/auth/auth.yml -c api',
    ['replace@container:auth/web-0 /etc/auth/auth.yml (copy-over-config)'],
  ],
  [
    'kubectl -n auth cp web-0:/etc/auth/auth.yml backup/auth.yml',
    ['replace backup/auth.yml (copy-over-config)'],
  ],
  ['docker volume rm auth-data', ['delete@service:docker volume:auth-data/** (remove-config)']],
  ['docker config rm auth-config', ['delete@service:docker config:auth-config (remove-config)']],
  [
    'docker secret rm auth-key auth-cert',
    [
      'delete@service:docker secret:auth-key (remove-config)',
      'delete@service:docker secret:auth-cert (remove-config)',
    ],
  ],
  ['docker config create auth-config config/auth.yml', []],
  ['docker compose down -v', ['delete@service:docker volume:*/** (remove-config)']],
  ['docker compose down', []],
  ['docker system prune -af --volumes', ['delete@service:docker volume:*/** (remove-config)']],
  ['docker system prune -af', []],
])('%s', (line, writes) => {
  expect(writesOf(line) ?? []).toEqual(writes);
});
