import { describe, expect, test } from '@jest/globals';
import { analyseScript } from '../../../src/scripts/analyse.ts';
import type { Effect } from '../../../src/scripts/effect.ts';
import { extract, isScript, looksLikeScript } from '../../../src/scripts/sources/index.ts';
import { shown } from '../../../src/scripts/text.ts';
import { extracted, meant, placeOf } from './helpers.ts';

const PLAYBOOK = `---
- name: Configure the billing hosts
  hosts: billing
  vars:
    conf_dir: /etc/billing
    owner: billing
  tasks:
    - name: Look for the configuration
      ansible.builtin.stat:
        path: "{{ conf_dir }}/app.yml"
      register: app_yml
    - name: Install the first configuration
      ansible.builtin.copy:
        src: app.yml
        dest: "{{ conf_dir }}/app.yml"
      when: not app_yml.stat.exists
    - name: Render the others
      template:
        src: "{{ item }}.j2"
        dest: "{{ conf_dir }}/{{ item }}"
        backup: true
      loop: [db.yml, cache.yml]
    - name: Synchronise the site
      ansible.posix.synchronize:
        src: site/
        dest: /srv/www
        delete: true
    - block:
        - name: Restart
          shell: |
            cd {{ conf_dir }}
            cp app.yml '{{ backup_dir }}/app.yml'
          args:
            chdir: /srv
            creates: /srv/done
      when: restart | bool
  handlers:
    - name: Turn on the flag
      lineinfile: dest={{ conf_dir }}/flags.ini regexp='^on=' line='on=1'
`;

const where = (effect: Effect) => effect.targets.map(({ path }) => shown(path)).join();
const tasks = (text: string, path = 'roles/app/tasks/main.yml') => extracted(path, text);

describe('a playbook', () => {
  const { units, effects, notRead } = extracted('site.yml', PLAYBOOK);
  const [copy, template, sync, line] = effects;

  test('its modules are effects on the hosts', () => {
    expect(effects.map((effect) => [effect.command, effect.op, where(effect), effect.rule])).toEqual([
      ['ansible.builtin.copy', 'replace', '/etc/billing/app.yml', 'copy-over-config'],
      ['template', 'replace', '/etc/billing/db.yml,/etc/billing/cache.yml', 'copy-over-config'],
      ['ansible.posix.synchronize', 'mirror-tree', '/srv/www', 'tree-mirror-delete'],
      ['lineinfile', 'edit', '/etc/billing/flags.ini', 'inplace-edit-no-backup'],
    ]);
    expect(effects.every((effect) => effect.declaredOnly && effect.surroundings === 'server')).toBe(true);
    expect(copy).toMatchObject({
      host: { kind: 'ssh', name: 'billing' },
      place: { line: 13, column: 7 },
      endLine: 15,
      text: 'ansible.builtin.copy: {{ conf_dir }}/app.yml',
      page: 'https://docs.ansible.com/ansible/latest/collections/ansible/builtin/copy_module.html',
    });
    expect(notRead).toEqual([]);
  });

  test('guards, backups and sources', () => {
    expect(copy?.guards).toEqual([
      { kind: 'missing', path: ['/etc/billing/app.yml'], text: 'not app_yml.stat.exists' },
    ]);
    expect(copy?.sources.map(shown)).toEqual(['app.yml']);
    expect(copy?.backup).toBeUndefined();
    expect(template?.backup).toEqual({ line: 21, text: 'backup: true' });
    expect(template?.sources.map(shown)).toEqual(['db.yml.j2', 'cache.yml.j2']);
    expect(sync?.targets[0]?.tree).toBe(true);
    expect(line?.place).toEqual({ line: 39, column: 7 });
  });

  test('its commands are shell on the host, under the conditions of the task', () => {
    expect(units.map(meant)).toEqual([`cd /etc/billing\ncp app.yml ''"<backup_dir>"'/app.yml'\n`]);
    expect(units[0]).toMatchObject({
      label: 'play Configure the billing hosts, task Restart',
      host: { kind: 'ssh', name: 'billing' },
      directory: ['/srv'],
      adds: {
        declaredOnly: true,
        guards: [
          { kind: 'condition', text: 'restart | bool' },
          { kind: 'missing', path: ['/srv/done'], text: 'creates: /srv/done' },
        ],
      },
    });
    expect(placeOf(units[0], 'cp ')).toBe('32:13');
  });

  test('the analysis adds them to what the shell does', () => {
    const analysis = analyseScript('site.yml', PLAYBOOK, new Map());
    const copied = analysis?.effects.find(({ command }) => command === 'cp');
    expect(copied).toMatchObject({ declaredOnly: true, place: { line: 32, column: 13 } });
    expect(copied?.guards).toContainEqual({ kind: 'condition', text: 'restart | bool' });
  });
});

describe('modules', () => {
  test.each([
    ['copy: { src: a.yml, dest: /etc/a/ }', 'replace /etc/a/a.yml copy-over-config'],
    ['copy: { src: conf/, dest: /etc/a }', 'replace-tree /etc/a copy-over-config'],
    ['copy: { content: "x", dest: /etc/a.yml }', 'replace /etc/a.yml copy-over-config'],
    ['ansible.legacy.copy: src=a dest=/etc/a.yml', 'replace /etc/a.yml copy-over-config'],
    ['assemble: { src: parts, dest: /etc/a.conf }', 'replace /etc/a.conf copy-over-config'],
    ['synchronize: { src: a/, dest: /srv/a }', 'replace-tree /srv/a copy-over-config'],
    ['blockinfile: { path: /etc/a.conf, block: x }', 'edit /etc/a.conf inplace-edit-no-backup'],
    ['replace: { path: /etc/a.conf, regexp: x }', 'edit /etc/a.conf inplace-edit-no-backup'],
    ['community.general.ini_file: { path: /etc/a.ini, option: x }', 'edit /etc/a.ini inplace-edit-no-backup'],
    ['file: { path: /etc/a, state: absent }', 'delete /etc/a remove-config'],
    ['file: { src: b, dest: /etc/a, state: link, force: yes }', 'replace /etc/a symlink-over-config'],
    ['unarchive: { src: a.tgz, dest: /srv }', 'extract /srv extract-over-live-tree'],
    ['get_url: { url: x, dest: /etc/a.conf, force: yes }', 'replace /etc/a.conf download-over-config'],
    ['template: { src: a.j2, dest: "{{ where }}" }', 'replace <where> copy-over-config'],
  ])('%s', (task, expected) => {
    const [effect] = tasks(`- name: x\n  ${task}\n`).effects;
    expect(`${effect?.op} ${where(effect!)} ${effect?.rule}`).toBe(expected);
    expect(effect?.guards).toEqual([]);
  });

  test.each([
    'file: { path: /etc/a, state: directory }',
    'file: { src: b, dest: /etc/a, state: link }',
    'copy: { src: a }',
    'debug: { msg: x }',
    'apt: name=nginx',
    'include_tasks: other.yml',
  ])('nothing is written: %s', (task) => {
    expect(tasks(`- name: x\n  ${task}\n- copy: { src: a, dest: /b }\n`).effects).toHaveLength(1);
  });

  test.each([
    ['copy: { src: a, dest: /etc/a, force: no }', 'force: false'],
    ['get_url: { url: x, dest: /etc/a }', 'force: false'],
    ['unarchive: { src: a, dest: /etc/a, creates: /etc/a/b }', 'creates: /etc/a/b'],
  ])('an existing file stays: %s', (task, text) => {
    expect(tasks(`- name: x\n  ${task}\n`).effects[0]?.guards).toMatchObject([{ kind: 'missing', text }]);
  });

  test('content is kept, and the role knows where its sources are', () => {
    const [copy, template, remote] = tasks(
      '- copy: { src: a.yml, dest: /a, content: "port: 1" }\n- template: { src: b.j2, dest: /b }\n- copy: { src: c, dest: /c, remote_src: yes }\n',
    ).effects;
    expect(copy?.content).toEqual({ unset: [], text: 'port: 1', unrestricted: false });
    expect([copy, template, remote].map((effect) => effect?.sources.map(shown).join())).toEqual([
      'roles/app/files/a.yml',
      'roles/app/templates/b.j2',
      '<HOME>/c',
    ]);
  });
});

describe('loops', () => {
  const targets = (text: string) => tasks(text).effects.map(where);

  test('lists of words, of mappings, and of more than four', () => {
    const copy = (dest: string, loop: string) => `- copy:\n    src: x\n    dest: "${dest}"\n  ${loop}\n`;
    expect(targets(copy('/etc/{{ item }}', 'with_items: [a, b]'))).toEqual(['/etc/a,/etc/b']);
    expect(targets(copy('{{ item.to }}', 'loop: [{ to: /a }, { to: /b }]'))).toEqual(['/a,/b']);
    expect(targets(copy("{{ item['to'] }}", 'loop: [{ to: /a }]'))).toEqual(['/a']);
    expect(targets(copy('/{{ item }}', 'loop: [a, b, c, d, e]'))).toEqual(['/a,/b,/c,/d', '/e']);
    expect(targets(copy('/{{ f }}', 'loop: [a]\n  loop_control: { loop_var: f }'))).toEqual(['/a']);
  });

  test('a list that is not known', () => {
    expect(targets('- copy: { src: x, dest: "/etc/{{ item }}" }\n  loop: "{{ files }}"\n')).toEqual([
      '/etc/<item>',
    ]);
    const many = Array.from({ length: 50 }, (_, i) => `f${i}`).join(', ');
    expect(targets(`- copy: { src: x, dest: "/etc/{{ item }}" }\n  loop: [${many}]\n`)).toEqual([
      '/etc/<item>',
    ]);
  });
});

describe('hosts', () => {
  const host = (head: string, task = '') =>
    extracted('site.yml', `- ${head}\n  tasks:\n    - copy: { src: a, dest: /b }\n${task}`).effects[0]?.host;

  test('of the play and of the task', () => {
    expect(host('hosts: web')).toEqual({ kind: 'ssh', name: 'web' });
    expect(host('hosts: [web, db]')).toEqual({ kind: 'ssh', name: 'web,db' });
    expect(host('hosts: "{{ target }}"')).toEqual({ kind: 'ssh', name: '<target>' });
    expect(host('hosts: localhost')).toEqual({ kind: 'local' });
    expect(host('hosts: all\n  connection: local')).toEqual({ kind: 'local' });
    expect(host('hosts: all', '      delegate_to: localhost\n')).toEqual({ kind: 'local' });
    expect(host('hosts: all', '      delegate_to: "{{ one }}"\n')).toEqual({ kind: 'ssh', name: '<one>' });
    expect(tasks('- copy: { src: a, dest: /b }\n').effects[0]?.host).toEqual({ kind: 'ssh' });
  });
});

test('forms of commands', () => {
  const { units } = tasks(
    '- command: cp a {{ b }}\n- raw: ls\n- command: { cmd: mv a b }\n- command: { argv: [cp, "a b", c] }\n- shell: { chdir: /x }\n',
  );
  expect(units.map(meant)).toEqual(['cp a <b>', 'ls', 'mv a b', "'cp' 'a b' 'c'"]);
  expect(units.map(({ label }) => label)[0]).toBe('task command');
  const free = tasks(
    '- shell: chdir=/srv cp a b > c executable=/bin/bash\n- command: find / ( -name a ) creates="{{ x }}/y z"\n',
  ).units;
  expect(free.map(({ source }) => source.trim())).toEqual(['cp a b > c', 'find / _ -name a _']);
  expect(free[0]?.directory).toEqual(['/srv']);
  expect(free[1]?.written?.(0, 18)).toBe('find / ( -name a )');
  expect(placeOf(free[0], 'cp')).toBe('1:21');
});

describe('which files', () => {
  const task = '- name: x\n  copy: { src: a, dest: /b }\n';

  test.each([
    ['roles/a/tasks/main.yml', task],
    ['roles/a/handlers/main.yaml', task],
    ['ansible/deploy.yml', task],
    ['deploy.yml', '- hosts: all\n  tasks: []\n'],
    ['x/anything.yml', '---\n- name: a\n  hosts: all\n'],
  ])('%s is one', (path, text) => {
    expect(extract(path, text)).toBeDefined();
    expect(looksLikeScript(path, text)).toBe(true);
  });

  test.each([
    ['config/app.yml', 'hosts: [a]\n'],
    ['config/list.yml', task],
    ['roles/a/tasks/empty.yml', '---\n'],
    ['roles/a/defaults/main.yml', 'copy: x\n'],
    ['k8s/ingress.yml', 'spec:\n  rules:\n  - hosts: [a]\n'],
  ])('%s is none', (path, text) => {
    expect(extract(path, text)).toBeUndefined();
  });

  test('by the path alone', () => {
    expect(['roles/a/tasks/main.yml', 'site.yml', 'ansible/x.yaml'].every(isScript)).toBe(true);
    expect(['config/app.yml', 'tasks.yml', 'roles/a/defaults/main.yml'].filter(isScript)).toEqual([]);
  });
});

describe('bad input', () => {
  test('broken YAML is named', () => {
    expect(extracted('site.yml', '- hosts: all\n  tasks:\n   - a: [\n').notRead).toMatchObject([
      { reason: 'syntax' },
    ]);
  });

  test.each([
    '- hosts: all\n  tasks: x\n',
    '- hosts: [null, 1, {}]\n  tasks: [null, [], 1]\n  vars: [1]\n',
    '- hosts: all\n  tasks: [{ copy: null }, { copy: [] }, { shell: {} }, { block: { a: 1 } }, { when: { a: 1 }, copy: { dest: 1, src: [] } }]\n',
    '- hosts: all\n  tasks: [{ copy: { dest: "{{ a" }, loop: { a: 1 } }]\n',
    '- hosts: all\n  __proto__: 1\n  tasks: [{ __proto__: { copy: { dest: /a } } }]\n',
  ])('%j', (text) => {
    expect(() => extracted('site.yml', text)).not.toThrow();
  });

  test('carriage returns', () => {
    const crlf = extracted('site.yml', PLAYBOOK.replaceAll('\n', '\r\n'));
    const plain = extracted('site.yml', PLAYBOOK);
    expect(crlf.effects).toEqual(plain.effects);
    expect(placeOf(crlf.units[0], 'cp ')).toBe('32:13');
  });
});
