import type { SchemaSource } from '../schemas/source.ts';
import type { Policy } from './policy.ts';

type Fault = { fault: string; hint: string };

/**
 * What a schema's name in a policy or an input stands for.
 * @param remote only a URL will do, because a sha256 was given with it.
 */
export function schemaFault(
  name: string,
  sha256: string | undefined,
  remote = sha256 !== undefined,
): { source: SchemaSource } | Fault {
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256)) {
    return {
      fault: 'has a sha256 that is not 64 hexadecimal digits',
      hint: 'Take it from `sha256sum FILE`.',
    };
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) return remoteSource(name, sha256);
  if (remote) {
    return {
      fault: 'has a sha256 but no https URL',
      hint: 'Write a local path alone; it is read from the base commit.',
    };
  }
  const path = name.replace(/^(\.\/)+/, '');
  if (
    path.startsWith('/') ||
    path.includes('\\') ||
    path.split('/').some((part) => part === '..' || part === '')
  ) {
    return {
      fault: 'is not a path inside the repository',
      hint: 'Write the path from the root: `schemas/app.schema.json`.',
    };
  }
  return { source: { kind: 'path', path } };
}

function remoteSource(name: string, sha256: string | undefined): { source: SchemaSource } | Fault {
  const url = URL.canParse(name) ? new URL(name) : undefined;
  if (url === undefined)
    return { fault: 'is not a valid URL', hint: 'Write a complete https URL, or a path from the root.' };
  if (url.protocol !== 'https:') {
    return {
      fault: `uses ${url.protocol}//`,
      hint: 'Write an https URL, or keep a copy of the schema in the repository.',
    };
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    return {
      fault: 'has a user name, a password or a fragment',
      hint: 'Write the plain URL of the whole schema.',
    };
  }
  return {
    source: { kind: 'url', url: name, ...(sha256 === undefined ? {} : { sha256: sha256.toLowerCase() }) },
  };
}

/** The rule whose schema may be fetched from nowhere: a URL without sha256 whose host is not listed. */
export function unpinnedSchema(policy: Policy): { rule: string; host: string } | undefined {
  for (const rule of [...policy.critical, ...policy.schemas]) {
    if (rule.schema?.kind !== 'url' || rule.schema.sha256 !== undefined) continue;
    const { host } = new URL(rule.schema.url);
    if (!policy.schemaHosts.includes(host)) return { rule: rule.id, host };
  }
  return undefined;
}
