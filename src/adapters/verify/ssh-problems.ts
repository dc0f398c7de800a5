import type { Problem } from '../../model/problem.ts';

type Ending = { failed: string } | { code: number | null; signal: string | null; stderr: string };

/** What ssh's own words mean. The first that fits counts. */
const CAUSES: { pattern: RegExp; code: string; message: string; hint: string }[] = [
  {
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED/,
    code: 'ssh-host-key',
    message: 'The key of the host is not the one that is known.',
    hint: 'It is another machine, or somebody is in between. Find out which before you trust it.',
  },
  {
    pattern: /Host key verification failed/,
    code: 'ssh-host-key',
    message: 'The key of the host is not known.',
    hint: 'Add it to known_hosts from a source that you trust, such as the console of the host; do not turn the check off.',
  },
  {
    pattern: /Permission denied|Too many authentication failures/,
    code: 'ssh-denied',
    message: 'The host does not let this user in.',
    hint: 'Check the user and the key. Nobody is asked for a password; `--ssh ssh` lets your own command ask.',
  },
  {
    pattern: /Could not resolve|Connection refused|timed out|No route to host|Network is unreachable/i,
    code: 'ssh-unreachable',
    message: 'The host cannot be reached.',
    hint: 'Check its name, the port and the network; a port is given by `--ssh "ssh -p 2222"`.',
  },
];

/** The connection ended before everything was answered. */
export function noAnswer(ending: Ending): Problem {
  if ('failed' in ending) {
    return {
      code: 'ssh-not-started',
      message: `The ssh command could not be started: ${ending.failed}.`,
      hint: 'Install an ssh client, or name your own command with --ssh.',
    };
  }
  const { code, signal, stderr } = ending;
  const cause = CAUSES.find(({ pattern }) => pattern.test(stderr));
  const words = lastLine(stderr);
  const said = words === '' ? '' : ` It said: ${words}`;
  if (cause !== undefined) return { ...cause, message: `${cause.message}${said}` };
  if (code === 127) {
    return {
      code: 'ssh-no-shell',
      message: `The host has no \`sh\` or no \`dd\`, or the ssh command was not found.${said}`,
      hint: 'Holdfast needs a POSIX shell on the host; run holdfast verify on the host itself.',
    };
  }
  const how = signal === null ? `with code ${code}` : `by ${signal}`;
  return {
    code: 'ssh-broken',
    message: `The connection ended ${how} before everything was answered.${said}`,
    hint: 'Nothing was judged. Try the ssh command by hand, and run it again.',
  };
}

export function silent(patience: number): Problem {
  return {
    code: 'ssh-timeout',
    message: `The host has sent nothing for ${patience / 1000} s.`,
    hint: 'Nothing was judged. Check the network and the load of the host; --timeout SECONDS waits longer.',
  };
}

export function tooMuch(): Problem {
  return {
    code: 'ssh-output',
    message: 'The host sends what is no answer.',
    hint: 'Nothing was judged. See what a login prints, and whether the ssh command runs what it is given.',
  };
}

export function toolMissing(tool: string): Problem {
  return {
    code: 'ssh-tool-missing',
    message: `The host has no ${tool}.`,
    hint: 'Nothing was judged. Install coreutils or BusyBox there, or run holdfast verify on the host itself.',
  };
}

function lastLine(stderr: string): string {
  return stderr.trim().split('\n').at(-1)!.trim().slice(0, 300);
}
