import type { FamilyTexts } from '../family-texts.ts';
import type { Finding } from '../findings.ts';

/** What was found, as a sentence that names the people it is about. */
export function tellFinding(
  { code, persons }: Pick<Finding, 'code' | 'persons'>,
  { t, name }: { t: FamilyTexts; name: (person: string) => string },
): string {
  const [a = '', b = '', c = ''] = persons.map(name);
  return t(`finding.${code}`, { a, b, c });
}
