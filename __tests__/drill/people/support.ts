// biome-ignore-all lint/suspicious/noExplicitAny: GitHub's JSON is checked against its OpenAPI description instead.
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Rig } from '../../rig/github.ts';

/** Somebody for whom a cause can be sealed. */
export async function keyPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Asks the rig's API as somebody with a token. */
export async function ask(
  rig: Rig,
  token: string,
  method: string,
  path: string,
  body?: object,
): Promise<any> {
  const response = await fetch(`${rig.apiUrl}/repos/${rig.repository}${path}`, {
    method,
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}
