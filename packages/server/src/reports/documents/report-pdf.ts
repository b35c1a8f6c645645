import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintedReport } from '@tirek/domain/reports/documents';
import { readFonts } from './fonts.ts';

const TEMPLATE = join(import.meta.dirname, 'report.typ');
/** Where the template looks for its data; there is no such file on the disk. */
const DATA = join(import.meta.dirname, 'report.json');

/** PDF/UA-1: tagged, with a title, a language and every figure in words; Typst refuses to make one that is not. */
export const PDF_STANDARD = 'ua-1';

/**
 * A report as an accessible PDF of A4 pages, the same bytes for the same report.
 * @throws Error with what Typst complains of; a figure without words for those who cannot see it is such a complaint
 */
export async function reportPdf(report: PrintedReport): Promise<Buffer> {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: await readFonts() }],
  });
  compiler.addSource(TEMPLATE, await readFile(TEMPLATE, 'utf8'));
  compiler.mapShadow(DATA, Buffer.from(JSON.stringify(report)));
  const compiled = compiler.compile({ mainFilePath: TEMPLATE });
  if (!compiled.result) throw typstFailure(compiler, compiled.takeDiagnostics());
  try {
    return compiler.pdf(compiled.result, { pdfStandard: PDF_STANDARD });
  } finally {
    compiler.evictCache(0);
  }
}

/** What Typst complained of, as an error. */
export function typstFailure(compiler: NodeCompiler, error: NodeError | null): Error {
  const told = error ? compiler.fetchDiagnostics(error) : [];
  return new Error(
    `Typst made no document: ${told.map(({ message }: { message: string }) => message).join('; ')}`,
  );
}
