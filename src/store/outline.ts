import { type Manifest, servicesOf } from './manifest.ts';

/** A snapshot without its files: of a store with many large ones, only outlines are held at the same time. */
export type Outline = Pick<
  Manifest,
  | 'id'
  | 'parent'
  | 'at'
  | 'environment'
  | 'host'
  | 'commit'
  | 'deploymentId'
  | 'reason'
  | 'source'
  | 'onlyService'
> & {
  /** Every service of which it holds or misses files; `null` stands for files without a service. */
  services: (string | null)[];
  files: number;
  /** Of the files in plain. */
  bytes: number;
  /** How many files are encrypted. */
  encrypted: number;
  complete: boolean;
};

export function outlineOf(manifest: Manifest): Outline {
  const { id, parent, at, environment, host, commit, deploymentId, reason, source, onlyService } = manifest;
  const { files, unsaved } = manifest;
  return {
    id,
    parent,
    at,
    environment,
    host,
    commit,
    deploymentId,
    reason,
    source,
    onlyService,
    services: [...servicesOf(manifest)],
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    encrypted: files.filter(({ stored }) => stored !== undefined).length,
    complete: unsaved.length === 0,
  };
}
