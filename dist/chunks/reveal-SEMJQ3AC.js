import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  openText,
  readCause,
  revealReports
} from "./chunk-AWX5B2SH.js";
import {
  chosenGitHub,
  readDrillIssue,
  sealedIn
} from "./chunk-E3QEC4G6.js";
import "./chunk-TTOLNNVJ.js";
import "./chunk-VZBM5HRG.js";
import "./chunk-DYOFYNFT.js";
import "./chunk-CN36ETPI.js";
import "./chunk-DSNZQEOW.js";
import "./chunk-UCHCWG3X.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt,
  textOfFile
} from "./chunk-ROR6LSPO.js";
import "./chunk-OVH55LPH.js";
import "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import {
  parsed,
  usage
} from "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
import "./chunk-X2VRNEOK.js";
import {
  replaceFile
} from "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import "./chunk-IWPKGJK5.js";
import "./chunk-JVBW2P7D.js";
import "./chunk-HCG7IYJE.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-5MHXILHF.js";
import "./chunk-7IV7GVKJ.js";
import "./chunk-V4OPYPJO.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-XDY4YQ5Z.js";
import "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/adapters/break-copy.ts
import { createHash } from "node:crypto";
import { lstat, readFile, realpath, utimes } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
async function breakCopy(files, directory, cwd) {
  const root = await realpath(resolve(cwd, directory)).catch(() => void 0);
  if (root === void 0) return refuse(noCopy(directory, "is not there"));
  const writable = [];
  for (const file of files) {
    const found = await lookAt(root, file);
    if (found === void 0) return refuse(noCopy(directory, `does not have ${WHAT} as the commit has it`));
    writable.push(found);
  }
  try {
    for (const { place, mode, bytes, times } of writable) {
      await replaceFile(place, bytes, mode);
      await utimes(place, ...times);
    }
    for (const { place, times } of writable.map((one) => one.directory))
      await utimes(place, ...times).catch(() => void 0);
  } catch (error) {
    const code = error.code ?? "unknown";
    return refuse({
      code: "cannot-write",
      message: `What is below ${JSON.stringify(directory)} cannot be written (${code}).`,
      hint: "Make a copy that you may write to."
    });
  }
  return ok(void 0);
}
var WHAT = "a file that the error is made in";
async function lookAt(root, { path, before, after }) {
  const place = await withoutLinks(root, path);
  if (place === void 0) return void 0;
  const above = dirname(place);
  const [{ mode, atime, mtime }, there, is] = await Promise.all([
    lstat(place),
    lstat(above),
    readFile(place)
  ]);
  const isWell = (bytes2) => createHash("sha256").update(bytes2).digest("hex") === before;
  const broken = Buffer.from(after, "base64");
  const converted = !isWell(is) && isWell(withLineEnds(is, "\n"));
  const bytes = converted || is.equals(withLineEnds(broken, "\r\n")) ? withLineEnds(broken, "\r\n") : broken;
  const fits = converted || isWell(is) || is.equals(bytes);
  const directory = { place: above, times: [there.atime, there.mtime] };
  return fits ? { place, mode: mode & 4095, bytes, times: [atime, mtime], directory } : void 0;
}
function withLineEnds(bytes, end) {
  return Buffer.from(bytes.toString("latin1").replace(/\r?\n/g, end), "latin1");
}
async function withoutLinks(root, path) {
  const place = join(root, path);
  const real = await realpath(place).catch(() => void 0);
  return real === place && (await lstat(place)).isFile() ? place : void 0;
}
function noCopy(directory, why) {
  return {
    code: "copy-differs",
    message: `${JSON.stringify(directory)} ${why}. Nothing was written.`,
    hint: "Make a copy of the commit that the issue names: git archive COMMIT | tar -x -C DIR."
  };
}

// src/cli/drill/reveal.ts
var OPTIONS = {
  ...IDENTITY_OPTIONS,
  repository: { type: "string" },
  file: { type: "string" },
  into: { type: "string" },
  format: { type: "string" },
  debug: { type: "boolean" }
};
async function runReveal(argv, io) {
  const args = readArguments(argv);
  const told = args.ok ? await reveal(args.value, io) : args;
  if (!told.ok) {
    io.stderr(problemText(told.problem, io));
    return 2;
  }
  io.stdout(told.value);
  return 0;
}
function readArguments(argv) {
  const read = parsed(
    { args: argv, options: OPTIONS, allowPositionals: true },
    "See holdfast drill reveal --help."
  );
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [given, ...more] = positionals;
  const { file, into, format = "terminal" } = values;
  if (!Object.hasOwn(revealReports, format)) {
    const known = Object.keys(revealReports).join(", ");
    return refuse(usage(`There is no format ${JSON.stringify(format)} of a cause.`, `Formats: ${known}.`));
  }
  if (into === "") return refuse(usage("--into names no directory.", "Give the one that the copy is in."));
  if (more.length > 0 || given === void 0 === (file === void 0)) {
    return refuse(
      usage("One sealed cause is needed.", "Give the number of the issue, or --file FILE with its text.")
    );
  }
  if (given === void 0) return ok(values);
  const number = /^#?(\d{1,9})$/.exec(given)?.[1];
  if (number !== void 0) return ok({ ...values, issue: Number(number) });
  return refuse(usage(`${JSON.stringify(given)} is no number of an issue.`, "Such as 12."));
}
async function reveal(args, io) {
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  if (decrypt.value === void 0) {
    return refuse(
      usage("The cause is sealed.", "Give the identity of somebody it was sealed for: --identity FILE.")
    );
  }
  const body = args.issue === void 0 ? await textOfFile(args.file, io) : await bodyOf(args.issue, args, io);
  if (!body.ok) return body;
  const sealed = sealedIn(body.value);
  if (sealed === void 0) {
    return refuse({
      code: "nothing-sealed",
      message: "There is no sealed cause in it, or not all of one.",
      hint: "Take the whole text of the issue that the drill has opened."
    });
  }
  const json = await openText(sealed, decrypt.value);
  if (!json.ok) return json;
  const cause = readCause(json.value);
  return cause.ok ? tell(cause.value, args, io) : cause;
}
async function tell(cause, { into, format = "terminal" }, io) {
  if (into === void 0) return ok(revealReports[format](cause));
  const broken = await breakCopy(cause.files, into, io.cwd);
  if (!broken.ok) return broken;
  const lines = [
    `Something below ${into} is wrong now, against ${cause.commit.slice(0, 10)}.`,
    "The same command without --into tells what."
  ];
  return ok(`${lines.map(plainLine).join("\n")}
`);
}
async function bodyOf(issue, { repository }, io) {
  const github = chosenGitHub(repository, io);
  if (!github.ok) return github;
  const found = await readDrillIssue(github.value, issue);
  if (!found.ok) return found;
  if (found.value !== void 0) return ok(found.value.body);
  return refuse({
    code: "no-drill",
    message: `The issue ${issue} of ${github.value.owner}/${github.value.repo} is none that a drill has opened.`,
    hint: "One counts that has the label holdfast-drill, and that an App or the account of the token has written. Save the text of another one, and give it with --file."
  });
}
export {
  runReveal
};
