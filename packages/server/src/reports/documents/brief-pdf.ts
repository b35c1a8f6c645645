import type { PrintedBrief } from '@tirek/domain/reports/brief';
import { PDF_STANDARD, type Typesetting, typesetting, typstFailure } from './typst.ts';

/** Points; the largest at which the brief fits its pages is taken, and below the last nobody could read it. */
const SIZES = [10.5, 10, 9.5, 9, 8.5, 8] as const;

/**
 * A brief as an accessible PDF of exactly so many A4 pages as its kind has.
 * @throws Error when it does not fit even in the smallest letters, or with what Typst complains of
 */
export async function briefPdf(brief: PrintedBrief): Promise<Buffer> {
  const setting = await typesetting('brief');
  const { compiler, data } = setting;
  try {
    for (const size of SIZES) {
      compiler.mapShadow(data, Buffer.from(JSON.stringify({ ...brief, size })));
      const { result, ...compiled } = compile(setting);
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

function compile({ compiler, template }: Typesetting) {
  const compiled = compiler.compile({ mainFilePath: template });
  const { result } = compiled;
  return { result, error: result ? null : compiled.takeDiagnostics() };
}
