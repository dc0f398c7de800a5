import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A digest of the program that is running: of everything in the directory of its bundle. What one version has found
 * may be taken over by the same version only, and a version number says too little while it is being worked on.
 */
export function ownCode(): string {
  const directory = dirname(fileURLToPath(import.meta.url));
  const hash = createHash('sha256');
  for (const name of fs.readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.[cm]?[jt]s$/.test(name)) continue;
    hash.update(`${name}\0`).update(fs.readFileSync(join(directory, name)));
  }
  return hash.digest('hex');
}
