import { type MadeCopy, ownCopyData, printOwnCopy } from '@tirek/domain/privacy/own-copy';
import { makeDocument } from '../../reports/documents/index.ts';
import { sealedZip } from '../sealed-zip.ts';
import { HOW_TO_OPEN } from './how-to-open.ts';

/** A copy to be read and the same for programs, sealed, with unsealed words on how to open them. */
export async function makeArchive(made: MadeCopy, passphrase: string): Promise<Buffer> {
  const pdf = await makeDocument({ ownCopy: printOwnCopy(made), format: 'pdf' });
  return sealedZip(
    [
      { name: 'README.txt', content: Buffer.from(HOW_TO_OPEN), isOpen: true },
      { name: 'copy.pdf', content: pdf },
      { name: 'copy.json', content: Buffer.from(JSON.stringify(ownCopyData(made), null, 2)) },
    ],
    passphrase,
  );
}
