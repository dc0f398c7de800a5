import type { OpenSnapshot } from '../../adapters/git/open-snapshot.ts';
import { choosePolicy } from '../../adapters/policy.ts';
import { rootDirectory } from '../../adapters/restore/prepare.ts';
import { withDeclared } from '../../deploy/declared.ts';
import type { Path } from '../../model/path.ts';
import { ok, type Result, refuse } from '../../model/problem.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Service } from '../../policy/service.ts';
import { openSide } from '../backup/save.ts';
import type { CliIo } from '../io.ts';
import { usage } from '../judging.ts';
import type { DeployArguments } from './arguments.ts';

/** What is deployed, under which policy, and where. */
export type DeploySource = {
  opened: OpenSnapshot;
  /** With what is declared. */
  policy: Policy;
  /** All files of the commit. */
  paths: Path[];
  commit: string | null;
  /** The directory that stands for `/`; empty for the host itself. */
  root: string;
  services: Service[];
};

/** The commit that is deployed and its policy: whoever runs this trusts it, because its commands are run. */
export async function openDeploySource(args: DeployArguments, io: CliIo): Promise<Result<DeploySource>> {
  const root = await rootDirectory(args.root, io.cwd);
  if (!root.ok) return root;
  const opened = await openSide(
    {
      ...(args.commit === undefined ? {} : { 'from-commit': args.commit }),
      ...(args['git-dir'] === undefined ? {} : { 'git-dir': args['git-dir'] }),
      ...(args.policy === undefined ? {} : { policy: args.policy }),
    },
    io.cwd,
  );
  if (!opened.ok) return opened;
  const source = await sourceOf(opened.value, root.value, args, io);
  if (!source.ok) await opened.value.close();
  return source;
}

async function sourceOf(
  opened: OpenSnapshot,
  root: string,
  args: DeployArguments,
  io: CliIo,
): Promise<Result<DeploySource>> {
  const { snapshot } = opened;
  const policy = await choosePolicy(snapshot, { file: args.policy, criticalFiles: [], schemas: [] }, io.cwd);
  if (!policy.ok) return policy;
  const entries = await snapshot.entries();
  if (!entries.ok) return entries;
  const services = servicesOf(policy.value, args.service);
  if (!services.ok) return services;
  return ok({
    opened,
    policy: withDeclared(policy.value, args.writes),
    paths: entries.value.map(({ path }) => path),
    commit: snapshot.id === '' ? null : snapshot.id,
    root,
    services: services.value,
  });
}

/** All services of the policy, or those that were named. */
function servicesOf({ services = [] }: Policy, named: readonly string[] | undefined): Result<Service[]> {
  if (named === undefined) return ok(services);
  const unknown = named.find((name) => !services.some((service) => service.name === name));
  if (unknown === undefined) return ok(services.filter(({ name }) => named.includes(name)));
  const names = services.map(({ name }) => name);
  return refuse(
    usage(
      `The policy says nothing under \`services\` about ${JSON.stringify(unknown)}.`,
      names.length === 0 ? 'It has no `services`.' : `It has: ${names.join(', ')}.`,
    ),
  );
}
