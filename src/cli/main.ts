import process from 'node:process';
import { createInterface } from 'node:readline';
import type { CliCommand, CommandIo } from './command.ts';
import { agendaCommand } from './commands/agenda.ts';
import { askCommand } from './commands/ask.ts';
import { checklistCommand } from './commands/checklist.ts';
import { dataCommand } from './commands/data.ts';
import { deadlinesCommand } from './commands/deadlines.ts';
import { importCommand } from './commands/import.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { privacyCommand } from './commands/privacy.ts';
import { remindersCommand } from './commands/reminders.ts';
import { rulesCommand } from './commands/rules.ts';

const commands: readonly CliCommand[] = [
  askCommand,
  agendaCommand,
  checklistCommand,
  dataCommand,
  deadlinesCommand,
  remindersCommand,
  privacyCommand,
  rulesCommand,
  ledgerCommand,
  importCommand,
];

const io: CommandIo = {
  get lines() {
    return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  },
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
};

async function runCommand(words: readonly string[]): Promise<number> {
  const command = commands.find(({ name }) => name === words[0]);
  if (command !== undefined) return command.run(words.slice(1), io);
  io.err(`rettesnor: unknown command "${words[0] ?? ''}". The commands are:`);
  for (const { usage } of commands) io.err(`  rettesnor ${usage}`);
  return 2;
}

try {
  process.exitCode = await runCommand(process.argv.slice(2));
} catch (fault) {
  io.err(`rettesnor: ${(fault as Error).message}`);
  process.exitCode = 2;
}
