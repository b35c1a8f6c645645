import { useRead } from '../api/use-read.ts';
import { hasPasskeys } from './passkey-ceremony.ts';
import { chooseNewPasskey, type PasskeyOpening } from './passkey-opener.ts';
import { useSession } from './session.tsx';

/** Whether the holder has passkeys that this browser can ask, and a way to choose one of them to open what is taken along. */
export function useOwnPasskey() {
  const { api } = useSession();
  const factors = useRead('listSecondFactors', {});
  const choose = async (): Promise<PasskeyOpening> => {
    const { options } = await api.call('startPasskeyUnlock', {});
    const own = (options.allowCredentials ?? []) as ReadonlyArray<{ readonly id: string }>;
    return own.length === 0 ? { kind: 'unable' } : await chooseNewPasskey(own.map(({ id }) => id));
  };
  return {
    isKnown: !factors.isPending,
    canAsk: hasPasskeys() && (factors.data?.passkeys.length ?? 0) > 0,
    choose,
  };
}
