import type { Op } from '../effect.ts';
import { isFalse, isTrue } from './ansible-values.ts';

/** An argument of a task by its name. */
export type Argument = (name: string) => string | undefined;

/** What a task does to its target: nothing when `undefined`. `missing`: the argument that keeps an existing file. */
export type Doing = { op: Op; rule: string; tree?: boolean; missing?: string };

/** A module that writes a file. All take `backup` where the manual says so. */
export type Module = {
  /** With its collection, which tasks may leave out. */
  name: string;
  /** Arguments that name the target: aliases of one another. */
  target: readonly string[];
  source: readonly string[];
  /** Where sources of a role are: `files` or `templates`. */
  folder?: 'files' | 'templates';
  does(argument: Argument): Doing | undefined;
};

const endsInSlash = (text: string | undefined) => text?.endsWith('/') ?? false;

function copies(argument: Argument): Doing {
  const kept = isFalse(argument('force')) ? { missing: 'force: false' } : {};
  if (endsInSlash(argument('src')))
    return { op: 'replace-tree', rule: 'copy-over-config', tree: true, ...kept };
  return { op: 'replace', rule: 'copy-over-config', ...kept };
}

const edits = (): Doing => ({ op: 'edit', rule: 'inplace-edit-no-backup' });

/** Pages: https://docs.ansible.com/ansible/latest/collections/ and the name. */
export const modules: readonly Module[] = [
  { name: 'ansible.builtin.copy', target: ['dest'], source: ['src'], folder: 'files', does: copies },
  { name: 'ansible.builtin.template', target: ['dest'], source: ['src'], folder: 'templates', does: copies },
  {
    name: 'ansible.builtin.assemble',
    target: ['dest'],
    source: ['src'],
    folder: 'files',
    does: () => ({ op: 'replace', rule: 'copy-over-config' }),
  },
  {
    name: 'ansible.posix.synchronize',
    target: ['dest'],
    source: ['src'],
    folder: 'files',
    does: (argument) =>
      isTrue(argument('delete'))
        ? { op: 'mirror-tree', rule: 'tree-mirror-delete', tree: true }
        : { op: 'replace-tree', rule: 'copy-over-config', tree: true },
  },
  {
    name: 'ansible.builtin.lineinfile',
    target: ['path', 'dest', 'destfile', 'name'],
    source: [],
    does: edits,
  },
  {
    name: 'ansible.builtin.blockinfile',
    target: ['path', 'dest', 'destfile', 'name'],
    source: [],
    does: edits,
  },
  { name: 'ansible.builtin.replace', target: ['path', 'dest', 'destfile', 'name'], source: [], does: edits },
  { name: 'community.general.ini_file', target: ['path', 'dest'], source: [], does: edits },
  { name: 'community.general.xml', target: ['path', 'dest', 'file'], source: [], does: edits },
  {
    name: 'ansible.builtin.file',
    target: ['path', 'dest', 'name'],
    source: ['src'],
    does: (argument) => {
      const state = argument('state');
      if (state === 'absent') return { op: 'delete', rule: 'remove-config', tree: true };
      const forced = isTrue(argument('force')) && (state === 'link' || state === 'hard');
      return forced ? { op: 'replace', rule: 'symlink-over-config' } : undefined;
    },
  },
  {
    name: 'ansible.builtin.unarchive',
    target: ['dest'],
    source: ['src'],
    folder: 'files',
    does: () => ({ op: 'extract', rule: 'extract-over-live-tree', tree: true }),
  },
  {
    name: 'ansible.builtin.get_url',
    target: ['dest'],
    source: [],
    does: (argument) => ({
      op: 'replace',
      rule: 'download-over-config',
      ...(isTrue(argument('force')) || argument('checksum') !== undefined ? {} : { missing: 'force: false' }),
    }),
  },
];

/** Modules that run commands. `shell`: the text is read by one, otherwise it is only split into words. */
export const commands: readonly { name: string; shell: boolean }[] = [
  { name: 'ansible.builtin.shell', shell: true },
  { name: 'ansible.builtin.raw', shell: true },
  { name: 'ansible.builtin.command', shell: false },
];

/** `copy`, `ansible.builtin.copy` and `ansible.legacy.copy` are the same. */
export function isNamed(module: { name: string }, key: string): boolean {
  const short = module.name.slice(module.name.lastIndexOf('.') + 1);
  return key === module.name || key === short || key === `ansible.legacy.${short}`;
}

export function pageOf({ name }: { name: string }): string {
  const path = name.replaceAll('.', '/');
  return `https://docs.ansible.com/ansible/latest/collections/${path}_module.html`;
}
