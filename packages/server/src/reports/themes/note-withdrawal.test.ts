import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSurvey, phq8, send, shuffle, submissionOf } from '../../surveys/test/test-survey.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';

const WORDS = 'Пәтер жалдау қымбат.';
const REASON = 'Сөйлеген әйел келісімін қайтарып алды.';

let app: TestApp;
let waveId: string;
beforeAll(async () => {
  app = await testApp();
  const survey = await openSurvey(app);
  await send(app, survey, submissionOf(survey, { answers: phq8('1') }));
  waveId = survey.wave.id;
  await app.as('dana').call('closeWave', { id: randomUUID(), waveId, reason: 'All answered.' });
  await shuffle(app);
});
afterAll(() => app[Symbol.asyncDispose]());

interface Said {
  readonly noteId: string;
  readonly excerptId: string;
  readonly codingId: string;
}

/** An interview of one excerpt that Dana has begun to code. */
async function interview(): Promise<Said> {
  const dana = app.as('dana');
  const excerptId = randomUUID();
  const { id: noteId } = await dana.call('addThemeNote', {
    id: randomUUID(),
    waveId,
    head: {
      title: 'Сұхбат',
      kind: 'interview',
      heldOn: '2026-04-14',
      place: 'town',
      language: 'kk',
      coders: 1,
    },
    excerpts: [{ id: excerptId, speaker: 'returnee-women', text: WORDS }],
  });
  const { id: codingId } = await dana.call('startThemeCoding', { id: randomUUID(), noteId });
  return { noteId, excerptId, codingId };
}

/** Coded to the end, quoted, and cleared for everybody. */
async function quotedInterview(): Promise<Said> {
  const said = await interview();
  const { codingId, excerptId } = said;
  const dana = app.as('dana');
  const id = randomUUID();
  await dana.call('markExcerpt', { id: randomUUID(), codingId, excerptId, themes: ['01_housing'] });
  await dana.call('endThemeCoding', { id: randomUUID(), codingId });
  const agreed = { consent: 'spoken', reach: 'public' } as const;
  await dana.call('proposeQuote', { id, excerptId, words: WORDS, ...agreed });
  const clearing = { id: randomUUID(), quoteId: id, decision: 'cleared' } as const;
  await app.as('timur').call('decideQuote', clearing);
  return said;
}

const takeBack = (noteId: string) => ({ id: randomUUID(), noteId, reason: REASON });

/** What the report of the wave quotes, and on how many excerpts its themes rest. */
async function reported(): Promise<{ quotes: number; hasThemes: boolean }> {
  const report = await app.as('timur').call('getWaveReport', { waveId, language: 'kk' });
  const blocks = report.sections.flatMap(({ blocks: own }) => own);
  return {
    quotes: blocks.filter((each) => each.kind === 'paragraph' && each.text.includes(WORDS)).length,
    hasThemes: blocks.some(({ id }) => id === 'themes-mentions'),
  };
}

const asApp = (text: string) =>
  rowsAsApp<{ n: number }>(
    app.database,
    {
      actor_kind: 'account',
      actor_id: app.id('dana'),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    },
    text,
  );

it('a woman who takes her words back is read by nobody and quoted in no new report, while the reason stays', async () => {
  const { noteId } = await quotedInterview();
  expect(await reported()).toEqual({ quotes: 1, hasThemes: true });

  const withdrawn = await app.as('timur').call('withdrawThemeNote', takeBack(noteId));
  expect(withdrawn.withdrawal).toMatchObject({ byName: 'Тимур Алиев', reason: REASON });

  expect(await reported()).toEqual({ quotes: 0, hasThemes: false });
  const { note, excerpts } = await app.as('dana').call('getThemeNote', { noteId });
  expect(excerpts).toEqual([]);
  expect(note.withdrawal?.reason).toBe(REASON);
  expect((await app.as('dana').call('listThemeQuotes', { waveId })).quotes).toEqual([]);
  const { notes } = await app.as('dana').call('listThemeNotes', { waveId });
  expect(notes.find(({ id }) => id === noteId)).toMatchObject({ excerpts: 0, title: 'Сұхбат' });
});

it('past the program her words are not found either, and nobody undoes it', async () => {
  const { noteId } = await quotedInterview();
  const tables = ['theme_excerpt', 'theme_mark', 'theme_quote', 'theme_settlement'];
  const seen = async (table: string) =>
    (await asApp(`select count(*)::int as n from ${table} where note_id = '${noteId}'`))[0]?.n;
  expect(await Promise.all(tables.map(seen))).toEqual([1, 1, 1, 0]);
  await app.as('dana').call('withdrawThemeNote', takeBack(noteId));
  expect(await Promise.all(tables.map(seen))).toEqual([0, 0, 0, 0]);
  for (const change of ['delete from', 'truncate']) {
    await expect(rowsAsOwner(app.database, `${change} theme_note_withdrawal`)).rejects.toThrow(
      /append-only/,
    );
  }
});

it('what was taken back is coded, quoted and taken back no more', async () => {
  const { noteId, excerptId, codingId } = await interview();
  const dana = app.as('dana');
  await dana.call('withdrawThemeNote', takeBack(noteId));
  const own = { id: randomUUID(), codingId };
  expect([
    await dana.refusal('withdrawThemeNote', takeBack(noteId)),
    await app.as('timur').refusal('startThemeCoding', { id: randomUUID(), noteId }),
    await dana.refusal('markExcerpt', { ...own, excerptId, themes: [] }),
    await dana.refusal('endThemeCoding', { ...own, id: randomUUID() }),
    await dana.refusal('proposeQuote', {
      ...{ id: randomUUID(), excerptId, words: WORDS },
      ...{ consent: 'spoken', reach: 'network' },
    }),
  ]).toEqual([
    ...Array.from({ length: 4 }, () => 'theme-note-withdrawn'),
    // Her words are not there to be quoted.
    'not-found',
  ]);
  for (const [table, columns, values] of [
    [
      'theme_coding',
      'id, place, coder_id, started_at',
      `gen_random_uuid(), 1, '${app.id('dana')}', now()`,
    ],
    [
      'theme_mark',
      'id, coding_id, excerpt_id, themes, marked_at',
      `gen_random_uuid(), '${codingId}', '${excerptId}', '{}', now()`,
    ],
    [
      'theme_quote',
      'id, excerpt_id, words, consent, reach, proposed_by, proposed_at',
      `gen_random_uuid(), '${excerptId}', 'x', 'spoken', 'public', '${app.id('dana')}', now()`,
    ],
  ] as const) {
    await expect(
      asApp(
        `insert into ${table} (${columns}, note_id, programme_id) values (${values}, '${noteId}', '${app.programmeId}')`,
      ),
      table,
    ).rejects.toThrow(/row-level security/);
  }
});

it('the log says that it was taken back, and neither why nor what was said', async () => {
  const rows = await rowsAsOwner(
    app.database,
    "select * from audit_entry where action = 'withdrawThemeNote' and effect = 'write'",
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/келісім|Пәтер|Сұхбат/);
});
