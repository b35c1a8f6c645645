import type { reportsContract } from '@tirek/domain/reports';
import { closedWave } from '../surveys/surveys-matrix-inputs.ts';
import type { MatrixInputs } from '../test/matrix/world.ts';

export const reportsMatrixInputs: MatrixInputs<keyof typeof reportsContract> = {
  getWaveReport: async (world) => ({
    waveId: await world.once('wave for the report', () => closedWave(world)),
    language: 'ru',
  }),
};
