import type { Deployment } from '../../src/store/deployments.ts';
import type { Manifest, SavedFile } from '../../src/store/manifest.ts';
import { sha256 } from '../../src/store/seal.ts';

/** A ULID by its index; greater indexes are later. */
export function sampleId(index: number): string {
  return `01KB4${String(index).padStart(21, '0')}`;
}

/** A file of the service auth with this content. */
export function sampleFile(path: string, content: string, more: Partial<SavedFile> = {}): SavedFile {
  return {
    path,
    sha256: sha256(Buffer.from(content)),
    service: 'auth',
    size: Buffer.byteLength(content),
    mode: 0o640,
    uid: 0,
    gid: 33,
    mtime: '2026-01-31T12:00:00.000Z',
    link: null,
    sensitive: false,
    ...more,
  };
}

/** A snapshot of two files and a link, with one file absent. */
export function sampleManifest(more: Partial<Manifest> = {}): Manifest {
  return {
    id: sampleId(1),
    parent: sampleId(0),
    at: '2026-01-31T12:00:01.000Z',
    environment: 'production',
    host: 'web1',
    commit: 'a'.repeat(40),
    deploymentId: null,
    reason: 'before the deployment',
    source: 'live',
    onlyService: null,
    scope: [{ files: ['config/auth/**'], live: ['/etc/auth'], service: 'auth' }],
    files: [
      sampleFile('/etc/auth/current.yml', 'production.yml', { link: 'production.yml', mode: 0o777 }),
      sampleFile('/etc/auth/keys.yml', 'keys: [a]\n', { sensitive: true }),
      sampleFile('/etc/auth/production.yml', 'issuer: https://login.example.com\n'),
    ],
    absent: [{ path: '/etc/auth/limits.yml', service: 'auth' }],
    unsaved: [],
    ...more,
  };
}

/** A deployment that has ended. */
export function sampleDeployment(more: Partial<Deployment> = {}): Deployment {
  return {
    version: 1,
    id: sampleId(1),
    at: '2026-01-31T12:00:00.000Z',
    endedAt: '2026-01-31T12:01:00.000Z',
    host: 'web1',
    environment: 'production',
    commit: 'a'.repeat(40),
    deploymentId: '7',
    root: '',
    cwd: '/srv/app',
    inPlace: false,
    command: './deploy.sh production',
    writes: ['/etc/auth/*.yml'],
    services: [
      {
        name: 'auth',
        probes: [{ kind: 'tcp', host: '127.0.0.1', port: 80, timeout: 5_000 }],
        grace: 30_000,
        passes: 3,
        every: 1_000,
        soak: 30_000,
        reload: 'systemctl reload auth',
        rotating: [],
      },
    ],
    stage: 'ended',
    before: sampleId(2),
    intended: null,
    made: sampleId(3),
    process: { pid: 12, started: '345', boot: 'b', namespace: 'pid:[1]' },
    ran: {
      code: 0,
      signal: null,
      timedOut: false,
      cancelled: null,
      failed: null,
      output: 'done\n',
      ms: 1_200,
    },
    outcome: 'good',
    findings: [
      { code: 'left-behind', severity: 'warning', path: '/etc/auth/keys.yml', service: 'auth', args: {} },
    ],
    held: false,
    lifted: null,
    ...more,
  };
}
