import { type CommandArgument, parse, type WordPart } from 'unbash';
import type { Argument, Invocation, Write } from '../../../src/scripts/commands/command.ts';
import { readCommand } from '../../../src/scripts/commands/read.ts';
import { joined, shown, type Text } from '../../../src/scripts/text.ts';

/** The first command of a line as an invocation: quotes taken away, variables unknown, globs as globs. */
export function invocationOf(line: string): Invocation {
  const command = parse(line).commands[0]?.command;
  if (command?.type !== 'Command' || command.name === undefined) throw new Error(`No command: ${line}`);
  const { name, args } = command;
  return { name: name.value, pos: name.pos, end: name.end, args: args.map(argumentOf) };
}

const argumentOf = (word: CommandArgument): Argument => ({
  values: [
    word.type === 'Word' && word.parts
      ? joined(...word.parts.map(textOf))
      : joined([word.type === 'Word' ? word.value : word.text]),
  ],
  pos: word.pos,
  end: word.end,
});

function textOf(part: WordPart): Text {
  switch (part.type) {
    case 'Glob':
      return [{ name: part.text, is: 'glob' }];
    case 'DoubleQuoted':
      return joined(...part.parts.map((child) => textOf(child as WordPart)));
    case 'SimpleExpansion':
      return [{ name: part.text.slice(1), is: 'value' }];
    case 'ParameterExpansion':
      return [{ name: part.parameter, is: part.parameter.startsWith('TMP') ? 'temporary' : 'value' }];
    case 'CommandExpansion':
      return [{ name: part.text, is: 'value' }];
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return [part.value];
    default:
      throw new Error(`Not for these tests: ${part.type}`);
  }
}

/**
 * What a line writes, one string for each write: `replace-tree@web1 /etc/app, /etc/app/conf (copy-over-config)`, with
 * `/**` behind the places of a tree, and what keeps the old content at the end.
 */
export function writesOf(line: string): string[] | undefined {
  return readCommand(invocationOf(line))?.writes.map(writeShown);
}

function writeShown({ op, host, targets, tree, rule, keeps }: Write): string {
  const at = host === undefined ? '' : `@${host.kind}:${host.name}`;
  const places = targets.map((text) => `${shown(text) || '.'}${tree ? '/**' : ''}`).join(', ');
  return `${op}${at} ${places} (${rule})${keeps ? ` keeps ${keeps.kind}: ${keeps.text}` : ''}`;
}
