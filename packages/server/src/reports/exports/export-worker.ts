import type { WaveFacts } from '@tirek/domain/reports';
import { handOut } from '../../apart/hand-out.ts';
import { type ExportAsked, filesOf } from './files-of.ts';
import { packExport } from './pack-export.ts';

/** What the process is asked for. */
export interface ExportOrder {
  readonly facts: WaveFacts;
  readonly asked: ExportAsked;
  readonly writtenAt: string;
}

/** Makes the files of an export apart from the process that answers people, as far as they are read. */
handOut(({ facts, asked, writtenAt }: ExportOrder) =>
  packExport(filesOf(facts, asked, writtenAt), writtenAt),
);
