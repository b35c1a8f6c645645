import { bareJpeg, type MediaType, MOST_BYTES, mediaTypeOf } from '@tirek/domain/files';
import { Problem } from '@tirek/domain/problem';
import { pdfFault } from './check-pdf.ts';

/**
 * What may be kept of bytes that somebody sent: a photograph without where and with what it was taken, a PDF that does nothing.
 * @throws Problem `attachment-kind-refused`, `attachment-damaged`, `attachment-active`, `attachment-too-large`
 */
export function checkedContent(sent: Buffer): { mediaType: MediaType; content: Uint8Array } {
  if (sent.length > MOST_BYTES) throw new Problem('attachment-too-large');
  const mediaType = mediaTypeOf(sent);
  if (mediaType === null) throw new Problem('attachment-kind-refused');
  if (mediaType === 'image/jpeg') {
    const picture = bareJpeg(sent);
    if (!picture) throw new Problem('attachment-damaged');
    return { mediaType, content: picture.bytes };
  }
  const fault = pdfFault(sent);
  if (fault) throw new Problem(`attachment-${fault}`);
  return { mediaType, content: sent };
}
