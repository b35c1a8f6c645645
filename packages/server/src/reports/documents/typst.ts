import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from './fonts.ts';

/** PDF/UA-1: tagged, with a title, a language and every figure in words; Typst refuses to make one that is not. */
export const PDF_STANDARD = 'ua-1';

/** A template beside this file with its data, which lie nowhere on the disk: `report.typ` reads `report.json`. */
export interface Typesetting {
  readonly compiler: NodeCompiler;
  readonly template: string;
  readonly data: string;
}

/** Set in one go; a brief is set several times until it fits. */
type Template =
  | 'genogram'
  | 'family-plan'
  | 'family-sheet'
  | 'own-copy'
  | 'breach-notice'
  | 'safety-sheet'
  | 'referral-letter'
  | 'report';

/**
 * Typst reads every font of the machine before it begins, where nobody tells it otherwise: a fifth of a second, and other pages
 * on another machine for a letter that ours lack.
 */
const NO_OTHER_FONTS = join(import.meta.dirname, 'fonts.conf');

export async function typesetting(name: 'brief' | Template): Promise<Typesetting> {
  process.env.FONTCONFIG_FILE = NO_OTHER_FONTS;
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontBlobs: await readFonts() }],
  });
  const template = join(import.meta.dirname, `${name}.typ`);
  compiler.addSource(template, await readFile(template, 'utf8'));
  return { compiler, template, data: join(import.meta.dirname, `${name}.json`) };
}

/**
 * An accessible PDF, the same bytes for the same data.
 * @throws Error with what Typst complains of; a figure without words for those who cannot see it is such a complaint
 */
export async function typstPdf(name: Template, content: object): Promise<Buffer> {
  const { compiler, template, data } = await typesetting(name);
  compiler.mapShadow(data, Buffer.from(JSON.stringify(content)));
  const compiled = compiler.compile({ mainFilePath: template });
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
