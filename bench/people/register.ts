/**
 * Bringing a register in: `node bench/people/register.ts --rows 749,10000 --registered 10000`. A file of invented families is read,
 * everybody is looked for among people who are registered already and within the file, and all are registered, on a real database;
 * a tenth of the file is people who are registered under another spelling.
 */
import { parseArgs } from 'node:util';
import { castId } from '../../packages/server/src/demo/cast.ts';
import { chance, pick } from '../../packages/server/src/demo/made-up/chance.ts';
import {
  allOthers,
  check,
  listOf,
  run,
  upload,
} from '../../packages/server/src/people/register/test/importing.ts';
import { startTestServer } from '../../packages/server/src/test/database-server.ts';
import { testApp } from '../../packages/server/src/test/test-app.ts';
import { type MadeUp, somebody } from './made-up-people.ts';
import { fillRegister } from './queries.ts';
import { WAYS } from './spell-otherwise.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '749,10000' },
    registered: { type: 'string', default: '10000' },
  },
});
const random = chance(749);
const registered = Array.from({ length: Number(values.registered) }, () => somebody(random));
const spellings = Object.values(WAYS);
const server = await startTestServer();

const lineOf = ({ family, given, birth, sex }: MadeUp, at: number) =>
  [
    Math.floor(at / 4) + 1,
    `${family} ${given}`,
    birth?.date.split('-').toReversed().join('.') ?? '',
    sex === 'male' ? 'м' : 'ж',
    at % 4 === 0 ? 'глава семьи' : '',
  ].join(';');

const print = (cells: readonly string[]) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(8) : cell.padStart(14))).join(''));
console.log(`beside ${registered.length} people who are registered already\n`);
print(['rows', 'upload', 'look through', 'asked about', 'register', 'people']);
for (const rows of values.rows.split(',').map(Number)) {
  const app = await testApp();
  await fillRegister(app.database, {
    programmeId: app.programmeId,
    accountId: castId('saule'),
    people: registered,
  });
  const people = Array.from({ length: rows }, (_, at) =>
    at % 10 === 9 ? pick(spellings, random)(pick(registered, random), random) : somebody(random),
  );
  const file = listOf(['Семья;ФИО;Дата рождения;Пол;Родство', ...people.map(lineOf)]);
  const saule = app.as('saule');
  const times: string[] = [];
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await work();
    times.push(`${((performance.now() - from) / 1000).toFixed(1)} s`);
    return done;
  };
  const uploaded = await timed(() => upload(saule, file));
  const checked = await timed(() => check(app, saule, uploaded));
  await allOthers(saule, uploaded.id);
  const done = await timed(() => run(app, saule, uploaded.id, castId('saule')));
  if (done.state !== 'done') throw new Error(`it ended as ${JSON.stringify(done)}`);
  const [uploading, looking, registering] = times as [string, string, string];
  print([
    String(rows),
    uploading,
    looking,
    String(checked.asked),
    registering,
    String(done.people),
  ]);
  await app[Symbol.asyncDispose]();
}
await server.stop();
