import { filePairs } from '../../adapters/bisect/pairs.ts';
import { fill, makeScratch, type Scratch } from '../../adapters/bisect/scratch.ts';
import { openSide, type Places, type Side } from '../../adapters/bisect/sides.ts';
import { openState, type State, stateFile } from '../../adapters/bisect/state.ts';
import { choosePolicy } from '../../adapters/policy.ts';
import { withInterrupt } from '../../adapters/processes/interrupt.ts';
import { runCommand } from '../../adapters/processes/run.ts';
import { secretMask } from '../../adapters/processes/secrets.ts';
import { DEFAULT_STORE } from '../../adapters/store/store.ts';
import { questionOf } from '../../bisect/journal.ts';
import type { BisectPorts } from '../../bisect/prober.ts';
import { selectionsFor } from '../../bisect/selections.ts';
import { bisectJson, bisectText, probeText } from '../../bisect/show.ts';
import { culpritChanges } from '../../bisect/summary.ts';
import type { FilePair } from '../../bisect/units.ts';
import { type Bisection, bisect } from '../../bisect.ts';
import { ok, type Problem, type Result } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import { plainLine } from '../../reports/escape.ts';
import { chosenDecrypt } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { reportOptions } from '../judging.ts';
import { problemText } from '../problem.ts';
import { type BisectArguments, readBisectArguments } from './arguments.ts';

/** What is compared, under which policy values are hidden. */
type Question = { good: Side; pairs: FilePair[]; policy: Policy };

/** `holdfast bisect`: 1 when the keys that break it were found, 2 when nothing could be told. */
export async function runBisect(argv: string[], io: CliIo): Promise<number> {
  const fail = (problem: Problem): number => {
    io.stderr(problemText(problem, io));
    return 2;
  };
  const args = readBisectArguments(argv);
  if (!args.ok) return fail(args.problem);
  const sides: Side[] = [];
  try {
    const question = await openQuestion(args.value, io, sides);
    if (!question.ok) return fail(question.problem);
    return await withInterrupt((signal) => searchIn(question.value, args.value, io, fail, signal));
  } finally {
    for (const side of sides) await side.close();
  }
}

async function openQuestion(args: BisectArguments, io: CliIo, sides: Side[]): Promise<Result<Question>> {
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const places: Places = {
    cwd: io.cwd,
    store: args.store ?? (io.env.HOLDFAST_STORE || DEFAULT_STORE),
    ...(args.gitDir !== undefined && { gitDir: args.gitDir }),
    ...(decrypt.value !== undefined && { decrypt: decrypt.value }),
  };
  for (const name of [args.good, args.bad]) {
    const side = await openSide(name, places);
    if (!side.ok) return side;
    sides.push(side.value);
  }
  const [good, bad] = sides as [Side, Side];
  const chosen = { file: args.policy, criticalFiles: [], schemas: [] };
  const policy = await choosePolicy(good.snapshot, chosen, io.cwd);
  if (!policy.ok) return policy;
  const pairs = await filePairs(good.snapshot, bad.snapshot, args.files);
  return pairs.ok ? ok({ good, pairs: pairs.value, policy: policy.value }) : pairs;
}

async function searchIn(
  question: Question,
  args: BisectArguments,
  io: CliIo,
  fail: (problem: Problem) => number,
  signal: AbortSignal,
): Promise<number> {
  const made = await makeScratch(io.env.TMPDIR || undefined);
  if (!made.ok) return fail(made.problem);
  const scratch = made.value;
  try {
    const { pairs, good } = question;
    const { run: command, timeout } = args;
    const name = questionOf({ pairs, tree: good.snapshot.id, command, timeout });
    const state = await openState(stateFile(args.state, name, io.cwd, io.env), name, scratch.directory);
    if (!state.ok) return fail(state.problem);
    const filled = await fill(scratch, good.snapshot, signal);
    if (!filled.ok) return fail(filled.problem);
    for (const path of filled.value.tooLarge)
      io.stderr(`Too large, and not in the tree of the probe: ${plainLine(path)}\n`);
    const { known } = state.value;
    const found = await bisect(
      { pairs, known, most: args.most },
      portsOf(scratch, state.value, args, io, signal),
    );
    const goesOn = found.ok ? !found.value.minimal : GOES_ON.has(found.problem.code);
    if (!goesOn) await state.value.remove();
    if (!found.ok) return fail(found.problem);
    await tell(found.value, question, args, io);
    return found.value.minimal ? 1 : 2;
  } finally {
    const left = await scratch.remove();
    if (left !== undefined) io.stderr(problemText(left, io));
  }
}

/** The same command, run again, would go on from here. */
const GOES_ON = new Set(['interrupted', 'probe-unusable', 'bisect-state-io']);

function portsOf(
  scratch: Scratch,
  state: State,
  { run, timeout, json }: BisectArguments,
  io: CliIo,
  signal: AbortSignal,
): BisectPorts {
  const mask = secretMask();
  const env = { ...io.env, HOLDFAST_ROOT: scratch.directory };
  return {
    async run(candidate) {
      const why = await scratch.write(candidate);
      if (why !== undefined) return { failed: `its tree cannot be written: ${why}`, output: '', ms: 0 };
      return runCommand({
        command: run,
        cwd: scratch.directory,
        env,
        timeout,
        signal,
        mask,
        patience: 2_000,
      });
    },
    record: state.record,
    cancelled: () => signal.aborted,
    tell: (told) => (json ? io.stderr : io.stdout)(probeText(told)),
  };
}

async function tell(
  { culprits, ...found }: Bisection,
  { good, policy }: Question,
  { json }: BisectArguments,
  io: CliIo,
): Promise<void> {
  const changes = await culpritChanges(culprits, selectionsFor(policy, good.hidden));
  const report = { changes, culprits: culprits.length, ...found };
  io.stdout(json ? bisectJson(report) : bisectText(report, reportOptions(io)));
}
