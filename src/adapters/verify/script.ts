/**
 * What runs on the host, in any POSIX shell. It answers to lines on its standard input, so that no path is ever part of
 * a command; bytes that could mean something come as `\0ooo`. Answers end with NUL bytes, which no path holds.
 *
 *   T PATH   what stands there: f(ile) d(irectory) l(ink) o(ther) n(othing), x when that cannot be known
 *   L PATH   the same for everything in a directory, each with its name; then an empty record. Or x, or n
 *   S, H     for the plain paths in the lines up to a dot: their state; digests, and then their state
 *   s, h     the same for one path of any kind, without its name
 *   R PATH   the target of a link, followed by a line break
 *   C PATH   the content, up to some 50 MiB, then NUL, the nonce, NUL, the exit code of dd
 *
 * Only tools that GNU, BusyBox and BSD have are used, and none is started for each of many files.
 */
export const SCRIPT = `LC_ALL=C; export LC_ALL; set -f
IFS= read -r nonce || exit 97
if command -v sha256sum >/dev/null 2>&1; then hash='sha256sum'
elif command -v shasum >/dev/null 2>&1; then hash='shasum -a 256'
elif command -v openssl >/dev/null 2>&1; then hash='openssl dgst -sha256 -r'
else hash=; fi
if stat -c %f / >/dev/null 2>&1; then flag=-c; state='%f %u %g %s %i %Y %Z'; name=' %n'
elif stat -f %Xp / >/dev/null 2>&1; then flag=-f; state='%Xp %u %g %z %i %m %c'; name=' %N'
else flag=; fi
printf '\\000%s\\000%s\\000%s\\000%s\\000' "$nonce" "$hash" "$flag" "$(uname -n)"
un() { case $1 in *\\\\*) p=$(printf '%b.' "$1"); p=\${p%.};; *) p=$1;; esac; }
kind() {
  if [ -L "$1" ]; then k=l; elif [ -d "$1" ]; then k=d; elif [ -f "$1" ]; then k=f
  elif [ -e "$1" ]; then k=o; else k=n; fi
}
hidden() {
  d=\${1%/*}
  while [ -n "$d" ]; do
    if [ -d "$d" ]; then [ -x "$d" ] || k=x; return; fi
    d=\${d%/*}
  done
}
list() {
  if ! [ -d "$1" ]; then kind "$1"; [ "$k" != n ] || hidden "$1"; [ "$k" = x ] || k=n; printf '%s\\000' "$k"; return; fi
  if ! [ -x "$1" ] || ! ls -a "$1" >/dev/null 2>&1; then printf 'x\\000'; return; fi
  set +f
  for n in "$1"/* "$1"/.*; do
    case \${n##*/} in .|..) continue;; esac
    kind "$n"; [ "$k" = n ] || printf '%s%s\\000' "$k" "\${n##*/}"
  done
  set -f
  printf '\\000'
}
while IFS= read -r line; do
  a=\${line#? }
  case $line in
  T*) un "$a"; kind "$p"; [ "$k" != n ] || hidden "$p"; printf '%s\\000' "$k";;
  L*) un "$a"; list "$p";;
  S|H) set --
    while IFS= read -r a && [ "$a" != . ]; do set -- "$@" "$a"; done
    if [ "$line" = H ]; then $hash "$@" 2>/dev/null; printf '\\000'; fi
    stat "$flag" "$state$name" "$@" 2>/dev/null; printf '\\000';;
  s*) un "$a"; stat "$flag" "$state" "$p" 2>/dev/null; printf '\\000';;
  h*) un "$a"; [ ! -f "$p" ] || $hash 2>/dev/null <"$p"; printf '\\000'; stat "$flag" "$state" "$p" 2>/dev/null; printf '\\000';;
  R*) un "$a"; readlink "$p" 2>/dev/null; printf '\\000';;
  C*) un "$a"; if [ -f "$p" ]; then dd if="$p" bs=65536 count=801 2>/dev/null; else false; fi
    printf '\\000%s\\000%s\\000' "$nonce" "$?";;
  *) exit 98;;
  esac
done
`;

/** The command for the host: it reads the script itself, to the byte, from its standard input. */
export function loader(script: string): string {
  return `sh -c 'eval "$(dd bs=1 count=${Buffer.byteLength(script)} 2>/dev/null)"'`;
}

/** A path as an argument in a line: everything but harmless bytes as `\0ooo`. */
export function encodeArgument(path: Uint8Array): string {
  return Array.from(path, (byte) => {
    const plain = isPlain(byte);
    return plain ? String.fromCharCode(byte) : `\\0${byte.toString(8).padStart(3, '0')}`;
  }).join('');
}

function isPlain(byte: number): boolean {
  return /[\w/.@%+=:,~-]/.test(String.fromCharCode(byte)) && byte < 128;
}
