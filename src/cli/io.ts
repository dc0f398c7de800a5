/** Where a command is, without what it says. */
export type Surroundings = Pick<CliIo, 'cwd' | 'env'>;

/** Everything a command needs from its surroundings, so that tests can give their own. */
export type CliIo = {
  /** The directory that the command was started in, absolute. */
  cwd: string;
  env: Record<string, string | undefined>;
  /** Writes the text as it is: callers add the line ends. */
  stdout(text: string): void;
  stderr(text: string): void;
  /** Takes what a command of the user prints, masked; without it, it goes where Holdfast's own texts go. */
  relay?(text: string): void;
  /** Standard output is a terminal that shows colours, and nobody asked for plain text. */
  color: boolean;
  /** GitHub's token, where it should not be in the environment of every command. */
  token?: string;
  /** Asks a person at the terminal for one line; absent where nobody could answer. */
  ask?(question: string): Promise<string>;
};
