import { CelError, spendText } from '../meter.ts';
import { compare } from '../operators.ts';
import { optional, type Value } from '../value.ts';
import { define, type Overload } from './define.ts';

type Semver = Extract<Value, { cel: 'semver' }>;

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS1123_LABEL = new RegExp(`^${LABEL}$`);
const DNS1123_SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
const DNS1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/** The formats of Kubernetes' format library (k8s.io/apiserver/pkg/cel/library/format.go) that are offered. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  dns1123Label: (text) => text.length <= 63 && DNS1123_LABEL.test(text),
  dns1123Subdomain: (text) => text.length <= 253 && DNS1123_SUBDOMAIN.test(text),
  dns1035Label: (text) => text.length <= 63 && DNS1035_LABEL.test(text),
  dns1123LabelPrefix: (text) => text.length <= 63 && DNS1123_LABEL.test(text.replace(/-$/, 'a')),
  dns1123SubdomainPrefix: (text) => text.length <= 253 && DNS1123_SUBDOMAIN.test(text.replace(/-$/, 'a')),
  dns1035LabelPrefix: (text) => text.length <= 63 && DNS1035_LABEL.test(text.replace(/-$/, 'a')),
  qualifiedName: isQualifiedName,
  labelValue: (text) => text.length <= 63 && LABEL_VALUE.test(text),
  uuid: (text) => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text),
  byte: (text) => /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text),
};

function isQualifiedName(text: string): boolean {
  const [name, prefix, ...more] = text.split('/').reverse();
  if (more.length > 0 || name === undefined || name.length > 63 || !QUALIFIED_NAME.test(name)) return false;
  return prefix === undefined || (prefix.length <= 253 && DNS1123_SUBDOMAIN.test(prefix));
}

/** Kubernetes' libraries for names and for semantic versions. */
export const NAMES: readonly Overload[] = [
  ...Object.keys(FORMATS).map((name) => define(`format/${name}()`, () => ({ cel: 'format', name }))),
  define('format/named(string)', (_call, name: string) =>
    Object.hasOwn(FORMATS, name) ? optional({ cel: 'format', name }) : optional(),
  ),
  define('format.validate(string)', (call, format: { name: string } & Value, text: string) => {
    // Up to 253 characters count; the expressions may look at each of them several times.
    spendText(call.meter, text.length * 10);
    return FORMATS[format.name]!(text) ? optional() : optional([`the text is not a ${format.name}`]);
  }),
  define('isSemver(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return parseSemver(text) !== undefined;
  }),
  define('semver(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    const version = parseSemver(text);
    if (version === undefined) throw new CelError('the text is not a semantic version');
    return version;
  }),
  define('semver.compareTo(semver)', (_call, one: Semver, other: Semver) => BigInt(compare(one, other)!)),
  define('semver.isLessThan(semver)', (_call, one: Semver, other: Semver) => compare(one, other) === -1),
  define('semver.isGreaterThan(semver)', (_call, one: Semver, other: Semver) => compare(one, other) === 1),
  define('semver.major()', (_call, { parts }: Semver) => parts[0]),
  define('semver.minor()', (_call, { parts }: Semver) => parts[1]),
  define('semver.patch()', (_call, { parts }: Semver) => parts[2]),
];

function parseSemver(text: string): Semver | undefined {
  if (text.length > 256) return undefined;
  const match =
    /^(0|[1-9]\d{0,17})\.(0|[1-9]\d{0,17})\.(0|[1-9]\d{0,17})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const pre = match[4]?.split('.') ?? [];
  if (pre.some((part) => /^0\d+$/.test(part))) return undefined;
  return { cel: 'semver', parts: [BigInt(match[1]!), BigInt(match[2]!), BigInt(match[3]!)], pre, text };
}
