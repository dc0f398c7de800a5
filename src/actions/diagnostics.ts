import { debug } from '@actions/core';
import { getExecOutput } from '@actions/exec';

/** Says which git and Node did the work: what a report of a fault needs. For the runner's debug log. */
export async function logVersions(): Promise<void> {
  const git = await getExecOutput('git', ['--version'], { silent: true, ignoreReturnCode: true }).catch(
    () => undefined,
  );
  debug(`${git?.stdout.trim() ?? 'no git'}, Node ${process.version}`);
}
