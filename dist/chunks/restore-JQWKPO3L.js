import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  removeScratch
} from "./chunk-LPNBUI24.js";
import {
  commandFault,
  servicePorts
} from "./chunk-ASUXOKKX.js";
import {
  secretMask,
  withInterrupt
} from "./chunk-ZJPUNNPQ.js";
import "./chunk-GNM2YJYD.js";
import {
  chooseParts
} from "./chunk-SKUXCAGQ.js";
import "./chunk-343Q3LPX.js";
import "./chunk-VIIGHOFF.js";
import "./chunk-KRNJPRKT.js";
import "./chunk-MEJMRV7U.js";
import "./chunk-AMTK6P4B.js";
import {
  restore,
  restoreSteps
} from "./chunk-LKC65LZJ.js";
import {
  prepare,
  readAllLive
} from "./chunk-JHSTEDCZ.js";
import "./chunk-LEKEXJWO.js";
import {
  diskOperations
} from "./chunk-7Q2MFPVQ.js";
import "./chunk-2LTNSXYH.js";
import "./chunk-VE6JU3D7.js";
import "./chunk-TMNRVTO3.js";
import {
  whileLocked
} from "./chunk-XPOAPWUL.js";
import "./chunk-36PCAFZY.js";
import "./chunk-H7GKGIJQ.js";
import "./chunk-JLONYCK3.js";
import "./chunk-QGZV7KTT.js";
import {
  existingStore
} from "./chunk-IHYYQ6CZ.js";
import {
  newId
} from "./chunk-BGAD6JBY.js";
import {
  oneService
} from "./chunk-NJYS5FRO.js";
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import {
  columns,
  sizeText
} from "./chunk-CN36ETPI.js";
import {
  IDENTITY_OPTIONS,
  chosenDecrypt
} from "./chunk-ROR6LSPO.js";
import "./chunk-OVH55LPH.js";
import {
  addDrill,
  readDrills,
  storedIds
} from "./chunk-KA3BEEMK.js";
import {
  servicesOf
} from "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import {
  parsed,
  usage
} from "./chunk-7MZUAGJZ.js";
import "./chunk-BSUCCZFA.js";
import {
  openRepository
} from "./chunk-YJMEJDG4.js";
import {
  readPolicyFile
} from "./chunk-ECCINEQW.js";
import {
  findPolicy
} from "./chunk-RXXYIKOI.js";
import "./chunk-B6C3O6NU.js";
import "./chunk-KGHET5OG.js";
import "./chunk-PZP6L5VX.js";
import {
  commitSnapshot
} from "./chunk-VRSVULR4.js";
import "./chunk-X2VRNEOK.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-POL6UJM2.js";
import "./chunk-7AY46YQM.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-AUGRHBBV.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import {
  defaultBranch,
  resolveCommit
} from "./chunk-AXQSIWEG.js";
import "./chunk-GMQLBFQ4.js";
import "./chunk-O464NPAJ.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
import {
  pastedWord,
  withStop
} from "./chunk-JVBW2P7D.js";
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
import {
  inert,
  markdownFence,
  markdownText
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/cli/drill/restore.ts
import { hostname } from "node:os";
import { join as join2 } from "node:path";

// src/adapters/restore/scratch.ts
import { mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
var LEFT = "Remove it: it holds what was restored. Look at what the checks of the services have put there.";
async function scratchRoot() {
  const root = await realpath(await mkdtemp(join(tmpdir(), "holdfast-drill-")));
  return { root, remove: () => removeScratch(root, LEFT) };
}
async function inScratchRoot(use) {
  const { root, remove } = await scratchRoot();
  let left;
  let result;
  try {
    result = await use(root);
  } finally {
    left = await remove();
  }
  return left === void 0 ? result : refuse(left);
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
  const times = timesOf(own);
  const median = times[Math.floor((times.length - 1) / 2)];
  const months = [...new Set(own.map(({ at }) => at.slice(0, 7)))].sort().map((month) => {
    const those = own.filter(({ at }) => at.startsWith(month));
    const [fastest, slowest] = [timesOf(those)[0], timesOf(those).at(-1)];
    return {
      month,
      drills: those.length,
      whole: those.filter((one) => one.ok).length,
      ...fastest !== void 0 && { fastest },
      ...slowest !== void 0 && { slowest }
    };
  });
  const lastFault = own.filter((one) => !one.ok).map(({ at }) => at).sort().at(-1);
  return {
    drills: own.length,
    whole: own.filter((one) => one.ok).length,
    ...median !== void 0 && { median },
    ...lastFault !== void 0 && { lastFault },
    months
  };
}
function timesOf(drills) {
  const complete = drills.filter(({ faults }) => faults.length === 0);
  return complete.map(({ ms }) => ms).sort((one, other) => one - other);
}

// src/drill/reports/restored.ts
var restoreReports = {
  terminal: (told) => inert(`${[...lines(told).map(plainLine), ...outputLines(told), "", ...yearTable(told)].join("\n")}
`),
  markdown: (told) => `${["# Restore drill", ...lines(told).map((line) => `- ${markdownText(line)}`), ...outputMarkdown(told), "", ...yearMarkdown(told)].join("\n")}
`,
  json: ({ drill, year, untried, unread, note }) => jsonText({
    version: 1,
    ...drill,
    untried: [...untried],
    ...note !== void 0 && { note },
    ...unread.length > 0 && { unread: unread.map(({ file, code }) => ({ file, code })) },
    year
  })
};
var MOST_SHOWN = 20;
function lines({ drill, untried, unread, note }) {
  const from = `${plural(drill.snapshots.length, "snapshot")} (${drill.snapshots.join(", ")})`;
  const what = drill.onlyService === null ? "" : ` of the service ${drill.onlyService}`;
  const more = drill.faults.length - MOST_SHOWN;
  return [
    `Restored the known good${what} from ${from} into a scratch directory.`,
    `${plural(drill.files, "file")}, ${sizeText(drill.bytes)}, ${drill.faults.length === 0 ? `read again and compared in ${secondsOf(drill.ms)}: all are as they were saved` : `tried in ${secondsOf(drill.ms)}: ${plural(drill.faults.length, "fault")}`}.`,
    ...drill.faults.slice(0, MOST_SHOWN),
    ...more > 0 ? [`\u2026 and ${plural(more, "more fault")}`] : [],
    ...drill.checks.map(
      ({ service, ms, fault }) => `check of ${service}: ${fault ?? "passed"} (${secondsOf(ms)})`
    ),
    ...untried.map(
      (service) => `Nothing was tried of ${service ?? "the files without a service"}: the known good holds no file of it.`
    ),
    ...note === void 0 ? [] : [note],
    ...unread.slice(0, MOST_SHOWN).map(
      ({ file, message, place }) => `${file} in the store cannot be read, and is not counted: ${withStop(message)} To take it away: rm ${pastedWord(place)}`
    ),
    ...unread.length > MOST_SHOWN ? [`\u2026 and ${unread.length - MOST_SHOWN} more: holdfast backup check lists them.`] : [],
    drill.ok ? "It could be restored." : "It could not be restored as it should."
  ];
}
function outputLines({ outputs }) {
  return printed(outputs).flatMap(({ service, last }) => [
    "",
    `${plainLine(service)} printed:`,
    ...last.map((line) => `  ${plainLine(line)}`)
  ]);
}
function outputMarkdown({ outputs }) {
  return printed(outputs).flatMap(({ service, last }) => [
    "",
    `${markdownText(service)} printed:`,
    "",
    markdownFence(last, "")
  ]);
}
function printed(outputs) {
  return outputs.filter(({ output }) => output.trim() !== "").map(({ service, output }) => ({ service, last: output.trimEnd().split("\n").slice(-MOST_SHOWN) }));
}
function secondsOf(ms) {
  return ms === void 0 ? "-" : `${(ms / 1e3).toFixed(2)} s`;
}
function yearLine({ year }) {
  const fault = year.lastFault === void 0 ? "" : `, the last fault on ${year.lastFault.slice(0, 10)}`;
  return `Twelve months: ${plural(year.drills, "restore drill")}, ${year.whole} without a fault${fault}${year.median === void 0 ? "" : `; median ${secondsOf(year.median)}`}.`;
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
async function drillRestore(plan, { onlyService, ...head }, services, ports) {
  if (plan.writes.length === 0) return refuse(nothingToDrill(head.snapshots, onlyService));
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
    if (result.cancelled) return refuse(stopped(service.name));
    const fault = commandFault(result);
    checks.push({ service: service.name, ms: Math.round(result.ms), fault: fault ?? null });
    if (fault !== void 0) outputs.push({ service: service.name, output: result.output });
  }
  const bytes = plan.writes.reduce((sum, { size }) => sum + size, 0);
  const whole = faults.length === 0 && checks.every(({ fault }) => fault === null);
  return ok({ files: paths.length, bytes, ms, faults, checks, ok: whole, outputs });
}
function nothingToDrill([snapshot], service) {
  return {
    code: "nothing-to-drill",
    message: `The known good${service === null ? "" : ` of the service ${service}`} holds no file, so that nothing was restored: a drill of it would pass whatever the store is worth.`,
    hint: `Nothing was there when it was saved (holdfast backup show ${snapshot}). Check \`files\` and \`live\` of the policy; take a backup where the files are, and have it known to be good.`
  };
}
function stopped(service) {
  return {
    code: "stopped",
    message: `The drill was stopped while the check of ${service} ran: it says nothing, and is not kept.`,
    hint: "Run it again; --no-checks asks no service."
  };
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
  service: { type: "string", multiple: true },
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
  const read = parsed({ args: argv, options: OPTIONS });
  if (!read.ok) return read;
  const { values } = read.value;
  if (Object.hasOwn(restoreReports, values.format ?? "terminal")) return ok(values);
  const known = Object.keys(restoreReports).join(", ");
  return refuse(
    usage(`There is no format ${JSON.stringify(values.format)} of a drill.`, `Formats: ${known}.`)
  );
}
async function drillKnownGood(args, io) {
  const service = oneService("drill restore", args.service);
  if (!service.ok) return service;
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const services = service.value === void 0 ? [] : [service.value];
  const parts = await chooseParts(store.value, void 0, { services, environment: args.environment });
  if (!parts.ok) return parts;
  const trusted = await trustedServices(args.policy, io.cwd);
  if (!trusted.ok) return trusted;
  const what = {
    snapshots: parts.value.map(({ manifest }) => manifest.id),
    onlyService: service.value ?? null
  };
  const tried = await withInterrupt(
    (signal) => inScratchRoot(async (root) => {
      const request = {
        parts: parts.value,
        asked: { services, paths: [] },
        root,
        inPlace: false,
        decrypt: decrypt.value
      };
      const prepared = await prepare(store.value, request);
      if (!prepared.ok) return prepared;
      const [problem] = prepared.value.problems;
      if (problem !== void 0) return refuse(problem);
      const { plan, chosen } = prepared.value;
      const names2 = new Set(chosen.files.map(({ service: service2 }) => service2));
      const meant = args["no-checks"] ? [] : trusted.value.services.filter(({ name }) => names2.has(name));
      const ports = servicePorts({
        cwd: root,
        env: { ...io.env, HOLDFAST_ROOT: root },
        mask: secretMask(),
        signal
      });
      const done2 = await drillRestore(plan, { ...what, root }, meant, {
        steps: scratchSteps(store.value, decrypt.value),
        look: (paths) => readAllLive(diskOperations, root, paths, []),
        run: (service2, command) => ports.run(service2, "check", command),
        now: ports.now
      });
      return done2.ok ? ok({ done: done2.value, names: names2 }) : done2;
    })
  );
  if (!tried.ok) return tried;
  const { done, names } = tried.value;
  const untried = servicesOfParts(parts.value).filter((name) => !names.has(name));
  const told = await keep(store.value, done, what, trusted.value.note);
  return told.ok ? ok({ ...told.value, untried }) : told;
}
function servicesOfParts(parts) {
  const all = parts.flatMap(({ manifest, services = [...servicesOf(manifest)] }) => services);
  return [...new Set(all)].sort();
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
    const year = lookBack(all.value.items, at);
    const unread = all.value.damaged.map(({ file, problem: { code, message } }) => {
      return { file, code, message, place: join2(store.directory, file) };
    });
    return ok({ drill, outputs, year, unread, ...note !== void 0 && { note } });
  });
}
export {
  runRestoreDrill
};
