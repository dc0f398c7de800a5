import type { Service, ServiceCommand } from '../policy/service.ts';
import { inert, plainLine } from '../reports/escape.ts';
import { plural, shortId } from '../reports/messages.ts';
import { labelled } from '../reports/page.ts';
import type { ReportOptions } from '../reports/report.ts';
import { jsonText } from '../reports/snapshots.ts';
import { seconds } from '../services/seconds.ts';
import type { Deployment } from '../store/deployments.ts';
import { pageOf } from './report.ts';

/** What a deployment would do, without anything of it being done. */
export type DeployPlan = {
  command: string;
  commit: string | null;
  environment: string | null;
  /** Where the policy was read. */
  policy: string;
  /** What would be kept before, and looked at after. */
  places: { path: string; service: string | null }[];
  /** What could not be kept: the deployment would be refused. */
  unsaved: { path: string; detail: string }[];
  /** Places that may become what the commit has. */
  mapped: string[];
  writes: string[];
  services: Service[];
  /** The deployment whose hold would keep the command from running. */
  hold: Pick<Deployment, 'id' | 'at'> | null;
  unfinished: string[];
  /** What the policy names that is no file of a host, and is not looked at. */
  elsewhere: string[];
};

const MOST_LISTED = 20;

/** The plan for the terminal. */
export function planText(plan: DeployPlan, options: ReportOptions): string {
  const page = pageOf(options);
  const { style } = page;
  const lines: string[] = [style.strong('Nothing is run (--plan).'), ''];
  const say = (label: string, text: string) => lines.push(...labelled(page, style.quiet, label, text));
  const list = (label: string, texts: readonly string[]) => {
    for (const [index, text] of texts.slice(0, MOST_LISTED).entries()) say(index === 0 ? label : '', text);
    if (texts.length > MOST_LISTED)
      say('', `… and ${texts.length - MOST_LISTED} more; --format json lists them all`);
  };
  say('command', plan.command);
  const { commit, environment, policy } = plan;
  say(
    'of',
    [
      commit === null ? 'no commit' : `commit ${shortId(commit)}`,
      environment === null ? 'no environment' : `to ${environment}`,
      `policy ${policy}`,
    ].join(' · '),
  );
  const kept = plan.places.map(({ path, service }) => `${path}${service === null ? '' : ` (${service})`}`);
  say('kept', `${plural(kept.length, 'file')} before the command, and compared after it`);
  list('', kept);
  list(
    'refused',
    plan.unsaved.map(({ path, detail }) => `${path}: ${detail}; a deployment would be refused`),
  );
  if (plan.writes.length > 0) list('allowed', plan.writes);
  if (plan.mapped.length > 0)
    list(
      'commit',
      plan.mapped.map((path) => `${path}, what the commit has`),
    );
  else if (plan.writes.length === 0) say('allowed', 'nothing of that: neither a commit nor --writes says so');
  for (const service of plan.services) say('service', serviceText(service));
  if (plan.services.length === 0)
    say('service', 'none is asked: the policy has no `services`, and nothing will be known to be good');
  if (plan.hold !== null)
    say(
      'held',
      `since deployment ${plan.hold.id} (${plan.hold.at.slice(0, 16)}Z): the command would not be run without --lift-hold REASON`,
    );
  list(
    'pending',
    plan.unfinished.map((id) => `deployment ${id}, which would be finished or rolled back first`),
  );
  list(
    'unseen',
    plan.elsewhere.map((glob) => `${glob} is no file of a host`),
  );
  return inert(`${lines.join('\n')}\n`);
}

export function planJson({ services, ...plan }: DeployPlan): string {
  return jsonText({ version: 1, ...plan, services: services.map(({ name }) => name) });
}

function serviceText({ name, check, reload, probes, grace, passes, soak, rotating }: Service): string {
  const steps = [
    ...(check === undefined ? [] : [`check \`${commandText(check)}\``]),
    ...(reload === undefined ? [] : [`reload \`${commandText(reload)}\``]),
    probes.length === 0
      ? 'no probe'
      : `${plural(probes.length, 'probe')}, ${passes} times in a row within ${seconds(grace)}, then for ${seconds(soak)}`,
    ...(rotating === true
      ? ['all of its files rotate']
      : rotating.length > 0
        ? [`rotating: ${rotating.join(', ')}`]
        : []),
  ];
  return plainLine(`${name}: ${steps.join('; ')}`);
}

function commandText(command: ServiceCommand): string {
  return typeof command === 'string' ? command : command.join(' ');
}
