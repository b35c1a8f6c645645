import type { breachContract } from '@tirek/domain/privacy/breach';
import { settings } from '../../consents/consents-matrix-inputs.ts';
import type { MatrixInputs, MatrixWorld } from '../../test/matrix/world.ts';

const breachOf = ({ newId, day }: MatrixWorld) => ({
  id: newId(),
  noticedOn: day(),
  kind: 'lost-device' as const,
  size: 'unknown' as const,
  data: ['names' as const],
  what: 'Қызметтік телефон автобуста қалып қойды.',
  measures: 'Құрылғы алыстан өшірілді, құпия сөз ауыстырылды.',
});

async function recorded(world: MatrixWorld): Promise<string> {
  const breach = breachOf(world);
  await world.app.as('ruslan').call('recordBreach', breach);
  return breach.id;
}

export const breachMatrixInputs: MatrixInputs<keyof typeof breachContract> = {
  recordBreach: breachOf,
  async listBreaches(world) {
    await world.once('breach', () => recorded(world));
    return {};
  },
  async getBreachNoticeFile(world) {
    await settings(world);
    const breachId = await world.once('breach', () => recorded(world));
    return { breachId, language: 'kk' as const };
  },
  async recordBreachNotice(world) {
    const breachId = await recorded(world);
    return { id: world.newId(), breachId, way: 'letter' as const, on: world.day() };
  },
};
