/**
 * Every read that asks for nothing but who asks, by each role: `node bench/caseload/reads.ts --data FOLDER`. A register that was
 * filled by `caseload --data FOLDER`; of each read the processor time of the program and of the database, the middle one of some
 * turns, and how long the answer is. Laid side by side for two sizes they tell what grows.
 */
import { parseArgs } from 'node:util';
import { routes } from '../../packages/server/src/app.ts';
import { openBrowser, signIn, unpacked } from './browser.ts';
import { openStand } from './stand.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    people: { type: 'string', default: '10000' },
    turns: { type: 'string', default: '5' },
  },
});
await using stand = await openStand(
  { people: Number(values.people), workers: 200, data: values.data, jobs: false },
  (text) => process.stderr.write(`${text}\n`),
);
console.log(`${stand.made.people} people`);
const [practitioner] = stand.workers;
const everybody = { practitioner, ...stand.signingIn };
const reads = routes.filter(
  ({ endpoint }) =>
    endpoint.kind === 'read' && endpoint.method === 'GET' && endpoint.input.safeParse({}).success,
);
const middle = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
for (const [at, [role, worker]] of Object.entries(everybody).entries()) {
  if (!worker) continue;
  const call = openBrowser({ port: stand.port, address: `10.2.0.${at + 1}` });
  await signIn(call, worker);
  for (const { name } of reads) {
    const costs: { server: number; database: number }[] = [];
    let length = 0;
    try {
      for (let turn = 0; turn < Number(values.turns); turn++) {
        const before = await stand.spent();
        const answer = await call(name, {});
        const after = await stand.spent();
        const { server, database } = after;
        costs.push({ server: server - before.server, database: database - before.database });
        length = JSON.stringify(unpacked(answer)).length;
      }
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (!/ 40[13] /.test(text)) console.log(`${role} ${name}: ${text.slice(0, 120)}`);
      continue;
    }
    const [server, database] = [
      middle(costs.map((each) => each.server)),
      middle(costs.map((each) => each.database)),
    ];
    console.log(
      `${role.padEnd(24)} ${name.padEnd(28)} ${server.toFixed(1).padStart(8)} ${database.toFixed(1).padStart(8)} ms ${String(length).padStart(9)} signs`,
    );
  }
}
