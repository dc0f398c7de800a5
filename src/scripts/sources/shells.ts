import type { Unit } from '../unit.ts';

/** Which shell runs a source: one that is read, with the options that it starts with, or another by its name. */
export type Shell = { options: Unit['options'] } | { unread: string };

export const NO_OPTIONS: Unit['options'] = { errexit: false, pipefail: false, nounset: false };

const READ = new Set(['sh', 'bash', 'dash', 'ash', 'rbash']);
const UNREAD =
  /^(?:zsh|fish|t?csh|[a-z]*ksh(?:93)?|r?mksh|pwsh|powershell|cmd|xonsh|nu|elvish|osh|ysh|yash|bats)$/;
/** Programs that run the shell that stands behind them, with their own options. */
const WRAPPERS = new Set(['env', 'busybox', 'sudo', 'exec', 'time', 'nice']);

/** The shell of a command line such as `/usr/bin/env -S bash -eu {0}`. */
export function shellOf(words: readonly string[]): Shell {
  const names = words.map((word) => word.replace(/^.*[/\\]/, '').replace(/\.exe$/i, ''));
  const at = names.findIndex((name) => READ.has(name));
  const first = names.findIndex((name, index) => isCommand(name, words[index]!));
  if (at !== -1 && names.slice(Math.max(first, 0), at).every((name) => !isShellName(name))) {
    return { options: optionsOf(words.slice(at + 1)) };
  }
  return { unread: names[first] ?? words.join(' ') };
}

function isCommand(name: string, word: string): boolean {
  return !WRAPPERS.has(name) && !word.startsWith('-') && !/^\w+=/.test(word);
}

/** A shell that is not read: its scripts are named, never passed. */
export function isShellName(name: string): boolean {
  return UNREAD.test(name.toLowerCase());
}

/** `set`'s options as they stand on a command line: `-eu`, `-o pipefail`, `-eo pipefail`. */
function optionsOf(words: readonly string[]): Unit['options'] {
  const options = { ...NO_OPTIONS };
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (!/^-[a-zA-Z]+$/.test(word)) continue;
    if (word.includes('e')) options.errexit = true;
    if (word.includes('u')) options.nounset = true;
    if (!word.includes('o')) continue;
    const name = words[index + 1] ?? '';
    if (Object.hasOwn(options, name)) options[name as keyof Unit['options']] = true;
  }
  return options;
}

/** The words of a first line `#!/usr/bin/env -S bash -eu`; `undefined` when there is none. */
export function shebangOf(text: string): string[] | undefined {
  const match = /^#![ \t]*(\S[^\n]*)/.exec(text);
  return match?.[1]?.trim().split(/\s+/);
}
