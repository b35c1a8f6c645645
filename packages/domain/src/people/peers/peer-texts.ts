import en from '../../text/en/peers.json' with { type: 'json' };
import { type KeyOf, type Language, type Translate, translator } from '../../text/index.ts';
import kk from '../../text/kk/peers.json' with { type: 'json' };
import ru from '../../text/ru/peers.json' with { type: 'json' };

const CATALOGUES = { kk, ru, en };

export type PeerTexts = Translate<KeyOf<typeof en>>;

/** How two meet, how often and by which means, and what is said of it, in one language. */
export const peerTexts = (language: Language): PeerTexts =>
  translator(CATALOGUES[language] as typeof en, language);
