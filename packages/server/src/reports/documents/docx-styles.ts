import type { Language } from '@tirek/domain/text';
import { type IStylesOptions, LineRuleType } from 'docx';
import { ACCENT, INK, QUIET, twips, WORD_LANGUAGE } from './docx-text.ts';

/** In every Word and LibreOffice, with all letters of Kazakh; half-points as Word counts. */
const FONT = 'Arial';

/** Named styles, so that whoever edits changes all captions or all notes at once. */
export function docxStyles(language: Language): IStylesOptions {
  const quick = { basedOn: 'Normal', quickFormat: true };
  return {
    default: {
      document: {
        run: { font: FONT, size: 19, color: INK, language: { value: WORD_LANGUAGE[language] } },
        paragraph: { spacing: { after: twips(6), line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: 52, bold: true, color: ACCENT },
        paragraph: { spacing: { before: twips(6), after: twips(4) } },
      },
      heading1: {
        run: { font: FONT, size: 30, bold: true, color: ACCENT },
        paragraph: { keepNext: true, spacing: { before: twips(24), after: twips(8) } },
      },
      caption: {
        run: { font: FONT, size: 20, bold: true, color: INK },
        paragraph: {
          keepNext: true,
          spacing: { before: twips(16), after: twips(2), line: 250, lineRule: LineRuleType.AUTO },
        },
      },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        ...quick,
        run: { size: 26, color: QUIET },
        paragraph: { spacing: { after: twips(18) } },
      },
      {
        id: 'Banner',
        name: 'Banner',
        ...quick,
        paragraph: { spacing: { before: twips(4), after: twips(4) } },
      },
      {
        id: 'ContentsHeading',
        name: 'Contents Heading',
        ...quick,
        run: { size: 30, bold: true, color: ACCENT },
      },
      {
        id: 'Base',
        name: 'Base',
        ...quick,
        run: { size: 16, color: QUIET },
        paragraph: { keepNext: true, spacing: { after: twips(4) } },
      },
      {
        id: 'Note',
        name: 'Note',
        ...quick,
        run: { size: 15, color: QUIET },
        paragraph: {
          spacing: { before: twips(2), after: 0, line: 240, lineRule: LineRuleType.AUTO },
        },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        ...quick,
        run: { size: 17 },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
    ],
  };
}
