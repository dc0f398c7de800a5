import { isDebug, setFailed } from '@actions/core';
import { tuneEngine } from '../adapters/engine.ts';
import { exitCode } from '../verdict/decide.ts';
import { runCheck } from './check-run.ts';
import { publish, publishNothing, publishProblem } from './publish.ts';

tuneEngine();
try {
  if (isDebug()) await (await import('./diagnostics.ts')).logVersions();
  const outcome = await runCheck();
  if (!outcome.ok) {
    await publishProblem(outcome.problem);
    process.exitCode = 1;
  } else if ('nothing' in outcome.value) {
    await publishNothing(outcome.value.nothing);
  } else {
    const decision = outcome.value;
    await publish(decision);
    process.exitCode = exitCode(decision.verdict, decision.warnOnly) === 0 ? 0 : 1;
  }
} catch (error) {
  setFailed(
    `An error in Holdfast itself; nothing was judged. ${error instanceof Error ? error.message : String(error)}`,
  );
}
