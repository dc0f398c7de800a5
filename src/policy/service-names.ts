import type { Probe, ServiceCommand } from './service.ts';

/**
 * A probe as reports name it: `http://127.0.0.1:8080/healthz`, `tcp 127.0.0.1:5432`, `./bin/smoke …`. The query of a URL
 * and the arguments of a command may hold what is not to be shown.
 */
export function probeName(probe: Probe): string {
  if (probe.kind === 'http') return probe.url.replace(/\?.*$/s, '?…');
  if (probe.kind === 'tcp')
    return `tcp ${probe.host.includes(':') ? `[${probe.host}]` : probe.host}:${probe.port}`;
  const { command } = probe;
  const [program = ''] = typeof command === 'string' ? command.trim().split(/\s+/) : command;
  if (/^\w+=/.test(program)) return 'a command';
  return program === commandName(command).trim() ? program : `${program} …`;
}

/** A command as one line. */
export function commandName(command: ServiceCommand): string {
  return typeof command === 'string' ? command : command.join(' ');
}
