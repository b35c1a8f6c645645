/** A file that is made whole, as the pieces of an answer: only once somebody reads it. */
export async function* inOnePiece(make: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await make();
}
