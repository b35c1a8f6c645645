import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derivedKey } from '../http/derived-key.ts';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { TEST_KEY } from '../test/throw-away-database.ts';
import { surveyKeys } from './survey-keys.ts';
import {
  type OpenSurvey,
  openSurvey,
  phq8,
  send,
  shuffle,
  submissionOf,
} from './test/test-survey.ts';

/**
 * The attacker of these tests may read every table as superuser, system columns and all, at any moment, and also holds the
 * installation key for the codes: he knows which hash is whose code, and in which order the codes were used. He knows one more
 * thing than anybody should: each woman's answers, so that his guesses can be counted. He may not look into the memory of the
 * running program.
 */
const WOMEN = 200;

interface Woman {
  readonly code: string;
  /** Eight answers that nobody else gave. */
  readonly answers: string;
}

let app: TestApp;
let survey: OpenSurvey;
let women: Woman[];
/** What the attacker sees while answers wait. */
let seenWaiting: Record<string, unknown>[];

const keys = surveyKeys((purpose) => derivedKey(TEST_KEY, purpose));
const see = <Row extends Record<string, unknown>>(text: string) =>
  rowsAsOwner<Row>(app.database, text, [survey.wave.id]);

beforeAll(async () => {
  app = await testApp();
  survey = await openSurvey(app, { linkage: 'one-time' });
  const { codes } = await app
    .as('dana')
    .call('issueCodes', { id: randomUUID(), waveId: survey.wave.id, count: WOMEN + 50 });
  women = codes.slice(0, WOMEN).map((code, n) => ({
    code,
    answers: n.toString(4).padStart(8, '0'),
  }));
  seenWaiting = [];
  for (const [n, woman] of women.entries()) {
    const answers = phq8(...woman.answers);
    const refused = await send(app, survey, submissionOf(survey, { code: woman.code, answers }));
    if (refused) throw new Error(refused.code);
    if (n % 7 === 0)
      seenWaiting.push(
        ...(await see('select *, xmin, ctid from survey_arrival where wave_id = $1')),
      );
    // The job comes by every few seconds.
    if (randomInt(4) === 0) await shuffle(app);
  }
  app.clock.advance(24 * 60);
  await shuffle(app);
});
afterAll(() => app[Symbol.asyncDispose]());

/** Right guesses when the n-th code in one order is said to belong to the n-th answer in another. */
async function rightGuesses(codeOrder: string, answerOrder: string): Promise<number> {
  const hashes = await see<{ hash: string }>(
    `select replace(code_hash::text, '-', '') as hash from survey_code where wave_id = $1 and state <> 0 order by ${codeOrder}`,
  );
  const stored = await see<{ answers: Record<string, Record<string, string>> }>(
    `select answers from survey_response where wave_id = $1 order by ${answerOrder}`,
  );
  expect([hashes.length, stored.length]).toEqual([WOMEN, WOMEN]);
  const byHash = new Map(
    women.map((woman) => [keys.code(survey.wave.id, woman.code.replaceAll('-', '')), woman]),
  );
  return hashes.filter(({ hash }, n) => {
    const said = stored[n]?.answers['phq-8'] ?? {};
    const guessed = Array.from({ length: 8 }, (_, item) => said[`phq8_${item + 1}`]).join('');
    return byHash.get(hash)?.answers === guessed;
  }).length;
}

/** Guessing blindly is right once, whatever the number of women, and nine times or more in one of a million trials. */
const CHANCE = 9;

describe('whoever reads the whole database', () => {
  it.each([
    ['place', 'ctid', 'ctid'],
    ['place, backwards', 'ctid', 'ctid desc'],
    ['transaction, then place', 'xmin::text::bigint, ctid', 'xmin::text::bigint, ctid'],
    ['transaction and place, then id', 'xmin::text::bigint, ctid', 'xmin::text::bigint, id'],
    ['hash and id', 'code_hash', 'id'],
    ['place and day', 'ctid', 'received_on, ctid'],
  ])('joins codes and answers by %s no better than blindly', async (_, codes, answers) => {
    expect(await rightGuesses(codes, answers)).toBeLessThan(CHANCE);
  });

  it('cannot tell one used code from another by its transaction', async () => {
    const [{ transactions } = { transactions: 0 }] = await see<{ transactions: number }>(
      'select count(distinct xmin::text) as transactions from survey_code where wave_id = $1 and state <> 0',
    );
    expect(transactions).toBe(1);
  });

  it('finds the order of arrival, which he knows, nowhere in the answers or the codes', async () => {
    const order = async (text: string) => {
      const rows = await see<{ hash?: string; answers?: Record<string, Record<string, string>> }>(
        text,
      );
      return rows.map((row) =>
        women.findIndex((woman) =>
          row.hash
            ? keys.code(survey.wave.id, woman.code.replaceAll('-', '')) === row.hash
            : Object.values(row.answers?.['phq-8'] ?? {}).join('') === woman.answers,
        ),
      );
    };
    const codes = await order(
      `select replace(code_hash::text, '-', '') as hash from survey_code where wave_id = $1 and state <> 0 order by ctid`,
    );
    expect(Math.abs(correlation(codes))).toBeLessThan(0.35);
    // Answers come in batches, so their place tells roughly when; within a batch it tells nothing.
    const answers = await see<{ batch: string; answers: Record<string, Record<string, string>> }>(
      'select xmin::text as batch, answers from survey_response where wave_id = $1 order by ctid',
    );
    const batches = Map.groupBy(answers, ({ batch }) => batch);
    const inOrder = [...batches.values()].filter((batch) => {
      const places = batch.map(({ answers: said }) =>
        women.findIndex((woman) => Object.values(said['phq-8'] ?? {}).join('') === woman.answers),
      );
      return places.every((place, n) => n === 0 || place > (places[n - 1] ?? 0));
    });
    expect(inOrder.filter((batch) => batch.length >= 10)).toEqual([]);
    expect([...batches.values()].filter((batch) => batch.length < 10).length).toBeLessThan(2);
  });

  it('sees no time, no address and no id of the phone beside an answer', async () => {
    const columns = await rowsAsOwner<{ column: string }>(
      app.database,
      `select table_name || '.' || column_name as column from information_schema.columns
       where table_name in ('survey_response', 'survey_code', 'survey_arrival', 'survey_receipt')
         and (data_type like 'timestamp%' or column_name ~ 'address|agent|_at$|created')`,
    );
    expect(columns).toEqual([]);
  });

  it('reads nothing of what waits, and cannot tell by its size whose it is', () => {
    expect(seenWaiting.length).toBeGreaterThan(20);
    for (const row of seenWaiting) {
      const sealed = row.sealed as Buffer;
      expect(sealed.toString('latin1')).not.toContain('phq');
      expect(sealed.length % 1024).toBe(28);
    }
    const single = seenWaiting
      .filter((row) => row.answers === 1)
      .map((row) => (row.sealed as Buffer).length);
    expect(new Set(single).size).toBe(1);
  });

  it('finds no row in the audit log or among the receipts of writes for an answer', async () => {
    const told = await rowsAsOwner(
      app.database,
      `select from audit_entry where action = 'submitAnswers' union all select from write_receipt where endpoint = 'submitAnswers'`,
    );
    expect(told).toEqual([]);
  });

  it('finds codes that nobody has used in no order of the sheets', async () => {
    const rest = await see<{ hash: string }>(
      `select replace(code_hash::text, '-', '') as hash from survey_code where wave_id = $1 and state = 0 order by ctid`,
    );
    expect(rest.map(({ hash }) => hash)).toEqual(rest.map(({ hash }) => hash).sort());
  });
});

/** Spearman's correlation of an order with 0, 1, 2, … */
function correlation(places: readonly number[]): number {
  const n = places.length;
  const squares = places.reduce((sum, place, at) => sum + (place - at) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
