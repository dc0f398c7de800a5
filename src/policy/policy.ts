import type { RuleText } from '../cel/rule.ts';
import type { FormatId } from '../documents/document.ts';
import type { Path } from '../model/path.ts';
import type { SchemaSource } from '../schemas/source.ts';
import type { BackupPolicy } from './recipients.ts';
import type { Service } from './service.ts';

/** One entry of `rules:`: what has to hold after every change, in CEL. */
export type ValueRule = RuleText & {
  /** Where it stands in the policy: `critical[0].rules[1]`. */
  id: string;
  /** Key pattern of the values that it judges, each on its own; the whole document when it is left out. */
  key?: string;
  /** `error` when it is left out. */
  severity?: 'error' | 'warning' | 'notice';
};

/** Values that a key may not have: texts are globs, `null` is nothing but itself. */
export type Forbidden = { key: string; values: (string | number | boolean | null)[] };

/** How severe findings about a key are; `off` leaves them out. */
export type KeySeverity = { key: string; severity: 'error' | 'warning' | 'notice' | 'off' };

/** One entry of `critical:` or `schemas:`. */
export type Rule = {
  /** Where it stands in the policy: `critical[0]`, `schemas[2]`. */
  id: string;
  /**
   * Globs (picomatch, `dot: true`); a leading `!` excludes. Those of a critical rule may name places outside of the
   * checkout: `/etc/auth/*.yml`, `vault:secret/auth/**`.
   */
  files: string[];
  /** Where the files of the checkout are on hosts: `/etc/auth` for what is below the directory of the glob. */
  live?: string[];
  service?: string;
  format?: FormatId;
  schema?: SchemaSource;
  /** Key patterns (see `policy/keys.ts`): may not be removed, emptied or retyped. */
  protect: string[];
  /** Key patterns: may not change at all. */
  freeze: string[];
  /** Key patterns whose values are never shown, besides the names that are always masked. */
  sensitive: string[];
  /** For lists of objects: key pattern of the list -> the key that identifies its items. */
  identity: Record<string, string>;
  /** Key patterns, and what their values may not be. */
  forbid?: Forbidden[];
  /** Key patterns in their order: the first that names a key or what is above it holds. */
  severity?: KeySeverity[];
  /** Who may acknowledge findings in these files: `@user` or `@org/team`. */
  approvers?: string[];
  rules?: ValueRule[];
};

/** How people acknowledge findings, besides the `approvers` of a rule. */
export type AcknowledgePolicy = {
  /** A label that counts when somebody with at least this role has put it on. */
  label?: { name: string; role: 'write' | 'maintain' | 'admin' };
  /** A review of an earlier commit still counts where the findings are the same. */
  keepWhenUnchanged: boolean;
  /** Who may let pass what could not be judged: `@user` or `@org/team`. */
  inconclusive: string[];
};

/** A long-lived exception: `finding` starts a fingerprint (8 to 16 hex digits), `expires` is its last day (UTC). */
export type Accepted = { finding: string; reason: string; expires: string };

/** Where the policy was read: shown in every report. */
export type PolicyOrigin =
  | { kind: 'base'; path: Path }
  | { kind: 'file'; path: string }
  | { kind: 'inputs' }
  | { kind: 'defaults' };

export type Policy = {
  origin: PolicyOrigin;
  critical: Rule[];
  schemas: Rule[];
  /** `config/auth/{environment}.yml`: the same file per environment. */
  environments: string[];
  /** Globs: which files of the checkout are deployment scripts. All that look like one when it is left out. */
  scripts?: string[];
  /** How services are probed, checked and reloaded, sorted by name. */
  services?: Service[];
  /** Hosts from which a schema may be fetched without a pinned sha256. */
  schemaHosts: string[];
  failOn?: 'error' | 'warning' | 'notice';
  warnOnly?: boolean;
  acknowledge?: AcknowledgePolicy;
  accept?: Accepted[];
  backup?: BackupPolicy;
};

/** All that the policy says about one path: the union of every rule that selects it. */
export type Selection = {
  /** Ids of the rules, joined with `, `; `default` when only the defaults select it. */
  rule: string;
  /** Declared critical; otherwise selected by `schemas:` or by the defaults only. */
  critical: boolean;
  service?: string;
  format?: FormatId;
  schemas: SchemaSource[];
  protect: string[];
  freeze: string[];
  sensitive: string[];
  identity: Record<string, string>;
  rules?: ValueRule[];
  /** Of every rule that selects it. */
  forbid?: Forbidden[];
  /** The patterns of the first rule stand first. */
  severity?: KeySeverity[];
};
