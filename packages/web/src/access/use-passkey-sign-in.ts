import { useState } from 'react';
import { deviceName } from './device-name.ts';
import { askPasskey } from './passkey-ceremony.ts';
import type { Refusal } from './refusal.tsx';
import { useSession } from './session.tsx';

interface PasskeySignInOptions {
  readonly onRefused: (refusal: Refusal) => void;
  readonly onError: (error: unknown) => void;
}

/** Signs in with a passkey: alone, or as the second step. Turning the device's question down is no error. */
export function usePasskeySignIn({ onRefused, onError }: PasskeySignInOptions) {
  const { api, store } = useSession();
  const [isBusy, setBusy] = useState(false);
  const signIn = async () => {
    setBusy(true);
    try {
      const { options } = await api.call('startPasskeySignIn', {});
      const ceremony = await askPasskey(options);
      if (ceremony.kind !== 'answered') return;
      const answer = await api.call('signInWithPasskey', {
        assertion: ceremony.answer,
        device: deviceName(navigator.userAgent),
      });
      if (answer.kind === 'signed-in') await store.arrived();
      else onRefused(answer);
    } catch (error) {
      onError(error);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, signIn };
}
