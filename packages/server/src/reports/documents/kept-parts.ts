import { FileChild, type IContext, type IXmlableObject } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { oneArchive } from './one-archive.ts';

const BODY = 'word/document.xml';
const PICTURES = 'word/media/';

/**
 * Tables written as they stand in a Word file, and pictures. The library gets a numbered place for each and makes the document
 * around them; they are put into the finished file, which Node's zlib packs anew: the library would take every cell apart, escape
 * it and search it for names of pictures, and pack the pictures in JavaScript.
 */
export class KeptParts {
  readonly #tables: string[] = [];
  readonly #pictures: Uint8Array[] = [];

  /** Keeps the table and gives what stands for it. */
  placeFor(table: string): FileChild {
    return new TablePlace(this.#tables.push(table) - 1);
  }

  /** Keeps the picture and gives bytes that stand for it, other ones for each. */
  bytesFor(picture: Uint8Array): Buffer {
    return Buffer.from(String(this.#pictures.push(picture) - 1));
  }

  async putInto(docx: Buffer): Promise<Buffer> {
    const parts = unzipSync(docx);
    return await oneArchive(
      Object.entries(parts).map(([name, bytes]) => ({ name, pieces: [this.#whole(name, bytes)] })),
    );
  }

  #whole(name: string, bytes: Uint8Array): Uint8Array {
    if (name.startsWith(PICTURES)) return this.#pictures[Number(strFromU8(bytes))] ?? bytes;
    if (name !== BODY) return bytes;
    const body = strFromU8(bytes).replace(
      /<w:tbl>(\d+)<\/w:tbl>/g,
      (_, place) => this.#tables[Number(place)] ?? '',
    );
    return Buffer.from(body);
  }
}

class TablePlace extends FileChild {
  readonly #place: number;

  constructor(place: number) {
    super('w:tbl');
    this.#place = place;
  }

  override prepForXml(_context: IContext): IXmlableObject {
    return { 'w:tbl': String(this.#place) };
  }
}
