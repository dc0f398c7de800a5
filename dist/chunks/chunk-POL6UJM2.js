import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readDocument
} from "./chunk-7AY46YQM.js";

// src/subjects/read.ts
async function readVersions(pair, selected) {
  const wanted = selected.map(({ change }) => ({
    before: change.before,
    after: change.after
  }));
  const [before, after] = await Promise.all([
    readBlobs(
      pair.before,
      wanted.flatMap((entries) => entries.before ?? [])
    ),
    readBlobs(
      pair.after,
      wanted.flatMap((entries) => entries.after ?? [])
    )
  ]);
  const versions = [];
  let [nextBefore, nextAfter] = [0, 0];
  for (const [index, entries] of wanted.entries()) {
    const { format } = selected[index].selection;
    const one = {};
    if (entries.before !== void 0)
      one.before = await toDocument(entries.before, before[nextBefore++], format);
    if (entries.after !== void 0) {
      const blob = after[nextAfter++];
      const same = entries.before?.id === entries.after.id && one.before?.kind === "parsed";
      one.after = same ? one.before : await toAfter(entries.after, blob, format, one.before);
    }
    versions.push(one);
  }
  return versions;
}
async function toAfter(entry, blob, format, before) {
  const after = await toDocument(entry, blob, format);
  if (format !== void 0 || after.kind !== "text" || before?.kind !== "parsed") return after;
  return toDocument(entry, blob, before.format);
}
function toDocument(entry, blob, format) {
  return readDocument(entry, blob, format === void 0 ? {} : { format });
}
async function readBlobs(snapshot, entries) {
  const blobs = [];
  if (entries.length === 0) return blobs;
  for await (const blob of snapshot.read(entries)) blobs.push(blob);
  while (blobs.length < entries.length) blobs.push({ id: entries[blobs.length].id, refused: "missing" });
  return blobs;
}

export {
  readVersions,
  toDocument,
  readBlobs
};
