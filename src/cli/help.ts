export const HELP = `holdfast keeps critical configuration in place while software is deployed.

  holdfast check [options]     compare configuration between two commits and judge the change
  holdfast review [FILES]      say what deployment scripts would write, delete or replace, and judge it
  holdfast init                write a policy from what the repository shows
  holdfast explain PATH        say which rule selects a path and what is checked on it
  holdfast doctor              say what in the workflows and the branch's settings disarms the check

Options of check:
  --base REF --head REF        the two commits (without --head: HEAD; without both: the merge base
                               of the default branch and HEAD, against HEAD)
  --staged                     HEAD against what is staged
  --worktree                   HEAD against the files on disk
  --git-dir DIR                the repository, when it is not the one around the current directory
  --policy FILE                try this policy instead of the one in the base
  --critical-files GLOB        declare files critical without a policy file (may be repeated)
  --schema GLOB=SCHEMA         validate files with a JSON Schema (may be repeated)
  --fail-on-severity LEVEL     error (the default), warning or notice
  --warn-only                  report everything, and exit 0
  --format FORMAT              terminal (the default), json, sarif, markdown or github
  --debug                      show stack traces

Options of review, besides --git-dir, --policy, --critical-files, --fail-on-severity, --warn-only
and --format, which are those of check:
  FILES                        these scripts only (without: those of the policy, or all that look like one)
  --commit REF                 the scripts of a commit, instead of the files on disk
  --effects                    everything that they would write, as a table; with --format json as JSON
  --graph                      the same as a Mermaid flowchart

Options of the others:
  init [--print] [--force]     print the policy only; write over an existing one
  explain PATH [--policy FILE] ask a policy on disk instead of the one at HEAD
  doctor [--repository OWNER/NAME] [--branch NAME] [--json]

Exit codes: 0 pass, 1 findings, 2 nothing or not everything could be judged.
`;
