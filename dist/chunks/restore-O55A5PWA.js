import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  commandFault,
  servicePorts
} from "./chunk-GQVY4B5S.js";
import {
  secretMask,
  withInterrupt
} from "./chunk-NBPALFMQ.js";
import {
  columns,
  jsonText,
  sizeText
} from "./chunk-VQI3KDCA.js";
import "./chunk-B3OWJ57I.js";
import {
  chooseParts
} from "./chunk-MDAAPQNH.js";
import "./chunk-MBCNUWFC.js";
import "./chunk-LLRZCQWX.js";
import "./chunk-UI65EGNT.js";
import "./chunk-XZ33G2SZ.js";
import {
  restore,
  restoreSteps
} from "./chunk-CC4ACESS.js";
import {
  prepare,
  readAllLive
} from "./chunk-VH4SXCOB.js";
import "./chunk-6MPFEEFR.js";
import {
  diskOperations
} from "./chunk-7Q2MFPVQ.js";
import "./chunk-TBLMIB7R.js";
import "./chunk-YANJQBSY.js";
import "./chunk-UV3NHA65.js";
import "./chunk-LETDX2U6.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-5LTVVXPF.js";
import "./chunk-I4FOGYIR.js";
import "./chunk-GYAB4AGT.js";
import {
  whileLocked
} from "./chunk-5O2V3BGN.js";
import "./chunk-4GVZVH4B.js";
import {
  existingStore
} from "./chunk-XRGLT3J2.js";
import {
  addDrill,
  newId,
  readDrills,
  storedIds
} from "./chunk-WVSYJLMY.js";
import "./chunk-EMJCXWLX.js";
import {
  usage
} from "./chunk-GYSJK6EL.js";
import {
  defaultBranch,
  openRepository,
  resolveCommit
} from "./chunk-DDK7FRTR.js";
import {
  readPolicyFile
} from "./chunk-CJ324DPB.js";
import {
  findPolicy
} from "./chunk-5DL2NZ4F.js";
import "./chunk-EJVAWD2J.js";
import "./chunk-KGHET5OG.js";
import "./chunk-WOJ5BMOU.js";
import "./chunk-I2RO34MT.js";
import "./chunk-PCBGPQ6B.js";
import "./chunk-NKLEMCUO.js";
import "./chunk-LKKKDVWD.js";
import "./chunk-PSU47MRN.js";
import "./chunk-77SZXBQL.js";
import "./chunk-LHF2HIQZ.js";
import "./chunk-QXGXRPPZ.js";
import "./chunk-74RLQT52.js";
import "./chunk-24ZXU6UH.js";
import "./chunk-PMBABOII.js";
import "./chunk-6XMOBEMM.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-RHOSS45L.js";
import "./chunk-AKK2AODL.js";
import "./chunk-MK465PB4.js";
import {
  commitSnapshot
} from "./chunk-3JYGI3L4.js";
import "./chunk-O464NPAJ.js";
import "./chunk-HDDKZENY.js";
import {
  plural
} from "./chunk-GAWPPUV3.js";
import "./chunk-PIU2WRMU.js";
import "./chunk-65UD37DB.js";
import "./chunk-RJTTVYQ3.js";
import "./chunk-5LNVXTFX.js";
import "./chunk-SNI23GP2.js";
import "./chunk-5OBP3I3Y.js";
import "./chunk-CFWZNNPA.js";
import "./chunk-AONNQZDM.js";
import "./chunk-5MHRYX67.js";
import "./chunk-XGREDVMT.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";
import {
  problemText
} from "./chunk-UXSFSCYP.js";
import {
  inert,
  markdownText,
  plainLine
} from "./chunk-LTHRODLC.js";
import "./chunk-VX4HL5QL.js";

// src/cli/drill/restore.ts
import { hostname } from "node:os";
import { parseArgs } from "node:util";

// src/adapters/restore/scratch.ts
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
async function scratchRoot() {
  const root = await realpath(await mkdtemp(join(tmpdir(), "holdfast-drill-")));
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
function scratchSteps(store, decrypt) {
  return {
    ...restoreSteps(store, diskOperations, async () => ok(null), decrypt),
    record: async () => [],
    forget: async () => []
  };
}

// src/drill/look-back.ts
function lookBack(drills, now) {
  const year = String(Number(now.slice(0, 4)) - 1).padStart(4, "0");
  const after = `${year}${now.slice(4, 7)}`;
  const own = drills.filter(({ at }) => at.slice(0, 7) > after && at <= now);
  const times = own.map(({ ms }) => ms).sort((one, other) => one - other);
  const months = [...new Set(own.map(({ at }) => at.slice(0, 7)))].sort().map((month) => {
    const those = own.filter(({ at }) => at.startsWith(month));
    const taken = those.map(({ ms }) => ms);
    return {
      month,
      drills: those.length,
      whole: those.filter((one) => one.ok).length,
      fastest: Math.min(...taken),
      slowest: Math.max(...taken)
    };
  });
  const lastFault = own.filter((one) => !one.ok).map(({ at }) => at).sort().at(-1);
  return {
    drills: own.length,
    whole: own.filter((one) => one.ok).length,
    median: times[Math.floor((times.length - 1) / 2)] ?? 0,
    ...lastFault !== void 0 && { lastFault },
    months
  };
}

// src/drill/reports/restored.ts
var restoreReports = {
  terminal: (told) => inert(`${[...lines(told).map(plainLine), ...outputLines(told), "", ...yearTable(told)].join("\n")}
`),
  markdown: (told) => `${["# Restore drill", ...lines(told).map((line) => `- ${markdownText(line)}`), "", ...yearMarkdown(told)].join("\n")}
`,
  json: ({ drill, year, note }) => jsonText({ version: 1, ...drill, ...note !== void 0 && { note }, year })
};
var MOST_SHOWN = 20;
function lines({ drill, note }) {
  const from = `${plural(drill.snapshots.length, "snapshot")} (${drill.snapshots.join(", ")})`;
  const what = drill.onlyService === null ? "" : ` of the service ${drill.onlyService}`;
  const more = drill.faults.length - MOST_SHOWN;
  return [
    `Restored the known good${what} from ${from} into a scratch directory.`,
    `${plural(drill.files, "file")}, ${sizeText(drill.bytes)}, read again and compared in ${secondsOf(drill.ms)}: ${drill.faults.length === 0 ? "all are as they were saved" : `${plural(drill.faults.length, "fault")}`}.`,
    ...drill.faults.slice(0, MOST_SHOWN),
    ...more > 0 ? [`\u2026 and ${plural(more, "more fault")}`] : [],
    ...drill.checks.map(
      ({ service, ms, fault }) => `check of ${service}: ${fault ?? "passed"} (${secondsOf(ms)})`
    ),
    ...note === void 0 ? [] : [note],
    drill.ok ? "It could be restored." : "It could not be restored as it should."
  ];
}
function outputLines({ outputs }) {
  return outputs.flatMap(({ service, output }) => [
    "",
    `${plainLine(service)} printed:`,
    ...output.trimEnd().split("\n").slice(-MOST_SHOWN).map((line) => `  ${plainLine(line)}`)
  ]);
}
function secondsOf(ms) {
  return `${(ms / 1e3).toFixed(2)} s`;
}
function yearLine({ year }) {
  const fault = year.lastFault === void 0 ? "" : `, the last fault on ${year.lastFault.slice(0, 10)}`;
  return `Twelve months: ${plural(year.drills, "restore drill")}, ${year.whole} without a fault${fault}; median ${secondsOf(year.median)}.`;
}
var TITLES = ["Month", "Drills", "Without fault", "Fastest", "Slowest"];
function rows({ year }) {
  return year.months.map(({ month, drills, whole, fastest, slowest }) => [
    month,
    String(drills),
    String(whole),
    secondsOf(fastest),
    secondsOf(slowest)
  ]);
}
function yearTable(told) {
  return [yearLine(told), ...columns(TITLES, rows(told))];
}
function yearMarkdown(told) {
  const row = (cells) => `| ${cells.join(" | ")} |`;
  return [yearLine(told), "", row(TITLES), row(TITLES.map(() => "---")), ...rows(told).map(row)];
}

// src/drill-restore.ts
async function drillRestore(plan, head, services, ports) {
  const began = ports.now();
  const outcome = await restore(plan, head, ports.steps);
  const paths = plan.writes.map(({ path }) => path);
  const faults = outcome.ok ? differing(plan, ports.look(paths)) : outcome.problems.map(faultText);
  const ms = Math.round(ports.now() - began);
  const checks = [];
  const outputs = [];
  for (const service of faults.length > 0 ? [] : services) {
    if (service.check === void 0) continue;
    const result = await ports.run(service, service.check);
    const fault = commandFault(result);
    checks.push({ service: service.name, ms: Math.round(result.ms), fault: fault ?? null });
    if (fault !== void 0) outputs.push({ service: service.name, output: result.output });
  }
  const bytes = plan.writes.reduce((sum, { size }) => sum + size, 0);
  const whole = faults.length === 0 && checks.every(({ fault }) => fault === null);
  return { files: paths.length, bytes, ms, faults, checks, ok: whole, outputs };
}
function differing({ writes }, live) {
  const isWhole = ({ path, link, sha256 }) => {
    const now = live.get(path);
    if (link !== void 0) return now?.kind === "link" && now.link === link;
    return now?.kind === "file" && now.sha256 === sha256;
  };
  return writes.filter((write) => !isWhole(write)).map(({ path }) => `${path}: its content is not that of the snapshot`);
}
function faultText({ path, message }) {
  return path === void 0 ? message : `${path}: ${message}`;
}

// src/cli/drill/trusted.ts
async function trustedServices(file, cwd) {
  if (file !== void 0) {
    const policy = await readPolicyFile(file, cwd);
    return policy.ok ? ok(trustedOf(policy.value.services, file)) : policy;
  }
  const repository = await openRepository({ directory: cwd });
  if (!repository.ok) return ok({ services: [], note: NO_POLICY });
  try {
    const branch = await defaultBranch(repository.value);
    const commit = branch.ok ? await resolveCommit(repository.value, branch.value) : branch;
    if (!commit.ok) return ok({ services: [], note: NO_POLICY });
    const policy = await findPolicy(commitSnapshot(repository.value, commit.value));
    if (!policy.ok) return policy;
    return ok(trustedOf(policy.value?.services, "the default branch"));
  } finally {
    await repository.value.close();
  }
}
var NO_POLICY = "No service was asked: there is no policy of a default branch here, and none was named with --policy.";
function trustedOf(services, where) {
  const own = (services ?? []).filter(({ check }) => check !== void 0);
  if (own.length > 0) return { services: own };
  return { services: [], note: `No service was asked: the policy of ${where} gives none a check command.` };
}

// src/cli/drill/restore.ts
var OPTIONS = {
  ...IDENTITY_OPTIONS,
  store: { type: "string" },
  service: { type: "string" },
  environment: { type: "string" },
  policy: { type: "string" },
  "no-checks": { type: "boolean" },
  format: { type: "string" },
  debug: { type: "boolean" }
};
async function runRestoreDrill(argv, io) {
  const args = readArguments(argv);
  const told = args.ok ? await drillKnownGood(args.value, io) : args;
  if (!told.ok) {
    io.stderr(problemText(told.problem, io));
    return 2;
  }
  const { format = "terminal" } = args.ok ? args.value : {};
  io.stdout(restoreReports[format](told.value));
  return told.value.drill.ok ? 0 : 1;
}
function readArguments(argv) {
  try {
    const { values } = parseArgs({ args: argv, options: OPTIONS });
    if (Object.hasOwn(restoreReports, values.format ?? "terminal")) return ok(values);
    const known = Object.keys(restoreReports).join(", ");
    return refuse(
      usage(`There is no format ${JSON.stringify(values.format)} of a drill.`, `Formats: ${known}.`)
    );
  } catch (error) {
    const [message = ""] = String(error.message).split(". ");
    return refuse(usage(`${message.replace(/\.$/, "")}.`, "See holdfast --help."));
  }
}
async function drillKnownGood(args, io) {
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const services = args.service === void 0 ? [] : [args.service];
  const parts = await chooseParts(store.value, void 0, { services, environment: args.environment });
  if (!parts.ok) return parts;
  const trusted = await trustedServices(args.policy, io.cwd);
  if (!trusted.ok) return trusted;
  const meant = args["no-checks"] ? [] : checkedServices(parts.value, trusted.value.services);
  const scratch = await scratchRoot();
  try {
    const request = {
      parts: parts.value,
      asked: { services, paths: [] },
      root: scratch.root,
      inPlace: false,
      decrypt: decrypt.value
    };
    const prepared = await prepare(store.value, request);
    if (!prepared.ok) return prepared;
    const [problem] = prepared.value.problems;
    if (problem !== void 0) return refuse(problem);
    const { plan } = prepared.value;
    const snapshots = parts.value.map(({ manifest }) => manifest.id);
    const done = await withInterrupt((signal) => {
      const ports = servicePorts({
        cwd: scratch.root,
        env: { ...io.env, HOLDFAST_ROOT: scratch.root },
        mask: secretMask(),
        signal
      });
      return drillRestore(plan, { snapshots, root: scratch.root }, meant, {
        steps: scratchSteps(store.value, decrypt.value),
        look: (paths) => readAllLive(diskOperations, scratch.root, paths, []),
        run: (service, command) => ports.run(service, "check", command),
        now: ports.now
      });
    });
    return await keep(
      store.value,
      done,
      { snapshots, onlyService: args.service ?? null },
      trusted.value.note
    );
  } finally {
    await scratch.remove();
  }
}
function checkedServices(parts, services) {
  const names = new Set(
    parts.flatMap(({ manifest, services: own = manifest.files.map(({ service }) => service) }) => own)
  );
  return services.filter(({ name }) => names.has(name));
}
async function keep(store, { outputs, ...done }, what, note) {
  return whileLocked(store, "holdfast drill restore", async () => {
    const at = (/* @__PURE__ */ new Date()).toISOString();
    const id = newId(await storedIds(store, "drills"));
    const drill = { id, at, host: hostname(), ...what, ...done };
    const added = await addDrill(store, drill);
    if (!added.ok) return added;
    const all = await readDrills(store);
    if (!all.ok) return all;
    const [damaged] = all.value.damaged;
    if (damaged !== void 0) return refuse(withFile(damaged));
    const year = lookBack(all.value.items, at);
    return ok({ drill, outputs, year, ...note !== void 0 && { note } });
  });
}
function withFile({ file, problem }) {
  return { ...problem, path: file };
}
export {
  runRestoreDrill
};
