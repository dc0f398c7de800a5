import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../../src/policy/defaults.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { analyseScript } from '../../../src/scripts/analyse.ts';
import { createCritical } from '../../../src/scripts/critical.ts';
import type { Effect } from '../../../src/scripts/effect.ts';
import { scriptRules, suppressionRules } from '../../../src/scripts/rules/index.ts';
import { type JudgeOptions, judgeScripts } from '../../../src/scripts/rules/judge.ts';

const RULE = { protect: [], freeze: [], sensitive: [], identity: {}, service: 'auth' };
const POLICY: Policy = {
  ...defaultPolicy(),
  critical: [{ ...RULE, id: 'critical[0]', files: ['config/auth/**', '/etc/auth/**'] }],
};
const PATHS = ['config/auth/production.yml', 'config/auth/staging.yml'];

type Options = JudgeOptions & { path?: string; change?: (effect: Effect) => Effect; policy?: Policy };

function judge(source: string, options: Options = {}) {
  const { path = 'deploy.sh', change = (effect) => effect, policy = POLICY } = options;
  const analysis = analyseScript(path, source, new Map())!;
  const script = { path, text: source, analysis: { ...analysis, effects: analysis.effects.map(change) } };
  return judgeScripts([script], createCritical(policy, [...PATHS, path]), options);
}

const brief = (source: string, options?: Options) =>
  judge(source, options).findings.map(
    ({ finding }) => `${finding.severity} ${finding.check} ${finding.line}`,
  );

const COPY = 'set -e\ncp config/auth/staging.yml config/auth/production.yml\n';

test('a finding says what, where, for whom, and with what certainty', () => {
  const [found] = judge(COPY).findings;
  expect(found!.finding).toMatchObject({
    check: 'critical-overwrite',
    severity: 'error',
    path: 'deploy.sh',
    line: 2,
    column: 1,
    service: 'auth',
    args: {
      command: 'cp config/auth/staging.yml config/auth/production.yml',
      target: 'config/auth/production.yml',
      source: 'config/auth/staging.yml',
      op: 'replace',
      host: 'local',
      confidence: 'high',
      declaredBy: 'critical[0]',
      how: 'exact',
    },
    excerpt: { first: 1 },
  });
});

test('fingerprint and identity do not move with the line; the identity is the same in another script', () => {
  const [one] = judge(COPY).findings;
  const [moved] = judge(`#!/bin/sh\n\n${COPY}`).findings;
  const [other] = judge(COPY, { path: 'other.sh' }).findings;
  const [remote] = judge('ssh web1 "cp /tmp/x /etc/auth/a.yml"').findings;
  const [second] = judge('ssh web2 "cp /tmp/x /etc/auth/a.yml"').findings;
  expect(moved!.finding.fingerprint).toBe(one!.finding.fingerprint);
  expect(other!.finding.fingerprint).not.toBe(one!.finding.fingerprint);
  expect(other!.identity).toBe(one!.identity);
  expect(second!.identity).not.toBe(remote!.identity);
});

test('effects on critical places are given, whatever is said of them', () => {
  const { touching } = judge(`${COPY}cp a b\n[ -f /etc/auth/a.yml ] || cp x /etc/auth/a.yml\n`);
  expect(touching.map(({ place }) => place.line)).toEqual([2, 4]);
  expect(judge('cp config/auth/staging.yml "$OUT/config/auth/staging.yml"').touching).toEqual([]);
});

test('without a policy nothing is critical', () => {
  expect(brief(COPY, { policy: defaultPolicy() })).toEqual(['warning copy-over-config 2']);
});

describe('suppression', () => {
  const said = '# holdfast-disable critical-overwrite -- the host keeps a copy';
  const text = COPY.replace('cp', `${said}\ncp`);

  test('of a critical place stays, as severe as the caller wants, with its reason', () => {
    expect(brief(text)).toEqual(['notice critical-overwrite 3']);
    expect(brief(text, { suppressed: 'warning' })).toEqual(['warning critical-overwrite 3']);
    const [found] = judge(text, { suppressed: 'warning' }).findings;
    expect(found!.finding.args.suppressed).toBe('the host keeps a copy');
    const rule = scriptRules.find(({ id }) => id === 'critical-overwrite')!;
    expect(rule.message(found!.finding, 'HEAD').why).toContain(
      'suppressed in the script: the host keeps a copy.',
    );
  });

  test('makes nothing more severe', () => {
    const guarded = text.replace('cp config', '[ -f config/auth/production.yml ] || cp config');
    expect(brief(guarded, { suppressed: 'warning' })).toEqual(['notice critical-overwrite 3']);
  });

  test('counts for its own rule and its own command only', () => {
    expect(brief(text.replace('critical-overwrite', 'copy-over-config'))).toEqual([
      'error critical-overwrite 3',
      'notice suppression-unused 2',
    ]);
    expect(brief(`set -e\n${said}\necho done\n${COPY}`)).toEqual([
      'error critical-overwrite 5',
      'notice suppression-unused 2',
    ]);
  });
});

describe('secrets', () => {
  test('never leave in commands, conditions, hosts or excerpts', () => {
    const secret = 'hunter2hunter2';
    const { findings } = judge(
      [
        `mysqldump --password=${secret} shop > /etc/auth/dump.yml`,
        `PASSWORD=${secret} envsubst < a > /etc/auth/b.yml`,
        `[ -n "$(curl -u a:${secret} https://x)" ] && cp a /etc/auth/c.yml`,
        `sshpass -p ${secret} ssh web1 "cp a /etc/auth/d.yml"`,
        `[ -f /etc/auth/e.yml ] || mysql -p${secret} > /etc/auth/e.yml`,
        `curl https://user:${secret}@example.org/a -o /etc/auth/f.yml`,
      ].join('\n'),
    );
    const told = findings.flatMap(({ finding }) => {
      const rule = scriptRules.find(({ id }) => id === finding.check)!;
      return [JSON.stringify(finding), ...Object.values(rule.message(finding, 'HEAD'))];
    });
    expect(findings.length).toBeGreaterThanOrEqual(5);
    expect(told.filter((text) => text.includes(secret))).toEqual([]);
    expect(told.join()).toContain('«hidden»');
  });
});

describe('what is milder or silent', () => {
  test.each<[string, string, Options]>([
    ['a script for tests', 'cp a /etc/auth/a.yml', { path: 'tests/setup.sh' }],
    ['a generator', 'cp a /etc/auth/a.yml', { path: 'scripts/generate-config.sh' }],
    ['an entrypoint', 'cp a /etc/auth/a.yml', { path: 'image/docker-entrypoint.sh' }],
    ['a branch for developers', 'if [ "$ENV" = development ]; then cp a /etc/auth/a.yml; fi', {}],
    ['a template', 'cp {{ source }} /etc/auth/a.yml', { path: 'roles/a/templates/x.sh' }],
    ['a drop-in', 'cp a /etc/auth/conf.d/a.yml', {}],
  ])('%s is a notice', (_, source, options) => {
    expect(brief(source, options)).toEqual(['notice critical-overwrite 1']);
  });

  test('a new backup by its name is silent', () => {
    expect(brief('cp a /etc/auth/a.yml.bak')).toEqual([]);
  });

  test('what only looks like that is an error', () => {
    expect(brief('docker ps --format "{{.Names}}" > /etc/auth/a.yml')).toEqual([
      'error critical-overwrite 1',
    ]);
    expect(brief('if [ "$ENV" != development ]; then cp a /etc/auth/a.yml; fi')).toEqual([
      'error critical-overwrite 1',
    ]);
    expect(brief('[ -f /etc/auth/b.yml ] || cp a /etc/auth/a.yml')).toEqual(['error critical-overwrite 1']);
    expect(brief('cp a /etc/auth/a.yml', { path: 'scripts/latest.sh' })).toEqual([
      'error critical-overwrite 1',
    ]);
    const declared = { ...POLICY, critical: [{ ...POLICY.critical[0]!, files: ['/etc/auth.d/*.yml'] }] };
    expect(brief('cp a /etc/auth.d/a.yml', { policy: declared })).toEqual(['error critical-overwrite 1']);
  });

  test('a target that nobody knows says nothing, and a part of one no more than a notice', () => {
    expect(brief('cp a "$X"; cp a "$DIR/$X"; rm -rf "$DIR"')).toEqual([]);
    expect(brief('cp a "config/$DIR/$X.yml"')).toEqual(['notice critical-overwrite 1']);
  });

  test('effects that count only for what is declared say nothing else', () => {
    const change = (effect: Effect): Effect => ({ ...effect, declaredOnly: true });
    expect(brief('cp a /etc/shop.conf', { change })).toEqual([]);
    expect(brief('cp a /etc/auth/a.yml', { change })).toEqual(['error critical-overwrite 1']);
  });
});

test('one command in a loop is told once where nothing is critical, and for each place where something is', () => {
  const loop = (directory: string) => `for s in a b c; do cp x "${directory}/$s.conf"; done`;
  expect(brief(loop('/etc/shop'))).toEqual(['warning copy-over-config 1']);
  expect(brief(loop('/etc/auth'))).toHaveLength(3);
});

test('what a script has written itself is its own', () => {
  expect(brief('cp a /etc/shop.conf\nsed -i s/a/b/ /etc/shop.conf\nrm /etc/shop.conf\n')).toEqual([
    'warning copy-over-config 1',
  ]);
  expect(brief('sed -i s/a/b/ /etc/shop.conf\n')).toEqual(['notice inplace-edit-no-backup 1']);
});

test('a safer command is told where there is one, without secrets', () => {
  const saferOf = () => 'cp --backup=numbered --password=hunter2hunter2 a b';
  const [found] = judge(COPY, { saferOf }).findings;
  expect(found!.finding.args.safer).toBe('cp --backup=numbered --password=«hidden» a b');
  const rule = scriptRules.find(({ id }) => id === 'critical-overwrite')!;
  expect(rule.message(found!.finding, 'HEAD').fix).toBe(
    'Write instead: `cp --backup=numbered --password=«hidden» a b`.',
  );
});

test('a message never says that nothing is kept where a copy is', () => {
  const rule = scriptRules.find(({ id }) => id === 'critical-overwrite')!;
  const why = (source: string) =>
    judge(source).findings.map(({ finding }) => rule.message(finding, 'HEAD').why);
  expect(why(COPY)[0]).toContain('no copy of the old content is kept');
  const [kept] = why('cp /etc/auth/a.yml /root/a.yml.bak\ncp x /etc/auth/a.yml\n');
  expect(kept).toContain(
    'Only a notice: the old content is kept (`cp /etc/auth/a.yml /root/a.yml.bak`, line 1).',
  );
  expect(kept).not.toContain('no copy');
});

test('every rule has another id, and words', () => {
  const rules = [...scriptRules, ...suppressionRules];
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, summary, help, configure } of rules) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    for (const text of [help, configure]) expect(text).toMatch(/\.$/);
    expect(summary).not.toMatch(/\.$/);
  }
});
