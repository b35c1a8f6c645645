import { extractSheet } from '@tirek/domain/privacy/extracts';
import { workbookFile } from '@tirek/domain/reports/documents';
import { oneArchive } from '../../reports/index.ts';
import { sealedZip } from '../sealed-zip.ts';
import { HOW_TO_OPEN_LIST } from './how-to-open-list.ts';

/** The list as a workbook, sealed, with unsealed words on how it is opened. */
export async function makeList(
  ...[people, given, passphrase]: [...Parameters<typeof extractSheet>, string]
): Promise<Buffer> {
  const workbook = await oneArchive(workbookFile([extractSheet(people, given)]));
  return sealedZip(
    [
      { name: 'README.txt', content: Buffer.from(HOW_TO_OPEN_LIST), isOpen: true },
      { name: 'list.xlsx', content: workbook },
    ],
    passphrase,
  );
}
