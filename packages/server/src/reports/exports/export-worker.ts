import type { WaveFacts, WaveResponse } from '@tirek/domain/reports';
import { handOut } from '../../apart/hand-out.ts';
import { textSharer } from '../share-texts.ts';
import { type ExportAsked, filesOf } from './files-of.ts';
import { packExport } from './pack-export.ts';

/** What the process is asked for; the answers follow, some at a time. */
export interface ExportOrder {
  readonly facts: Omit<WaveFacts, 'responses'>;
  readonly asked: ExportAsked;
  readonly writtenAt: string;
}

const responses: WaveResponse[] = [];
const share = textSharer();

/** Makes the files of an export apart from the process that answers people, as far as they are read. */
handOut(
  ({ facts, asked, writtenAt }: ExportOrder) =>
    packExport(filesOf({ ...facts, responses }, asked, writtenAt), writtenAt),
  (part: readonly WaveResponse[]) => {
    for (const response of part) {
      share(response);
      responses.push(response);
    }
  },
);
