import type { exportsContract, reportsContract } from '@tirek/domain/reports';
import { closedWave } from '../surveys/surveys-matrix-inputs.ts';
import type { MatrixInputs, MatrixWorld } from '../test/matrix/world.ts';

const wave = (world: MatrixWorld) => world.once('wave for the report', () => closedWave(world));

/** Timur's request; he is of the cast, so nobody of the matrix has asked for it herself. */
async function requested(world: MatrixWorld): Promise<string> {
  const id = world.newId();
  const waveId = await wave(world);
  const given = { id, waveId, language: 'ru', reason: 'for the matrix' } as const;
  await world.app.as('timur').call('requestExport', given);
  return id;
}

/** One that may be fetched, by Timur. */
async function approved(world: MatrixWorld): Promise<string> {
  const exportId = await requested(world);
  const given = { id: world.newId(), exportId, decision: 'approved' } as const;
  await world.app.as('ruslan').call('decideExport', given);
  return exportId;
}

export const reportsMatrixInputs: MatrixInputs<
  keyof typeof reportsContract | keyof typeof exportsContract
> = {
  getWaveReport: async (world) => ({ waveId: await wave(world), language: 'ru' }),
  requestExport: async (world) => ({
    id: world.newId(),
    waveId: await wave(world),
    language: 'ru',
    reason: 'for the matrix',
  }),
  async listExports(world) {
    await world.once('request for files', () => requested(world));
    return {};
  },
  decideExport: async (world) => ({
    id: world.newId(),
    exportId: await requested(world),
    decision: 'approved',
  }),
  fetchExport: async (world) => ({
    exportId: await world.once('files to be fetched', () => approved(world)),
  }),
  getWaveReportFile: async (world) => ({
    waveId: await world.once('wave for the report', () => closedWave(world)),
    language: 'ru',
    format: 'json',
  }),
};
