import { nameOf, parentOf } from '../location.ts';
import { knownStart, literalOf, shown, type Text } from '../text.ts';
import type { Invocation, Reading, Write } from './command.ts';
import { findCommand } from './index.ts';
import { findOption, hasOption, type Option } from './options.ts';
import { withoutSlash } from './places.ts';
import type { Call, Condition, Spot, WriteSpec } from './spec.ts';

/** So many places one write may name; more become further writes. */
const MOST_TARGETS = 4;

const NO_FILE = /^(-|\/dev\/(null|zero|tty|std(in|out|err)|fd\/\d+))$/;

/**
 * What a command does with its arguments, by the table of commands: a pure function of its words.
 * @param input what it finds on its standard input, as far as that is known: alternatives.
 * @returns `undefined` when the table has not got the command, or this call writes nothing and reads no file.
 */
export function readCommand(invocation: Invocation, input: readonly Text[] = []): Reading | undefined {
  const found = findCommand(invocation, input);
  if (found === undefined) return undefined;
  const { spec, call } = found;
  const writes = isIdle(call, spec.idle) ? [] : spec.writes.flatMap((write) => writesOf(write, call));
  const reads = (spec.reads?.(call) ?? []).filter(isFile);
  const prints = spec.prints?.(call) ?? [];
  if (writes.length === 0 && reads.length === 0 && prints.length === 0) return undefined;
  return { command: call.command, page: spec.page, writes, reads, ...(prints.length > 0 && { prints }) };
}

function writesOf(spec: WriteSpec, call: Call): Write[] {
  if (spec.when !== undefined && !holds(spec.when, call)) return [];
  if (spec.unless !== undefined && holds(spec.unless, call)) return [];
  const sources = spec.sources?.(call) ?? [];
  const tree = spec.tree === true || (spec.tree !== undefined && holds(spec.tree, call));
  const keeps = keepsOf(spec, call);
  const fits = spec.fits?.(call) ?? true;
  const safer = fits ? spec.safer : spec.safer.filter(({ kind }) => kind === 'advice');
  const aggravators = spec.aggravators?.(call) ?? [];
  return spec.spots(call).flatMap((spot) =>
    chunks(targetsOf(spot, spot.tree ?? tree)).map(
      (targets): Write => ({
        op: spot.op ?? spec.op,
        targets,
        is: spot.is ?? 'path',
        tree: spot.tree ?? tree,
        ...(spot.host && { host: spot.host }),
        sources: (spot.sources ?? sources).filter(isFile),
        ...(keeps && { keeps }),
        rule: spot.rule ?? spec.rule,
        safer,
        ...(aggravators.length > 0 && { aggravators }),
      }),
    ),
  );
}

function keepsOf({ missing, backup }: WriteSpec, call: Call): Write['keeps'] {
  const left = wordsOf(missing, call);
  if (left !== undefined) return { kind: 'missing', text: left };
  const kept = wordsOf(backup, call);
  return kept === undefined ? undefined : { kind: 'backup', text: kept };
}

function wordsOf(keeping: WriteSpec['missing'], call: Call): string | undefined {
  if (typeof keeping === 'function') return keeping(call);
  const option = keeping === undefined ? undefined : certainly(findOption(call, keeping));
  return option?.at.values.map(shown).join(' ');
}

/** An option that is given whatever the variables are. */
const certainly = (option: Option | undefined): Option | undefined => (option?.maybe ? undefined : option);

function isIdle(call: Call, idle = ''): boolean {
  return idle.split(' ').some((name) => {
    const option = certainly(findOption(call, name));
    return option !== undefined && !isTakenBack(option);
  });
}

/** `--dry-run=none` */
const isTakenBack = ({ value }: Option): boolean =>
  value?.values.some((text) => /^(none|false)$/.test(literalOf(text) ?? '')) ?? false;

const holds = (condition: Condition, call: Call): boolean =>
  typeof condition === 'string' ? hasOption(call, condition) : condition(call);

const isFile = (text: Text): boolean => !NO_FILE.test(literalOf(text) ?? '');

function targetsOf({ texts, is }: Spot, tree: boolean): Text[] {
  const places = is === 'name' ? texts : texts.filter(isFile);
  return distinct(tree ? places.map(directoryOfAll) : places);
}

const distinct = (texts: readonly Text[]): Text[] => [
  ...new Map(texts.map((text) => [shown(text), text])).values(),
];

/** All trees in a directory are the directory's tree: `/etc/auth/*` of `rm -rf` is `/etc/auth`. */
function directoryOfAll(text: Text): Text {
  if (shown(nameOf(text)) !== '*') return withoutSlash(text);
  const parent = parentOf(text);
  return parent.length === 0 && knownStart(text).startsWith('/') ? ['/'] : parent;
}

function chunks(texts: readonly Text[]): Text[][] {
  const parts: Text[][] = [];
  for (let index = 0; index < texts.length; index += MOST_TARGETS) {
    parts.push(texts.slice(index, index + MOST_TARGETS));
  }
  return parts;
}
