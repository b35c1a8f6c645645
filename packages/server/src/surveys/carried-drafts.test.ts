import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsOwner } from '../test/queries.ts';
import { runOnce } from '../test/run-once.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import { forgetExpiredAnswers } from './answers/forget-expired.ts';
import { openSurvey } from './test/test-survey.ts';

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());

const newKey = () => randomBytes(32).toString('hex');
const sealedOf = (bytes: number) => randomBytes(bytes).toString('base64url');

describe('Madina goes on with another phone', () => {
  it('finds there what she sealed on the first, and only with her key', async () => {
    const { slug } = await openSurvey(app);
    const [phone, other] = [app.visitor(), app.visitor()];
    const [key, sealed] = [newKey(), sealedOf(3000)];
    expect(await phone.call('putDraft', { slug, key, sealed })).toEqual({
      keptUntil: '2026-12-23',
    });
    expect(await other.call('getDraft', { slug, key })).toEqual({ sealed });
    expect(await other.refusal('getDraft', { slug, key: newKey() })).toBe('not-found');
    const later = sealedOf(3100);
    await other.call('putDraft', { slug, key, sealed: later });
    expect(await phone.call('getDraft', { slug, key })).toEqual({ sealed: later });
    await phone.call('dropDraft', { slug, key });
    expect(await other.refusal('getDraft', { slug, key })).toBe('not-found');
    expect(await phone.call('dropDraft', { slug, key })).toEqual({ done: true });
  });

  it('has thirty days for it, and then the draft is gone from the database', async () => {
    await using own = await testApp();
    const { slug } = await openSurvey(own, {}, { opensOn: '2026-11-23', closesOn: '2027-03-31' });
    const key = newKey();
    await own.visitor().call('putDraft', { slug, key, sealed: sealedOf(500) });
    own.clock.advance(30 * 24 * 60);
    await runOnce(own, forgetExpiredAnswers);
    expect(await own.visitor().refusal('getDraft', { slug, key })).toBeNull();
    own.clock.advance(24 * 60);
    expect(await own.visitor().refusal('getDraft', { slug, key })).toBe('not-found');
    await runOnce(own, forgetExpiredAnswers);
    expect(await rowsAsOwner(own.database, 'select from survey_draft')).toEqual([]);
  });

  it('cannot leave more than 64 KiB, nor anything where nobody can answer any more', async () => {
    const survey = await openSurvey(app);
    const put = (slug: string, bytes: number) =>
      app.visitor().refusal('putDraft', { slug, key: newKey(), sealed: sealedOf(bytes) });
    expect(await put(survey.slug, 65_536)).toBeNull();
    expect(await put(survey.slug, 65_537)).toMatch(/input-invalid|payload-too-large/);
    expect(await put(survey.slug, 90_000)).toMatch(/input-invalid|payload-too-large/);
    expect(await put(survey.slug, 20)).toBe('input-invalid');
    expect(await put('bcdfghjk', 500)).toBe('survey-not-found');
    await app
      .as('dana')
      .call('closeWave', { id: randomUUID(), waveId: survey.wave.id, reason: 'аяқталды' });
    app.clock.advance(1);
    expect(await put(survey.slug, 500)).toBe('wave-over');
  });

  it('leaves no trace in the audit log, and not even the key is stored', async () => {
    const { slug } = await openSurvey(app);
    const key = newKey();
    const count = () => rowsAsOwner(app.database, 'select count(*) from audit_entry');
    const before = await count();
    await app.visitor().call('putDraft', { slug, key, sealed: sealedOf(500) });
    expect(await count()).toEqual(before);
    const [{ text }] = (await rowsAsOwner<{ text: string }>(
      app.database,
      "select string_agg(draft::text, ' ') as text from survey_draft draft",
    )) as [{ text: string }];
    expect(text.replaceAll('-', '')).not.toContain(key.slice(0, 32));
  });
});

describe('whoever tries keys', () => {
  it('is slowed down after two a second', async () => {
    const { slug } = await openSurvey(app);
    const guesser = app.visitor('203.0.113.9');
    const codes: (string | null)[] = [];
    for (let n = 0; n < 130; n++)
      codes.push(await guesser.refusal('getDraft', { slug, key: newKey() }));
    expect(codes.slice(0, 120).every((code) => code === 'not-found')).toBe(true);
    expect(codes.slice(120).every((code) => code === 'too-many-requests')).toBe(true);
    expect(await app.visitor().refusal('getDraft', { slug, key: newKey() })).toBe('not-found');
  });
});
