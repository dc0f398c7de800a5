import { baseName, type Path } from '../../model/path.ts';
import { placeFinder } from '../../model/place.ts';
import type { Extracted } from '../unit.ts';
import { isShellName, NO_OPTIONS, type Shell, shebangOf, shellOf } from './shells.ts';
import type { Source } from './source.ts';
import { fillIn } from './stand-ins.ts';
import { renderedName, templateHoles } from './template-tags.ts';

const EXTENSION = /\.(sh|bash|dash|ash|command|[a-z]*ksh|zsh|fish|t?csh|ps1|psm1|bat|cmd|bats)$/i;
const READ_EXTENSIONS = new Set(['sh', 'bash', 'dash', 'ash', 'command']);
const NAMES: Readonly<Record<string, string>> = {
  ps1: 'PowerShell',
  psm1: 'PowerShell',
  pwsh: 'PowerShell',
  powershell: 'PowerShell',
  bat: 'cmd',
};
/** A first line that names a shell means little in a page of documentation or in another language's source. */
const OTHER_LANGUAGE =
  /\.(?:md|rst|adoc|txt|html?|json|ya?ml|toml|py|js|mjs|cjs|ts|rb|pl|pm|php|go|rs|c|h|cc|cpp|java|lua|sql)$/i;

/** Shell in a file of its own, and other shells, which are named. */
export const shell: Source = {
  mayBe: (path) => {
    const name = baseName(renderedName(path));
    return EXTENSION.test(name) || name === '.envrc';
  },
  is: (path, text) => shell.mayBe(path) || startsShell(path, text),
  extract,
};

function startsShell(path: Path, text: string): boolean {
  const words = shebangOf(text);
  if (words === undefined || OTHER_LANGUAGE.test(path)) return false;
  const interpreter = interpreterOf(text, words);
  return 'options' in interpreter || isShellName(interpreter.unread);
}

function extract(path: Path, text: string): Extracted {
  const interpreter = shellOfFile(path, text);
  if ('unread' in interpreter) {
    const detail = NAMES[interpreter.unread.toLowerCase()] ?? interpreter.unread;
    return { units: [], effects: [], notRead: [{ reason: 'shell', place: { line: 1, column: 1 }, detail }] };
  }
  const { source, holes } = templateHoles(path, text);
  const filled = fillIn(source, holes);
  const unit = {
    ...filled,
    script: path,
    place: placeFinder(text),
    directory: [],
    variables: filled.filledIn,
    host: { kind: 'local' },
    surroundings: 'server',
    options: interpreter.options,
  } as const;
  return { units: [unit], effects: [], notRead: [] };
}

/** The first line counts more than the extension; a library that is only sourced may have neither. */
function shellOfFile(path: Path, text: string): Shell {
  const extension = EXTENSION.exec(renderedName(path))?.[1]?.toLowerCase();
  if (extension !== undefined && !READ_EXTENSIONS.has(extension)) return { unread: extension };
  const words = shebangOf(text);
  if (words === undefined || /\/(?:false|true|nologin)$/.test(words[0]!)) return { options: NO_OPTIONS };
  return interpreterOf(text, words);
}

/** `#!/usr/bin/env nix-shell` is followed by a line that names the shell: `#! nix-shell -i bash -p jq`. */
function interpreterOf(text: string, words: readonly string[]): Shell {
  const interpreter = shellOf(words);
  if (!('unread' in interpreter) || interpreter.unread !== 'nix-shell') return interpreter;
  const named = /^#![ \t]*nix-shell\b.*?\s-i\s+(\S+)/m.exec(text);
  return named === null ? interpreter : shellOf([named[1]!]);
}
