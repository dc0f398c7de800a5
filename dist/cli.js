#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  problemText
} from "./chunks/chunk-UXSFSCYP.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
import "./chunks/chunk-LTHRODLC.js";
import "./chunks/chunk-VX4HL5QL.js";

// src/cli/main.ts
import { isatty } from "node:tty";

// src/cli/help.ts
var HELP = `holdfast keeps critical configuration in place while software is deployed.

  holdfast check [options]     compare configuration between two commits and judge the change
  holdfast review [FILES]      say what deployment scripts would write, delete or replace, and judge it
  holdfast init                write a policy from what the repository shows
  holdfast explain PATH        say which rule selects a path and what is checked on it
  holdfast doctor              say what in the workflows and the branch's settings disarms the check
  holdfast backup              save the critical files of this host, or of a commit, in a store
  holdfast backup list         the snapshots in the store; also: show, check, prune, mark, export
  holdfast restore ID          put the files of a snapshot back, and remove what was added since
  holdfast verify              say whether the critical files of a host are what is known to be good

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
  --html FILE                  write a page to look at, too: one file that needs no network
  --debug                      show stack traces

Options of review, besides --git-dir, --policy, --critical-files, --fail-on-severity, --warn-only,
--format and --html, which are those of check:
  FILES                        these scripts only (without: those of the policy, or all that look like one)
  --commit REF                 the scripts of a commit, instead of the files on disk
  --effects                    everything that they would write, as a table; with --format json as JSON
  --graph                      the same as a Mermaid flowchart

Options of backup; all of its verbs take --store, and --format terminal (the default) or json:
  --store DIR                  where the store is (without: HOLDFAST_STORE, or /var/lib/holdfast)
  --root DIR                   the directory that stands for / of the host
  --from-commit REF            the files of a commit, instead of those of the host
  --service NAME               only the files of this service
  --environment NAME, --reason TEXT      kept with the snapshot
  --report FILE                what was saved as JSON, besides what is printed
  --policy FILE, --git-dir DIR           as for check; the policy is that of HEAD, or of the commit
  --recipient age1...          encrypt files with sensitive keys for this age recipient (may be repeated;
                               without: HOLDFAST_RECIPIENTS, or the policy)
  --recipients-file FILE       the same, one a line
  --encrypt-all                encrypt all files, not only those
  show ID                      a whole id, an unambiguous beginning or end of one, or latest
  check [--identity FILE]      also decrypt what is encrypted (without: HOLDFAST_IDENTITY)
  mark ID --good|--bad [--reason TEXT]   say whether a snapshot is known good
  prune [--keep-last N] [--keep-daily N] [--keep-weekly N] [--keep-known-good N] [--dry-run]
                               without numbers: 7 daily, 4 weekly and 10 known good ones are kept
  export DIR [--snapshot ID] [--checksums FILE] [--allow-plain-text]
                               a store with one snapshot (without: the latest), for an upload

Options of restore, besides --store and --root, which are those of backup:
  ID                           as for backup show; or instead of it one of
  --known-good [--environment NAME]      of every service the newest snapshot that is known good
  --resume                     only finish what an interrupted restore left; every later run does that first
  --discard                    forget an interrupted restore, and leave the files as they stand
  --service NAME               only the files of this service (may be repeated)
  --path LOCATION              only this file, directory or glob (may be repeated): /etc/auth
  --policy FILE                refuse what this policy does not call critical; its services are
                               reloaded and probed
  --no-reload                  put the files back, and run nothing
  --identity FILE              decrypt with the age identity in this file (may be repeated;
                               without: the file that HOLDFAST_IDENTITY names)
  --dry-run                    show the difference by key, and change nothing
  --yes                        do not ask; needed where there is no terminal
  --report FILE                what was done as JSON, besides what is printed
  --in-place                   write over files that are mounted each on its own, which is not atomic

Options of verify, besides --store and --root, which are those of backup, and --git-dir, --policy,
--critical-files, --fail-on-severity, --warn-only and --format, which are those of check:
  --environment NAME           whose known good is meant; without --snapshot and --commit
  --snapshot ID                against a snapshot: as for backup show
  --commit REF                 against the files of a commit, where its policy puts them on hosts
  --service NAME, --path LOCATION        only these; both may be repeated
  --identity FILE              as for restore: shows the keys of what is encrypted
  --host USER@HOST             the files of another host, over ssh
  --ssh COMMAND                your own ssh with its options: 'ssh -p 2222'
  --timeout SECONDS            how long the host may be silent (without: 600)
  --metrics FILE               replace a file of metrics for node_exporter, whatever comes out

Options of the others:
  init [--print] [--force]     print the policy only; write over an existing one
  explain PATH [--policy FILE] ask a policy on disk instead of the one at HEAD
  doctor [--repository OWNER/NAME] [--branch NAME] [--json]

Exit codes: 0 pass, 1 findings, 2 nothing or not everything could be judged.
`;

// src/cli/main.ts
var commands = {
  check: async () => (await import("./chunks/check-XL7YKPUB.js")).runCheck,
  review: async () => (await import("./chunks/review-KWDQN4WK.js")).runReview,
  init: async () => (await import("./chunks/init-4YNBM3OB.js")).runInit,
  explain: async () => (await import("./chunks/explain-ASDVJQHU.js")).runExplain,
  doctor: async () => (await import("./chunks/doctor-MHSAPUYU.js")).runDoctor,
  backup: async () => (await import("./chunks/backup-G5W7G5QD.js")).runBackup,
  restore: async () => (await import("./chunks/restore-YTHRAFCL.js")).runRestore,
  verify: async () => (await import("./chunks/verify-TZAHBONP.js")).runVerify
};
async function main(argv, io2) {
  const [name = "--help", ...rest] = argv;
  const asks = rest.includes("--help") || rest.includes("-h");
  if (name === "--help" || name === "-h" || name === "help" || asks && Object.hasOwn(commands, name)) {
    io2.stdout(HELP);
    return 0;
  }
  if (name === "--version") {
    io2.stdout(
      `holdfast ${(await import("./chunks/package-H4K6LFNZ.js")).default.version}
`
    );
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    io2.stderr(
      problemText(
        {
          code: "unknown-command",
          message: `holdfast has no command ${JSON.stringify(name)}.`,
          hint: `Commands: ${Object.keys(commands).join(", ")}. See holdfast --help.`
        },
        io2
      )
    );
    return 2;
  }
  const command = await commands[name]();
  return command(rest, io2);
}
async function ask(question) {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise((resolve) => lines.once("close", () => resolve("")));
  try {
    return await Promise.race([lines.question(question), closed]);
  } finally {
    lines.close();
  }
}
var env = process.env;
var io = {
  cwd: process.cwd(),
  env,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  color: env.NO_COLOR === void 0 && (env.FORCE_COLOR !== void 0 || isatty(1)) && env.TERM !== "dumb",
  ...isatty(0) && isatty(1) ? { ask } : {}
};
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});
tuneEngine();
main(process.argv.slice(2), io).then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    const debug = process.argv.includes("--debug");
    const detail = error instanceof Error ? debug ? error.stack : error.message : String(error);
    process.stderr.write(
      `holdfast: an error in Holdfast itself: ${detail}
${debug ? "" : "Run it again with --debug and report what it prints. "}Nothing was judged: treat this as a failed check.
`
    );
    process.exitCode = 2;
  }
);
