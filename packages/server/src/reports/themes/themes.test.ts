import { randomUUID } from 'node:crypto';
import type { Note } from '@tirek/domain/reports/themes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSurvey, phq8, send, shuffle, submissionOf } from '../../surveys/test/test-survey.ts';
import { rowsAsApp, rowsAsOwner } from '../../test/queries.ts';
import { type TestApp, testApp } from '../../test/test-app.ts';

type Coder = 'dana' | 'timur';

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

const HEAD = {
  title: 'Семинар, көктем',
  kind: 'workshop',
  heldOn: '2026-04-14',
  place: 'capital',
  language: 'kk',
} as const;
const TEXTS = ['Пәтер жалдау қымбат.', 'Балаларға логопед керек.', 'Бір-бірімізге көмектесеміз.'];

async function addNote(coders: 1 | 2): Promise<{ note: Note; excerpts: string[] }> {
  const excerpts = TEXTS.map((text) => ({
    id: randomUUID(),
    speaker: 'practitioners' as const,
    text,
  }));
  const note = await app
    .as('dana')
    .call('addThemeNote', { id: randomUUID(), waveId, head: { ...HEAD, coders }, excerpts });
  return { note, excerpts: excerpts.map(({ id }) => id) };
}

const start = async (who: Coder, noteId: string) =>
  (await app.as(who).call('startThemeCoding', { id: randomUUID(), noteId })).id;

const mark = (who: Coder, codingId: string, excerptId: string, themes: string[]) =>
  app.as(who).raw('markExcerpt', { id: randomUUID(), codingId, excerptId, themes });

const end = (who: Coder, codingId: string) =>
  app.as(who).call('endThemeCoding', { id: randomUUID(), codingId });

/** Each excerpt gets the themes at its place. */
async function code(who: Coder, noteId: string, excerpts: string[], themes: string[][]) {
  const codingId = await start(who, noteId);
  for (const [place, excerptId] of excerpts.entries()) {
    await mark(who, codingId, excerptId, themes[place] ?? []);
  }
  return codingId;
}

/** What a query put past the program would find, under the login of the program and one person's name. */
const asApp = (who: Coder, text: string) =>
  rowsAsApp(
    app.database,
    {
      actor_kind: 'account',
      actor_id: app.id(who),
      programme_id: app.programmeId,
      fully_signed_in: 'yes',
    },
    text,
  );

const readAs = async (who: Coder, noteId: string) =>
  await app.as(who).call('getThemeNote', { noteId });

describe('a note that two people code', () => {
  it('shows Timur nothing of what Dana found until both have finished, whichever way he asks', async () => {
    const { note, excerpts } = await addNote(2);
    const danas = await code('dana', note.id, excerpts, [['01_housing'], [], ['peer_support']]);
    await end('dana', danas);
    const timurs = await code('timur', note.id, excerpts, [[], [], []]);

    const { excerpts: read } = await readAs('timur', note.id);
    expect(read.flatMap(({ marks }) => marks.map(({ codingId }) => codingId))).toEqual(
      excerpts.map(() => timurs),
    );
    const { differences } = await app.as('timur').call('getThemeAgreement', { waveId });
    expect(differences.filter(({ noteId }) => noteId === note.id)).toEqual([]);
    const seen = await asApp(
      'timur',
      `select coding_id from theme_mark where note_id = '${note.id}'`,
    );
    expect(new Set(seen.map((row) => row.coding_id))).toEqual(new Set([timurs]));

    await end('timur', timurs);
    const { excerpts: open } = await readAs('timur', note.id);
    expect(open[0]?.marks.map(({ themes }) => themes)).toEqual([['01_housing'], []]);
  });

  it('cannot be opened by ending what is not done', async () => {
    const { note, excerpts } = await addNote(2);
    await end('dana', await code('dana', note.id, excerpts, [['01_housing']]));
    const timurs = await start('timur', note.id);
    const timur = app.as('timur');
    await mark('timur', timurs, excerpts[0] ?? '', []);
    expect(await timur.raw('endThemeCoding', { id: randomUUID(), codingId: timurs })).toMatchObject(
      {
        status: 409,
        body: { code: 'theme-excerpts-left', details: { left: 2 } },
      },
    );
    await expect(
      asApp(
        'timur',
        `insert into theme_coding_end (coding_id, programme_id, note_id, ended_at)
          values ('${timurs}', '${app.programmeId}', '${note.id}', now()) returning coding_id`,
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('is not coded by a third person, nor twice by one, nor by one in the name of the other', async () => {
    const { note, excerpts } = await addNote(1);
    const danas = await start('dana', note.id);
    const again = { id: randomUUID(), noteId: note.id };
    expect(await app.as('dana').refusal('startThemeCoding', again)).toBe('theme-coding-begun');
    expect(await app.as('timur').refusal('startThemeCoding', again)).toBe('theme-coders-full');
    expect((await mark('timur', danas, excerpts[0] ?? '', [])).status).toBe(404);
  });

  it('takes no mark after its end, and a change before it takes the place of the earlier mark', async () => {
    const { note, excerpts } = await addNote(1);
    const danas = await code('dana', note.id, excerpts, [['01_housing'], [], []]);
    await mark('dana', danas, excerpts[0] ?? '', ['02_finding_employment']);
    await end('dana', danas);
    expect((await mark('dana', danas, excerpts[0] ?? '', [])).body).toMatchObject({
      code: 'theme-coding-ended',
    });
    const { excerpts: read } = await readAs('timur', note.id);
    expect(read[0]?.marks).toEqual([{ codingId: danas, themes: ['02_finding_employment'] }]);
  });

  it('keeps every mark that was ever made, and lets nobody change one', async () => {
    for (const table of ['theme_note', 'theme_mark', 'theme_settlement', 'theme_quote']) {
      await expect(rowsAsOwner(app.database, `delete from ${table}`)).rejects.toThrow(
        /append-only/,
      );
    }
  });
});

describe('what two coders did not agree on', () => {
  it('counts in the report once Dana has settled it with a reason, and is settled anew only on what holds', async () => {
    const { note, excerpts } = await addNote(2);
    const [first = ''] = excerpts;
    await end('dana', await code('dana', note.id, excerpts, [['21_ecology'], [], []]));
    await end('timur', await code('timur', note.id, excerpts, [[], [], []]));
    const settle = (
      theme: '21_ecology' | '01_housing',
      basedOn: string | null,
      isGiven: boolean,
    ) => ({
      ...{ id: randomUUID(), excerptId: first, theme, isGiven, basedOn },
      reason: 'Сөз түтін туралы болды.',
    });
    const dana = app.as('dana');
    expect(await dana.refusal('settleTheme', settle('01_housing', null, true))).toBe(
      'theme-not-different',
    );
    expect(await ecology()).toBe(0);
    const made = await dana.call('settleTheme', settle('21_ecology', null, true));
    expect(made).toMatchObject({ isGiven: true, settledByName: 'Дана Оспанова' });
    expect(await ecology()).toBe(1);
    const timur = app.as('timur');
    expect(await timur.refusal('settleTheme', settle('21_ecology', null, false))).toBe(
      'changed-meanwhile',
    );
    await timur.call('settleTheme', settle('21_ecology', made.id, false));
    expect(await ecology()).toBe(0);
  });

  async function ecology(): Promise<unknown> {
    const report = await app.as('timur').call('getWaveReport', { waveId, language: 'kk' });
    const blocks = report.sections.flatMap(({ blocks: own }) => own);
    const table = blocks.find(({ id }) => id === 'themes-mentions');
    if (table?.kind !== 'table') throw new Error('no themes in the report');
    const place = table.columns.findIndex(({ id }) => id === 'count');
    return table.rows.find(({ id }) => id === '21_ecology')?.cells[place];
  }
});

describe('a quotation', () => {
  const quoted = async () => {
    const report = await app.as('timur').call('getWaveReport', { waveId, language: 'kk' });
    return report.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === 'paragraph' && block.id.startsWith('quote-') ? [block.text] : [],
      );
  };

  it('is printed once another than who proposed it has cleared it, until the speaker takes it back', async () => {
    const { note, excerpts } = await addNote(1);
    await end('dana', await code('dana', note.id, excerpts, [[], [], []]));
    const id = randomUUID();
    const given = {
      id,
      excerptId: excerpts[0] ?? '',
      consent: 'spoken',
      reach: 'network',
    } as const;
    const dana = app.as('dana');
    expect(await dana.refusal('proposeQuote', { ...given, words: 'Пәтер өте қымбат.' })).toBe(
      'quote-altered',
    );
    const proposed = { ...given, id: randomUUID(), words: 'Пәтер жалдау қымбат.' };
    const { id: quoteId } = await dana.call('proposeQuote', proposed);
    expect(await quoted()).toEqual([]);
    const clearing = { id: randomUUID(), quoteId, decision: 'cleared' } as const;
    expect(await dana.refusal('decideQuote', clearing)).toBe('quote-own');
    expect(await quoted()).toEqual([]);
    await app.as('timur').call('decideQuote', { ...clearing, id: randomUUID() });
    expect(await quoted()).toEqual([expect.stringContaining('Пәтер жалдау қымбат.')]);
    await dana.call('withdrawQuote', { id: randomUUID(), quoteId, reason: 'Келісімін қайтарды.' });
    expect(await quoted()).toEqual([]);
  });

  it('cannot be cleared by its author past the program either', async () => {
    const { excerpts } = await addNote(1);
    const dana = app.as('dana');
    const { id: quoteId } = await dana.call('proposeQuote', {
      ...{ id: randomUUID(), excerptId: excerpts[1] ?? '', words: 'логопед керек' },
      consent: 'written',
      reach: 'public',
    });
    await expect(
      asApp(
        'dana',
        `insert into theme_quote_decision (quote_id, programme_id, proposed_by, kind, decided_by, decided_at)
          values ('${quoteId}', '${app.programmeId}', '${app.id('dana')}', 'cleared', '${app.id('dana')}', now()) returning quote_id`,
      ),
    ).rejects.toThrow(/theme_quote_decision_by_another/);
  });
});

describe('the log', () => {
  it('tells who coded which excerpt, never what was found in it or said', async () => {
    const entries = await rowsAsOwner(
      app.database,
      `select facts from audit_entry where action in ('markExcerpt', 'addThemeNote', 'getThemeNote', 'proposeQuote')`,
    );
    const told = JSON.stringify(entries);
    expect(entries.length).toBeGreaterThan(10);
    expect(told).not.toMatch(/housing|ecology|Пәтер|логопед/);
  });
});
