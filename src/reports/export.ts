import { inert, plainLine } from './escape.ts';
import { plural } from './messages.ts';
import { jsonText } from './snapshots.ts';
import { sizeText } from './table.ts';

/** What an export has written. */
export type ExportReport = {
  id: string;
  directory: string;
  /** The absolute path of the manifest's file. */
  manifest: string;
  /** SHA-256 of that file. */
  digest: string;
  objects: number;
  bytes: number;
  /** Sensitive files in plain text. */
  plain: readonly string[];
};

export function exportText({ id, directory, manifest, digest, objects, bytes, plain }: ExportReport): string {
  const lines = [
    `snapshot ${id} exported: ${plural(objects, 'object')}, ${sizeText(bytes)}`,
    `  store:    ${plainLine(directory)}`,
    `  manifest: ${plainLine(manifest)}`,
    `  digest:   sha256:${digest}`,
    ...(plain.length === 0 ? [] : [`  ${plural(plain.length, 'sensitive file')} in PLAIN TEXT`]),
    ...plain.map((path) => `    ${plainLine(path)}`),
  ];
  return inert(`${lines.join('\n')}\n`);
}

export function exportJson({ id, directory, manifest, digest, objects, bytes, plain }: ExportReport): string {
  return jsonText({
    version: 1,
    id,
    store: directory,
    manifest,
    digest: `sha256:${digest}`,
    objects,
    bytes,
    plainText: plain,
  });
}

/** As `sha256sum` writes it, and `actions/attest` reads it as `subject-checksums`. */
export function checksumsText(files: readonly { name: string; sha256: string }[]): string {
  return files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
}
