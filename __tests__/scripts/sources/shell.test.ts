import { describe, expect, test } from '@jest/globals';
import { extract, isScript, looksLikeScript } from '../../../src/scripts/sources/index.ts';
import { expectSameLength, extracted, meant, placeIn, placeOf } from './helpers.ts';

const DEPLOY = `#!/usr/bin/env bash
set -euo pipefail

config_dir=/etc/billing
install -m 0640 "config/$1.yml" "$config_dir/app.yml"
systemctl restart billing
`;

describe('a script', () => {
  test('is one unit that starts in the root of the checkout', () => {
    const { units, effects, notRead } = extracted('deploy/release.sh', DEPLOY);
    expect(units).toMatchObject([
      {
        script: 'deploy/release.sh',
        source: DEPLOY,
        directory: [],
        host: { kind: 'local' },
        surroundings: 'server',
        options: { errexit: false, pipefail: false, nounset: false },
      },
    ]);
    expect(units[0]?.label).toBeUndefined();
    expect(placeOf(units[0], 'install')).toBe('5:1');
    expect({ effects, notRead }).toEqual({ effects: [], notRead: [] });
  });

  test.each([
    ['#!/bin/bash -eu', { errexit: true, pipefail: false, nounset: true }],
    ['#! /bin/sh -e', { errexit: true, pipefail: false, nounset: false }],
    ['#!/usr/bin/env -S bash -euo pipefail', { errexit: true, pipefail: true, nounset: true }],
    ['#!/bin/busybox sh', { errexit: false, pipefail: false, nounset: false }],
    ['#!/usr/bin/env LANG=C bash -x', { errexit: false, pipefail: false, nounset: false }],
    ['#!/bin/false', { errexit: false, pipefail: false, nounset: false }],
    [
      '#!/usr/bin/env nix-shell\n#! nix-shell -i bash -p jq',
      { errexit: false, pipefail: false, nounset: false },
    ],
  ])('%s', (shebang, options) => {
    expect(extracted('a.sh', `${shebang}\nls\n`).units[0]?.options).toEqual(options);
  });

  test.each([
    ['deploy.sh', 'ls'],
    ['lib/common.bash', 'ls'],
    ['init.dash', 'ls'],
    ['.envrc', 'export A=1'],
    ['bin/deploy', '#!/bin/sh\nls\n'],
    ['debian/app.postinst', '#!/bin/sh -e\nls\n'],
    ['deploy.sh.j2', 'ls'],
  ])('%s is read', (path, text) => {
    expect(extracted(path, text).units).toHaveLength(1);
    expect(looksLikeScript(path, text)).toBe(true);
  });

  test.each([
    ['a.zsh', 'ls', 'zsh'],
    ['a.fish', 'ls', 'fish'],
    ['a.ksh', 'ls', 'ksh'],
    ['a.csh', 'ls', 'csh'],
    ['a.ps1', 'ls', 'PowerShell'],
    ['a.psm1', 'ls', 'PowerShell'],
    ['a.bat', 'dir', 'cmd'],
    ['a.CMD', 'dir', 'cmd'],
    ['a.bats', '@test "x" { true; }', 'bats'],
    ['bin/deploy', '#!/usr/bin/env zsh\nls', 'zsh'],
    ['bin/deploy', '#!/usr/bin/pwsh\nls', 'PowerShell'],
    ['bin/deploy', '#!/usr/bin/env fish', 'fish'],
    ['deploy.sh', '#!/bin/zsh\nls', 'zsh'],
    ['deploy.sh', '#!/usr/bin/env python3\nprint()', 'python3'],
  ])('%s (%s) is named and not read', (path, text, detail) => {
    const notRead = [{ reason: 'shell', place: { line: 1, column: 1 }, detail }];
    expect(extract(path, text)).toEqual({ units: [], effects: [], notRead });
  });

  test.each([
    ['README.md', '#!/bin/sh\nls'],
    ['tool.py', '#!/usr/bin/env python3\n'],
    ['bin/tool', '#!/usr/bin/env python3\n'],
    ['bin/tool', 'ls'],
    ['config/app.yml', 'a: 1'],
    ['shell', ''],
  ])('%s is none', (path, text) => {
    expect(extract(path, text)).toBeUndefined();
    expect(looksLikeScript(path, text)).toBe(false);
  });

  test('the path alone tells what may be a script', () => {
    const paths = [
      'a.sh',
      'x/b.bash',
      '.envrc',
      'c.sh.erb',
      'd.ps1',
      '.github/workflows/a.yml',
      'x/action.yaml',
    ];
    expect(paths.filter((path) => !isScript(path))).toEqual([]);
    expect(['bin/deploy', 'README.md', 'config/app.yml', 'sh'].filter(isScript)).toEqual([]);
  });
});

describe('a templated script', () => {
  const text = `#!/bin/bash
{# written by the provisioning #}
{% if backup %}
cp {{ app_dir }}/app.yml {{ app_dir }}/app.yml.bak
{% endif %}
install -m 0644 '{{ source | default("a") }}' "{{ app_dir }}/app.yml"
`;

  test('has variables where values are filled in, and blanks where tags direct', () => {
    const unit = extracted('roles/app/templates/deploy.sh.j2', text).units[0]!;
    expect(unit.source).toHaveLength(text.length);
    expect(
      meant(unit)
        .split('\n')
        .map((line) => line.trimEnd()),
    ).toEqual([
      '#!/bin/bash',
      '',
      '',
      'cp <app_dir>/app.yml <app_dir>/app.yml.bak',
      '',
      `install -m 0644 ''"<source | default("a")>"'' "<app_dir>/app.yml"`,
      '',
    ]);
    expect(placeOf(unit, 'install')).toBe(placeIn(text, 'install'));
  });

  test('ERB and Go templates', () => {
    const erb = `<% if @x -%>\ncp a <%= @dir %>/b\n<% end -%>\n`;
    expect(meant(extracted('a.sh.erb', erb).units[0]!).trim()).toBe('cp a <@dir>/b');
    const go = `{{- if .Enabled }}\ncp a {{ .Values.dir }}/b\n{{- end }}\n`;
    expect(meant(extracted('a.sh.tmpl', go).units[0]!).trim()).toBe('cp a <.Values.dir>/b');
  });

  test('the folder of templates', () => {
    const [unit] = extracted(
      'roles/db/templates/backup.sh',
      "for db in {{ ' '.join(names) }}; do :; done\n",
    ).units;
    expect(meant(unit!)).toBe("for db in <' '.join(names)>; do :; done\n");
  });

  test.each([
    `docker inspect --format '{{.State.Running}}' web`,
    `docker ps --format "{{ .Names }}"`,
    `docker ps -f {{name}}`,
    `kubectl get pod -o go-template="{{range .items}}{{.metadata.name}}{{end}}"`,
    `echo \${{ x }}`,
    `cat > a <<'EOF'\n{{ value }}\nEOF`,
    `echo '{{ value }}'`,
    `cp {{a,b}.txt,c} d`,
  ])('a plain script that only holds braces: %s', (source) => {
    const unit = extracted('a.sh', `${source}\n`).units[0]!;
    expect(unit.source).toBe(`${source}\n`);
    expect(unit.filledIn?.size ?? 0).toBe(0);
  });

  test('a plain script that is a template all the same', () => {
    const source = `cp a {{ dir }}/b\n{% if x %}\nmv "{{dir}}/c" d\n{% endif %}\n`;
    const unit = extracted('a.sh', source).units[0]!;
    expectSameLength({ ...unit, written: () => source }, source);
    expect(
      meant(unit)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['cp a <dir>/b', '', 'mv "<dir>/c" d', '', '']);
  });
});

describe('bad input', () => {
  test('a NUL byte has a place', () => {
    expect(extracted('a.sh', 'ls\ncp a\0 b\n')).toEqual({
      units: [],
      effects: [],
      notRead: [{ reason: 'syntax', place: { line: 2, column: 5 }, detail: 'a NUL byte' }],
    });
  });

  test('a byte order mark and carriage returns are not part of the source', () => {
    const { units } = extracted('a.sh', `\uFEFF${DEPLOY.replaceAll('\n', '\r\n')}`);
    expect(units[0]?.source).toBe(DEPLOY);
    expect(placeOf(units[0], 'install')).toBe('5:1');
    expect(extracted('bin/x', '\uFEFF#!/bin/sh\r\nls\r\n').units[0]?.source).toBe('#!/bin/sh\nls\n');
  });

  test('2 MB are read, more than 4 Mi are not', () => {
    const line = 'cp config/app.yml /etc/app.yml\n';
    expect(extracted('a.sh', line.repeat(70_000)).units).toHaveLength(1);
    expect(extracted('a.sh', line.repeat(140_000))).toMatchObject({
      units: [],
      notRead: [{ reason: 'limit', place: { line: 1, column: 1 } }],
    });
  });

  test.each([
    ['{{', 1_000_000],
    ['{{ a }}', 300_000],
    ["'{{ a }}", 300_000],
    ['{{ }', 500_000],
    ['<<A ', 500_000],
    ['$(', 1_000_000],
    ['((', 1_000_000],
    ['"$(\'', 500_000],
  ])('many of %s are read', (piece, times) => {
    for (const path of ['a.sh', 'a.sh.j2']) {
      const text = piece.repeat(times);
      expect(extracted(path, text).units[0]?.source).toHaveLength(text.length);
    }
  });
});
