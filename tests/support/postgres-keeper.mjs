// Runs PostgreSQL for as long as its standard input is open: whoever started it may be killed in any way, and nothing is left behind.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const { program, parameters, folder, user } = JSON.parse(process.argv[2]);
const server = spawn(program, parameters, { ...user, cwd: folder, stdio: 'ignore' });
server.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
process.stdin.resume().once('close', () => server.kill('SIGQUIT'));
