import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  hashed,
  isWhole
} from "./chunk-OVH55LPH.js";
import {
  readSnapshot,
  storedIds,
  writeTemporary
} from "./chunk-KA3BEEMK.js";
import {
  isBlind
} from "./chunk-EMJCXWLX.js";
import {
  usage
} from "./chunk-7MZUAGJZ.js";
import {
  recipientFault
} from "./chunk-X2VRNEOK.js";
import {
  ok,
  refuse
} from "./chunk-P74TEEE3.js";

// src/cli/encryption.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// src/adapters/age/streams.ts
function toWeb(parts) {
  const iterator = parts[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(Uint8Array.from(next.value));
      },
      async cancel() {
        await iterator.return?.();
      }
    },
    { highWaterMark: 0 }
  );
}
async function* fromWeb(stream) {
  const reader = stream.getReader();
  let ended = false;
  try {
    for (; ; ) {
      const next = await reader.read();
      if (next.done) {
        ended = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!ended) await reader.cancel().catch(() => {
    });
  }
}

// src/adapters/age/age.ts
var Undecryptable = class extends Error {
};
var library = () => import("./dist-4KWOZIAV.js");
var NO_MATCH = "no identity matched any of the file's recipients";
async function createEncrypt(recipients) {
  const age = await library();
  const encrypter = new age.Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      return refuse(mistyped(recipient));
    }
  }
  return ok(async (plain) => fromWeb(await encrypter.encrypt(toWeb(plain))));
}
async function createDecrypt(identities) {
  const age = await library();
  const decrypter = new age.Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return async (cipher) => {
    let broken;
    const source = translated(cipher, (error) => {
      broken = error;
      return error;
    });
    const spoiled = (error) => broken ?? new Undecryptable(messageOf(error));
    try {
      const plain = await decrypter.decrypt(toWeb(source));
      return ok(translated(fromWeb(plain), spoiled));
    } catch (error) {
      if (messageOf(error) === NO_MATCH) return refuse(WRONG);
      throw spoiled(error);
    }
  };
}
async function isIdentity(text) {
  const age = await library();
  return age.identityToRecipient(text).then(
    () => true,
    () => false
  );
}
async function* translated(parts, translate) {
  try {
    yield* parts;
  } catch (error) {
    throw translate(error);
  }
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
function mistyped(recipient) {
  return {
    code: "recipient-invalid",
    message: `${recipient.slice(0, 80)} is no age recipient: its checksum does not fit.`,
    hint: "Copy it again from `age-keygen -y FILE`. Nothing was saved."
  };
}
var WRONG = {
  code: "identity-wrong",
  message: "The content is encrypted, and for none of the identities that were given.",
  hint: "Give the identity of one of its recipients with --identity FILE; holdfast backup show names them."
};

// src/adapters/store/sealed.ts
import { createHash } from "node:crypto";
async function createEncryption(recipients, all) {
  const encrypt = await createEncrypt(recipients);
  if (!encrypt.ok) return encrypt;
  let earlier;
  return ok({
    recipients,
    all,
    async seal(store, { digest, parts }, put) {
      earlier ??= earlierContents(store, recipients);
      const found = await earlier(digest);
      if (found !== void 0 && await isWhole(store, found.sha256, found.size)) return found;
      const plain = createHash("sha256");
      const cipher = createHash("sha256");
      let size = 0;
      const sealed = hashed(await encrypt.value(hashed(parts(), plain)), {
        update(part) {
          size += part.length;
          cipher.update(part);
        }
      });
      const temporary = await writeTemporary(store, sealed);
      if (plain.digest("hex") !== digest) {
        await store.fs.unlink(temporary);
        return void 0;
      }
      const sha256 = cipher.digest("hex");
      await put(sha256, size, temporary);
      return { sha256, size };
    }
  });
}
function earlierContents(store, recipients) {
  const known = /* @__PURE__ */ new Map();
  let unread;
  let turn = Promise.resolve();
  const find = async (digest) => {
    unread ??= await storedIds(store, "snapshots");
    while (!known.has(digest)) {
      const id = unread.pop();
      if (id === void 0) break;
      const manifest = await readSnapshot(store, id);
      if (!manifest.ok || manifest.value.recipients?.join() !== recipients.join()) continue;
      for (const file of manifest.value.files) {
        const { sha256, stored } = file;
        if (stored !== void 0 && !isBlind(file) && !known.has(sha256)) known.set(sha256, stored);
      }
    }
    return known.get(digest);
  };
  return (digest) => {
    const found = turn.then(() => find(digest));
    turn = found.catch(() => {
    });
    return found;
  };
}

// src/store/keys.ts
function readRecipients(given) {
  const found = new Set(given.flatMap((text) => linesOf(text).flatMap((line) => line.split(/[\s,]+/))));
  found.delete("");
  for (const recipient of found) {
    const wrong = recipientFault(recipient);
    if (wrong !== void 0) return refuse(noRecipient(recipient, wrong));
  }
  const hybrid = [...found].filter((recipient) => recipient.startsWith("age1pq1"));
  if (hybrid.length > 0 && hybrid.length < found.size) return refuse(MIXED);
  return ok([...found].sort());
}
function readIdentities(text, file) {
  if (/^(age-encryption\.org\/v1|-----BEGIN AGE ENCRYPTED FILE-----)/.test(text))
    return refuse(noIdentity(file, "is protected by a passphrase, which Holdfast cannot ask for"));
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text))
    return refuse(
      noIdentity(file, "holds an SSH key or another private key, which Holdfast cannot decrypt with")
    );
  const lines = linesOf(text);
  if (lines.length === 0) return refuse(noIdentity(file, "holds no identity"));
  for (const [index, line] of lines.entries()) {
    if (/^AGE-PLUGIN-/.test(line)) return refuse(noIdentity(file, "holds the identity of a plugin"));
    if (!/^AGE-SECRET-KEY-(PQ-)?1[02-9AC-HJ-NP-Z]+$/.test(line))
      return refuse(noIdentity(file, `holds something else as its ${index + 1}. entry`));
  }
  return ok(lines);
}
function noIdentity(file, fault) {
  return {
    code: "identity-invalid",
    message: `The identity file ${file} ${fault}.`,
    hint: "Name a file as `age-keygen -o FILE` writes it: lines with AGE-SECRET-KEY-1\u2026, and comments."
  };
}
function linesOf(text) {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
function noRecipient(recipient, { fault, hint }) {
  const secret = /SECRET/i.test(recipient);
  const shown = secret ? "What is given as a recipient" : JSON.stringify(recipient.slice(0, 80));
  return { code: "recipient-invalid", message: `${shown} ${fault}.`, hint };
}
var MIXED = {
  code: "recipient-invalid",
  message: "Recipients of both kinds, age1\u2026 and age1pq1\u2026, are given: the weaker ones would decide.",
  hint: "Give recipients of one kind only."
};

// src/cli/encryption.ts
var RECIPIENT_OPTIONS = {
  "encrypt-all": { type: "boolean" },
  recipient: { type: "string", multiple: true },
  "recipients-file": { type: "string", multiple: true }
};
var IDENTITY_OPTIONS = { identity: { type: "string", multiple: true } };
async function chosenRecipients(given, policy, io) {
  const texts = [...given.recipient ?? []];
  for (const file of given["recipients-file"] ?? []) {
    const text = await textOfFile(file, io);
    if (!text.ok) return text;
    const found = readRecipients([text.value]);
    if (found.ok && found.value.length === 0) return refuse(noRecipients(file));
    texts.push(text.value);
  }
  const named = texts.length > 0 ? texts : [io.env.HOLDFAST_RECIPIENTS ?? ""];
  const read = readRecipients(named);
  if (!read.ok || read.value.length > 0 || texts.length > 0) return read;
  return readRecipients(policy?.backup?.recipients ?? []);
}
async function backupEncryption(given, policy, io) {
  const recipients = await chosenRecipients(given, policy, io);
  if (!recipients.ok) return recipients;
  if (given["encrypt-all"] && recipients.value.length === 0) {
    const what = "--encrypt-all needs to know for whom.";
    return refuse(usage(what, "Name recipients: --recipient age1\u2026, HOLDFAST_RECIPIENTS, or in the policy."));
  }
  return encryptionFor(recipients.value, given["encrypt-all"] === true);
}
async function encryptionFor(recipients, all = false) {
  return recipients.length === 0 ? ok(void 0) : createEncryption(recipients, all);
}
async function chosenDecrypt(given, io) {
  const files = given.identity ?? (io.env.HOLDFAST_IDENTITY ? [io.env.HOLDFAST_IDENTITY] : []);
  if (files.length === 0) return ok(void 0);
  const identities = [];
  for (const file of files) {
    if (/^AGE-SECRET-KEY-/i.test(file)) return refuse(SHOWN);
    const text = await textOfFile(file, io);
    if (!text.ok) return text;
    const found = readIdentities(text.value, file);
    if (!found.ok) return found;
    for (const identity of found.value) {
      if (!await isIdentity(identity)) return refuse(noIdentity(file, "holds a damaged identity"));
      identities.push(identity);
    }
  }
  return ok(await createDecrypt(identities));
}
async function textOfFile(file, io) {
  try {
    return ok(await readFile(resolve(io.cwd, file), "utf8"));
  } catch (error) {
    return refuse({
      code: "file-unreadable",
      message: `${file} cannot be read: ${error.code}.`,
      hint: "Check the path and the rights on it."
    });
  }
}
function noRecipients(file) {
  return {
    code: "recipient-invalid",
    message: `${file} names no recipient.`,
    hint: "Write one a line: `age1\u2026`."
  };
}
var SHOWN = {
  code: "identity-invalid",
  message: "An identity itself was given where the path of its file belongs.",
  hint: "Write it into a file that only you can read, and name that. Make a new identity: this one may have been seen."
};

export {
  Undecryptable,
  createEncrypt,
  RECIPIENT_OPTIONS,
  IDENTITY_OPTIONS,
  chosenRecipients,
  backupEncryption,
  encryptionFor,
  chosenDecrypt,
  textOfFile
};
