import en from '../text/en/messages.json' with { type: 'json' };
import { type Language, translator } from '../text/index.ts';
import kk from '../text/kk/messages.json' with { type: 'json' };
import ru from '../text/ru/messages.json' with { type: 'json' };
import type { SentKind } from './kinds.ts';

const CATALOGUES = { kk, ru, en };

/** The words of one message: `short` for a telephone's screen, `subject` and `long` for a letter. */
export interface MessageText {
  readonly short: string;
  readonly subject: string;
  readonly long: string;
}

/**
 * What a message says. Only `prove` has a place to fill in, the code that proves an address; nothing else can be put into any.
 */
export function messageText(kind: SentKind, language: Language, code = ''): MessageText {
  const text = translator(CATALOGUES[language] as typeof en, language);
  if (kind === 'prove') {
    return {
      short: text('prove.short', { code }),
      subject: text('prove.subject'),
      long: text('prove.long', { code }),
    };
  }
  return {
    short: text(`${kind}.short`),
    subject: text(`${kind}.subject`),
    long: text(`${kind}.long`),
  };
}

/** Characters of one part of an SMS: 160 in the GSM alphabet, which has no Kazakh or Russian, else 70 (3GPP TS 23.038). */
const GSM_PART = 160;
const UCS2_PART = 70;
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/u;

/** How many parts a text costs as an SMS; one that goes over a part loses some characters of each to the joining. */
export function smsParts(text: string): number {
  const [one, joined] = GSM.test(text) ? [GSM_PART, 153] : [UCS2_PART, 67];
  return text.length <= one ? 1 : Math.ceil(text.length / joined);
}
