import { hostname } from 'node:os';
import { join } from 'node:path';
import type { parseArgs } from 'node:util';
import { servicePorts } from '../../adapters/probes/ports.ts';
import { withInterrupt } from '../../adapters/processes/interrupt.ts';
import { secretMask } from '../../adapters/processes/secrets.ts';
import { readAllLive } from '../../adapters/restore/live.ts';
import { diskOperations } from '../../adapters/restore/operations.ts';
import { prepare } from '../../adapters/restore/prepare.ts';
import { inScratchRoot, scratchSteps } from '../../adapters/restore/scratch.ts';
import type { Store } from '../../adapters/store/files.ts';
import { whileLocked } from '../../adapters/store/lock.ts';
import { addDrill, readDrills, storedIds } from '../../adapters/store/snapshots.ts';
import { newId } from '../../adapters/store/store.ts';
import { lookBack } from '../../drill/look-back.ts';
import { restoreReports, type Told } from '../../drill/reports/restored.ts';
import { drillRestore, type RestoreDrill } from '../../drill-restore.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Part } from '../../restore/choose.ts';
import type { StoredDrill } from '../../store/drills.ts';
import { servicesOf } from '../../store/manifest.ts';
import { existingStore } from '../backup/options.ts';
import { chosenDecrypt, IDENTITY_OPTIONS } from '../encryption.ts';
import type { CliIo } from '../io.ts';
import { parsed, usage } from '../judging.ts';
import { oneService } from '../one-service.ts';
import { problemText } from '../problem.ts';
import { chooseParts } from '../restore/parts.ts';
import { trustedServices } from './trusted.ts';

const OPTIONS = {
  ...IDENTITY_OPTIONS,
  store: { type: 'string' },
  service: { type: 'string', multiple: true },
  environment: { type: 'string' },
  policy: { type: 'string' },
  'no-checks': { type: 'boolean' },
  format: { type: 'string' },
  debug: { type: 'boolean' },
} as const;

type Arguments = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

/** `holdfast drill restore`: 0 when the known good could be restored, 1 when it could not, 2 for a problem. */
export async function runRestoreDrill(argv: string[], io: CliIo): Promise<number> {
  const args = readArguments(argv);
  const told = args.ok ? await drillKnownGood(args.value, io) : args;
  if (!told.ok) {
    io.stderr(problemText(told.problem, io));
    return 2;
  }
  const { format = 'terminal' } = args.ok ? args.value : {};
  io.stdout(restoreReports[format]!(told.value));
  return told.value.drill.ok ? 0 : 1;
}

function readArguments(argv: string[]): Result<Arguments> {
  const read = parsed({ args: argv, options: OPTIONS });
  if (!read.ok) return read;
  const { values } = read.value;
  if (Object.hasOwn(restoreReports, values.format ?? 'terminal')) return ok(values);
  const known = Object.keys(restoreReports).join(', ');
  return refuse(
    usage(`There is no format ${JSON.stringify(values.format)} of a drill.`, `Formats: ${known}.`),
  );
}

async function drillKnownGood(args: Arguments, io: CliIo): Promise<Result<Told>> {
  const service = oneService('drill restore', args.service);
  if (!service.ok) return service;
  const store = await existingStore(args, io);
  if (!store.ok) return store;
  const decrypt = await chosenDecrypt(args, io);
  if (!decrypt.ok) return decrypt;
  const services = service.value === undefined ? [] : [service.value];
  const parts = await chooseParts(store.value, undefined, { services, environment: args.environment });
  if (!parts.ok) return parts;
  const trusted = await trustedServices(args.policy, io.cwd);
  if (!trusted.ok) return trusted;
  const what = {
    snapshots: parts.value.map(({ manifest }) => manifest.id),
    onlyService: service.value ?? null,
  };
  const tried = await withInterrupt((signal) =>
    inScratchRoot(async (root) => {
      const request = {
        parts: parts.value,
        asked: { services, paths: [] },
        root,
        inPlace: false,
        decrypt: decrypt.value,
      };
      const prepared = await prepare(store.value, request);
      if (!prepared.ok) return prepared;
      const [problem] = prepared.value.problems;
      if (problem !== undefined) return refuse(problem);
      const { plan, chosen } = prepared.value;
      const names = new Set(chosen.files.map(({ service }) => service));
      const meant = args['no-checks'] ? [] : trusted.value.services.filter(({ name }) => names.has(name));
      const ports = servicePorts({
        cwd: root,
        env: { ...io.env, HOLDFAST_ROOT: root },
        mask: secretMask(),
        signal,
      });
      const done = await drillRestore(plan, { ...what, root }, meant, {
        steps: scratchSteps(store.value, decrypt.value),
        look: (paths) => readAllLive(diskOperations, root, paths, []),
        run: (service, command) => ports.run(service, 'check', command),
        now: ports.now,
      });
      return done.ok ? ok({ done: done.value, names }) : done;
    }),
  );
  if (!tried.ok) return tried;
  const { done, names } = tried.value;
  const untried = servicesOfParts(parts.value).filter((name) => !names.has(name));
  const told = await keep(store.value, done, what, trusted.value.note);
  return told.ok ? ok({ ...told.value, untried }) : told;
}

/** All services of the known good, those of which it only says that nothing was there among them. */
function servicesOfParts(parts: readonly Part[]): (string | null)[] {
  const all = parts.flatMap(({ manifest, services = [...servicesOf(manifest)] }) => services);
  return [...new Set(all)].sort();
}

/** Adds the drill to the history in the store, and looks back. */
async function keep(
  store: Store,
  { outputs, ...done }: RestoreDrill,
  what: Pick<StoredDrill, 'snapshots' | 'onlyService'>,
  note: string | undefined,
): Promise<Result<Omit<Told, 'untried'>>> {
  return whileLocked(store, 'holdfast drill restore', async () => {
    const at = new Date().toISOString();
    const id = newId(await storedIds(store, 'drills'));
    const drill: StoredDrill = { id, at, host: hostname(), ...what, ...done };
    const added = await addDrill(store, drill);
    if (!added.ok) return added;
    const all = await readDrills(store);
    if (!all.ok) return all;
    const year = lookBack(all.value.items, at);
    const unread = all.value.damaged.map(({ file, problem: { code, message } }) => {
      return { file, code, message, place: join(store.directory, file) };
    });
    return ok({ drill, outputs, year, unread, ...(note !== undefined && { note }) });
  });
}
