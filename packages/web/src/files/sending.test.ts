import { PIECE_BYTES } from '@tirek/domain/files';
import { Problem } from '@tirek/domain/problem';
import { describe, expect, it } from 'vitest';
import { NetworkFailure } from '../api/network-failure.ts';
import { type Attaching, sendingOf } from './sending.ts';

const TO: Attaching = { familyId: 'f', personId: null, subjectId: 'n', paper: 'form' };
const PICTURE = {
  mediaType: 'image/jpeg',
  bytes: Uint8Array.from({ length: PIECE_BYTES * 2 + 100 }, (_, place) => place % 251),
} as const;

/** A server that keeps pieces by attachment and place; `failing` fails these calls, by their number. */
function server(failing: Readonly<Record<number, Error>> = {}) {
  const pieces = new Map<string, string>();
  const kept: string[] = [];
  let [calls, ids] = [0, 0];
  const api = {
    newId() {
      ids += 1;
      return `id ${ids}`;
    },
    async call(name: string, input: Record<string, unknown>) {
      calls += 1;
      const failure = failing[calls];
      if (failure) throw failure;
      if (name === 'sendPiece') {
        pieces.set(`${input.attachmentId} ${input.place}`, String(input.content));
      } else {
        const own = [...pieces].filter(([key]) => key.startsWith(`${input.attachmentId} `));
        kept.push(own.map(([, content]) => atob(content)).join(''));
      }
      return {};
    },
  };
  return { api: api as never, kept, calls: () => calls };
}
const whole = String.fromCharCode(...PICTURE.bytes.subarray(0, 60_000));

describe('a photograph on its way', () => {
  it('arrives whole, and tells how far it is', async () => {
    const { api, kept } = server();
    const parts: number[] = [];
    await sendingOf(PICTURE, api).send(TO, (part) => parts.push(part));
    expect(kept[0]?.length).toBe(PICTURE.bytes.length);
    expect(kept[0]?.startsWith(whole)).toBe(true);
    expect(parts).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('goes on where the line broke', async () => {
    const { api, kept, calls } = server({ 2: new NetworkFailure('offline') });
    const sending = sendingOf(PICTURE, api);
    await expect(sending.send(TO, () => undefined)).rejects.toThrow();
    await sending.send(TO, () => undefined);
    expect([kept[0]?.length, calls()]).toEqual([PICTURE.bytes.length, 5]);
  });

  it('is sent anew when it waited longer than the server keeps pieces, or is about somebody else', async () => {
    const { api, kept, calls } = server({ 4: new Problem('attachment-incomplete') });
    const sending = sendingOf(PICTURE, api);
    await expect(sending.send(TO, () => undefined)).rejects.toThrow();
    await sending.send({ ...TO, personId: 'p' }, () => undefined);
    expect([kept.length, kept[0]?.length, calls()]).toEqual([1, PICTURE.bytes.length, 8]);
  });
});
