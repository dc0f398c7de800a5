import { isObject } from '../model/json.ts';
import { child } from '../model/pointer.ts';
import { nearestName } from '../schemas/nearest.ts';
import { type Fault, keyName, list, mapping, type Read, tell, text, wrongType } from './fields.ts';
import type { Policy } from './policy.ts';
import type { Probe, Service, ServiceCommand } from './service.ts';
import { criticalGlobs } from './values.ts';

const HOUR = 3_600_000;
const UNITS = { ms: 1, s: 1000, m: 60_000 };

/** `500ms`, `30s`, `5m`: gives milliseconds, from `least` up to an hour. */
function duration(least = 0): Read<number> {
  return (input) => {
    const hint = 'Write it as `500ms`, `30s` or `5m`.';
    if (typeof input.value !== 'string') return wrongType(input, 'a duration', hint);
    const [, digits, unit] = /^(0|[1-9][0-9]{0,6})(ms|s|m)$/.exec(input.value) ?? [];
    if (digits === undefined)
      return tell(input, 'policy-type', `${keyName(input.key)} is not a duration.`, hint);
    const ms = Number(digits) * UNITS[unit as keyof typeof UNITS];
    if (ms >= least && ms <= HOUR) return ms;
    const range = `Write a duration from ${least}ms to 60m.`;
    return tell(
      input,
      'policy-service',
      `${keyName(input.key)} is too ${ms < least ? 'short' : 'long'}.`,
      range,
    );
  };
}

function whole(least: number, most: number, hint: string): Read<number> {
  return (input) => {
    const { value } = input;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    return wrongType(input, `a whole number from ${least} to ${most}`, hint);
  };
}

const status: Read<number[]> = (input) => {
  const one = whole(100, 599, 'Write status codes of HTTP: `200`, or `[200, 204]`.');
  if (Array.isArray(input.value)) return list(one, '`[200, 204]`')(input);
  const value = one(input);
  return value === undefined ? undefined : [value];
};

const command: Read<ServiceCommand> = (input) =>
  Array.isArray(input.value) ? list(text, '`[nginx, -t]`')(input) : text(input);

const httpUrl: Read<string> = (input) => {
  const value = text(input);
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const fault =
    url === undefined || !/^https?:\/\//i.test(value)
      ? 'is no http or https URL'
      : url.username !== '' || url.password !== ''
        ? 'has a user name or a password'
        : url.hash !== ''
          ? 'has a fragment, which is never sent'
          : undefined;
  if (fault === undefined) return value;
  const hint = 'Write a plain URL that answers without credentials: `http://127.0.0.1:8080/healthz`.';
  return tell(input, 'policy-service', `${keyName(input.key)} ${fault}.`, hint);
};

const TCP = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9_.-]+)):([0-9]{1,5})$/;

const address: Read<{ host: string; port: number }> = (input) => {
  const value = text(input);
  if (value === undefined) return undefined;
  const [, ipv6, name, digits] = TCP.exec(value) ?? [];
  const port = Number(digits);
  const host = ipv6 ?? name;
  if (host !== undefined && port >= 1 && port <= 65_535) return { host, port };
  return tell(
    input,
    'policy-service',
    `${keyName(input.key)} is not a host and a port.`,
    'Write `127.0.0.1:5432`, `db.internal:5432` or `"[::1]:5432"`.',
  );
};

const TIMEOUT = duration(1);
const DEFAULT_TIMEOUT = 5_000;

const readHttp = mapping({ http: httpUrl, status, body: text, within: duration(1), timeout: TIMEOUT });
const readTcp = mapping({ tcp: address, timeout: TIMEOUT });
const readCommand = mapping({ command, timeout: TIMEOUT });

const probe: Read<Probe> = (input) => {
  const { value } = input;
  const kinds = isObject(value)
    ? ['http', 'tcp', 'command'].filter((kind) => Object.hasOwn(value, kind))
    : [];
  if (kinds.length !== 1) {
    return wrongType(
      input,
      'a probe, a mapping with one of `http`, `tcp` and `command`,',
      'Write `http: http://127.0.0.1:8080/healthz`, `tcp: 127.0.0.1:5432` or `command: ./bin/smoke`.',
    );
  }
  if (kinds[0] === 'http') {
    const { http: url, timeout = DEFAULT_TIMEOUT, ...rest } = readHttp(input) ?? {};
    return url === undefined ? undefined : { kind: 'http', url, timeout, ...rest };
  }
  if (kinds[0] === 'tcp') {
    const { tcp, timeout = DEFAULT_TIMEOUT } = readTcp(input) ?? {};
    return tcp === undefined ? undefined : { kind: 'tcp', ...tcp, timeout };
  }
  const { command: run, timeout = DEFAULT_TIMEOUT } = readCommand(input) ?? {};
  return run === undefined ? undefined : { kind: 'command', command: run, timeout };
};

const probes: Read<Probe[]> = (input) => {
  if (Array.isArray(input.value)) return list(probe, '`- http: http://127.0.0.1:8080/healthz`')(input);
  const one = probe(input);
  return one === undefined ? undefined : [one];
};

const rotating: Read<string[] | true> = (input) => {
  if (typeof input.value !== 'boolean') return criticalGlobs(input);
  if (input.value) return true;
  return wrongType(input, '`true`, a glob or a list of globs', 'Leave the key out where no file rotates.');
};

const SERVICE = {
  probe: probes,
  check: command,
  reload: command,
  grace: duration(),
  passes: whole(1, 100, 'Write how often in a row the probes have to pass, such as `3`.'),
  every: duration(100),
  soak: duration(),
  rotating,
};
const readService = mapping(SERVICE);

/** The mapping below `services:`, sorted by name. */
export const services: Read<Service[]> = (input) => {
  const { value } = input;
  const example = 'Write the name of a service, and below it `probe`, `check` or `reload`.';
  if (!isObject(value)) return wrongType(input, 'a mapping', example);
  const names = Object.keys(value).sort();
  if (names.length === 0) {
    return tell(
      input,
      'policy-type',
      `${keyName(input.key)} is an empty mapping.`,
      `${example} Or remove it.`,
    );
  }
  return names.flatMap((name) => {
    const at = { ...input, value: value[name]!, key: child(input.key, name) };
    const read = readService(at);
    if (isObject(at.value) && Object.keys(at.value).length === 0) {
      tell(at, 'policy-type', `${keyName(at.key)} says nothing about the service.`, example);
    }
    return read === undefined ? [] : [toService(name, read)];
  });
};

function toService(name: string, read: NonNullable<ReturnType<typeof readService>>): Service {
  return {
    name,
    probes: read.probe ?? [],
    grace: read.grace ?? 30_000,
    passes: read.passes ?? 3,
    every: read.every ?? 1_000,
    soak: read.soak ?? 30_000,
    rotating: read.rotating ?? [],
    ...(read.check !== undefined && { check: read.check }),
    ...(read.reload !== undefined && { reload: read.reload }),
  };
}

/** What is said of a service that reads no critical file would never be used. */
export function unknownServices({ critical, services: named = [] }: Policy): Fault[] {
  const known = [...new Set(critical.flatMap(({ service }) => service ?? []))];
  return named
    .filter(({ name }) => !known.includes(name))
    .map(({ name }): Fault => {
      const meant = nearestName(name, known);
      const others = known.length > 0 ? ` Services of the rules: ${known.join(', ')}.` : '';
      return {
        code: 'policy-service',
        key: child('/services', name),
        part: 'key',
        message: `${keyName(child('/services', name))} is about a service that no rule under \`critical\` names.`,
        hint:
          meant === undefined
            ? `Add \`service: ${name}\` to the rule of its files.${others}`
            : `Write \`${meant}\`.${others}`,
      };
    });
}
