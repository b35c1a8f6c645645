/**
 * Measures how many submissions a second the whole program takes: HTTP, limits, validation, scoring, one durable commit, and the
 * job that shuffles them into the stored answers meanwhile.
 *
 *   node bench/submissions/index.ts [--stored 1000000] [--seconds 10] [--connections 1,8,32] [--mode open|one-time]
 *
 * The database is an embedded PostgreSQL of its own with fsync on, in a throw-away folder, or a database made anew on the server that
 * DATABASE_URL names (which must have fsync on as well).
 */
import { parseArgs } from 'node:util';
import { measure } from './measure.ts';
import { openStand } from './stand.ts';

const { values } = parseArgs({
  options: {
    stored: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '1,8,32' },
    mode: { type: 'string', default: 'open' },
  },
});
const mode = values.mode === 'one-time' ? 'one-time' : 'open';
await using stand = await openStand(mode);
const progress = (text: string) => process.stderr.write(`${text}\n`);
const stored = Number(values.stored);
if (stored > 0) {
  const start = performance.now();
  await stand.fill(stored, (done) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    progress(`stored ${done.toLocaleString('en')} of ${stored.toLocaleString('en')}, ${seconds} s`);
  });
}
console.log(
  `PostgreSQL ${stand.version}, mode ${mode}, ${stored.toLocaleString('en')} answers stored before`,
);
console.log(
  'connections  submissions/s    p50 ms   p95 ms   p99 ms  max ms  refused  server MB  on disk',
);
for (const connections of values.connections.split(',').map(Number)) {
  progress(`with ${connections}: warming up, then ${values.seconds} s`);
  const row = await measure(stand, { connections, seconds: Number(values.seconds) });
  const at = (part: number) => row.latencies[Math.floor(row.latencies.length * part)] ?? 0;
  console.log(
    [
      String(connections).padStart(11),
      (row.accepted / row.seconds).toFixed(0).padStart(14),
      at(0.5).toFixed(1).padStart(9),
      at(0.95).toFixed(1).padStart(8),
      at(0.99).toFixed(1).padStart(8),
      (row.latencies.at(-1) ?? 0).toFixed(1).padStart(7),
      String(row.refused).padStart(8),
      (row.serverBytes / 1024 ** 2).toFixed(0).padStart(10),
      row.onDisk === row.accepted ? `all ${row.onDisk}` : `${row.onDisk} OF ${row.accepted}`,
    ].join('  '),
  );
  console.log(
    `             body ${row.bytes.toFixed(0)} bytes; server ${row.serverCpu.toFixed(0)} µs of processor each, load ${row.loadCpu.toFixed(0)}; write-ahead log ${row.logBytes.toFixed(0)} bytes each; shuffled in while measuring: ${row.shuffledMeanwhile}; ` +
      `all shuffled in ${row.drainSeconds.toFixed(1)} s after the last answer`,
  );
  if (row.onDisk !== row.accepted) process.exitCode = 1;
}
