import type { Argument } from '../commands/command.ts';
import { hasOption, optionValue, readOptions } from '../commands/options.ts';
import type { Host } from '../effect.ts';
import { joinedBy, literalOf, shown, type Text } from '../text.ts';
import { runFile, runText } from './files.ts';
import type { Input } from './input.ts';
import { runNested } from './nested.ts';
import { startOf } from './record.ts';
import { forked, inside, type Run, type Site, type State } from './state.ts';
import type { Wrapper } from './wrappers.ts';

export type Invoke = (
  run: Run,
  fields: readonly Argument[],
  site: Site,
  input: Input | undefined,
) => readonly Text[];

/** Runs the command that a wrapper runs: with its words, or as source for another shell. */
export function runWrapped(
  run: Run,
  wrapper: Wrapper,
  name: readonly Argument[],
  args: readonly Argument[],
  site: Site,
  input: Input | undefined,
  invoke: Invoke,
): readonly Text[] {
  const read = readOptions(args, wrapper.options);
  const label = name.map(({ values }) => shown(values[0]!)).join(' ');
  const skip = wrapper.unless !== undefined && hasOption(read, wrapper.unless) ? 0 : (wrapper.skip ?? 0);
  const skipped = read.operands.slice(0, skip);
  let rest = read.operands.slice(skip);
  const subject = skipped.at(-1);
  const inner = insideOf(run, wrapper, label, subject);
  if (wrapper.assigns) {
    const assignments = rest.findIndex(({ values }) => !/^\w+=/.test(shown(values[0]!)));
    rest = assignments === -1 ? [] : rest.slice(assignments);
  }
  if (rest[0] !== undefined && shown(rest[0].values[0]!) === '--') rest = rest.slice(1);
  if (wrapper.runs === 'words') {
    if (rest.length > 0) return finish(run, inner, invoke(inner, rest, site, input));
    if (label === 'sudo' && hasOption(read, '-s -i') && input?.texts !== undefined)
      runTexts(inner, input.texts, input.at);
    return [];
  }
  if (wrapper.runs === 'string') {
    if (rest.length > 0) runWords(inner, rest, input);
    else runInput(inner, input);
    return finish(run, inner);
  }
  const behind =
    rest[0] !== undefined && wrapper.option!.split(' ').includes(shown(rest[0].values[0]!))
      ? rest[1]
      : undefined;
  const source = optionValue(read, wrapper.option!) ?? behind;
  if (source !== undefined) {
    const shell = {
      ...inner,
      state: { ...inner.state, ...(wrapper.skip === undefined && { positional: rest.slice(1) }) },
    };
    runTexts(shell, source.values, source);
    return finish(run, shell);
  }
  if (rest.length > 0 && wrapper.skip === undefined && !isStandardInput(rest[0]!) && !hasOption(read, '-s')) {
    runFile(run, rest[0]!, rest.slice(1), site, 'run');
    return [];
  }
  if (rest.length > 0 && wrapper.skip !== undefined)
    return finish(run, inner, invoke(inner, rest, site, input));
  if (wrapper.input) runInput(inner, input);
  return finish(run, inner);
}

/** What the inner shell prints is printed here. */
function finish(run: Run, inner: Run, reads: readonly Text[] = []): readonly Text[] {
  run.state.output = inner.state.output;
  return reads;
}

/** The state in which a wrapper's command runs. */
function insideOf(run: Run, wrapper: Wrapper, label: string, subject: Argument | undefined): Run {
  const via = inside(
    run.state.via,
    subject === undefined || wrapper.host === undefined ? label : `${label} ${shown(subject.values[0]!)}`,
  );
  const changes: Partial<State> = { via };
  if (wrapper.host !== undefined) {
    const host: Host = {
      kind: wrapper.host,
      ...(subject && { name: shown(subject.values[0]!).replace(/^.*@/, '') }),
    };
    // Variables of this shell are none of the other host's.
    changes.variables = { own: new Map(run.machine.filledIn) };
    changes.functions = { own: new Map() };
    changes.host = host;
    changes.directories = [startOf(host)];
    changes.surroundings = wrapper.ephemeral
      ? 'ephemeral'
      : wrapper.host === 'ssh'
        ? 'server'
        : run.state.surroundings;
    changes.uncheckedCd = false;
    changes.options = { errexit: false, pipefail: false, nounset: false };
  } else if (wrapper.runs !== 'words') {
    changes.options = { errexit: false, pipefail: false, nounset: false };
  }
  return forked(run, changes);
}

/** What is joined with blanks and read by a shell: the words behind `ssh host`. */
function runWords(run: Run, words: readonly Argument[], input: Input | undefined): void {
  const [only] = words;
  const shell = literalOf(only!.values[0]!);
  if (
    shell !== undefined &&
    /^(sudo\s+)?(ba|da)?sh(\s+-\w+)*(\s+--)?$/.test(words.map(({ values }) => shown(values[0]!)).join(' '))
  ) {
    runInput(run, input);
    return;
  }
  if (words.length === 1) {
    runTexts(run, only!.values, only!);
    return;
  }
  const text = joinedBy(
    ' ',
    words.map(({ values }) => values[0]!),
  );
  runNested(run, text, { pos: words[0]!.pos, end: words.at(-1)!.end });
}

/** Commands on standard input: a heredoc, what a pipeline prints, or a file of the checkout. */
function runInput(run: Run, input: Input | undefined): void {
  if (input === undefined) return;
  const file = input.reads.length === 1 ? literalOf(input.reads[0]!) : undefined;
  if (
    file !== undefined &&
    (input.texts === undefined || input.texts.every((text) => literalOf(text) === undefined))
  ) {
    runText(run, file, input.at.pos);
  } else if (input.texts !== undefined) {
    runTexts(run, input.texts, input.at);
  }
}

function runTexts(run: Run, texts: readonly Text[], at: { pos: number; end: number }): void {
  for (const text of texts) runNested(run, text, at);
}

function isStandardInput({ values }: Argument): boolean {
  return shown(values[0]!) === '-' || shown(values[0]!) === '/dev/stdin';
}
