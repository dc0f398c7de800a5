import { expect, test } from '@jest/globals';
import { maskCommand } from '../../src/findings/mask-command.ts';

const SECRET = 'hunter2';

test.each([
  [`mysql --password=${SECRET} < a`, 'mysql --password=«hidden» < a'],
  [`mysql --password "${SECRET} x" db > out.conf`, 'mysql --password «hidden» db > out.conf'],
  [`mysql -uroot -p${SECRET} db`, 'mysql -uroot -p«hidden» db'],
  [`PGPASSWORD=${SECRET} psql -f a.sql`, 'PGPASSWORD=«hidden» psql -f a.sql'],
  [`export DB_PASSWORD='${SECRET}'; cp a b`, 'export DB_PASSWORD=«hidden»; cp a b'],
  [`echo "password: ${SECRET} x" > /etc/app.yml`, 'echo "password: «hidden»" > /etc/app.yml'],
  [`echo '{"password": "${SECRET}", "a": 1}' > a.json`, `echo '{"password": «hidden» "a": 1}' > a.json`],
  [`curl -u admin:${SECRET} https://a/b -o c.conf`, 'curl -u admin:«hidden» https://a/b -o c.conf'],
  [`curl -H "Authorization: Bearer ${SECRET}" -o a`, 'curl -H "Authorization: Bearer «hidden»" -o a'],
  [`curl https://u:${SECRET}@example.org/a`, 'curl https://u:«hidden»@example.org/a'],
  [`sshpass -p ${SECRET} scp a b:c`, 'sshpass -p «hidden» scp a b:c'],
  [`vault kv put secret/a api_key=${SECRET}`, 'vault kv put secret/a api_key=«hidden»'],
  [
    `aws configure set aws_secret_access_key=${SECRET} x`,
    'aws configure set aws_secret_access_key=«hidden» x',
  ],
])('%s', (command, expected) => {
  expect(maskCommand(command)).toBe(expected);
});

test.each([
  'mysql --password="$DB_PASSWORD" < a',
  'DB_PASSWORD=${DB_PASSWORD:?} envsubst < a > b',
  'API_TOKEN=$(cat /run/token) deploy',
  'TOKEN=${{ secrets.TOKEN }} deploy',
  'cp config/secrets.yml /etc/app/secrets.yml',
  'docker login --password-stdin < token',
  'vault kv put secret/auth/jwt private_key=@jwt.pem',
  'cp -p a b && rm -rf c',
  'cp config/auth/staging.yml config/auth/production.yml',
])('what holds no secret stays as it is: %s', (command) => {
  expect(maskCommand(command)).toBe(command);
});
