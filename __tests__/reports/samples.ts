import type { Args, Finding, Severity } from '../../src/findings/finding.ts';
import { fingerprint } from '../../src/findings/fingerprint.ts';
import type { Decision } from '../../src/verdict/decision.ts';

const BASE = '4f1c0d9ab27e6f3358d0c1b7a9e2f4d6c8b0a1e3';
const HEAD = '9be27c4410d5a3f8e6b2c7d1f0a9384756e1d2c3';

export function decision(parts: Partial<Decision>): Decision {
  const findings = parts.findings ?? [];
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    verdict: 'pass',
    base: BASE,
    head: HEAD,
    policy: 'base:.github/holdfast.yml',
    failOn: 'error',
    warnOnly: false,
    counts: {
      errors: count('error'),
      warnings: count('warning'),
      notices: count('notice'),
      changed: parts.changes?.length ?? 0,
      critical: parts.changes?.filter((change) => change.critical).length ?? 0,
    },
    findings,
    changes: [],
    notLookedAt: [],
    ...parts,
  };
}

export function finding(check: string, path: string, args: Args, more: Partial<Finding> = {}): Finding {
  return {
    check,
    severity: 'error',
    path,
    args,
    fingerprint: fingerprint(check, path, more.key, args),
    ...more,
  };
}

/** Nothing that the policy selects was touched. */
export const untouched = decision({});

const production = 'config/auth/production.yml';

/** The post-mortem: a script wrote staging's file over production's. */
export const incident = decision({
  verdict: 'fail',
  counts: { errors: 2, warnings: 1, notices: 0, changed: 4, critical: 2 },
  findings: [
    finding(
      'replaced-by-sibling',
      production,
      {
        sibling: 'config/auth/staging.yml',
        siblingEnvironment: 'staging',
        environment: 'production',
        alike: 1,
        alikeBefore: 0.412,
        differences: 10,
        content: 'a1b2c3d4e5f6',
      },
      {
        service: 'auth',
        line: 1,
        column: 1,
        excerpt: {
          first: 1,
          lines: [
            '# Authentication service, staging',
            'environment: staging',
            'issuer: https://login.staging.acme.example',
          ],
        },
        folded: [
          finding(
            'key-frozen',
            production,
            { pattern: 'environment', before: 'production', after: 'staging' },
            { service: 'auth', line: 2, column: 1, side: 'after', key: 'environment' },
          ),
          finding(
            'key-removed',
            production,
            { pattern: 'keys.*', before: { kid: '2023-11', use: 'sig' } },
            { service: 'auth', line: 11, column: 5, side: 'before', key: 'keys[kid=2023-11]' },
          ),
        ],
      },
    ),
    finding(
      'syntax-error',
      'deploy/values/auth.yaml',
      { format: 'yaml', code: 'bad-indent', detail: 'bad indentation of a mapping entry' },
      {
        service: 'auth',
        line: 14,
        column: 3,
        excerpt: {
          first: 12,
          lines: ['replicas: 6', 'resources:', '  limits:', '   cpu: 2', '  requests: {cpu: 500m}'],
        },
      },
    ),
    finding(
      'mass-comment',
      'config/gateway/routes.conf',
      { commented: 7, share: 0.19 },
      {
        severity: 'warning',
        line: 9,
        column: 1,
        excerpt: {
          first: 7,
          lines: [
            'location /login {',
            '  limit_req zone=login burst=5;',
            '  # proxy_pass http://auth;',
            '  # proxy_set_header Host $host;',
            '}',
          ],
        },
      },
    ),
  ],
  changes: [
    {
      path: production,
      status: 'modified',
      service: 'auth',
      rule: 'critical[0]',
      critical: true,
      format: 'yaml',
      keysKept: 0.643,
      linesKept: 0.3,
      keysTotal: 16,
      keys: [
        { kind: 'changed', key: 'environment', line: 2, before: 'production', after: 'staging' },
        {
          kind: 'changed',
          key: 'issuer',
          line: 3,
          before: 'https://login.acme.example',
          after: 'https://login.staging.acme.example',
        },
        { kind: 'removed', key: 'keys[kid=2023-11]', line: 11, before: { kid: '2023-11', use: 'sig' } },
        { kind: 'changed', key: 'database.password', line: 15, before: '«hidden»', after: '«hidden»' },
        { kind: 'retyped', key: 'session.ttl', line: 21, before: 900, after: '15m' },
        { kind: 'added', key: 'debug', line: 30, after: true },
      ],
    },
    {
      path: 'deploy/values/auth.yaml',
      status: 'modified',
      service: 'auth',
      rule: 'critical[1]',
      critical: true,
      linesKept: 0.97,
    },
    {
      path: 'config/gateway/routes.conf',
      status: 'modified',
      rule: 'default',
      critical: false,
      format: 'text',
      linesKept: 0.81,
    },
    {
      path: 'config/billing/production.yml',
      status: 'modified',
      rule: 'default',
      critical: false,
      format: 'yaml',
      keys: [{ kind: 'changed', key: 'version', line: 1, before: '1.4.0', after: '1.4.1' }],
    },
  ],
});

/** A critical file that cannot be compared. */
export const inconclusive = decision({
  verdict: 'inconclusive',
  counts: { errors: 0, warnings: 0, notices: 0, changed: 2, critical: 2 },
  changes: [
    { path: 'config/auth/tls.enc', status: 'modified', service: 'auth', rule: 'critical[0]', critical: true },
    {
      path: 'config/auth/limits.json',
      status: 'modified',
      service: 'auth',
      rule: 'critical[0]',
      critical: true,
    },
  ],
  notLookedAt: [
    {
      path: 'config/auth/tls.enc',
      reason: 'too-large',
      detail: 'The file has 50,331,648 bytes; files up to 20,971,520 bytes are compared.',
      hint: 'Split it, or take it out of the policy.',
      blocks: true,
    },
    {
      path: 'config/auth/limits.json',
      reason: 'template',
      detail: 'It holds template expressions, so its keys were not compared; its lines were.',
      hint: 'Check what the template gives instead.',
      blocks: false,
    },
  ],
});

/** The incident, only told. */
export const warnOnly = decision({ ...incident, warnOnly: true });

/** Strings that somebody put into names and values to break a report. */
export const HOSTILE = {
  newline: 'config/a\n::error file=x::owned\n##[add-matcher]evil.json',
  escape: 'config/\x1b[2J\x1b]8;;http://evil\x07.yml',
  bidi: 'config/\u202egnp.yml\u2066\u200b',
  bytes: 'config/\udcff\udc80.yml',
  markup: '`|`|**x**[l](http://e)<!--</code></details><script>alert(1)</script>',
  mention: '@everyone @acme/admins fixes #123, GH-12 and acme/app#7, https://evil.example www.evil.example',
  command: '::set-output name=verdict::pass',
  legacy: '##[error]x ##[set-env name=A]b',
  percent: '100%0A::warning::x,y:z',
} as const;

const hostileNames = Object.values(HOSTILE);

export const hostile = decision({
  verdict: 'fail',
  findings: hostileNames.map((name, index) =>
    finding(
      'key-frozen',
      hostileNames[(index + 1) % hostileNames.length]!,
      { pattern: name, before: name, after: name },
      {
        key: name,
        service: name,
        line: 2,
        column: 3,
        excerpt: { first: 1, lines: [name, `${name}\t${name}`, `\`\`\`\`${name}`] },
        folded: [finding('file-removed', name, { content: name })],
      },
    ),
  ),
  changes: hostileNames.map((name) => ({
    path: name,
    status: 'renamed',
    from: name,
    service: name,
    rule: 'critical[0]',
    critical: true,
    keys: [{ kind: 'changed', key: name, line: 1, before: name, after: { [name]: [name] } }],
    keysKept: 0.5,
  })),
  notLookedAt: hostileNames.map((name) => ({
    path: name,
    reason: 'encoding',
    detail: name,
    hint: name,
    blocks: true,
  })),
  scripts: hostileNames.map((name) => ({ path: name, effects: 1, critical: 1 })),
  effects: hostileNames.map((name, index) => effect(name, index + 1, name, [name], true)),
});

function effect(script: string, line: number, command: string, targets: string[], critical: boolean) {
  return {
    script,
    line,
    column: 1,
    command,
    op: 'replace' as const,
    targets,
    host: command === 'scp' ? 'ssh web1' : command.startsWith('::') ? command : 'local',
    surroundings: 'server' as const,
    confidence: 'high' as const,
    guards: critical ? [command] : [],
    via: [command],
    critical,
  };
}

/** `holdfast review` on the script of the incident. */
export const reviewed = decision({
  verdict: 'fail',
  base: 'worktree',
  head: 'worktree',
  findings: [
    finding(
      'critical-overwrite',
      'deploy/push.sh',
      { target: 'config/auth/production.yml' },
      {
        line: 4,
        column: 1,
        service: 'auth',
        excerpt: { first: 3, lines: ['cd config/auth', 'cp staging.yml production.yml', 'echo done'] },
      },
    ),
  ],
  notLookedAt: [
    {
      path: 'deploy/fish.fish',
      line: 1,
      reason: 'script-shell',
      detail: 'It is written for a shell that Holdfast does not read: fish.',
      hint: 'Have it reviewed by somebody who knows that shell.',
      blocks: false,
    },
  ],
  scripts: [
    { path: 'deploy/fish.fish', effects: 0, critical: 0 },
    { path: 'deploy/push.sh', effects: 3, critical: 2 },
  ],
  effects: [
    effect('deploy/push.sh', 4, 'cp', ['config/auth/production.yml'], true),
    { ...effect('deploy/push.sh', 6, 'scp', ['/etc/auth/**', '/opt/auth/**'], true), backup: 'line 5' },
    { ...effect('deploy/push.sh', 9, 'tar', ['<TARGET>/**'], false), confidence: 'low' as const },
  ],
});

/** More than any report's limit: 5,000 findings, 12 kinds of service. */
export const huge = decision({
  verdict: 'fail',
  findings: Array.from({ length: 5_200 }, (_, index) =>
    finding(
      'key-removed',
      `config/${'deep/'.repeat(40)}${Math.floor(index / 2)}.yml`,
      { pattern: '**', before: 'x'.repeat(150) },
      {
        severity: index < 3_000 ? 'error' : index < 4_500 ? 'warning' : 'notice',
        service: `service-${index % 12}`,
        key: `keys[name=${'k'.repeat(120)}].${index}`,
        line: index + 1,
        side: 'before',
      },
    ),
  ),
});

export const samples: { readonly [name: string]: Decision } = {
  untouched,
  incident,
  inconclusive,
  warnOnly,
  hostile,
  huge,
  reviewed,
};
