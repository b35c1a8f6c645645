import { type MediaType, MOST_BYTES, mediaTypeOf } from '@tirek/domain/files';
import { Problem } from '@tirek/domain/problem';

/** What is ready to be sent. */
export interface ReadyFile {
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Enough to read a form of A4 by, and a few hundred kilobytes. */
const LONGEST_SIDE = 2200;
const QUALITY = 0.82;

/**
 * A PDF as it is, any picture drawn anew: what a camera writes into its files (where, when, with what) stays on the phone.
 * @throws Problem `attachment-kind-refused`, `attachment-too-large`
 */
export async function readyFile(file: Blob): Promise<ReadyFile> {
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  if (mediaTypeOf(head) === 'application/pdf') {
    if (file.size > MOST_BYTES) throw new Problem('attachment-too-large');
    return { mediaType: 'application/pdf', bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  const picture = await drawnAnew(file);
  if (!picture) throw new Problem('attachment-kind-refused');
  const bytes = new Uint8Array(await picture.arrayBuffer());
  if (bytes.length > MOST_BYTES) throw new Problem('attachment-too-large');
  return { mediaType: 'image/jpeg', bytes };
}

/** Null when this browser cannot show it as a picture. */
async function drawnAnew(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => null,
  );
  if (!picture) return null;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const brush = canvas.getContext('2d');
  if (!brush) return null;
  // What is transparent becomes paper.
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
