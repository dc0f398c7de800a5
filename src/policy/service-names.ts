import type { Probe, ServiceCommand } from './service.ts';

/** A probe as people name it: `http://127.0.0.1:8080/healthz`, `tcp 127.0.0.1:5432`, `./bin/smoke auth`. */
export function probeName(probe: Probe): string {
  if (probe.kind === 'http') return probe.url;
  if (probe.kind === 'command') return commandName(probe.command);
  return `tcp ${probe.host.includes(':') ? `[${probe.host}]` : probe.host}:${probe.port}`;
}

/** A command as one line. */
export function commandName(command: ServiceCommand): string {
  return typeof command === 'string' ? command : command.join(' ');
}
