import { type Problem, type Result, refuse } from '../../model/problem.ts';
import type { CliIo } from '../io.ts';
import { usage } from '../judging.ts';
import { problemText } from '../problem.ts';
import type { Answer } from './options.ts';

type Verb = (argv: string[], io: CliIo) => Promise<Result<Answer>>;

const verbs: Record<string, () => Promise<Verb>> = {
  list: async () => (await import('./list.ts')).runList,
  show: async () => (await import('./show.ts')).runShow,
  check: async () => (await import('./check.ts')).runCheckStore,
  prune: async () => (await import('./prune.ts')).runPrune,
  mark: async () => (await import('./mark.ts')).runMark,
  export: async () => (await import('./export.ts')).runExport,
};

/** `holdfast backup [list|show|check|prune|mark|export] …`: without a verb, the critical files are saved. */
export async function runBackup(argv: string[], io: CliIo): Promise<number> {
  const answer = await answerOf(argv, io);
  if (answer.ok) {
    io.stdout(answer.value.text);
    return answer.value.code;
  }
  io.stderr(problemText(answer.problem, io));
  return 2;
}

async function answerOf(argv: string[], io: CliIo): Promise<Result<Answer>> {
  const [name, ...rest] = argv;
  if (name === undefined || name.startsWith('-')) return (await import('./save.ts')).runSave(argv, io);
  if (!Object.hasOwn(verbs, name)) return refuse(unknownVerb(name));
  return (await verbs[name]!())(rest, io);
}

function unknownVerb(name: string): Problem {
  return usage(
    `holdfast backup has no verb ${JSON.stringify(name)}.`,
    `Verbs: ${Object.keys(verbs).join(', ')}; without one, the critical files are saved.`,
  );
}
