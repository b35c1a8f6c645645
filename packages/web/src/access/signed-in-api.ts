import { Problem } from '@tirek/domain/problem';
import type { TirekApi } from '../api.ts';
import { isInterruption, type SessionStore } from './session-store.ts';

/**
 * The client that the pages use. A call that is refused because the session has ended or is locked waits until the holder
 * is back and is then sent again, with the same id; so is one that wants a fresh proof of who is at the keyboard.
 * When she does not come back, or does not give the proof, the refusal goes on to the page.
 *
 * @param prove asks for password or passkey; true when it was given
 */
export function signedInApi(
  api: TirekApi,
  session: Pick<SessionStore, 'interrupt' | 'whenBack'>,
  prove: () => Promise<boolean>,
): TirekApi {
  async function untilBack<Answer>(
    ask: () => Promise<Answer>,
    signal: AbortSignal | undefined,
  ): Promise<Answer> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof Problem) || signal?.aborted) throw error;
        if (isInterruption(error.code)) {
          session.interrupt(error.code);
          if (await session.whenBack()) continue;
        } else if (error.code === 'proof-needed' && (await prove())) continue;
        throw error;
      }
    }
  }
  return {
    newId: api.newId,
    call: (name, input, options) =>
      untilBack(() => api.call(name, input, options), options?.signal),
    download: (name, input, options) =>
      untilBack(() => api.download(name, input, options), options?.signal),
    lines: (name, input, options) =>
      untilBack(() => api.lines(name, input, options), options.signal),
  };
}
