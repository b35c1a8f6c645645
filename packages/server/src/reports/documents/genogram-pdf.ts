import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintedGenogram } from '@tirek/domain/people/family-graph';
import { readFonts } from './fonts.ts';
import { PDF_STANDARD, typstFailure } from './report-pdf.ts';

const TEMPLATE = join(import.meta.dirname, 'genogram.typ');
/** Where the template looks for its data; there is no such file on the disk. */
const DATA = join(import.meta.dirname, 'genogram.json');

/**
 * A genogram with its sentences as an accessible PDF of A4 pages.
 * @throws Error with what Typst complains of
 */
export async function genogramPdf(genogram: PrintedGenogram): Promise<Buffer> {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: await readFonts() }],
  });
  compiler.addSource(TEMPLATE, await readFile(TEMPLATE, 'utf8'));
  compiler.mapShadow(DATA, Buffer.from(JSON.stringify(genogram)));
  const compiled = compiler.compile({ mainFilePath: TEMPLATE });
  if (!compiled.result) throw typstFailure(compiler, compiled.takeDiagnostics());
  try {
    return compiler.pdf(compiled.result, { pdfStandard: PDF_STANDARD });
  } finally {
    compiler.evictCache(0);
  }
}
