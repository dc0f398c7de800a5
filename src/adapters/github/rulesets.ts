// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is read field by field.
import type { Settings } from '../../doctor/rule.ts';
import { ok, type Result } from '../../model/problem.ts';
import type { GitHub } from './client.ts';

/**
 * What a branch requires before it changes: active rulesets (of the organisation too), and branch protection.
 * Sources: https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch and …/rest/branches.
 * @param branch the repository's default branch unless given.
 */
export async function readSettings(github: GitHub, branch?: string): Promise<Result<Settings>> {
  const repository = await github.request('GET /repos/{owner}/{repo}');
  if (!repository.ok) return repository;
  const name: string = branch ?? repository.value.data.default_branch;
  const rules = await github.list('GET /repos/{owner}/{repo}/rules/branches/{branch}', { branch: name });
  if (!rules.ok) return rules;
  const protection = await protectedChecks(github, name);
  if (!protection.ok) return protection;
  const of = (type: string) => rules.value.filter((rule) => rule.type === type);
  const inRules = of('required_status_checks').flatMap(
    ({ parameters }): any[] => parameters.required_status_checks,
  );
  const workflows = of('workflows').flatMap(({ parameters }): any[] => parameters.workflows);
  return ok({
    branch: name,
    checks: [...inRules.map(({ context }) => context), ...protection.value],
    workflows: workflows.map((one) => ({
      path: one.path,
      here: one.repository_id === repository.value.data.id,
    })),
    mergeQueue: of('merge_queue').length > 0,
  });
}

/** Only administrators may read the protection itself; to others the branch tells its checks. */
async function protectedChecks(github: GitHub, branch: string): Promise<Result<string[]>> {
  const full = await github.request('GET /repos/{owner}/{repo}/branches/{branch}/protection', { branch });
  if (full.ok) return ok(full.value.data.required_status_checks?.contexts ?? []);
  if (full.problem.code !== 'github-forbidden' && full.problem.code !== 'github-not-found') return full;
  const plain = await github.request('GET /repos/{owner}/{repo}/branches/{branch}', { branch });
  return plain.ok ? ok(plain.value.data.protection?.required_status_checks?.contexts ?? []) : plain;
}
