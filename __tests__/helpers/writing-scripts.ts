import fc from 'fast-check';

const DEPTH = { maxDepth: 4, depthIdentifier: 'script', withCrossShrink: true } as const;

/** Paths are below the directory in which the script runs, so that running it harms nothing. */
const file = fc.constantFrom('f1', 'f2', 'f3', 'fx', 'fxx', 'd/f1', 'd/f2');
const value = fc.constantFrom('', 'x', 'f1', 'f2', 'fx', 'd/f1');
const own = fc.constantFrom('v', 'w');
/** `E0` and `E1` come from the environment, and may not be there. */
const name = fc.constantFrom('v', 'w', 'E0', 'E1');

const word = fc.oneof(
  { weight: 4, arbitrary: file },
  name.map((one) => `"$${one}"`),
  name.map((one) => `"f$${one}"`),
  fc.tuple(name, value).map(([one, other]) => `"\${${one}:-${other}}"`),
  own.map((one) => `"\${${one}%x}"`),
  own.map((one) => `"\${${one}#d/}"`),
  own.map((one) => `"$(basename "$${one}" x)"`),
  fc.constantFrom('"$1"', '"$2"'),
);

const condition = fc.oneof(
  name.map((one) => `[ -n "$${one}" ]`),
  name.map((one) => `[ -z "$${one}" ]`),
  fc
    .tuple(name, fc.constantFrom('=', '!='), value)
    .map(([one, operator, other]) => `[ "$${one}" ${operator} "${other}" ]`),
  fc.tuple(name, value).map(([one, other]) => `[[ $${one} == ${other}x* ]]`),
  word.map((one) => `[ -f ${one} ]`),
  word.map((one) => `[ ! -e ${one} ]`),
  fc.constantFrom(
    'true',
    'false',
    '! true',
    '[ $# -gt 0 ]',
    '[[ -n $v && -z $w ]]',
    '[[ -z $v || $w = x ]]',
    'grep -q x f1',
  ),
);

const assignment = fc
  .tuple(
    own,
    fc.oneof(
      value,
      name.map((one) => `$${one}`),
      name.map((one) => `"$${one}"x`),
      value.map((one) => `$(echo ${one})`),
      fc.constant('$1'),
    ),
  )
  .map((parts) => parts.join('='));

const COMMANDS = [
  'echo x > FILE',
  'echo x >> FILE',
  ': > FILE',
  'cat src >| FILE',
  'cp src FILE',
  'cp -T src FILE',
  'tee FILE < src > /dev/null',
  'rm -f FILE',
  'sed -i s/live/dead/ FILE',
  'install -m 644 src FILE',
  'dd if=src of=FILE status=none',
  '{ echo a; } > FILE',
  'echo a | tee -a FILE > /dev/null',
];
const write = fc
  .tuple(fc.constantFrom(...COMMANDS), word)
  .map(([command, one]) => command.replace('FILE', () => one));
const unquoted = (text: string) => text.replaceAll("'", '');

/** Bash that writes small files in its directory and in `d` below it, by many ways, and ends. */
export const writingScript: fc.Arbitrary<string> = fc.letrec<{ statement: string; list: string }>((tie) => {
  const list = tie('list');
  const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
  return {
    list: fc.array(tie('statement'), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
    statement: fc.oneof(
      DEPTH,
      write,
      write,
      assignment,
      assignment,
      fc.tuple(condition, list, list).map(([test, yes, no]) => `if ${test}; then\n${yes}\nelse\n${no}\nfi`),
      fc.tuple(condition, list).map(([test, yes]) => `${test} && {\n${yes}\n}`),
      fc.tuple(condition, write).map((parts) => parts.join(' || ')),
      fc
        .tuple(condition, fc.constantFrom('exit 1', 'exit', 'set -e', 'cd d', 'unset v', 'w=x'))
        .map((parts) => parts.join(' && ')),
      fc
        .tuple(name, list, list)
        .map(([one, yes, no]) => `case "$${one}" in\nx) ${yes}\n;;\nf*) ${no}\n;;\nesac`),
      fc.tuple(own, words, list).map(([one, some, body]) => `for ${one} in ${some}; do\n${body}\ndone`),
      list.map((body) => `i=\nwhile [ "$i" != xx ]; do i=x$i\n${body}\ndone`),
      list.map((body) => `while read -r v; do\n${body}\ndone <<'X'\nf1\nfx\nX`),
      list.map((body) => `(\n${body}\n)`),
      list.map((body) => `{\n${body}\n} | cat`),
      fc.tuple(list, words).map(([body, some]) => `g() {\n${body}\n}\ng ${some}`),
      fc.tuple(list, words).map(([body, some]) => `g() { local v=f2\n${body}\n}\ng ${some}`),
      words.map((some) => `set -- ${some}`),
      fc.constantFrom(
        'shift',
        'cd d',
        'pushd d > /dev/null',
        'popd > /dev/null',
        'set -u',
        'exec 2> /dev/null',
      ),
      write.map((one) => `export v w; bash -c '${unquoted(one)}'`),
      write.map((one) => `eval '${unquoted(one)}'`),
      write.map((one) => `v=$(${one}; echo f2)`),
      list.map((body) => `trap '${unquoted(body)}' EXIT`),
      words.map((some) => `a=(${some}); for v in "\${a[@]}"; do echo x > "$v"; done`),
      fc.tuple(own, value).map(([one, other]) => `: "\${${one}:=${other}}"`),
      fc.constantFrom(
        'run() { "$@"; }; run cp src f2',
        'a=(cp src); a+=(fx); "${a[@]}"',
        'for f in f*; do echo x > "$f"; done',
        'find . -name "f*" -exec cp src {} \\;',
        'ls f* | xargs rm -f',
        'rm -f f*',
        'find d -type f -delete',
        'cp src{,.bak}',
        'exec > f3',
      ),
    ),
  };
}).list;
