// Loaded before a program (node --import): ends it with SIGKILL just before the N-th call that it makes on something
// below a directory. CRASH_DIRECTORY names the directory, CRASH_AT the call (from 1). Without CRASH_AT the calls are
// listed, one a line, in the file that CRASH_LIST names.
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { CRASH_DIRECTORY: directory, CRASH_AT, CRASH_LIST } = process.env;
const at = Number(CRASH_AT ?? 0);
const append = fs.appendFileSync;
const ours = new Map();
let calls = 0;

/** Whether any argument is a path below the directory, or a file that was opened there. */
function placeOf(args) {
  for (const arg of args) {
    if (typeof arg === 'number' && ours.has(arg)) return ours.get(arg);
    if ((typeof arg === 'string' || Buffer.isBuffer(arg)) && `${arg}/`.startsWith(`${directory}/`))
      return String(arg);
  }
  return undefined;
}

function count(name, place) {
  calls += 1;
  if (calls === at) process.kill(process.pid, 'SIGKILL');
  if (at === 0) append(CRASH_LIST, `${name} ${place.slice(directory.length)}\n`);
}

function wrap(object, names) {
  for (const name of names) {
    const call = object[name];
    object[name] = (...args) => {
      const place = placeOf(args.slice(0, 2));
      if (place === undefined) return call.apply(object, args);
      count(name, place);
      const value = call.apply(object, args);
      if (name === 'openSync') ours.set(value, place);
      if (name === 'closeSync') ours.delete(args[0]);
      if (name !== 'open') return value;
      return value.then((handle) => {
        const close = handle.close;
        handle.place = place;
        handle.close = () => {
          count('handle.close', place);
          return close.call(handle);
        };
        return handle;
      });
    };
  }
}

const handle = await promises.open('/dev/null');
const prototype = Object.getPrototypeOf(handle);
await handle.close();
for (const name of ['read', 'write', 'writeFile', 'stat', 'sync', 'datasync', 'truncate']) {
  const call = prototype[name];
  prototype[name] = function (...args) {
    if (this.place !== undefined) count(`handle.${name}`, this.place);
    return call.apply(this, args);
  };
}
const functions = (object) => Object.keys(object).filter((name) => typeof object[name] === 'function');
wrap(
  fs,
  functions(fs).filter((name) => name.endsWith('Sync') && name !== 'existsSync'),
);
wrap(fs, ['lstat', 'stat', 'readFile']);
wrap(promises, functions(promises));
syncBuiltinESMExports();
