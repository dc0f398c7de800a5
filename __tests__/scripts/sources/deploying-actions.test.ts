import { describe, expect, test } from '@jest/globals';
import { shown } from '../../../src/scripts/text.ts';
import { extracted, meant, placeIn, placeOf, variablesOf } from './helpers.ts';

const PATH = '.github/workflows/deploy.yml';
const steps = (text: string) =>
  extracted(
    PATH,
    `env:\n  DIR: /srv/shop\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${text}`,
  );

describe('commands for another host', () => {
  const text = `      - name: Restart
        uses: appleboy/ssh-action@v1.2.0
        with:
          host: \${{ secrets.PRODUCTION_HOST }}
          username: deploy
          script_stop: true
          envs: DIR,VERSION
          script: |
            cd \${{ env.DIR }}
            cp config/production.yml /etc/shop/config.yml
`;

  test('run there, in the home directory, on a machine that keeps what is written', () => {
    const { units, effects } = steps(text);
    expect(effects).toEqual([]);
    expect(units).toHaveLength(1);
    expect(units[0]).toMatchObject({
      label: 'job deploy, step Restart',
      host: { kind: 'ssh', name: '<secrets.PRODUCTION_HOST>' },
      surroundings: 'server',
      options: { errexit: true, pipefail: false, nounset: false },
    });
    expect(shown(units[0]!.directory)).toBe('<HOME>');
    expect(meant(units[0]!)).toBe('cd /srv/shop\ncp config/production.yml /etc/shop/config.yml\n');
    expect(variablesOf(units[0])).toMatchObject({ DIR: '/srv/shop' });
    expect(variablesOf(units[0])).not.toHaveProperty('GITHUB_WORKSPACE');
    expect(placeOf(units[0], '/etc')).toBe('16:38');
  });

  test.each([
    ['fifsky/ssh-action@master', 'command'],
    ['garygrossgarten/github-action-ssh@release', 'command'],
    ['acme/tools/remote-commands-ssh@v1', 'commands'],
  ])('%s', (uses, input) => {
    const { units } = steps(`      - uses: ${uses}\n        with:\n          ${input}: rm -rf /srv/a\n`);
    expect(units.map(({ source }) => source)).toEqual(['rm -rf /srv/a']);
    expect(units[0]?.host).toEqual({ kind: 'ssh' });
  });

  test.each([
    'actions/checkout@v4',
    'docker/build-push-action@v6',
    'webfactory/ssh-agent@v0.9.0',
    'actions/github-script@v7',
  ])('%s runs no shell', (uses) => {
    const text = `      - uses: ${uses}\n        with:\n          script: return 1\n`;
    const without = `      - uses: ${uses}\n        with:\n          key: x\n`;
    expect(steps(uses.includes('ssh') ? without : text)).toEqual({ units: [], effects: [], notRead: [] });
  });
});

describe('copies to another host', () => {
  test('rsync-deployments with --delete', () => {
    const text = `      - uses: burnett01/rsync-deployments@7.0.1
        with:
          switches: -avzr --delete --exclude=".env"
          path: dist/
          remote_path: \${{ env.DIR }}/public
          remote_host: shop.example.com
`;
    const [effect, ...more] = steps(text).effects;
    expect(more).toEqual([]);
    expect(effect).toMatchObject({
      op: 'mirror-tree',
      command: 'rsync-deployments',
      host: { kind: 'ssh', name: 'shop.example.com' },
      surroundings: 'server',
      place: { line: 11, column: 11 },
      endLine: 11,
      rule: 'tree-mirror-delete',
      targets: [{ path: ['/srv/shop/public'], confidence: 'high', tree: true }],
      sources: [['dist']],
    });
    expect(placeIn(`${'\n'.repeat(6)}${text}`, 'remote_path')).toBe('11:11');
  });

  test('scp-action, with and without rm', () => {
    const text = (rm: string) => `      - uses: appleboy/scp-action@v0.1.7
        with:
          host: web1
          source: "config/app.yml,config/db.yml,!config/test.yml"
          target: /etc/shop
${rm}`;
    const [plain] = steps(text('')).effects;
    expect(plain).toMatchObject({ op: 'replace-tree', rule: 'remote-copy-over-config' });
    expect(plain?.sources.map(shown)).toEqual(['config/app.yml', 'config/db.yml']);
    const [removing] = steps(text('          rm: true\n')).effects;
    expect(removing).toMatchObject({ op: 'mirror-tree', rule: 'tree-mirror-delete' });
  });

  test('ssh-deploy reads its inputs from with or from env', () => {
    const text = (where: string) => `      - uses: easingthemes/ssh-deploy@v5
        ${where}:
          REMOTE_HOST: web2
          SOURCE: build/
          TARGET: /srv/shop/config/
          ARGS: "-rltgoDzvO --delete"
`;
    for (const where of ['with', 'env']) {
      expect(steps(text(where)).effects).toMatchObject([
        { op: 'mirror-tree', host: { name: 'web2' }, targets: [{ path: ['/srv/shop/config'] }] },
      ]);
    }
  });

  test('a dry run writes nothing, and a target that is not known is of low confidence', () => {
    const text = (switches: string) =>
      `      - uses: x/rsync-deploy@v1\n        with:\n          switches: ${switches}\n          remote_path: \${{ secrets.DIR }}\n`;
    expect(steps(text('-avz --dry-run')).effects).toEqual([]);
    expect(steps(text('-avz')).effects).toMatchObject([
      { op: 'replace-tree', targets: [{ confidence: 'low' }], host: { kind: 'ssh' } },
    ]);
  });
});
