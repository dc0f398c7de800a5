/** What the policy would let pass, the rules that are missing, and the same again with them. */
export function drill({ git, holdfast }) {
  console.log('Nobody has made a mistake yet. Which ones would the policy let pass?\n');
  const first = holdfast('drill', '--operators', 'file,key', '--break', 'structural', '--write-policy');
  git('commit', '--quiet', '--all', '--message', 'Protect what the drill has named');
  console.log('\nThe rules that the drill names are in the policy now, and committed. Again:\n');
  const second = holdfast('drill', '--operators', 'file,key', '--break', 'structural');
  const closed = first === 1 && second === 0;
  console.log(
    closed
      ? '\nErrors passed before (exit code 1), and none that damages a file or a key does now (exit code 0).'
      : `\nUnexpected: the first drill ended with exit code ${first}, the second with ${second}.`,
  );
  return closed;
}
