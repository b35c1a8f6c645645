import type { SupportRecords } from './fold-support.ts';
import { foldSupport } from './fold-support.ts';

/** A meeting that was to be, as the pathway counts contacts: `met` or `not-met`, on a day. */
export interface SupportContact {
  readonly heldOn: string;
  readonly recordedAt: string;
  readonly isMet: boolean;
}

/** Every meeting that somebody came to or missed; what was called off is none. */
export const contactsOf = (records: SupportRecords): SupportContact[] =>
  foldSupport(records).flatMap(({ sessions }) =>
    sessions
      .filter(({ attendance }) => attendance === 'attended' || attendance === 'missed')
      .map(({ heldOn, recordedAt, attendance }) => ({
        ...{ heldOn, recordedAt },
        isMet: attendance === 'attended',
      })),
  );
