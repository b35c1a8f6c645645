import { useRegionNames } from '../../programmes/index.ts';
import { useText } from '../../text/language.tsx';

/** The name of the region in which a colleague works; she may work in none. */
export function useRegionOf(): (code: string | null) => string {
  const text = useText('cases');
  const { nameOf } = useRegionNames();
  return (code) => (code === null ? text('holders.nowhere') : nameOf(code));
}
