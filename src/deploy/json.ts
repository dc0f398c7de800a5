import type { Problem } from '../model/problem.ts';
import { jsonText } from '../reports/snapshots.ts';
import type { Reported } from './report.ts';
import { wordsOf } from './words.ts';

/** What a deployment did, for programs. */
export function deploymentJson({ deployment, problems, changes }: Reported): string {
  const { findings, services, process: _, ...rest } = deployment;
  return jsonText({
    ...rest,
    services: services.map(({ name }) => name),
    findings: findings.map((told) => ({ ...told, ...wordsOf(told, deployment) })),
    changes,
    problems: [...problems],
  });
}

/** The same for a deployment that was refused before anything was written down about it. */
export function refusedJson(problems: readonly Problem[]): string {
  return jsonText({ version: 1, outcome: null, problems: [...problems] });
}
