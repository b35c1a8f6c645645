/**
 * Whom to ask again: `node bench/rescreening/index.ts --people 100000`. First the pure part: the next sitting of each of so many
 * people, and ten years of each. Then a plan of as many people on a real database: the counts of a coordinator through HTTP and
 * the list of those to be reminded, as the job asks for it. What is asked for is a due list within 200 milliseconds.
 */
import { parseArgs } from 'node:util';
import {
  nextRescreen,
  type RescreenFacts,
  rescreenRules,
  rescreensOf,
} from '../../packages/domain/src/assessments/rescreening/index.ts';
import { addDays } from '../../packages/domain/src/cases/index.ts';
import { USUAL_AGE_TABLE } from '../../packages/domain/src/consents/index.ts';
import { findForm, listForms } from '../../packages/domain/src/instruments/index.ts';
import { DEFAULT_PATHWAY } from '../../packages/domain/src/pathways/index.ts';
import { listToRemind } from '../../packages/server/src/assessments/rescreening/queries.ts';
import { setProgramme } from '../../packages/server/src/db/request-transaction.ts';
import { CAST_REGION, castId } from '../../packages/server/src/demo/cast.ts';
import { startTestServer } from '../../packages/server/src/test/database-server.ts';
import { testApp } from '../../packages/server/src/test/test-app.ts';
import { fillPlan } from './queries.ts';

const { values } = parseArgs({ options: { people: { type: 'string', default: '100000' } } });
const count = Number(values.people);
const today = '2026-11-23';

const forms = listForms().flatMap(({ code }) => findForm(code) ?? []);
const rulesOver = (months: number) =>
  rescreenRules({
    ...{ today, pathway: DEFAULT_PATHWAY, forms, ages: USUAL_AGE_TABLE, schoolAge: 6, months },
  });
const facts = (at: number): RescreenFacts => ({
  personId: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  birth: { precision: 'day', date: addDays('1970-01-01', (at * 7919) % 20_000) },
  ...{ hasAgreed: true, agreedOn: '2026-01-10', stepBegan: at % 3 === 0 ? '2026-11-01' : null },
  asked: [{ form: 'phq-9', informant: 'self', on: addDays('2026-01-15', (at * 31) % 300) }],
  ...{ moves: [], returns: [], schooling: null, skip: null },
  releases: at % 10 === 0 ? [{ from: '2027-05-01', to: '2027-05-31' }] : [],
});

const timed = (what: string, times: number, work: (at: number) => void) => {
  const from = performance.now();
  for (let at = 0; at < times; at++) work(at);
  const seconds = (performance.now() - from) / 1000;
  console.log(
    `${what}: ${times} people in ${seconds.toFixed(1)} s, ${Math.round(times / seconds)} a second`,
  );
};
const near = rulesOver(24);
const far = rulesOver(120);
timed('the next sitting, pure', count, (at) => void nextRescreen(facts(at), near));
timed('ten years, pure', count / 10, (at) => void rescreensOf(facts(at), far));

const server = await startTestServer();
const app = await testApp();
const { programmeId } = app;
await fillPlan(app.database, {
  ...{ programmeId, accountId: castId('saule'), region: CAST_REGION, people: count, today },
});
const aidos = app.as('aidos');

const middle = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
async function measured(what: string, work: () => Promise<number>): Promise<void> {
  const times: number[] = [];
  let rows = 0;
  for (let turn = 0; turn < 21; turn++) {
    const from = performance.now();
    rows = await work();
    times.push(performance.now() - from);
  }
  const slowest = Math.max(...times.slice(1));
  console.log(
    `${what}: ${rows} rows, ${middle(times).toFixed(0)} ms, ${slowest.toFixed(0)} ms at most`,
  );
}
await measured(`due and overdue by region out of ${count} people, through HTTP`, async () => {
  const { regions } = await aidos.call('countRescreens', {});
  return regions.length;
});
await measured(`due list of ${count} people, the first hundred to be reminded`, async () => {
  const rows = await app.database.jobs.transaction().execute(async (tx) => {
    await setProgramme(tx, programmeId);
    return await listToRemind(tx, { today, limit: 100 });
  });
  return rows.length;
});
await app[Symbol.asyncDispose]();
await server.stop();
