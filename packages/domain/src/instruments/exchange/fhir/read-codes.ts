import type { ExchangePlace, RefusalList } from '../refusal.ts';
import { LOINC } from './names.ts';
import type { Coding } from './resource.ts';

/** The code of LOINC; other codes are left behind, since nothing here reads them. */
export function readLoinc(
  codes: readonly Coding[] | undefined,
  { list, place }: { list: RefusalList; place: ExchangePlace },
): string | undefined {
  const loinc = codes?.find(({ system }) => system === LOINC);
  for (const one of codes ?? []) {
    if (one !== loinc) list.leave('element-not-held', place, `code ${one.system} ${one.code}`);
  }
  return loinc?.code;
}
