import { FileChild, type IContext, type IXmlableObject } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { oneArchive } from './one-archive.ts';

const BODY = 'word/document.xml';

/**
 * Tables written as they stand in a Word file. The library gets a numbered place for each and makes the document around them; they
 * are put into the finished file, which Node's zlib packs anew: the library would take every cell apart, escape it and search it
 * for names of pictures.
 */
export class WrittenTables {
  readonly #written: string[] = [];

  /** Keeps the table and gives what stands for it. */
  placeFor(written: string): FileChild {
    return new TablePlace(this.#written.push(written) - 1);
  }

  async putInto(docx: Buffer): Promise<Buffer> {
    const parts = unzipSync(docx);
    const body = strFromU8(parts[BODY] ?? new Uint8Array()).replace(
      /<w:tbl>(\d+)<\/w:tbl>/g,
      (_, place) => this.#written[Number(place)] ?? '',
    );
    const whole = { ...parts, [BODY]: Buffer.from(body) };
    return await oneArchive(
      Object.entries(whole).map(([name, bytes]) => ({ name, pieces: [bytes] })),
    );
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
