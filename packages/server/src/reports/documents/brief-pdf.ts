import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintedBrief } from '@tirek/domain/reports/brief';
import { readFonts } from './fonts.ts';
import { PDF_STANDARD, typstFailure } from './report-pdf.ts';

const TEMPLATE = join(import.meta.dirname, 'brief.typ');
/** Where the template looks for its data; there is no such file on the disk. */
const DATA = join(import.meta.dirname, 'brief.json');

/** Points; the largest at which the brief fits its pages is taken, and below the last nobody could read it. */
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8] as const;

/**
 * A brief as an accessible PDF of exactly so many A4 pages as its kind has.
 * @throws Error when it does not fit even in the smallest letters, or with what Typst complains of
 */
export async function briefPdf(brief: PrintedBrief): Promise<Buffer> {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: await readFonts() }],
  });
  compiler.addSource(TEMPLATE, await readFile(TEMPLATE, 'utf8'));
  try {
    for (const size of SIZES) {
      compiler.mapShadow(DATA, Buffer.from(JSON.stringify({ ...brief, size })));
      const { result, ...compiled } = compile(compiler);
      if (!result) throw typstFailure(compiler, compiled.error);
      if (result.numOfPages === brief.pages) {
        return compiler.pdf(result, { pdfStandard: PDF_STANDARD });
      }
    }
  } finally {
    compiler.evictCache(0);
  }
  throw new Error(`The ${brief.kind} does not fit ${brief.pages} A4 pages.`);
}

function compile(compiler: NodeCompiler) {
  const compiled = compiler.compile({ mainFilePath: TEMPLATE });
  const { result } = compiled;
  return { result, error: result ? null : compiled.takeDiagnostics() };
}
