import type { Problem } from '../model/problem.ts';
import type { Service } from '../policy/service.ts';
import { probeName } from '../policy/service-names.ts';
import type { Health } from '../services/health.ts';
import { seconds } from '../services/seconds.ts';
import { columns } from './table.ts';

/** Lines of a command's output that are shown. */
const MOST_LINES = 10;

/**
 * How services are, a line for each.
 * @param unknown names of services of which the policy says nothing
 */
export function healthText(
  services: readonly Service[],
  healths: readonly Health[],
  unknown: readonly string[],
): string {
  const known = healths.map((health) => [health.service, stateText(health, services)]);
  const others = unknown.map((name) => [name, 'not under services in the policy: reload it yourself']);
  return `${columns(['service', 'how it is'], [...known, ...others]).join('\n')}\n`;
}

function stateText(health: Health, services: readonly Service[]): string {
  switch (health.state) {
    case 'healthy': {
      const began = health.last === undefined ? '' : `; at first: ${health.last.reason}`;
      return `healthy after ${seconds(health.ms)}${began}`;
    }
    case 'unprobed':
      return services.find(({ name }) => name === health.service)?.reload === undefined
        ? 'neither reloaded nor probed: the policy does not say how'
        : 'reloaded; the policy names no probe that says whether it is well';
    case 'cancelled':
      return 'not known: the run was cancelled';
    case 'unhealthy':
      return `NOT HEALTHY after ${seconds(health.ms)}`;
  }
}

/** What is wrong with a service; `undefined` when nothing is. */
export function healthProblem(health: Health): Problem | undefined {
  const { service } = health;
  if (health.state === 'cancelled') {
    return {
      code: 'service-not-judged',
      message: `Nobody knows how ${service} is: the run was cancelled before it was known.`,
      hint: 'See whether it has read its configuration, and whether it is well.',
    };
  }
  if (health.state !== 'unhealthy') return undefined;
  if (health.step !== 'probes') {
    const checked = health.step === 'check';
    return {
      code: checked ? 'service-check-failed' : 'service-reload-failed',
      message: `The ${health.step} of ${service} failed: ${health.reason}.${outputText(health.output)}`,
      hint: checked
        ? 'It was not reloaded and runs on with what it had read before. Correct its files, or restore others.'
        : 'It may have stopped, or run on with what it had read before. See its log.',
    };
  }
  const { last, reason } = health;
  const probe =
    last === undefined
      ? ''
      : ` ${probeName(last.probe)} failed last: ${last.reason}.${outputText(last.output)}`;
  return {
    code: 'service-unhealthy',
    message: `${service} is not healthy: ${reason}.${probe}`,
    hint: 'See its log. When the files are not the reason, look at what it depends on.',
  };
}

/** The end of what a command printed, in one line. */
function outputText(output: string | undefined): string {
  const lines = (output ?? '').split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return lines.length === 0 ? '' : ` It printed: ${lines.slice(-MOST_LINES).join(' · ')}`;
}
