import type { privacyContract } from '@tirek/domain/privacy';
import type { MatrixInputs } from '../test/matrix/world.ts';

export const privacyMatrixInputs: MatrixInputs<keyof typeof privacyContract> = {
  listAuditEntries: () => ({}),
  readAuditState: () => ({}),
};
