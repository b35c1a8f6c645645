import type { ListedFamily } from '@tirek/domain/cases';
import { familyName } from '../../people/index.ts';

/** What a dialog for several families is given. */
export interface BulkGiven {
  readonly selected: readonly ListedFamily[];
  readonly today: string;
  readonly onClose: () => void;
}

/** What an outcome calls a family. */
export const nameOf = ({ summary }: ListedFamily, gone: string): string =>
  familyName(summary.family) || gone;
