#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  problemText
} from "./chunks/chunk-XDY4YQ5Z.js";
import "./chunks/chunk-X3WXXSXY.js";
import "./chunks/chunk-YXG2IT4E.js";
import {
  tuneEngine
} from "./chunks/chunk-DR7EMJHZ.js";
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
  holdfast deploy -- COMMAND   run a deployment, watch what it does, and put back what was there if it fails
  holdfast resume              finish, or roll back, what an interrupted deployment or restore left
  holdfast drill               make realistic errors in the critical files of HEAD, and say which would pass
  holdfast drill restore       try the known good in a scratch directory: contents, services' checks, time
  holdfast drill reveal ISSUE  open the sealed cause of a drill for people, or make the error in a copy
  holdfast drill table         the drills for people of a year, and how long they took
  holdfast verify              say whether the critical files of a host are what is known to be good
  holdfast watch               compare the critical files with the last known good as they change, and alert
  holdfast blame SERVICE       what changed since it was last good, the likeliest cause first
  holdfast bisect --good A --bad B --run CMD   the smallest set of changed keys that makes a command fail

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

Options of deploy, besides --store, --root, --policy, --git-dir, --environment, --format, --recipient,
--recipients-file, --encrypt-all and --identity:
  -- COMMAND                   the command with its arguments, run without a shell
  --commit REF                 what is deployed, and whose policy holds (without: HEAD)
  --writes GLOB                a live place that it may write (may be repeated; without: what the commit
                               has may become what is live, and nothing else may change)
  --service NAME               ask only this service (may be repeated; without: all of the policy)
  --timeout DURATION           stop the command after this: 30s, 15m, 2h (without: 60m)
  --wait DURATION              wait so long for another deployment to end (without: 30s)
  --plan                       show what would be kept, allowed and asked, and run nothing
  --lift-hold REASON           deploy a commit that failed before in this environment
  --deployment-id ID, --repository OWNER/NAME
                               GitHub's deployment, to report to with GITHUB_TOKEN
  --in-place                   as for restore, for the rollback
  --report FILE                what happened as JSON, besides what is printed

Options of resume, besides --store, --format, --repository and --identity:
  --discard                    give unfinished deployments up, and leave the files as they stand

Options of verify, besides --store and --root, which are those of backup, and --git-dir, --policy,
--critical-files, --fail-on-severity, --warn-only, --format and --html, which are those of check:
  --environment NAME           whose known good is meant; without --snapshot and --commit
  --snapshot ID                against a snapshot: as for backup show
  --commit REF                 against the files of a commit, where its policy puts them on hosts
  --service NAME, --path LOCATION        only these; both may be repeated
  --identity FILE              as for restore: shows the keys of what is encrypted
  --host USER@HOST             the files of another host, over ssh
  --ssh COMMAND                your own ssh with its options: 'ssh -p 2222'
  --timeout SECONDS            how long the host may be silent (without: 600)
  --metrics FILE               replace a file of metrics for node_exporter, whatever comes out

Options of watch, besides --store and --root, which are those of backup; URLs may stand in
HOLDFAST_WEBHOOK, HOLDFAST_ALERTMANAGER and HOLDFAST_HEARTBEAT, where ps does not show them:
  --policy FILE                what is critical (without: what was when the known good was saved)
  --environment NAME           needed where the store holds known good of several environments
  --identity FILE              as for restore: shows the keys of what is encrypted
  --sweep DURATION             how often everything is compared, whatever was seen (30s)
  --webhook URL                tell Slack, or whatever takes its JSON
  --alertmanager URL           tell the Alertmanager of Prometheus
  --github-issue OWNER/REPO    keep one issue; the token is HOLDFAST_GITHUB_TOKEN or GITHUB_TOKEN
  --metrics FILE               write metrics for node_exporter after every sweep
  --heartbeat URL|FILE         ask for a URL, or write the time, after every sweep
  --once                       one sweep, every receiver tried once, and the exit code

Options of blame, besides --store, --identity, --git-dir, --policy, --critical-files, --html and
--format terminal or json:
  SERVICE                      as the policy names it (without: everything that is critical)
  --since last-good|REF|TIME   last-good (the default) asks the store; 2h, 3d or 2026-01-31T09:00Z are times
  --until REF|TIME             without: the first failure that the store knows of, or HEAD
  --symptom TEXT               words of the error; or --symptom-file LOG
  --environment NAME           whose known good, where the store holds several
  --most N                     candidates to show (without: 5)

Options of bisect, besides --store, --identity, --git-dir, --policy and --format terminal or json:
  --good A, --bad B            commits, directories (./NAME, /NAME) or whole ids of snapshots in the store
  --run CMD                    exit code 0: good; 125: cannot tell; 1 to 127: bad. It runs in a scratch tree
  --files GLOB                 search among these files only (may be repeated; !GLOB leaves some out)
  --timeout SECONDS            for one run of the command (without: 120); then it is killed and counts as bad
  --most N                     runs of the command (without: 1000)
  --state FILE                 where the search is kept, so that the same command goes on after an interruption

Options of drill, besides --git-dir, --policy, --fail-on-severity and --html, which are
those of check:
  --seed N, --most N           other places; at most so many errors per file and operator
  --service NAME               only the files of this service
  --operators LIST             ids, or the groups file, key and value (may be repeated)
  --break N|structural         exit 1 when more than N structural errors would pass, or any
  --since-last [--state FILE]  only files of which something changed since the last drill
  --write-policy               paste what would stop structural errors into the policy
  --format FORMAT              terminal (the default), json or markdown

Options of drill restore, besides --store, and --identity, which is that of restore:
  --service NAME, --environment NAME     whose known good is meant
  --policy FILE                whose services are asked (without: that of the default branch)
  --no-checks                  run no command
  --format FORMAT              terminal (the default), markdown or json

Options of drill reveal, besides --identity, which is that of restore:
  --file FILE                  the text of the issue, instead of its number
  --repository OWNER/NAME      where the issue is (without: GITHUB_REPOSITORY); GITHUB_TOKEN or GH_TOKEN reads it
  --into DIR                   make the error in this copy of the commit, and do not tell what it is
  --format FORMAT              terminal (the default), markdown or json

Options of drill table:
  --year YEAR                  without: this one
  --repository OWNER/NAME      as for drill reveal

Options of the others:
  init [--print] [--force]     print the policy only; write over an existing one
  explain PATH [--policy FILE] ask a policy on disk instead of the one at HEAD
  doctor [--repository OWNER/NAME] [--branch NAME] [--json]

Exit codes: 0 pass, 1 findings, 2 nothing or not everything could be judged.
`;

// src/cli/help-of.ts
function helpOf(command) {
  const [title, list, ...blocks] = HELP.trimEnd().split("\n\n");
  const named = (line) => new RegExp(`^  (holdfast )?${command}( |$)`).test(line);
  const own = blocks.filter((block) => new RegExp(`^Options of ${command}\\b`).test(block));
  const others = blocks.find((block) => block.startsWith("Options of the others"));
  const lines = others.split("\n").filter(named);
  const parts = [
    title.split("\n")[0],
    list.split("\n").filter(named).join("\n"),
    ...own,
    ...lines.length === 0 ? [] : [lines.join("\n")],
    blocks.at(-1),
    "holdfast --help has all commands and their options."
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}

// src/cli/main.ts
var commands = {
  check: async () => (await import("./chunks/check-3WPLI24O.js")).runCheck,
  review: async () => (await import("./chunks/review-I6FNWAEL.js")).runReview,
  init: async () => (await import("./chunks/init-CDHMO65U.js")).runInit,
  explain: async () => (await import("./chunks/explain-TW7RA6WV.js")).runExplain,
  doctor: async () => (await import("./chunks/doctor-XMLX4AMX.js")).runDoctor,
  backup: async () => (await import("./chunks/backup-FUFAWJF2.js")).runBackup,
  restore: async () => (await import("./chunks/restore-EFDRAAUT.js")).runRestore,
  deploy: async () => (await import("./chunks/deploy-E6H5XIHV.js")).runDeploy,
  resume: async () => (await import("./chunks/resume-NQTRQHDA.js")).runResume,
  drill: async () => (await import("./chunks/drill-DXEEPELK.js")).runDrill,
  verify: async () => (await import("./chunks/verify-RMBVRQWY.js")).runVerify,
  watch: async () => (await import("./chunks/watch-OUUW4XAE.js")).runWatch,
  blame: async () => (await import("./chunks/blame-UXWOGBVA.js")).runBlame,
  bisect: async () => (await import("./chunks/bisect-TMFOJANH.js")).runBisect
};
async function main(argv, io2) {
  const [name = "--help", ...rest] = argv;
  const options = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  const asks = options.includes("--help") || options.includes("-h");
  if (name === "--help" || name === "-h" || name === "help") {
    io2.stdout(HELP);
    return 0;
  }
  if (asks && Object.hasOwn(commands, name)) {
    io2.stdout(helpOf(name));
    return 0;
  }
  if (name === "--version") {
    io2.stdout(
      `holdfast ${(await import("./chunks/package-3SJXR4GZ.js")).default.version}
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
function currentDirectory() {
  try {
    return process.cwd();
  } catch {
    process.stderr.write("holdfast: The current directory does not exist any more.\n  Nothing was done.\n");
    process.exit(2);
  }
}
var env = process.env;
var io = {
  cwd: currentDirectory(),
  env,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  color: env.NO_COLOR === void 0 && (env.FORCE_COLOR !== void 0 || isatty(1)) && env.TERM !== "dumb",
  ...isatty(0) && isatty(1) ? { ask } : {}
};
var FINISHING = ["deploy", "resume", "restore"];
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
    if (!FINISHING.includes(process.argv[2] ?? "")) process.exit(process.exitCode ?? 0);
  });
}
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
