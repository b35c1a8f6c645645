import type { viewsContract } from '@tirek/domain/privacy/views';
import { nearest } from '../../people/people-matrix-inputs.ts';
import type { MatrixInputs } from '../../test/matrix/world.ts';

export const viewsMatrixInputs: MatrixInputs<keyof typeof viewsContract> = {
  async listPersonViews(world, position) {
    const { personId } = await nearest(world, position);
    return { personId };
  },
  listOddViews: () => ({}),
};
