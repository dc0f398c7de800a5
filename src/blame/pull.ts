/** The pull request that a commit came with, by its subject as GitHub, GitLab and Bitbucket write it. */
export function pullOf(subject: string): number | undefined {
  const found =
    /^Merge pull request #(\d{1,9})\b/.exec(subject) ??
    /^Merged? in .*\(pull request #(\d{1,9})\)/.exec(subject) ??
    /\([#!](\d{1,9})\)\s*$/.exec(subject);
  return found === null ? undefined : Number(found[1]);
}
