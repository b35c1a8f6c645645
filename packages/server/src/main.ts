import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { askSecret } from './cli/ask-secret.ts';
import { runProgram } from './cli/run-program.ts';
import { onStop } from './cli/stop-wishes.ts';

// Whoever reads what is said may stop reading (`tirek serve | head`); the program goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// The clock, chance and the outside world enter here and nowhere else.
process.exitCode = await runProgram(process.argv.slice(2), {
  environment: process.env,
  folder: process.cwd(),
  clock: () => new Date(),
  newId: () => randomUUIDv7(),
  randomBytes,
  print: (text) => process.stdout.write(`${text}\n`),
  printBytes: (bytes) => process.stdout.write(bytes),
  complain: (text) => process.stderr.write(`${text}\n`),
  askSecret,
  onStop,
  leave: (status) => process.exit(status),
});

// A connection that somebody forgot must not keep a program alive that has said it is done.
setTimeout(() => process.exit(), 5000).unref();
