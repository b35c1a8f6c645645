import type { OutputOf } from '@tirek/domain/contract';
import {
  CARE_RULE,
  type CareReceipt,
  type CourseShown,
  foldSupport,
  receivedEvidenceBasedCare,
  type supportContract,
} from '@tirek/domain/support';
import { useRead } from '../api/use-read.ts';

/** What was given to somebody as a page has it. */
export type SupportShown = OutputOf<(typeof supportContract)['listSupport']>;

const BEGINNING = '0001-01-01';

export function useSupport(personId: string) {
  const read = useRead('listSupport', { personId });
  const { data } = read;
  // Without signal it may not be at hand; the receipt says by which version was counted.
  const [rule = CARE_RULE] = useRead('getCareRules', {}).data?.rules ?? [];
  const folded: { courses: readonly CourseShown[]; receipt: CareReceipt | null } = data
    ? {
        courses: foldSupport(data),
        // Of all her time in the programme: a page about one person counts no year.
        receipt: receivedEvidenceBasedCare(data, {
          ...{ from: BEGINNING, to: data.today, born: data.born, rule },
        }).receipt,
      }
    : { courses: [], receipt: null };
  return { read, ...folded };
}
