import { commitSnapshot } from '../adapters/git/commit.ts';
import { resolveCommit } from '../adapters/git/refs.ts';
import { openRepository } from '../adapters/git/repository.ts';
import { openGitHub } from '../adapters/github/client.ts';
import { readSettings } from '../adapters/github/rulesets.ts';
import { diagnose } from '../doctor/index.ts';
import { factsOf } from '../doctor/read.ts';
import { type Diagnosis, diagnosisText } from '../doctor/report.ts';
import type { Settings } from '../doctor/rule.ts';
import { ok, type Result, refuse } from '../model/problem.ts';
import { visibleJson } from '../reports/escape.ts';
import type { CliIo } from './io.ts';
import { parsed, usage } from './judging.ts';
import { problemText } from './problem.ts';

const OPTIONS = {
  json: { type: 'boolean' },
  repository: { type: 'string' },
  branch: { type: 'string' },
  debug: { type: 'boolean' },
} as const;
const USAGE = 'holdfast doctor [--json] [--repository OWNER/NAME] [--branch NAME]';

/**
 * `holdfast doctor`: what in HEAD's workflows and, with GITHUB_TOKEN or GH_TOKEN, in the branch's settings disarms
 * the check. Exit 0 without an error, 1 with one, 2 on a problem.
 */
export async function runDoctor(argv: string[], io: CliIo): Promise<number> {
  const args = readArguments(argv);
  const diagnosis = args.ok ? await examine(args.value, io) : args;
  if (!args.ok || !diagnosis.ok) {
    if (!diagnosis.ok) io.stderr(problemText(diagnosis.problem, io));
    return 2;
  }
  const { value } = diagnosis;
  io.stdout(
    args.value.json ? `${visibleJson(JSON.stringify(value, null, 2))}\n` : diagnosisText(value, io.color),
  );
  return value.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

type Arguments = { json: boolean; repository: string | undefined; branch: string | undefined };

function readArguments(argv: string[]): Result<Arguments> {
  const read = parsed({ args: argv, options: OPTIONS }, USAGE);
  if (!read.ok) return read;
  const { json = false, repository, branch } = read.value.values;
  if (repository === undefined || /^[\w.-]+\/[\w.-]+$/.test(repository)) {
    return ok({ json, repository, branch });
  }
  return refuse(usage('--repository is no OWNER/NAME.', USAGE));
}

async function examine(args: Arguments, io: CliIo): Promise<Result<Diagnosis>> {
  const repository = await openRepository({ directory: io.cwd });
  if (!repository.ok) return repository;
  try {
    const commit = await resolveCommit(repository.value, 'HEAD');
    if (!commit.ok) return commit;
    const { settings, unseen } = await askGitHub(args, io.env);
    const branch = settings?.branch ?? args.branch;
    const facts = await factsOf(commitSnapshot(repository.value, commit.value), branch, settings);
    if (!facts.ok) return facts;
    return ok({
      version: 1,
      commit: commit.value,
      branch: branch ?? null,
      findings: diagnose(facts.value),
      notLookedAt: unseen,
    });
  } finally {
    await repository.value.close();
  }
}

/** The branch's settings, or why nobody looked at them: that is told, and never taken for "nothing required". */
async function askGitHub(
  args: Arguments,
  env: CliIo['env'],
): Promise<{ settings?: Settings; unseen: Diagnosis['notLookedAt'] }> {
  const unseen = (why: string, fix: string) => ({
    unseen: [{ what: `Whether the check is required was not looked at: ${why}`, fix }],
  });
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  if (!token) return unseen('there is no token.', 'Set GITHUB_TOKEN or GH_TOKEN.');
  const repository = args.repository ?? env.GITHUB_REPOSITORY;
  if (!repository) return unseen('no repository was named.', 'Give --repository OWNER/NAME.');
  const { GITHUB_API_URL: apiUrl } = env;
  const github = openGitHub({ token, repository, ...(apiUrl ? { apiUrl } : {}) });
  const settings = await readSettings(github, args.branch);
  if (!settings.ok) return unseen(settings.problem.message, settings.problem.hint);
  return { settings: settings.value, unseen: [] };
}
