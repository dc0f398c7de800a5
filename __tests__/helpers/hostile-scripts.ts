const repeated = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

const LAST = '\ncp a.yml /etc/auth/auth.yml\n';

/** Scripts that end, or would never end, and whose last line is still seen: all of the script was followed. */
export const FOLLOWED: Record<string, string> = {
  'an endless loop': `while true; do sleep 1; done${LAST}`,
  'an endless loop that changes a variable': `while :; do x="$x/a"; done${LAST}`,
  'a value that has two values at each step': `${repeated(200, (index) => `if a; then x="$x${index}"; else x="$x-"; fi\n`)}rm "$x"${LAST}`,
  'a function that calls itself': `f() { f; }\nf${LAST}`,
  'two functions that call each other twice': `f() { g; g; }\ng() { f; f; }\nf${LAST}`,
  'a function that calls itself with more arguments': `f() { f "$@" x; }\nf a${LAST}`,
  'carriage returns': `x=/etc/auth\r\nif a; then\r\n  b\r\nfi\r\n${LAST}`,
  'a script that sources itself': `. "$0"\n. deploy/hostile.sh${LAST}`,
  'an alias of itself': `alias cp='cp -f'\nalias x=y\nalias y=x\nx${LAST}`,
  'eval of itself': `x='eval "$x"'\neval "$x"${LAST}`,
  'set -- that grows': `set -- a\n${repeated(100, () => 'set -- "$@" "$@"\n')}${LAST}`,
  'an array that grows': `a=(x)\n${repeated(100, () => 'a+=("${a[@]}")\n')}for f in "\${a[@]}"; do rm "$f"; done${LAST}`,
  'a syntax error': `if true; then\n  fi fi\n${LAST}`,
};

/** Too much to follow to the end: what is left out is told. */
export const CUT: Record<string, string> = {
  'a value that doubles': `x=aaaaaaaaaaaaaaaa\n${repeated(200, () => 'x="$x$x"\n')}echo "$x"${LAST}`,
  'commands in commands, 10,000 deep': `echo ${'$('.repeat(10_000)}a${')'.repeat(10_000)}\n`,
  'commands in commands that never end': `echo ${'$('.repeat(10_000)}`,
  'groups, 10,000 deep': `${'{ '.repeat(10_000)}a; ${'} ;'.repeat(10_000)}\n`,
  'subshells, 10,000 deep': `${'( '.repeat(10_000)}a ${')'.repeat(10_000)}\n`,
  'ifs, 10,000 deep': `${'if a; then '.repeat(10_000)}b${'; fi'.repeat(10_000)}\n`,
  'parameters, 10,000 deep': `rm ${'${a:-'.repeat(10_000)}b${'}'.repeat(10_000)}\n`,
};

/** Large or odd; whatever is made of it, it takes no time and breaks nothing. */
export const ODD: Record<string, string> = {
  nothing: '',
  'a case without a pattern':
    'case "${A:-}" in\n  1) b=case "${A:-}" in\n  1) b=case "${A:-}" in\n  1) b=2 ;;\nesac\n',
  'a line feed': '\n',
  'NUL bytes': 'cp a\0b /etc/auth/auth.yml\0\n',
  'a byte order mark': `\uFEFF#!/bin/sh${LAST}`,
  'half of a surrogate pair': 'cp \uD800 /etc/\uDC00.yml\n',
  'a word of 2 MB': `rm ${'x'.repeat(2_000_000)}\n`,
  'a heredoc of 2 MB': `cat > config/a.yml <<EOF\n${'key: $value\n'.repeat(170_000)}EOF\n`,
  'a heredoc that never ends': `cat > config/a.yml <<EOF\n${'key: $value\n'.repeat(1_000)}`,
  'quotes that never end': `rm "${'\' " ` $( ${ '.repeat(5_000)}`,
  '2 MB of copies': repeated(50_000, (index) => `cp src/${index}.yml /etc/app/${index}.yml\n`),
  '2 MB of variables': repeated(80_000, (index) => `V${index}="$V${index - 1}/a"\n`),
  '2 MB of tests': repeated(50_000, (index) => `[ -f /etc/${index} ] || touch /etc/${index}\n`),
  '2 MB of backups': repeated(
    40_000,
    (index) => `cp /etc/a${index} /etc/a${index}.bak; mv x /etc/a${index}\n`,
  ),
  '100,000 functions': `${repeated(100_000, (index) => `f${index}() { rm /etc/${index}; }\n`)}`,
  '100,000 functions that call the next': repeated(100_000, (index) => `f${index}() { f${index + 1}; }\n`),
  '2,000 functions that call the next twice': `${repeated(2_000, (index) => `f${index}() { f${index + 1}; f${index + 1}; }\n`)}f0\n`,
  '50 loops in each other': `${repeated(50, (index) => `for v${index} in a b c; do\n`)}rm "/$v0/$v49"\n${'done\n'.repeat(50)}`,
  '50 loops over braces': `${repeated(50, (index) => `for v${index} in {1..1000}; do\n`)}rm "/$v0/$v49"\n${'done\n'.repeat(50)}`,
  'braces that multiply': `rm ${'{a,b}'.repeat(40)}\n`,
  'a range of a billion':
    'for i in {1..1000000000}; do rm $i; done\nfor i in $(seq 1 1000000000); do rm $i; done\n',
  'a loop over 100,000 words': `for i in ${repeated(100_000, (index) => `w${index} `)}; do rm "/etc/$i"; done\n`,
  '100,000 operands': `cp ${'a '.repeat(100_000)}/etc/app/\n`,
  '100,000 commands in a pipeline': `a${' | b'.repeat(100_000)} > c\n`,
  '100,000 commands with &&': `a${' && b'.repeat(100_000)} > c\n`,
  '10,000 redirections': `a${' > /etc/b'.repeat(10_000)}\n`,
  '10,000 cases': `case $x in\n${repeated(10_000, (index) => `  ${index}) t=/etc/${index} ;;\n`)}esac\nrm "$t"\n`,
  '10,000 times elif': `if a; then b\n${repeated(10_000, () => 'elif c; then d\n')}fi\n`,
  '1,000 heredocs on one line': `${repeated(1_000, (index) => `cat <<E${index}; `)}\n${repeated(1_000, (index) => `E${index}\n`)}`,
  'patterns that multiply': `x=${'a'.repeat(5_000)}b\nrm "\${x%%${'*a'.repeat(30)}}" "\${x//${'*a'.repeat(20)}/y}"\n`,
  'shells in shells': `${repeated(500, () => "bash -c '")}a\n`,
  'ssh in ssh': `${'ssh a '.repeat(5_000)}rm /etc/x\n`,
  'sudo 20,000 times': `${'sudo '.repeat(20_000)}rm /etc/x\n`,
  'xargs 5,000 times': `ls | ${'xargs '.repeat(5_000)}rm\n`,
  'directories that go up': `cd ${'../'.repeat(100_000)}\nrm x\n`,
  'directories that go down': `${repeated(20_000, () => 'cd a\n')}rm x\n`,
};
