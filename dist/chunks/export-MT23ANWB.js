import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  namedSnapshot
} from "./chunk-BE7MRQYZ.js";
import {
  contentsOf
} from "./chunk-5UVXP26L.js";
import {
  isAtOrBelow
} from "./chunk-36PCAFZY.js";
import {
  STORE_OPTIONS,
  existingStore,
  readStoreArguments
} from "./chunk-IHYYQ6CZ.js";
import {
  MARKER,
  createStore,
  storeDirectory
} from "./chunk-BGAD6JBY.js";
import {
  jsonText
} from "./chunk-DYOFYNFT.js";
import {
  sizeText
} from "./chunk-CN36ETPI.js";
import {
  createObjectWriter,
  openObject
} from "./chunk-OVH55LPH.js";
import {
  addSnapshot,
  addVerdict,
  chunks,
  guarded,
  namesIn,
  placeIn,
  readVerdicts,
  readWhole,
  recordPlace,
  storedIds,
  writeManifest
} from "./chunk-KA3BEEMK.js";
import "./chunk-EMJCXWLX.js";
import "./chunk-YNSVTVRQ.js";
import {
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  sha256
} from "./chunk-BSUCCZFA.js";
import "./chunk-P56TXKBT.js";
import "./chunk-K4VNKD2T.js";
import "./chunk-R3A4QZ2V.js";
import "./chunk-MAY36SGU.js";
import "./chunk-BPKCEVX6.js";
import "./chunk-MY4W45IY.js";
import "./chunk-ZAY2COUY.js";
import "./chunk-HG4VU7TQ.js";
import "./chunk-VAQBDYZP.js";
import "./chunk-O24VLVZE.js";
import "./chunk-LHQRXSF5.js";
import {
  plural
} from "./chunk-IWPKGJK5.js";
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
import "./chunk-XDY4YQ5Z.js";
import {
  inert
} from "./chunk-X3WXXSXY.js";
import {
  plainLine
} from "./chunk-YXG2IT4E.js";
import "./chunk-VX4HL5QL.js";

// src/cli/backup/export.ts
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";

// src/adapters/store/export.ts
async function exportSnapshot(store, manifest, verdicts, directory) {
  const target = { ...store, directory };
  return guarded(directory, async () => {
    if (isAtOrBelow(directory, store.directory)) return refuse(inside(directory));
    if ((await namesIn(target)).length > 0) return refuse(notEmpty(directory));
    const made = await createStore(directory, store.fs);
    if (!made.ok) return made;
    const objects = createObjectWriter(target);
    for (const digest of new Set(contentsOf(manifest))) {
      const object = await openObject(store, digest);
      if (!object.ok) return object;
      try {
        const { size } = await object.value.stat({ bigint: true });
        const parts = () => chunks(object.value);
        await objects.keep({ digest, size: Number(size), parts }, false);
      } finally {
        await object.value.close();
      }
    }
    await objects.flush();
    for (const verdict of verdicts) {
      const added2 = await addVerdict(target, verdict);
      if (!added2.ok) return added2;
    }
    const added = await addSnapshot(target, manifest);
    if (!added.ok) return added;
    return ok({
      directory,
      manifest: recordPlace(target, "snapshots", manifest.id),
      digest: sha256(writeManifest(manifest)),
      ...objects.added,
      checksums: await checksumsOf(target, manifest)
    });
  });
}
async function checksumsOf(store, manifest) {
  const verdicts = await storedIds(store, "verdicts");
  const records = [MARKER, `snapshots/${manifest.id}.json`, ...verdicts.map((id) => `verdicts/${id}.json`)];
  const found = [...new Set(contentsOf(manifest))].map((digest) => ({
    name: `objects/${digest.slice(0, 2)}/${digest}`,
    sha256: digest
  }));
  for (const name of records) {
    const bytes = await readWhole(store.fs, placeIn(store, name));
    found.push({ name, sha256: sha256(bytes) });
  }
  return found.sort((left, right) => left.name < right.name ? -1 : 1);
}
function notEmpty(directory) {
  return {
    code: "export-not-empty",
    message: `${directory} is not empty.`,
    hint: "Name a new directory, or remove what an earlier export left there. Nothing was written."
  };
}
function inside(directory) {
  return {
    code: "export-not-empty",
    message: `${directory} is in the store itself.`,
    hint: "Name a directory elsewhere. Nothing was written."
  };
}

// src/reports/export.ts
function exportText({ id, directory, manifest, digest, objects, bytes, plain }) {
  const lines = [
    `snapshot ${id} exported: ${plural(objects, "object")}, ${sizeText(bytes)}`,
    `  store:    ${plainLine(directory)}`,
    `  manifest: ${plainLine(manifest)}`,
    `  digest:   sha256:${digest}`,
    ...plain.length === 0 ? [] : [`  ${plural(plain.length, "sensitive file")} in PLAIN TEXT`],
    ...plain.map((path) => `    ${plainLine(path)}`)
  ];
  return inert(`${lines.join("\n")}
`);
}
function exportJson({ id, directory, manifest, digest, objects, bytes, plain }) {
  return jsonText({
    version: 1,
    id,
    store: directory,
    manifest,
    digest: `sha256:${digest}`,
    objects,
    bytes,
    plainText: plain
  });
}
function checksumsText(files) {
  return files.map(({ name, sha256: sha2562 }) => `${sha2562}  ${name}
`).join("");
}

// src/store/export.ts
function exportable(manifest, allowPlainText) {
  const open = new Set(
    manifest.files.filter(({ link, stored }) => link === null && !stored).map(({ sha256: sha2562 }) => sha2562)
  );
  const plain = manifest.files.filter(({ sensitive, link, sha256: sha2562 }) => sensitive && link === null && open.has(sha2562)).map(({ path }) => path);
  if (plain.length > 0 && !allowPlainText) return refuse(plainText(manifest, plain));
  return ok({ manifest: { ...manifest, files: manifest.files.map(blind) }, plain });
}
function blind(file) {
  return file.stored === void 0 ? file : { ...file, sha256: file.stored.sha256 };
}
function plainText({ id }, paths) {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
  return {
    code: "plain-text-refused",
    message: `Snapshot ${id} holds sensitive files in plain text: ${paths.slice(0, 3).join(", ")}${more}.`,
    hint: "Take a backup with --recipient age1\u2026, and export that; or say --allow-plain-text. Nothing was written."
  };
}

// src/cli/backup/export.ts
var OPTIONS = {
  ...STORE_OPTIONS,
  snapshot: { type: "string" },
  checksums: { type: "string" },
  "allow-plain-text": { type: "boolean" }
};
async function runExport(argv, io) {
  const read = readStoreArguments(argv, OPTIONS, ["DIR"]);
  if (!read.ok) return read;
  const { values: args, positionals } = read.value;
  const directory = await storeDirectory(positionals[0], io.cwd);
  const checksums = args.checksums && await storeDirectory(args.checksums, io.cwd);
  if (checksums && isAtOrBelow(checksums, directory)) {
    const what = "--checksums names a file in the directory itself, which holds the store and nothing else.";
    return refuse(usage(what, "Name a file beside it."));
  }
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const manifest = await namedSnapshot(store.value, args.snapshot ?? "latest");
  if (!manifest.ok) return manifest;
  const exported = exportable(manifest.value, args["allow-plain-text"] === true);
  if (!exported.ok) return exported;
  const verdicts = await readVerdicts(store.value);
  if (!verdicts.ok) return verdicts;
  const own = verdicts.value.items.filter(({ snapshot }) => snapshot === manifest.value.id);
  const done = await exportSnapshot(store.value, exported.value.manifest, own, directory);
  if (!done.ok) return done;
  if (checksums) {
    const written = await write(checksums, checksumsText(done.value.checksums));
    if (!written.ok) return written;
  }
  const report = args.format === "json" ? exportJson : exportText;
  return ok({ text: report({ ...done.value, id: manifest.value.id, plain: exported.value.plain }), code: 0 });
}
async function write(file, text) {
  try {
    await writeFile(resolve(file), text);
    return ok(void 0);
  } catch (error) {
    return refuse({
      code: "file-unwritable",
      message: `${file} cannot be written: ${error.code}.`,
      hint: "The export is complete; check the path of the checksums."
    });
  }
}
export {
  runExport
};
