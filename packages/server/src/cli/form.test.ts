import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findForm } from '@tirek/domain/instruments';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInWorld } from '../test/run-in-world.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tirek-form-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('tirek form', () => {
  it.each([
    ['fhir-r4', 'json'],
    ['fhir-r5', 'json'],
    ['xlsform', 'xlsx'],
  ])(
    'writes the needs assessment as %s and reads the same package back',
    async (format, ending) => {
      const [out, back] = [join(folder, `needs.${ending}`), join(folder, 'back.json')];
      const written = [
        'form',
        'write',
        'needs-assessment-2022',
        '--format',
        format,
        '--output',
        out,
      ];
      expect(await runInWorld(written)).toMatchObject({ status: 0 });
      expect(await runInWorld(['form', 'read', out, '--output', back])).toMatchObject({
        status: 0,
      });
      const pkg = JSON.parse(await readFile(back, 'utf8'));
      expect(pkg).toEqual(findForm('needs-assessment-2022')!.pkg);
    },
  );

  it('refuses what it has no place for, with place, reason and remedy in three languages', async () => {
    const file = join(folder, 'foreign.json');
    await writeFile(
      file,
      JSON.stringify({
        resourceType: 'Questionnaire',
        status: 'draft',
        language: 'en',
        item: [{ linkId: 'photo', type: 'attachment', text: 'A photograph' }],
      }),
    );
    const told = async (language: string) => {
      const { status, errors } = await runInWorld(['form', 'read', file, '--lang', language]);
      expect(status).toBe(1);
      return errors;
    };
    expect(await told('en')).toContain(
      'Question “photo”: there is no such kind of question here: attachment. Take a text, a number',
    );
    expect(await told('ru')).toContain(
      'Вопрос «photo»: такого вида вопросов здесь нет: attachment.',
    );
    expect(await told('kk')).toContain('«photo» сұрағы: мұндай сұрақ түрі жоқ: attachment.');
  });

  it('turns answers into a response and back', async () => {
    const [answers, response] = [join(folder, 'answers.json'), join(folder, 'response.json')];
    const said = { who5_1: '3', who5_2: { absent: 'declined' } };
    await writeFile(answers, JSON.stringify(said));
    const out = ['form', 'answers', 'who-5', answers, '--output', response];
    expect(await runInWorld(out)).toMatchObject({ status: 0 });
    const back = await runInWorld(['form', 'answers', 'who-5', response, '--output', answers]);
    expect(back).toMatchObject({ status: 0 });
    expect(JSON.parse(await readFile(answers, 'utf8'))).toEqual(said);
  });

  it('names what there is, and says so when a code is not among it', async () => {
    expect((await runInWorld(['form', 'list'])).output).toContain('who-5\t1.0.0\tWell-Being Index');
    expect(await runInWorld(['form', 'write', 'nothing'])).toMatchObject({ status: 2 });
  });
});
