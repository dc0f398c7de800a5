import type { Copy, Instruction } from 'dockerfile-ast';
import { baseName, directoryOf } from '../../model/path.ts';
import type { Effect } from '../effect.ts';
import { locate } from '../location.ts';
import { joined, knownEnd, knownStart, literalOf, shown, type Text } from '../text.ts';
import { argumentsOf, expand, type Reading, type Stage, wordsOfList } from './dockerfile-stage.ts';
import { directEffect } from './effects.ts';
import { unknown } from './source.ts';

const CONFIGURATION =
  /\.(?:conf|cfg|cnf|config|ini|ya?ml|json|toml|xml|properties|env|rules|htaccess)$|(?:^|\/)\.env(?:\.[\w-]+)?$/i;
/** What is built with, not what runs: `COPY package.json ./` is in every second Dockerfile. */
const BUILD_FILE =
  /(?:^|\/)(?:package|package-lock|npm-shrinkwrap|composer|tsconfig[\w.-]*|jsconfig|lerna|nx|turbo|angular|pom|Cargo|pyproject|pnpm-(?:lock|workspace)|deno|bower)\.(?:json|xml|toml|ya?ml)$/i;
const CONFIGURATION_DIRECTORY = /^\/etc(?:\/|$)|(?:^|\/)(?:config|conf|settings|[\w.-]+\.d)$/i;
const ARCHIVE = /\.(?:tar|tgz|tbz2?|txz|tar\.(?:gz|bz2|xz|zst))$/i;

/** What `COPY` and `ADD` put over configuration in the image; other files are of no interest. */
export function readCopies(reading: Reading, stage: Stage, instruction: Instruction): void {
  const args = argumentsOf(reading, instruction);
  const words = wordsOfList(args?.text ?? '') ?? plainWords(instruction, args?.text ?? '');
  const destination = words.at(-1);
  if (args === undefined || destination === undefined || words.length < 2) return;
  const target = expand(destination, stage.variables);
  const intoDirectory = knownEnd(target).endsWith('/') || /(?:^|\/)\.$/.test(destination) || words.length > 2;
  for (const word of words.slice(0, -1)) {
    const copy = copyOf(instruction, word);
    const source = expand(copy.name, stage.variables);
    const effect = effectOf(copy, source, { path: locate(stage.directory, target), intoDirectory });
    if (effect !== undefined) reading.found.effects.push(described(reading, instruction, effect));
  }
}

function plainWords(instruction: Instruction, text: string): string[] {
  if (hasHeredoc(instruction)) return text.slice(0, text.indexOf('\n')).trim().split(/\s+/);
  return instruction.getArguments().map((argument) => argument.getValue());
}

function hasHeredoc(instruction: Instruction): boolean {
  return (instruction as Copy).getHeredocs().length > 0;
}

type One = { name: string; heredoc: boolean; add: boolean; from: string | undefined };

function copyOf(instruction: Instruction, word: string): One {
  const heredoc = /^<<-?["']?(\w+)["']?$/.exec(word);
  const from = (instruction as Copy)
    .getFlags()
    .find((flag) => flag.getName() === 'from')
    ?.getValue();
  return {
    name: heredoc?.[1] ?? word,
    heredoc: heredoc !== null,
    add: instruction.getKeyword() === 'ADD',
    from: from ?? undefined,
  };
}

type Written = Pick<Effect, 'op' | 'rule' | 'sources'> & { paths: Text[]; tree: boolean };

function effectOf(
  copy: One,
  source: Text,
  target: { path: Text; intoDirectory: boolean },
): Written | undefined {
  const shownName = shown(source).replace(/\/+$/, '');
  const name = baseName(shownName);
  const isUrl = copy.add && /^(?:https?|git):/.test(knownStart(source));
  const sources = copy.heredoc || isUrl ? [] : [sourceOf(copy, source)];
  if (copy.add && !isUrl && ARCHIVE.test(name)) {
    const written = {
      op: 'extract',
      rule: 'extract-over-live-tree',
      sources,
      paths: [target.path],
      tree: true,
    } as const;
    return isConfigurationDirectory(target.path) ? { ...written, paths: [...written.paths] } : undefined;
  }
  const isFile = copy.heredoc || (/.\.\w/.test(name) && !knownEnd(source).endsWith('/'));
  const targetName = shown(target.path);
  const isTree = !isFile && (target.intoDirectory || !/[^/]\.[A-Za-z]\w*$/.test(targetName));
  const path = isTree || !target.intoDirectory ? target.path : joined(target.path, ['/'], nameIn(source));
  const concerns = isTree ? isConfigurationDirectory(path) : isConfiguration(path);
  if (!concerns) return undefined;
  const rule = isUrl ? 'download-over-config' : 'copy-over-config';
  return { op: isTree ? 'replace-tree' : 'replace', rule, sources, paths: [path], tree: isTree };
}

function sourceOf({ from }: One, source: Text): Text {
  return from === undefined
    ? locate([], knownStart(source).startsWith('/') ? trimmed(source) : source)
    : [unknown(`${from}:${shown(source)}`)];
}

/** A slash in front means the root of the build's context. */
function trimmed(source: Text): Text {
  const [first = '', ...rest] = source;
  return typeof first === 'string' ? joined([first.replace(/^\/+/, '')], rest) : source;
}

/** The last name of a source; with a glob in it, that. */
function nameIn(source: Text): Text {
  const literal = literalOf(source);
  if (literal === undefined) return [unknown(shown(source))];
  const name = baseName(literal);
  return /[*?[]/.test(name) ? [{ name, is: 'glob' }] : [name];
}

function isConfiguration(path: Text): boolean {
  const all = shown(path);
  if (CONFIGURATION_DIRECTORY.test(directoryOf(all))) return true;
  return CONFIGURATION.test(all) && !BUILD_FILE.test(all);
}

function isConfigurationDirectory(path: Text): boolean {
  return CONFIGURATION_DIRECTORY.test(shown(path));
}

function described(reading: Reading, instruction: Instruction, written: Written): Effect {
  const { start, end } = instruction.getRange();
  const from = reading.lineStart(start.line) + start.character;
  const whole = reading.text.slice(from, reading.lineStart(end.line) + end.character);
  const keyword = instruction.getKeyword();
  return directEffect({
    ...written,
    script: reading.script,
    place: reading.place(from),
    endLine: end.line + 1,
    command: keyword,
    text: hasHeredoc(instruction) ? whole.slice(0, whole.indexOf('\n')) : whole,
    host: { kind: 'container', name: 'image' },
    surroundings: 'ephemeral',
    page: `https://docs.docker.com/reference/dockerfile/#${keyword.toLowerCase()}`,
  });
}
