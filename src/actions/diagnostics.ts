import { debug, isDebug } from '@actions/core';

/** With the runner's debug logging on, says which git and Node did the work: what a report of a fault needs. */
export async function logVersions(): Promise<void> {
  if (!isDebug()) return;
  const { getExecOutput } = await import('@actions/exec');
  const git = await getExecOutput('git', ['--version'], { silent: true, ignoreReturnCode: true }).catch(
    () => undefined,
  );
  debug(`${git?.stdout.trim() ?? 'no git'}, Node ${process.version}`);
}
