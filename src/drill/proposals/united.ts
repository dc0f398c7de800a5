import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import { child, type Pointer } from '../../model/pointer.ts';
import type { Trial } from '../drilled.ts';
import type { Proposal } from './proposal.ts';

/**
 * The trials with patches that can be merged one after the other. A merge patch replaces lists, so that of two which
 * each demand a key of the same object the second would take back the first: each demands the keys of all.
 */
export function united(trials: readonly Trial[]): Trial[] {
  const all = new Map<string, Json[]>();
  const add = (at: string, names: readonly Json[]) => {
    const known = [...new Set([...(all.get(at) ?? []), ...names])];
    all.set(at, known);
    return known;
  };
  for (const trial of trials) withDemands(trial, add);
  return trials.map((trial) => withDemands(trial, add));
}

type Demands = (at: string, names: readonly Json[]) => Json[];

function withDemands(trial: Trial, demands: Demands): Trial {
  const proposals = trial.proposals.map((one): Proposal => {
    if (one.kind !== 'schema') return one;
    const patch = below(one.patch, '', (at, names) => demands(`${one.path} ${at}`, names));
    return { ...one, patch: patch as JsonObject };
  });
  return { ...trial, proposals };
}

function below(patch: Json, at: Pointer, demands: Demands): Json {
  if (!isObject(patch)) return patch;
  return Object.fromEntries(
    Object.entries(patch).map(([name, part]) =>
      name === 'required' && Array.isArray(part)
        ? [name, demands(at, part)]
        : [name, below(part, child(at, name), demands)],
    ),
  );
}
