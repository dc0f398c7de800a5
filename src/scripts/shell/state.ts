import type { Path } from '../../model/path.ts';
import type { Place } from '../../model/place.ts';
import type { Argument } from '../commands/command.ts';
import type { Effect, Guard, Host, Surroundings } from '../effect.ts';
import type { NotRead } from '../not-read.ts';
import { sameText, shown, type Text } from '../text.ts';
import type { Input } from './input.ts';
import type { FunctionNode, PipelineNode, Statement } from './parse.ts';
import { fork, type Scope } from './scope.ts';

/** Values that are kept of one variable, word or directory. */
export const MOST_VALUES = 8;

/** Where a command stands in the source, and its words as they are written. */
export type Site = { pos: number; end: number; text: string };

/** Things between a script and a command that are told. */
const MOST_VIA = 12;

/** What a variable may hold: alternatives of a plain one, or the items of an array, each with alternatives. */
export type Value = { texts: readonly Text[]; items?: readonly Argument[]; asked?: true };

/** A function, and the source that its offsets are of. */
export type Defined = { node: FunctionNode; frame: Frame };

/** Source text that is being interpreted. */
export type Frame = {
  script: Path;
  source: string;
  place(offset: number): Place;
  /** What the file says between two offsets of the source, where that differs. */
  written?(from: number, to: number): string;
  /** Pieces of an outer script that stand in the source as variables of these names: what the reader sees of them. */
  inserted?: ReadonlyMap<string, string>;
};

/** What holds at one point of a script. Forked for branches and subshells, joined behind them. */
export type State = {
  variables: Scope<Value>;
  functions: Scope<Defined>;
  /** `$1`, `$2`, …: undefined when the caller is not known. */
  positional: readonly Argument[] | undefined;
  /** `$0`. */
  zero: Text;
  /** The working directory: alternatives, as `locate` has them. */
  directories: readonly Text[];
  stack: readonly (readonly Text[])[];
  /** `tolerant`: the script has said `set +e`, and looks at failures itself. */
  options: { errexit: boolean; pipefail: boolean; nounset: boolean; tolerant?: boolean };
  /** The command gets the output of another one, whose failure it does not see. */
  piped: boolean;
  guards: readonly Guard[];
  host: Host;
  surroundings: Surroundings;
  via: readonly string[];
  /** The last `cd` may have failed without the script having noticed. */
  uncheckedCd: boolean;
  /** What has been printed, while a command substitution reads it: alternatives. */
  output: readonly Text[] | undefined;
  /** Variables of the running function, and what they held outside of it. */
  locals: Map<string, Value | undefined> | undefined;
  /** Locations of the files that the last command has read. */
  reads: readonly Text[];
  /** The call of the running function, for the words that come from it. */
  caller: { site: Site; frame: Frame } | undefined;
  /** Nothing behind this point runs: the script, the function or this pass of the loop has been left. */
  left: false | 'exit' | 'return' | 'loop';
};

/** The way back to the interpreter, for what stands inside of words and conditions. */
export type Interpreter = {
  statements(run: Run, statements: readonly Statement[], input?: Input): void;
  node(run: Run, node: Statement['command'] | PipelineNode, input?: Input): void;
};

/** What all branches of one analysis share. */
export type Machine = {
  interpreter: Interpreter;
  /** The file that is analysed. */
  script: Path;
  files: ReadonlyMap<Path, string>;
  effects: Effect[];
  /** Effects that are known, so that a function that is called twice does not tell the same twice. */
  recorded: Set<string>;
  notRead: NotRead[];
  uses: Set<Path>;
  backups: Map<string, { line: number; text: string }>;
  defined: Defined[];
  aliases: Map<string, readonly Argument[]>;
  /** What runs when the script ends: `trap … EXIT`. */
  traps: { text: Text; at: { pos: number; end: number }; frame: Frame }[];
  /** Directories that the script has cloned itself. */
  cloned: Set<string>;
  /** Variables that are no variables of a shell: they hold on other hosts, too. */
  filledIn: ReadonlyMap<string, Value>;
  called: Set<FunctionNode>;
  /** Names of the functions and files that are being run, innermost last. */
  running: string[];
  /** Loops around this point. */
  loops: number;
  /** Commands that may still be looked at. */
  steps: number;
  temporaries: number;
};

/** A point of the analysis. */
export type Run = { machine: Machine; frame: Frame; state: State };

export function forked(run: Run, changes: Partial<State> = {}): Run {
  const { state } = run;
  return {
    ...run,
    state: { ...state, variables: fork(state.variables), functions: fork(state.functions), ...changes },
  };
}

/** The first few different ones. */
export function distinctTexts(texts: readonly Text[]): Text[] {
  const found: Text[] = [];
  for (const text of texts) {
    if (found.length === MOST_VALUES) break;
    if (!found.some((known) => sameText(known, text))) found.push(text);
  }
  return found;
}

/** Parts whose alternatives are combined; of a longer text, the first of each counts. */
const MOST_COMBINED = 100;

/** Every combination of alternatives, the first few. */
export function combined(
  alternatives: readonly (readonly Text[])[],
  unite: (texts: readonly Text[]) => Text,
): Text[] {
  let all: Text[][] = [[]];
  let copies = 0;
  for (const texts of alternatives) {
    if (texts.length === 1 || copies === MOST_COMBINED) {
      for (const start of all) start.push(texts[0] ?? []);
      continue;
    }
    copies += 1;
    all = all.flatMap((start) => texts.map((text) => [...start, text])).slice(0, MOST_VALUES * 2);
  }
  return distinctTexts(all.map(unite));
}

/** One more thing between the script and its commands; of very many, the outermost are told. */
export function inside(via: readonly string[], step: string): readonly string[] {
  return via.length < MOST_VIA ? [...via, step] : via;
}

/** Names a backup's subject: the host and the location. */
export function backupKey(host: Host, location: Text): string {
  return `${host.kind}:${host.name ?? ''}:${shown(location)}`;
}
