import { createContext, type ReactNode, use } from 'react';

/** A device that is put into somebody else's hands, with one screen over the locked session and nothing else. */
export interface HandedDevice {
  /**
   * Locks the session and waits for the server's answer before the screen shows; `meanwhile` stands there until then. Without signal
   * the screen is locked here, and the server is told as soon as it is reached.
   */
  handOver(what: { readonly meanwhile: ReactNode; readonly screen: ReactNode }): Promise<void>;
  /** Shows the lock, so that its holder can open it. */
  giveBack(): void;
}

export const HandedDeviceContext = createContext<HandedDevice | null>(null);

export function useHandedDevice(): HandedDevice {
  const device = use(HandedDeviceContext);
  if (!device) throw new Error('outside of the gate');
  return device;
}
