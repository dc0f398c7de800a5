import type { Problem } from '../model/problem.ts';
import { inert, plainLine } from '../reports/escape.ts';
import { paint } from '../reports/layout.ts';
import { plural, shortId } from '../reports/messages.ts';
import { labelled, type Page } from '../reports/page.ts';
import type { ReportOptions } from '../reports/report.ts';
import { fileSection } from '../reports/terminal-file.ts';
import type { CommandEnd, Deployment, Outcome, Told } from '../store/deployments.ts';
import type { ChangeSummary } from '../verdict/decision.ts';
import { MOST_COMPARED } from './compare.ts';
import { probedServices, vouchedFor } from './vouched.ts';
import { wordsOf } from './words.ts';

/** A deployment that has come to its end. `changes`: what differs by key in the places that findings are about. */
export type Reported = {
  deployment: Deployment;
  /** What could not be written down. */
  problems: readonly Problem[];
  changes: readonly ChangeSummary[];
  mapped: ReadonlySet<string>;
};

const TITLES: { readonly [outcome in Outcome]: string } = {
  good: 'GOOD',
  failed: 'FAILED; it had changed nothing critical',
  'rolled-back': 'ROLLED BACK',
  inconclusive: 'INCONCLUSIVE: the host needs somebody',
  'nothing-done': 'not run',
  forgotten: 'given up',
};
const MOST_SHOWN = 30;
const ORDER = ['error', 'warning', 'notice'] as const;

/** What a deployment did, for the terminal. */
export function deploymentText({ deployment, changes, mapped }: Reported, options: ReportOptions): string {
  const page = pageOf(options);
  const { style } = page;
  const { outcome, findings, ran } = deployment;
  const good = outcome === 'good';
  const title = outcome === null ? 'not finished' : TITLES[outcome];
  const sections = [
    [
      `${style.strong(plainLine(headOf(deployment)))}: ${(good ? style.green : style.red)(title)}`,
      ...(ran === null
        ? []
        : labelled(page, style.quiet, 'command', `${deployment.command} (${endText(ran)})`)),
    ],
  ];
  const byPath = new Map<string, Told[]>();
  for (const told of findings)
    if (told.path !== null) byPath.set(told.path, [...(byPath.get(told.path) ?? []), told]);
  const paths = [...byPath].sort(([, left], [, right]) => rankOf(left) - rankOf(right));
  const general = findings.filter(({ path }) => path === null);
  if (general.length > 0)
    sections.push(general.flatMap((told, index) => [...gap(index), ...toldLines(page, told, deployment)]));
  for (const [path, told] of paths.slice(0, MOST_SHOWN)) {
    const change = changes.find((one) => one.path === path);
    sections.push(placeSection(page, { path, told, change, mapped: mapped.has(path) }, deployment));
  }
  const more = paths.length - MOST_SHOWN;
  if (more > 0) sections.push([`… and ${plural(more, 'more place')}; --format json lists them all`]);
  sections.push(endLines(page, deployment));
  return sections
    .filter((section) => section.length > 0)
    .map((section) => `${inert(section.join('\n'))}\n`)
    .join('\n');
}

type Placed = { path: string; told: readonly Told[]; change: ChangeSummary | undefined; mapped: boolean };

function placeSection(page: Page, { path, told, change, mapped }: Placed, deployment: Deployment): string[] {
  const { style } = page;
  const service = told[0]?.service ?? undefined;
  const shown: ChangeSummary | undefined = change;
  const whole = fileSection(page, path, [], shown);
  const {
    path: name,
    status,
    rule,
    critical,
  } = shown ?? { path, status: undefined, rule: '', critical: true };
  const title =
    status === undefined
      ? [
          `${style.strong(plainLine(name))}${service === undefined ? '' : `  ${style.quiet(plainLine(`service ${service}`))}`}`,
        ]
      : fileSection(page, name, [], {
          path: name,
          status,
          rule,
          critical,
          ...(service === undefined ? {} : { service }),
        });
  const difference = shown === undefined ? [] : whole.slice(title.length);
  const words = told.flatMap((one, index) => [...gap(index), ...toldLines(page, one, deployment)]);
  const legend =
    difference.length === 0
      ? []
      : labelled(
          page,
          style.quiet,
          'compare',
          mapped
            ? '- what the commit has, + what the deployment left'
            : '- before, + what the deployment left',
        );
  return [...title, ...words, ...difference, ...legend];
}

function toldLines(page: Page, told: Told, deployment: Deployment): string[] {
  const { style } = page;
  const color = { error: style.red, warning: style.yellow, notice: style.blue }[told.severity];
  const { what, why, fix } = wordsOf(told, deployment);
  const say = (label: string, text: string) =>
    text.split('\n').flatMap((line, index) => labelled(page, style.quiet, index === 0 ? label : '', line));
  return [
    ...labelled(page, color, told.severity, what, style.strong),
    ...labelled(page, style.quiet, '', told.code, style.quiet),
    ...say('why', why),
    ...say('fix', fix),
  ];
}

/** What is left to know, and to do. */
function endLines(page: Page, deployment: Deployment): string[] {
  const { outcome, before, made, held, environment, commit, stage } = deployment;
  const lines: string[] = [];
  const say = (label: string, text: string) => lines.push(...labelled(page, page.style.quiet, label, text));
  if (before !== null) say('before', `snapshot ${before}`);
  if (made !== null && made !== before)
    say(
      'after',
      `snapshot ${made}${outcome === 'good' ? goodText(deployment) : ', what the deployment left'}`,
    );
  if (held) {
    say(
      'held',
      `${shortId(commit ?? '')} is not deployed to ${environment ?? 'this host'} again until somebody lifts that: holdfast deploy --lift-hold REASON …`,
    );
  }
  if (stage !== 'ended')
    say(
      'next',
      'Nothing else is deployed until this is finished: holdfast resume. Or leave the files as they stand: holdfast resume --discard.',
    );
  else if (outcome === 'inconclusive')
    say(
      'next',
      'One rollback was done, and no other is tried. Look at the services; what they printed is above.',
    );
  return lines;
}

/** Without the word of probes it is not known to be good, which a finding says. */
function goodText(deployment: Deployment): string {
  if (!vouchedFor(deployment)) return '';
  return `, known good: the probes of ${probedServices(deployment).join(', ')} passed`;
}

function headOf({ id, commit, environment }: Deployment): string {
  const what = commit === null ? '' : ` of ${shortId(commit)}`;
  return `Deployment ${id}${what}${environment === null ? '' : ` to ${environment}`}`;
}

export function endText({ code, signal, timedOut, cancelled, failed, ms }: CommandEnd): string {
  const how =
    cancelled !== null
      ? `stopped: ${cancelled}`
      : timedOut
        ? 'stopped: it took too long'
        : failed !== null
          ? `not started: ${failed}`
          : signal !== null
            ? `ended by ${signal}`
            : `ended with code ${code}`;
  return `${how} after ${(ms / 1000).toFixed(1)} s`;
}

function rankOf(told: readonly Told[]): number {
  return Math.min(...told.map(({ severity }) => ORDER.indexOf(severity)));
}

function gap(index: number): string[] {
  return index === 0 ? [] : [''];
}

/** The sections of files are those of a decision; only their width and style matter here. */
export function pageOf({ width, color }: ReportOptions): Page {
  return {
    width: Math.max(40, width ?? 80),
    style: paint(color),
    decision: {
      version: 1,
      verdict: 'pass',
      base: '',
      head: '',
      policy: '',
      failOn: 'error',
      warnOnly: false,
      counts: { errors: 0, warnings: 0, notices: 0, changed: 0, critical: 0 },
      findings: [],
      changes: [],
      notLookedAt: [],
    },
  };
}

/** Places whose difference is worth reading, at most as many as are compared. What is missing differs in everything. */
export function worthComparing(findings: readonly Told[]): Set<string> {
  const paths = findings.flatMap(({ code, path, severity }) =>
    path === null || severity === 'notice' || code === 'left-missing' ? [] : [path],
  );
  return new Set([...new Set(paths)].slice(0, MOST_COMPARED));
}
