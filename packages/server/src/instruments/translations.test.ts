import { randomUUID } from 'node:crypto';
import { type FormPackage, findForm } from '@tirek/domain/instruments';
import { type TranslationStep, workedStrings } from '@tirek/domain/instruments/translations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsAsApp, rowsAsOwner } from '../test/queries.ts';
import { type TestApp, testApp } from '../test/test-app.ts';
import type { TestClient } from '../test/test-client.ts';

let app: TestApp;
let [saule, aliya, timur]: TestClient[] = [];
beforeAll(async () => {
  app = await testApp();
  [saule, aliya, timur] = [app.as('saule'), app.as('aliya'), app.as('timur')];
});
afterAll(() => app[Symbol.asyncDispose]());

const OF = { code: 'who-5', language: 'kk' } as const;
const [title, , first] = workedStrings(findForm('who-5')!.pkg, 'kk', []);

const does = (client: TestClient | undefined, step: TranslationStep, one = first!) =>
  client!.call('recordTranslationStep', {
    ...{ ...OF, id: randomUUID(), stringId: one.id, sourceHash: one.sourceHash, step },
  });

const sent = (content: Buffer | string, name: string) => ({
  ...{ ...OF, id: randomUUID(), name },
  content: Buffer.from(content).toString('base64'),
});

describe('the translation of a questionnaire', () => {
  it('goes from Saule, who translates, to Aliya, who signs off; neither does both', async () => {
    await does(saule, { kind: 'forward', text: 'Соңғы екі аптада' });
    await expect(does(saule, { kind: 'back', text: 'In two weeks' })).rejects.toMatchObject({
      code: 'translation-own',
    });
    await expect(does(aliya, { kind: 'sign-off' })).rejects.toMatchObject({
      code: 'translation-out-of-turn',
    });
    await does(aliya, { kind: 'back', text: 'In the last two weeks' });
    await does(aliya, { kind: 'review', verdict: 'fits', note: '' });
    await does(saule, { kind: 'pilot', verdict: 'fits', note: 'Six women read it aloud.' });
    await expect(does(saule, { kind: 'sign-off' })).rejects.toMatchObject({
      code: 'translation-own',
    });
    await does(aliya, { kind: 'sign-off' });
    const { steps } = await timur!.call('listTranslationSteps', OF);
    const [standing] = workedStrings(findForm('who-5')!.pkg, 'kk', steps).flatMap((one) =>
      one.id === first!.id ? [one.standing] : [],
    );
    expect(standing).toMatchObject({ status: 'approved', text: 'Соңғы екі аптада' });
    expect(steps.map(({ byName }) => byName).every((name) => name.length > 3)).toBe(true);
  });

  it('is written by nobody who only reads', async () => {
    await expect(does(timur, { kind: 'forward', text: 'Мәтін' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('is held by the database too, where the program would let it pass', async () => {
    const insert = async (name: 'saule' | 'aliya' | 'timur', kind: string) => {
      const claims = { actor_kind: 'account', actor_id: app.id(name), fully_signed_in: 'yes' };
      try {
        await rowsAsApp(
          app.database,
          { ...claims, programme_id: app.programmeId },
          `insert into translation_step (id, programme_id, form_code, language, string_id, source_hash, kind, step, recorded_by, recorded_at)
           values (gen_random_uuid(), '${app.programmeId}', 'who-5', 'kk', '${first!.id}', '${first!.sourceHash}', '${kind}',
             '{"kind": "${kind}"}', '${app.id(name)}', now())`,
        );
        return 'done';
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(await insert('saule', 'sign-off')).toBe('42501');
    expect(await insert('aliya', 'sign-off')).toBe('done');
    expect(await insert('timur', 'forward')).toBe('42501');
    await expect(
      rowsAsOwner(app.database, 'update translation_step set string_id = string_id'),
    ).rejects.toThrow();
  });

  it('is refused of a text that has changed, or that is none', async () => {
    const changed = { ...title!, sourceHash: '0000000000000000' };
    await expect(does(saule, { kind: 'forward', text: 'Атауы' }, changed)).rejects.toMatchObject({
      code: 'translation-changed',
    });
    await expect(
      does(saule, { kind: 'forward', text: 'Атауы' }, { ...title!, id: 'nothing' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    const sold = {
      code: 'ghq-12',
      language: 'kk',
      id: randomUUID(),
      stringId: 'g01.text',
    } as const;
    await expect(
      saule!.call('recordTranslationStep', {
        ...sold,
        sourceHash: title!.sourceHash,
        step: { kind: 'forward', text: 'Мәтін' },
      }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each(['xliff', 'xlsx'] as const)(
    'goes out as %s, comes back, and adds nothing the second time',
    async (format) => {
      const file = (await saule!.raw('fetchTranslationFile', { ...OF, format })).bytes;
      const again = await saule!.call('importTranslations', sent(file, `who-5.${format}`));
      expect(again).toEqual({ added: 0, refusals: [] });
      if (format !== 'xliff') return;
      const more = file
        .toString('utf8')
        .replace(/(<unit id="title">[\s\S]*?<\/source>)/, '$1<target>Әл-ауқат индексі</target>');
      const input = sent(more, 'who-5.xlf');
      expect(await saule!.call('importTranslations', input)).toEqual({ added: 1, refusals: [] });
      expect(await saule!.call('importTranslations', { ...input, id: randomUUID() })).toEqual({
        added: 0,
        refusals: [],
      });
    },
  );

  it('is not taken from a file of something else', async () => {
    await expect(
      saule!.call('importTranslations', sent('a,b\n1,2\n', 'x.csv')),
    ).rejects.toMatchObject({ code: 'form-file-refused' });
    await expect(
      saule!.call('importTranslations', sent('<html></html>', 'x.html')),
    ).rejects.toMatchObject({ code: 'form-file-refused' });
  });
});

describe('the files of a questionnaire', () => {
  it.each(['fhir-r4', 'fhir-r5', 'xlsform'] as const)(
    'go out as %s and are read as the same package',
    async (format) => {
      const file = (await timur!.raw('fetchFormFile', { code: 'phq-9', format })).bytes;
      const content = Buffer.from(file).toString('base64');
      const read = await timur!.call('readFormFile', { name: 'phq-9', content });
      expect(read).toMatchObject({ kind: 'read', code: 'phq-9', leftOut: [] });
      if (read.kind === 'read')
        expect(JSON.parse(read.content) as FormPackage).toEqual(findForm('phq-9')!.pkg);
    },
  );

  it('are refused with place and reason', async () => {
    const content = Buffer.from(
      '{"resourceType":"Questionnaire","status":"draft","item":[{"linkId":"a","type":"time"}]}',
    ).toString('base64');
    expect(await timur!.call('readFormFile', { name: 'a.json', content })).toEqual({
      kind: 'refused',
      refusals: [{ code: 'type-not-held', place: { kind: 'item', linkId: 'a' }, found: 'time' }],
    });
  });
});
