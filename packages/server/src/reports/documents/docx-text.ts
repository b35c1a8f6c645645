import { isLanguage, type Language } from '@tirek/domain/text';
import { type IParagraphOptions, Paragraph, SimpleField, TextRun } from 'docx';

/** Word's names for the languages, by which it chooses dictionaries. */
export const WORD_LANGUAGE: Readonly<Record<Language, string>> = {
  kk: 'kk-KZ',
  ru: 'ru-RU',
  en: 'en-GB',
};

/** The name Word knows the language of a tag by. */
export const wordLanguage = (tag: string) => (isLanguage(tag) ? WORD_LANGUAGE[tag] : tag);

/** Twentieths of a point. */
export const twips = (points: number) => Math.round(points * 20);

export const INK = '1B1F24';
export const QUIET = '525B66';
export const ACCENT = '1F5F4A';
export const HAIR = 'D5DAE0';

type RunLooks = {
  readonly bold?: boolean;
  readonly color?: string;
  /** Points. */
  readonly size?: number;
  readonly superScript?: boolean;
};

/** Makes the runs and paragraphs of a document in one language. */
export interface DocxWriter {
  run(text: string, looks?: RunLooks): TextRun;
  paragraph(text: string, options?: IParagraphOptions & { readonly looks?: RunLooks }): Paragraph;
  /** `Table 3. Title`, with its number as a field, so that Word numbers anew when a table is added or taken away. */
  caption(given: {
    readonly label: string;
    readonly number: number;
    readonly title: string;
    readonly sequence: 'Table' | 'Figure';
  }): Paragraph;
}

export function docxWriter(language: Language): DocxWriter {
  const value = WORD_LANGUAGE[language];
  const run: DocxWriter['run'] = (text, { size, ...looks } = {}) =>
    new TextRun({ text, language: { value }, ...looks, ...(size ? { size: size * 2 } : {}) });
  return {
    run,
    paragraph: (text, { looks, ...options } = {}) =>
      new Paragraph({ ...options, children: [run(text, looks)] }),
    caption({ label, number, title, sequence }) {
      const [before = '', after = ''] = label.split(String(number));
      return new Paragraph({
        style: 'Caption',
        keepNext: true,
        children: [
          ...(before ? [run(before)] : []),
          new SimpleField(`SEQ ${sequence} \\* ARABIC`, String(number)),
          run(`${after}. ${title}`),
        ],
      });
    },
  };
}
