import type { programmesContract } from '@tirek/domain/programmes';
import type { MatrixInputs } from '../test/matrix/world.ts';

export const programmesMatrixInputs: MatrixInputs<keyof typeof programmesContract> = {
  listRegions: () => ({}),
};
