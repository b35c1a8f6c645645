import { findForm } from '@tirek/domain/instruments';
import type { instrumentsContract } from '@tirek/domain/instruments/contract';
import { workedStrings } from '@tirek/domain/instruments/translations';
import { castId } from '../demo/cast.ts';
import { MARKS, type MatrixInputs, type MatrixWorld } from '../test/matrix/world.ts';
import { rowsAsOwner } from '../test/queries.ts';

const OF = { code: 'who-5', language: 'kk' } as const;
const [, second, first] = workedStrings(findForm(OF.code)!.pkg, OF.language, []);

/** A translation in each of the two programmes, which only its own colleagues read. */
const translated = (world: MatrixWorld) =>
  world.once('translations', async () => {
    await make(world, world.programmeId, castId('aliya'), MARKS.programme);
    await make(world, world.otherProgrammeId, world.otherAdministratorId, MARKS.other);
  });

async function make({ app, newId }: MatrixWorld, programmeId: string, by: string, mark: string) {
  await rowsAsOwner(
    app.database,
    `insert into translation_step (id, programme_id, form_code, language, string_id, source_hash, kind, step, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, 'forward', $7, $8, $9)`,
    [
      ...[newId(), programmeId, OF.code, OF.language, first!.id, first!.sourceHash],
      ...[JSON.stringify({ kind: 'forward', text: mark }), by, app.clock.now()],
    ],
  );
}

const FILE = {
  name: 'who-5.json',
  content: Buffer.from('{"resourceType":"Questionnaire"}').toString('base64'),
};

export const instrumentsMatrixInputs: MatrixInputs<keyof typeof instrumentsContract> = {
  fetchFormFile: async () => ({ code: 'who-5', format: 'fhir-r4' }),
  readFormFile: async () => FILE,
  async listTranslationSteps(world) {
    await translated(world);
    return OF;
  },
  recordTranslationStep: async ({ newId }, { name }) => ({
    ...{ ...OF, id: newId(), stringId: first!.id, sourceHash: first!.sourceHash },
    step: { kind: 'forward', text: name === 'stranger' ? MARKS.other : MARKS.programme },
  }),
  async fetchTranslationFile(world) {
    await translated(world);
    return { ...OF, format: 'xliff' };
  },
  // Another translation each time: one that is there already would add nothing.
  importTranslations: async ({ newId }) => ({
    ...{ ...OF, id: newId(), name: 'who-5.csv' },
    content: Buffer.from(
      `id,translation,source_hash\n${second!.id},${newId()},${second!.sourceHash}\n`,
    ).toString('base64'),
  }),
};
