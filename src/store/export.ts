import { ok, type Result, refuse } from '../model/problem.ts';
import type { Manifest, SavedFile } from './manifest.ts';

/** A snapshot as it may leave the host. `plain`: sensitive files whose content goes along in plain text. */
export type Exported = { manifest: Manifest; plain: string[] };

/**
 * The manifest for a place that others can read. Digests of encrypted contents become those of the encrypted bytes: who
 * knows the rest of a file could try short secrets against the digest of the plain one.
 * Problem: `plain-text-refused`, for sensitive content in plain text, also where another file has the same.
 */
export function exportable(manifest: Manifest, allowPlainText: boolean): Result<Exported> {
  const open = new Set(
    manifest.files.filter(({ link, stored }) => link === null && !stored).map(({ sha256 }) => sha256),
  );
  const plain = manifest.files
    .filter(({ sensitive, link, sha256 }) => sensitive && link === null && open.has(sha256))
    .map(({ path }) => path);
  if (plain.length > 0 && !allowPlainText) return refuse(plainText(manifest, plain));
  return ok({ manifest: { ...manifest, files: manifest.files.map(blind) }, plain });
}

function blind(file: SavedFile): SavedFile {
  return file.stored === undefined ? file : { ...file, sha256: file.stored.sha256 };
}

function plainText({ id }: Manifest, paths: readonly string[]) {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return {
    code: 'plain-text-refused',
    message: `Snapshot ${id} holds sensitive files in plain text: ${paths.slice(0, 3).join(', ')}${more}.`,
    hint: 'Take a backup with --recipient age1…, and export that; or say --allow-plain-text. Nothing was written.',
  };
}
