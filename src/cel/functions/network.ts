import { addTo } from '../../model/lists.ts';
import { CelError, spendText } from '../meter.ts';
import type { Value } from '../value.ts';
import { define, type Overload } from './define.ts';

type Ip = Extract<Value, { cel: 'ip' }>;
type Cidr = Extract<Value, { cel: 'cidr' }>;
type Url = Extract<Value, { cel: 'url' }>;

const BITS = { 4: 32, 6: 128 } as const;

/** Kubernetes' libraries for addresses, networks and URLs. */
export const NETWORK: readonly Overload[] = [
  define('isIP(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return parseIp(text) !== undefined;
  }),
  define('ip(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return parseIp(text) ?? fail('the text is not an IP address');
  }),
  define('ip/isCanonical(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return ipText(parseIp(text) ?? fail('the text is not an IP address')) === text;
  }),
  define('string(ip)', (_call, ip: Ip) => ipText(ip)),
  define('ip.family()', (_call, ip: Ip) => BigInt(ip.family)),
  define('ip.isUnspecified()', (_call, ip: Ip) => ip.bits === 0n),
  define('ip.isLoopback()', (_call, ip: Ip) => (ip.family === 4 ? ip.bits >> 24n === 127n : ip.bits === 1n)),
  define('ip.isLinkLocalMulticast()', (_call, ip: Ip) =>
    ip.family === 4 ? ip.bits >> 8n === 0xe00000n : ((ip.bits >> 112n) & 0xff0fn) === 0xff02n,
  ),
  define('ip.isLinkLocalUnicast()', (_call, ip: Ip) =>
    ip.family === 4 ? ip.bits >> 16n === 0xa9fen : ip.bits >> 118n === 0x3fan,
  ),
  define('ip.isGlobalUnicast()', (_call, ip: Ip) => isGlobal(ip)),
  define('isCIDR(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return parseCidr(text) !== undefined;
  }),
  define('cidr(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return parseCidr(text) ?? fail('the text is not a CIDR');
  }),
  define('string(cidr)', (_call, cidr: Cidr) => `${ipText({ ...cidr, cel: 'ip' })}/${cidr.prefix}`),
  define('cidr.containsIP(ip)', (_call, cidr: Cidr, ip: Ip) => contains(cidr, ip, BITS[ip.family])),
  define('cidr.containsIP(string)', (_call, cidr: Cidr, text: string) => {
    const ip = parseIp(text) ?? fail('the text is not an IP address');
    return contains(cidr, ip, BITS[ip.family]);
  }),
  define('cidr.containsCIDR(cidr)', (_call, cidr: Cidr, other: Cidr) => contains(cidr, other, other.prefix)),
  define('cidr.containsCIDR(string)', (_call, cidr: Cidr, text: string) => {
    const other = parseCidr(text) ?? fail('the text is not a CIDR');
    return contains(cidr, other, other.prefix);
  }),
  define('cidr.ip()', (_call, { family, bits }: Cidr): Ip => ({ cel: 'ip', family, bits })),
  define('cidr.masked()', (_call, cidr: Cidr): Cidr => ({ ...cidr, bits: masked(cidr, cidr.prefix) })),
  define('cidr.prefixLength()', (_call, cidr: Cidr) => BigInt(cidr.prefix)),
  define('isURL(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return parseUrl(text) !== undefined;
  }),
  define('url(string)', (call, text: string) => {
    spendText(call.meter, text.length);
    return parseUrl(text) ?? fail('the text is not a URL');
  }),
  define('url.getScheme()', (_call, { scheme }: Url) => scheme),
  define('url.getHost()', (_call, { host }: Url) => host),
  define('url.getHostname()', (_call, { host }: Url) => host.replace(/:\d*$/, '').replace(/^\[|\]$/g, '')),
  define('url.getPort()', (_call, { host }: Url) => /:(\d*)$/.exec(host)?.[1] ?? ''),
  define('url.getEscapedPath()', (_call, { path }: Url) => path),
  define('url.getQuery()', (_call, { query }: Url) => {
    const found = new Map<string, Value[]>();
    for (const [key, value] of new URLSearchParams(query)) addTo(found, key, value);
    return found;
  }),
];

function fail(message: string): never {
  throw new CelError(message);
}

/** Go's `url.ParseRequestURI`, which Kubernetes uses: an absolute URI with a path, or an absolute path. */
function parseUrl(text: string): Url | undefined {
  const match = /^(?:([a-z][a-z0-9+.-]*):)?(\/\/([^/?]*))?(\/[^?]*)?(?:\?(.*))?$/is.exec(text);
  if (match === null || /[\s\x00-\x1f\x7f]/.test(text)) return undefined;
  const [, scheme = '', authority, userAndHost = '', path = '', query = ''] = match;
  if (scheme === '' && (authority !== undefined || path === '')) return undefined;
  if (authority === undefined && path === '') return undefined;
  const host = userAndHost.slice(userAndHost.lastIndexOf('@') + 1);
  if (!/^(\[[0-9a-f:.%]+\]|[^[\]<>"\\^`{|}:]*)(:\d*)?$/i.test(host)) return undefined;
  if (/%(?![0-9a-f]{2})/i.test(path)) return undefined;
  return { cel: 'url', text, scheme: scheme.toLowerCase(), host, path, query };
}

/** As Kubernetes takes it: no zone, no leading zeros, no IPv4 inside IPv6. */
function parseIp(text: string): Ip | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split('.');
    if (parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith('0'))))
      return undefined;
    return { cel: 'ip', family: 4, bits: parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n) };
  }
  if (!/^[0-9a-f:]{2,39}$/i.test(text) || text.includes(':::')) return undefined;
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...new Array<string>(missing).fill('0'), ...right];
  if (groups.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const bits = groups.reduce((all, group) => (all << 16n) | BigInt(`0x${group}`), 0n);
  return bits >> 32n === 0xffffn ? undefined : { cel: 'ip', family: 6, bits };
}

function parseCidr(text: string): Cidr | undefined {
  const [, address, size] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const ip = address === undefined ? undefined : parseIp(address);
  if (ip === undefined || Number(size) > BITS[ip.family]) return undefined;
  return { cel: 'cidr', family: ip.family, bits: ip.bits, prefix: Number(size) };
}

/** RFC 5952: the longest run of zeros is left out. */
function ipText({ family, bits }: Ip): string {
  const width = family === 4 ? 8n : 16n;
  const parts = Array.from({ length: family === 4 ? 4 : 8 }, (_, index) =>
    Number((bits >> (width * BigInt((family === 4 ? 3 : 7) - index))) & ((1n << width) - 1n)),
  );
  if (family === 4) return parts.join('.');
  const groups = parts.map((part) => part.toString(16)).join(':');
  const [run] = [...groups.matchAll(/\b0(:0)+\b/g)].toSorted(
    (a, b) => b[0].length - a[0].length || a.index - b.index,
  );
  if (run === undefined) return groups;
  const before = groups.slice(0, run.index).replace(/:$/, '');
  return `${before}::${groups.slice(run.index + run[0].length).replace(/^:/, '')}`;
}

function masked({ family, bits }: Cidr | Ip, prefix: number): bigint {
  const rest = BigInt(BITS[family] - prefix);
  return (bits >> rest) << rest;
}

function contains(cidr: Cidr, other: Cidr | Ip, prefix: number): boolean {
  return (
    cidr.family === other.family &&
    prefix >= cidr.prefix &&
    masked(other, cidr.prefix) === masked(cidr, cidr.prefix)
  );
}

function isGlobal({ family, bits }: Ip): boolean {
  if (family === 4) {
    const first = bits >> 24n;
    return (
      bits !== 0n && bits !== 0xffffffffn && first !== 127n && first >> 4n !== 14n && bits >> 16n !== 0xa9fen
    );
  }
  return bits > 1n && bits >> 120n !== 0xffn && bits >> 118n !== 0x3fan;
}
