import { HELP } from './help.ts';

/** The help of one command: its lines of the list, its options, and the exit codes. */
export function helpOf(command: string): string {
  const [title, list, ...blocks] = HELP.trimEnd().split('\n\n');
  const named = (line: string) => new RegExp(`^  (holdfast )?${command}( |$)`).test(line);
  const own = blocks.filter((block) => new RegExp(`^Options of ${command}\\b`).test(block));
  const others = blocks.find((block) => block.startsWith('Options of the others'))!;
  const lines = others.split('\n').filter(named);
  const parts = [
    title!.split('\n')[0]!,
    list!.split('\n').filter(named).join('\n'),
    ...own,
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
    blocks.at(-1)!,
    'holdfast --help has all commands and their options.',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
