import type { Instruction, Run } from 'dockerfile-ast';
import { shellQuoted } from '../../checks/words.ts';
import type { Unit } from '../unit.ts';
import { argumentsOf, type Reading, type Stage, wordsOfList } from './dockerfile-stage.ts';
import { isShellName, type Shell, shebangOf, shellOf } from './shells.ts';
import { scalarOffsets } from './yaml-scalar.ts';

/** The commands of `RUN`, and of `CMD` and `ENTRYPOINT` where a shell reads them. */
export function readCommands(reading: Reading, stage: Stage, instruction: Instruction): void {
  const args = argumentsOf(reading, instruction);
  if (args === undefined) return;
  const words = wordsOfList(args.text);
  if (words !== undefined) readList(reading, stage, { instruction, start: args.start, words });
  else readShellForm(reading, stage, instruction, args);
}

function readShellForm(
  reading: Reading,
  stage: Stage,
  instruction: Instruction,
  args: { start: number; text: string },
): void {
  const shell: Shell = stage.windows ? { unread: 'cmd' } : shellOf(stage.shell);
  const heredocs = instruction.getKeyword() === 'RUN' ? (instruction as Run).getHeredocs() : [];
  if (heredocs.some((heredoc) => heredoc.getDelimiterRange() === null)) {
    const detail = 'a heredoc without its end';
    reading.found.notRead.push({ reason: 'syntax', place: placeOf(reading, instruction), detail });
  }
  const content =
    heredocs.length === 1 && /^<<-?(["']?)\w+\1[ \t]*(?:\n|$)/.test(args.text) ? heredocs[0] : undefined;
  if (content === undefined) {
    add(reading, stage, instruction, {
      shell,
      source: joinedLines(args.text, reading.escape),
      start: args.start,
    });
    return;
  }
  const range = content.getContentRange();
  if (range === null) return;
  const start = reading.lineStart(range.start.line) + range.start.character;
  const end = reading.lineStart(range.end.line) + range.end.character;
  const source = reading.text.slice(start, end);
  const shebang = shebangOf(source);
  add(reading, stage, instruction, {
    shell: shebang === undefined ? shell : shellOf(shebang),
    source,
    start,
  });
}

type List = { instruction: Instruction; start: number; words: readonly string[] };

/** `["sh", "-c", "…"]` is read as what it says; a program with its arguments as the same words in a shell. */
function readList(reading: Reading, stage: Stage, { instruction, start, words }: List): void {
  const shell = shellOf(words);
  const at = words.findIndex((word) => /^-[a-z]*c$/i.test(word));
  const source = words[at + 1];
  if ('unread' in shell && !isShellName(shell.unread)) {
    if (instruction.getKeyword() !== 'RUN') return;
    const options = { errexit: false, pipefail: false, nounset: false };
    add(reading, stage, instruction, { shell: { options }, source: words.map(shellQuoted).join(' ') });
  } else if ('unread' in shell) {
    add(reading, stage, instruction, { shell, source: '' });
  } else if (at !== -1 && source !== undefined) {
    const quote = startOfWord(reading.text, start, at + 1);
    const offsets = scalarOffsets(reading.text, quote, source);
    add(reading, stage, instruction, { shell, source, ...(offsets === undefined ? {} : { offsets }) });
  }
}

/** Where the quote of a string in a JSON list stands. */
function startOfWord(text: string, start: number, index: number): number {
  const words = /"(?:[^"\\]|\\.)*"/y;
  let at = start + 1;
  for (let word = 0; ; word++) {
    while (text[at] !== '"' && at < text.length) at += 1;
    if (word === index) return at;
    words.lastIndex = at;
    if (!words.test(text)) return start;
    at = words.lastIndex;
  }
}

type Piece = { shell: Shell; source: string; start?: number; offsets?: Int32Array };

function add(reading: Reading, stage: Stage, instruction: Instruction, piece: Piece): void {
  const own = placeOf(reading, instruction);
  const { shell, source, start, offsets } = piece;
  if ('unread' in shell) {
    reading.found.notRead.push({ reason: 'shell', place: own, detail: shell.unread });
    return;
  }
  const place: Unit['place'] = (offset) => {
    if (start !== undefined) return reading.place(start + offset);
    return offsets === undefined ? own : reading.place(offsets[Math.min(offset, offsets.length - 1)]!);
  };
  reading.found.units.push({
    script: reading.script,
    label: `${instruction.getKeyword()} on line ${own.line}`,
    source,
    place,
    ...(start === undefined
      ? {}
      : { written: (from, to) => reading.original.slice(start + from, start + to) }),
    directory: stage.directory,
    variables: new Map(stage.variables),
    host: { kind: 'container', name: 'image' },
    surroundings: 'ephemeral',
    options: shell.options,
  });
}

function placeOf(reading: Reading, instruction: Instruction) {
  const { line, character } = instruction.getRange().start;
  return reading.place(reading.lineStart(line) + character);
}

/**
 * A command over several lines as a shell gets it: between continued lines, comments and empty lines fall out. They are
 * blanked, so that every offset stays what it was. https://docs.docker.com/reference/dockerfile/#format
 */
function joinedLines(text: string, continuation: string): string {
  if (!text.includes('\n')) return text;
  const ending = new RegExp(`\\${continuation}[ \\t]*$`);
  let continued = false;
  return text
    .split('\n')
    .map((line, index, lines) => {
      const last = index === lines.length - 1;
      if (continued && !last && /^\s*(?:#.*)?$/.test(line)) return ' '.repeat(line.length + 1);
      const continues = ending.exec(line);
      continued = continues !== null;
      if (last) return line;
      if (continues === null) return `${line}\n`;
      return `${line.slice(0, continues.index)}${' '.repeat(line.length - continues.index - 1)}\\\n`;
    })
    .join('');
}
