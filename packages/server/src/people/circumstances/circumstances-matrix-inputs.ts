import type { circumstancesContract } from '@tirek/domain/people/circumstances';
import type { Position } from '../../test/matrix/positions.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';
import { waiting } from '../papers/papers-matrix-inputs.ts';
import { standing } from '../people-matrix-inputs.ts';

const known = async (world: MatrixWorld, position: Position) => {
  const { also, ofTeam } = await standing(world, position);
  const registered = position.name.startsWith('supervisor') ? ofTeam : also;
  await waiting(world, registered);
  return registered;
};

export const circumstancesMatrixInputs: MatrixInputs<keyof typeof circumstancesContract> = {
  async listCircumstances(world, position) {
    const { personId } = await known(world, position);
    return { personId };
  },
  async recordCircumstance(world, position) {
    const { personId } = await known(world, position);
    const told = { section: 'work', value: { activity: 'looking', income: null } } as const;
    const since = world.day(-1);
    return { id: world.newId(), personId, section: 'work' as const, basedOn: 0, since, told };
  },
};
