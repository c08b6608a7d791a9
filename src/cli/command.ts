/** Where a command reads and writes. Standard output carries results only; words for people go to `err`. */
export interface CommandIo {
  readonly lines: AsyncIterable<string>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A word of the command line: `rettesnor <name> …`. Returns the exit code: 0, or 2 for a fault that was told on `err`. */
export interface CliCommand {
  readonly name: string;
  readonly usage: string;
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
}
