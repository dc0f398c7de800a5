import fc from 'fast-check';

const name = fc.constantFrom('a', 'conf', 'DEPLOY_ENV', '_x9');
const literal = fc.constantFrom(
  'cp',
  'echo',
  'config/auth.yml',
  '/etc/auth',
  '-rf',
  '--mode=640',
  'a\\ b',
  'é',
  '42',
  '%s',
  '+x',
);

const DEPTH = { maxDepth: 5, depthIdentifier: 'shell', withCrossShrink: true } as const;

/** A script of valid shell that has a bit of everything, nested at most a few levels deep. */
export const shellScript: fc.Arbitrary<string> = fc.letrec<{
  word: string;
  simple: string;
  pipeline: string;
  line: string;
  list: string;
}>((tie) => ({
  word: fc.oneof(
    DEPTH,
    literal,
    name.map((one) => `$${one}`),
    name.map((one) => `\${${one}}`),
    fc.constantFrom(
      "'single $x'",
      '$"local"',
      "$'a\\n'",
      '*.yml',
      '[ab]?',
      '{a,b}',
      '{1..3}',
      '~/x',
      '$1',
      '"$@"',
      '$?',
    ),
    fc
      .tuple(name, fc.constantFrom(':-', '-', ':=', ':?', ':+', '#', '##', '%', '%%'), tie('word'))
      .map(([one, operator, word]) => `\${${one}${operator}${word}}`),
    fc.tuple(tie('word'), literal).map(([one, other]) => `${one}${other}`),
    fc.constantFrom('$b', `\${b}`, 'text', "it's", '\\"', '$(echo "x")').map((inner) => `"x ${inner}"`),
    tie('list').map((list) => `$( ${list}\n)`),
    fc.constantFrom(
      '$((1 + 2))',
      '$((i++))',
      '`pwd`',
      `\${#a}`,
      `\${a[0]}`,
      `\${a[@]}`,
      `\${!a}`,
      `\${a/b/c}`,
      `\${a:1:2}`,
    ),
  ),
  simple: fc
    .tuple(
      fc.array(
        fc.tuple(name, fc.constantFrom('=', '+='), tie('word')).map((parts) => parts.join('')),
        { maxLength: 2 },
      ),
      literal,
      fc.array(fc.oneof({ arbitrary: tie('word'), weight: 9 }, fc.constantFrom('<(ls a)', '>(tee b)')), {
        maxLength: 3,
      }),
      fc.array(
        fc
          .tuple(fc.constantFrom('>', '>>', '2>', '<', '>|', '&>', '&>>', '<<<', '2>&', '3<>'), literal)
          .map(([operator, target]) => `${operator} ${target}`),
        { maxLength: 2 },
      ),
    )
    .map(([assignments, command, words, redirections]) =>
      [...assignments, command, ...words, ...redirections].join(' '),
    ),
  pipeline: fc.oneof(
    DEPTH,
    tie('simple'),
    tie('simple'),
    tie('simple').map((simple) => `! ${simple}`),
    fc
      .tuple(tie('simple'), fc.constantFrom('|', '|&'), tie('pipeline'))
      .map(([one, operator, other]) => `${one} ${operator} ${other.replace(/^(!|time)/, 'x')}`),
    fc.tuple(name, tie('list')).map(([one, body]) => `${one}() {\n${body}\n}`),
    fc.tuple(tie('list'), literal).map(([body, target]) => `{ ${body}\n} > ${target}`),
    tie('list').map((body) => `( ${body}\n)`),
    fc.constantFrom(
      '[[ -f $a && ! $b == x* ]]',
      '((a > 1))',
      '[[ $a =~ ^x+$ ]]',
      'export A=1 B',
      'local x=$1',
      'declare -a l=(a "b c")',
      'a=(1 $b)',
      'a[1]=x',
      '[ -e x ]',
      'time ls',
      'let i=1',
    ),
  ),
  line: fc.oneof(
    DEPTH,
    tie('pipeline'),
    tie('pipeline'),
    fc.tuple(tie('pipeline'), fc.constantFrom('&&', '||'), tie('pipeline')).map((parts) => parts.join(' ')),
    tie('pipeline').map((pipeline) => `${pipeline} &`),
    fc
      .tuple(tie('list'), tie('list'), tie('list'))
      .map(([one, two, three]) => `if ${one}\nthen ${two}\nelif ${three}\nthen ${one}\nelse ${two}\nfi`),
    fc
      .tuple(fc.constantFrom('while', 'until'), tie('list'), tie('list'))
      .map(([word, clause, body]) => `${word} ${clause}\ndo ${body}\ndone`),
    fc
      .tuple(name, fc.array(tie('word'), { maxLength: 3 }), tie('list'))
      .map(([one, words, body]) => `for ${one} in ${words.join(' ')}; do\n${body}\ndone`),
    tie('list').map((body) => `for ((i = 0; i < 3; i++)); do\n${body}\ndone`),
    fc
      .tuple(tie('word'), tie('list'), tie('list'))
      .map(([word, one, other]) => `case ${word} in\n  a | b) ${one}\n  ;;\n  *) ${other}\nesac`),
    fc
      .tuple(
        fc.constantFrom('<<', '<<-'),
        fc.constantFrom('EOF', "'EOF'", '"EOF"'),
        fc.constantFrom('', 'x: $a', `\t\${a:-b} $(ls)`, "it's \\$x"),
      )
      .map(([operator, delimiter, body]) => `cat ${operator}${delimiter} | tee x\n${body}\nEOF`),
    fc.constant('# a comment'),
  ),
  list: fc.array(tie('line'), { minLength: 1, maxLength: 2 }).map((lines) => [...lines, ':'].join('\n')),
})).list;
