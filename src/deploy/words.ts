import type { Message } from '../checks/check.ts';
import { pastedWord } from '../checks/words.ts';
import { escapeGlob } from '../policy/globs.ts';
import { plural } from '../reports/messages.ts';
import type { Deployment, Told } from '../store/deployments.ts';

type Words = (told: Told, deployment: Deployment) => Message;

/** Only what is true: something may have stood in the way. */
function restored({ path }: Told, { outcome, findings }: Deployment): string {
  const failed = findings.some(
    (one) => one.code === 'not-put-back' && (one.path === null || one.path === path),
  );
  const done = outcome === 'rolled-back' || outcome === 'inconclusive';
  return done && !failed ? 'It was put back as it was before the deployment. ' : '';
}

/** A fact about a deployment in plain words: what happened, why it matters, what to do. Nothing is escaped. */
export function wordsOf(told: Told, deployment: Deployment): Message {
  const prefix = 'after-rollback-';
  const after = told.code.startsWith(prefix);
  const words = WORDS[after ? told.code.slice(prefix.length) : told.code] ?? unknown;
  const { what, why, fix } = words(told, deployment);
  if (!after) return { what, why, fix };
  return {
    what: `After everything was put back: ${what}`,
    why: 'What failed is not what the deployment did to the files, or putting them back was not enough. It is not tried again: a second time would find the same.',
    fix: `Look at the service now. ${fix}`,
  };
}

const VERBS: { readonly [status: string]: string } = {
  added: 'was added',
  removed: 'was removed',
  modified: 'was changed',
  retyped: 'was replaced by something of another type',
  permissions: 'got another mode or owner',
};

const REPLACED: { readonly [reason: string]: string } = {
  directory: 'was replaced by a directory',
  'not-a-file': 'was replaced by a pipe, a socket or a device',
  'behind-link': 'is behind a link now: nothing of it can be seen',
};

const WORDS: { readonly [code: string]: Words } = {
  'write-undeclared': (told, deployment) => ({
    what: `${told.path} ${verb(told.args)}${permissions(told.args)}, and the deployment may not write it.`,
    why:
      deployment.writes.length > 0
        ? 'What a deployment writes beside its plan is how a good configuration is lost without anybody having meant it.'
        : deployment.commit === null
          ? 'Neither a commit nor --writes says that anything critical may change.'
          : 'The commit does not say what belongs there, and nothing was declared.',
    fix: `${restored(told, deployment)}If it was meant, declare it: --writes ${pastedWord(escapeGlob(told.path ?? ''))}. If not, see which step of the command writes there.`,
  }),
  'write-unintended': (told, deployment) => ({
    what: told.args.inCommit
      ? `${told.path} ${verb(told.args)}, and is not what the commit ${short(deployment.commit)} has.`
      : `${told.path} ${verb(told.args)}, and the commit ${short(deployment.commit)} has no such file.`,
    why: 'What was deployed is not what was reviewed: a file of another environment, of another commit, or one that was made up on the way.',
    fix: `${restored(told, deployment)}See where the command takes it from. If something fills it in on the way, the policy should name its place under \`files\` instead of mapping it with \`live\`.`,
  }),
  'permissions-changed': (told, deployment) => ({
    what: `${told.path} has another mode or owner: ${told.args.was} before, ${told.args.is} now.`,
    why: 'A service that can no longer read its configuration fails at its next start; one that everybody can read may hold secrets.',
    fix: `${restored(told, deployment)}Let the command keep mode and owner (install -m, cp --preserve), or declare it: --writes ${pastedWord(escapeGlob(told.path ?? ''))}.`,
  }),
  'file-unread': ({ path, args }) => ({
    what: `${path} cannot be looked at any more (${[args.reason, args.detail].filter(Boolean).join(': ')}).`,
    why: 'Nobody knows what stands there, and what is not known is not let through.',
    fix: 'See its rights, and what writes to it all the time.',
  }),
  'left-behind': ({ path }, { commit }) => ({
    what: `${path} is not what the commit ${short(commit)} has, and the deployment did not touch it.`,
    why: 'It differed before: the host has drifted, or the deployment does not carry this file.',
    fix: 'Deploy the file, or commit what stands on the host. Nothing is rolled back for it.',
  }),
  'left-missing': (told, { commit }) =>
    told.path === null ? nothingThere(told, commit) : missing(told.path, commit),
  'rotating-changed': ({ path, args }) => ({
    what: `${path} ${verb(args)}. It rotates, so that this is no violation.`,
    why: 'Putting an old credential back would be an outage of its own.',
    fix: 'It was left as it is.',
  }),
  'write-late': ({ path }) => ({
    what: `${path} changed again after the command had ended and while the services were watched.`,
    why: 'The command has left something running that still writes, or somebody else is at work: what was judged is not what stands there.',
    fix: 'Let the command wait for what it starts, and do not change files while a deployment runs.',
  }),
  'command-failed': ({ args }) => ended(`The command ended with code ${args.code}.`),
  'command-killed': ({ args }) => ended(`The command was ended by ${args.signal}.`),
  'command-not-started': ({ args }) => ended(`The command could not be started (${args.error}).`),
  'command-timeout': ({ args }) => ({
    what: `The command took too long: after ${args.seconds} s it was stopped, with all that it had started.`,
    why: 'What it was doing is half done.',
    fix: 'See the end of its output for what it waited for; --timeout gives it more time.',
  }),
  cancelled: ({ args }) => ({
    what: `The deployment was cancelled (${args.signal}).`,
    why: 'What it was doing is half done, or was not watched to the end.',
    fix: 'Deploy again when the reason for the cancellation is gone.',
  }),
  interrupted: ({ args }) => ({
    what: `The deployment was interrupted while it was ${args.stage}: its process was killed, the machine stopped, or not everything could be put back at once.`,
    why: 'How far the command came is not known, and nothing was verified.',
    fix: 'What it had left running was ended. Deploy again when the reason is gone.',
  }),
  'service-unhealthy': ({ service, args }) => ({
    what: `The service ${service} is not well: ${args.reason}.`,
    why: CONSEQUENCES[String(args.step)] ?? 'The configuration that was deployed does not work.',
    fix: args.output ? `It printed: ${args.output}` : 'Look into the log of the service.',
  }),
  'service-cancelled': ({ service }) => ({
    what: `The service ${service} was not watched to the end.`,
    why: 'Whether it is well is not known, and what is not known is not let through.',
    fix: 'Deploy again when the reason for the cancellation is gone.',
  }),
  'not-vouched-for': ({ args }) => ({
    what: args.probes
      ? `Nothing probes ${listed(args.services)}, or none of its files is here, so that this state is not known to be good.`
      : 'No probe has looked at the services, so that this state is not known to be good.',
    why: 'That a command ended without an error does not mean that what it deployed works; `restore --known-good` uses only what is known.',
    fix: 'Add a `probe` to the service in the policy; or look yourself, then: holdfast backup mark latest --good.',
  }),
  'not-judged': ({ args }) => ({
    what: `What the deployment did could not be judged: ${args.message}`,
    why: 'What is not known is not let through.',
    fix: String(args.hint),
  }),
  'owner-not-set': ({ path }) => ({
    what: `${path} has its content back, but belongs to the user who ran this.`,
    why: 'Another owner cannot be set without more rights; whoever should read it may not be able to.',
    fix: 'Set owner and group with chown, or run deployments as a user who may.',
  }),
  'not-put-back': ({ path, args }) => ({
    what: `${path === null ? 'Not everything' : `${path} was not put back, and not everything`} is as it was before: ${args.message}`,
    why: 'The host may hold a part of a deployment that failed.',
    fix: `Take away what stands in the way, then: holdfast resume. (${args.hint})`,
  }),
};

const CONSEQUENCES: { readonly [step: string]: string } = {
  check: 'It would refuse this configuration at its next start.',
  reload: 'It may still run with the old configuration, or no longer at all.',
  probes: 'It runs, and does not do what it should.',
};

function missing(path: string, commit: string | null): Message {
  return {
    what: `${path} is in the commit ${short(commit)}, and not on this host: neither before the deployment nor after it.`,
    why: 'If it belongs here, a service that reads it runs without what was reviewed, or with its own defaults.',
    fix: 'Ask first whether it belongs on this host, and to this environment. If so, let the command bring it. If not, do not: `--environment` with `environments` in the policy tells the files of others apart, and what no host needs can be left out of `files`. Nothing is rolled back for it.',
  };
}

function nothingThere({ service, args }: Told, commit: string | null): Message {
  const whose = service === null ? 'that belongs to no service' : `of ${service}`;
  const count = Number(args.files);
  return {
    what: `Nothing ${whose} is on this host: ${plural(count, 'file')} of the commit ${short(commit)} ${count === 1 ? 'is' : 'are'} missing, before the deployment and after it.`,
    why: 'A host that does not have this role needs none of it; one that has it runs without its configuration.',
    fix: 'Ask whether this host should have it. If so, let the command bring it; if not, nothing is to be done. Nothing is rolled back for it.',
  };
}

function ended(what: string): Message {
  return {
    what,
    why: 'A deployment that failed has done a part of its work, and nobody knows which.',
    fix: 'See the end of its output, and deploy again when the reason is gone.',
  };
}

function unknown({ code, args }: Told): Message {
  return {
    what: `${code}: ${JSON.stringify(args)}`,
    why: 'This version of Holdfast has no words for it.',
    fix: 'Read it with the version of Holdfast that wrote it.',
  };
}

function verb({ status, now }: Told['args']): string {
  return REPLACED[String(now)] ?? VERBS[String(status)] ?? 'was changed';
}

function permissions({ was, is }: Told['args']): string {
  return was === undefined ? '' : ` (mode and owner ${was} → ${is})`;
}

function short(commit: string | null): string {
  return (commit ?? '').slice(0, 12);
}

function listed(names: unknown): string {
  const list = Array.isArray(names) ? names : [];
  return list.length === 0
    ? 'the files without a service'
    : `the service${list.length > 1 ? 's' : ''} ${list.join(', ')}`;
}
