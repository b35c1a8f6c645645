import { randomBytes, randomUUID, webcrypto } from 'node:crypto';
import { panelId } from '@tirek/domain/surveys';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import {
  type OpenSurvey,
  openSurvey,
  openWave,
  phq8,
  send,
  shuffle,
  submissionOf,
} from './test/test-survey.ts';

let app: TestApp;
let survey: OpenSurvey;
let cards: string[];

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  app.clock.set('2026-11-23T05:00:00.000Z');
  survey = await openSurvey(app, { linkage: 'panel' });
  ({ cards } = await app
    .as('dana')
    .call('issueCards', { id: randomUUID(), campaignId: survey.campaign.id, count: 20 }));
});

/** What her phone computes from card and PIN. */
async function panelOf(card: string, pin: string): Promise<string> {
  const made = await panelId(webcrypto.subtle as never, {
    card,
    pin,
    campaign: survey.campaign.id,
  });
  if (made.kind !== 'panel') throw new Error(made.kind);
  return made.panel;
}

const answer = (wave: { slug: string }, panel: string, answers = phq8('0')) =>
  send(app, wave, submissionOf(survey, { panel, answers }));

async function nextDay(): Promise<void> {
  app.clock.advance(24 * 60);
  await shuffle(app);
}

interface Stored extends Record<string, unknown> {
  wave_id: string;
  panel_hash: string;
  answers: unknown;
}
const stored = () =>
  rowsAsOwner<Stored>(
    app.database,
    `select wave_id, panel_hash, answers from survey_response
     where wave_id in (select id from survey_wave where campaign_id = $1)`,
    [survey.campaign.id],
  );

describe('Madina answers every half year with her card and her PIN', () => {
  it('and her waves join, hers with hers and nobody else’s', async () => {
    const [madina, aigul] = [
      await panelOf(cards[0]!, '271828'),
      await panelOf(cards[1]!, '314159'),
    ];
    expect(await answer(survey, madina, phq8('3'))).toBeNull();
    expect(await answer(survey, aigul, phq8('1'))).toBeNull();
    await nextDay();
    const second = await openWave(app, survey.campaign.id, {
      opensOn: '2026-11-24',
      closesOn: '2026-12-31',
    });
    expect(await answer(second, aigul, phq8('1'))).toBeNull();
    expect(await answer(second, madina, phq8('2'))).toBeNull();
    await nextDay();
    const rows = await stored();
    const byPerson = Map.groupBy(rows, (row) => row.panel_hash);
    expect(byPerson.size).toBe(2);
    const hers = [...byPerson.values()].find((own) =>
      own.some((row) => JSON.stringify(row.answers) === JSON.stringify(phq8('3'))),
    );
    expect(hers?.map((row) => row.answers)).toEqual(expect.arrayContaining([phq8('3'), phq8('2')]));
  });

  it('once in each wave: a second answer is refused kindly, the same one again is not', async () => {
    const panel = await panelOf(cards[2]!, '1234');
    const submission = submissionOf(survey, { panel });
    expect(await send(app, survey, submission)).toBeNull();
    expect(await send(app, survey, submission)).toBeNull();
    expect(await answer(survey, panel)).toMatchObject({ code: 'card-already-answered' });
  });

  it('and takes everything back: what is stored goes at once, what waits is never stored', async () => {
    const panel = await panelOf(cards[3]!, '271828');
    await answer(survey, panel);
    await answer(survey, await panelOf(cards[4]!, '271828'));
    await nextDay();
    const second = await openWave(app, survey.campaign.id, {
      opensOn: '2026-11-24',
      closesOn: '2026-12-31',
    });
    await answer(second, panel);
    const madina = app.visitor();
    expect(await madina.refusal('withdrawAnswers', { slug: second.slug, panel })).toBeNull();
    expect(await stored()).toHaveLength(1);
    await nextDay();
    expect(await stored()).toHaveLength(1);
    // Again, or by somebody who never answered: the same answer, so that nobody learns who did.
    expect(await madina.call('withdrawAnswers', { slug: second.slug, panel })).toEqual({
      done: true,
    });
    const never = await panelOf(cards[5]!, '9999');
    expect(await madina.call('withdrawAnswers', { slug: second.slug, panel: never })).toEqual({
      done: true,
    });
  });
});

describe('without a card of this campaign', () => {
  it('made-up pseudonyms, a pseudonym with another’s proof and none at all are refused', async () => {
    const panel = await panelOf(cards[0]!, '271828');
    const other = await openSurvey(app, { linkage: 'panel' });
    await app
      .as('dana')
      .call('issueCards', { id: randomUUID(), campaignId: other.campaign.id, count: 20 });
    expect(await answer(survey, randomBytes(32).toString('hex'))).toMatchObject({
      code: 'card-unknown',
    });
    expect(await answer(survey, randomBytes(16).toString('hex') + panel.slice(32))).toMatchObject({
      code: 'card-unknown',
    });
    expect(await answer(other, panel)).toMatchObject({ code: 'card-unknown' });
    expect(await send(app, survey, submissionOf(survey))).toMatchObject({ code: 'card-unknown' });
  });

  it('and with one card: no more answers than its lot has cards, whatever PINs are tried', async () => {
    const results: (string | undefined)[] = [];
    for (let pin = 1000; pin < 1024; pin++) {
      results.push((await answer(survey, await panelOf(cards[0]!, `${pin}`)))?.code);
    }
    expect(results.filter((code) => code === undefined)).toHaveLength(20);
    expect(results.filter((code) => code === 'card-unknown')).toHaveLength(4);
  });
});

describe('what the programme can see of a panel', () => {
  it('each answer leaves one row in the audit log, which names the wave and not the answer', async () => {
    await answer(survey, await panelOf(cards[0]!, '271828'));
    const rows = await rowsAsOwner(
      app.database,
      "select actor_kind, effect, about, facts from audit_entry where action = 'submitAnswers' and $1 = any (about)",
      [survey.wave.id],
    );
    expect(rows).toEqual([
      { actor_kind: 'respondent', effect: 'write', about: [survey.wave.id], facts: {} },
    ]);
  });

  it('neither card nor PIN nor pseudonym is in any column, and the list of who answered does not join with the answers', async () => {
    const panel = await panelOf(cards[0]!, '271828');
    await answer(survey, panel);
    await nextDay();
    const [use] = await rowsAsOwner<{ use: string }>(
      app.database,
      "select replace(use_hash::text, '-', '') as use from survey_panel_use where wave_id = $1",
      [survey.wave.id],
    );
    const [response] = await stored();
    const hash = response!.panel_hash.replaceAll('-', '');
    expect(new Set([use!.use, hash, panel.slice(0, 32), panel.slice(32)]).size).toBe(4);
    const [{ text }] = (await rowsAsOwner<{ text: string }>(
      app.database,
      `select (select string_agg(lot::text, ' ') from survey_card_lot lot) || (select string_agg(use::text, ' ') from survey_panel_use use)
        || (select string_agg(response::text, ' ') from survey_response response) as text`,
    )) as [{ text: string }];
    for (const secret of [
      cards[0]!,
      cards[0]!.replaceAll('-', ''),
      cards[0]!.slice(0, 9).replaceAll('-', ''),
      '271828',
      panel.slice(0, 32),
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('cards are told once, and a lot is never smaller than twenty', async () => {
    const dana = app.as('dana');
    const id = randomUUID();
    const ask = (count: number, lot = id) =>
      dana.refusal('issueCards', { id: lot, campaignId: survey.campaign.id, count });
    expect(await ask(20)).toBeNull();
    expect(await ask(20)).toBe('already-done');
    expect(await ask(19, randomUUID())).toBe('input-invalid');
    expect((await dana.call('getCampaign', { campaignId: survey.campaign.id })).cardsIssued).toBe(
      40,
    );
  });
});
