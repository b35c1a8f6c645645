import { type Paper, PIECE_BYTES } from '@tirek/domain/files';
import { Problem } from '@tirek/domain/problem';
import type { TirekApi } from '../api.ts';
import type { ReadyFile } from './ready-file.ts';

/** To what something is attached. */
export interface Attaching {
  readonly familyId: string;
  readonly personId: string | null;
  readonly subjectId: string | null;
  readonly paper: Paper;
}

/** One file on its way. */
export interface Sending {
  /**
   * Sends what has not arrived yet and has it put together; called again after a failure it goes on where it stopped.
   * @param onProgress told how much has arrived, from 0 to 1
   */
  send(to: Attaching, onProgress: (part: number) => void): Promise<void>;
}

export function sendingOf({ bytes }: ReadyFile, api: Pick<TirekApi, 'call' | 'newId'>): Sending {
  const pieces = Math.ceil(bytes.length / PIECE_BYTES);
  let about: string | null = null;
  let attachmentId = api.newId();
  let ids = idsOf(pieces, api);
  let keepId = api.newId();
  let arrived = 0;
  const anew = () => {
    attachmentId = api.newId();
    ids = idsOf(pieces, api);
    keepId = api.newId();
    arrived = 0;
  };
  return {
    async send({ familyId, personId, subjectId, paper }, onProgress) {
      // Sealed for whom it is about: about somebody else it is another one.
      const whom = `${familyId} ${personId} ${subjectId} ${paper}`;
      if (about !== null && about !== whom) anew();
      about = whom;
      const same = { familyId, attachmentId, personId };
      while (arrived < pieces) {
        const piece = bytes.subarray(arrived * PIECE_BYTES, (arrived + 1) * PIECE_BYTES);
        const id = ids[arrived] as string;
        await api.call('sendPiece', { ...same, id, place: arrived, content: base64(piece) });
        arrived += 1;
        onProgress(arrived / (pieces + 1));
      }
      try {
        await api.call('keepAttachment', { ...same, id: keepId, subjectId, paper, pieces });
        onProgress(1);
      } catch (error) {
        // It waited longer than pieces are kept.
        if (error instanceof Problem && error.code === 'attachment-incomplete') anew();
        throw error;
      }
    },
  };
}

const idsOf = (pieces: number, { newId }: Pick<TirekApi, 'newId'>): string[] =>
  Array.from({ length: pieces }, () => newId());

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // As many as may be arguments of one call.
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  }
  return btoa(parts.join(''));
}
