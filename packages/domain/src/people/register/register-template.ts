import type { Language } from '../../text/index.ts';
import { registerTexts } from './register-texts.ts';

const COLUMNS = [
  ...(['family', 'relation', 'family-name', 'given-name', 'patronymic', 'birth', 'sex'] as const),
  ...(['personal-number', 'document', 'phone', 'languages'] as const),
  ...(['region', 'lives-since', 'earlier-region'] as const),
  ...(['arrival', 'arrival-way', 'arrival-place', 'life', 'life-on', 'release'] as const),
];

const cell = (value: string, style: 'head' | 'label' | 'value' | 'quiet') => ({ value, style });

/** The sheets of an empty register: headings that are understood, and what to write below them. */
export function registerTemplate(language: Language) {
  const t = registerTexts(language);
  return [
    {
      name: t('template.people'),
      widths: COLUMNS.map((column) => Math.max(14, t(`heading.${column}`).length + 2)),
      frozen: { rows: 1, columns: 0 },
      rows: [COLUMNS.map((column) => cell(t(`heading.${column}`), 'head'))],
    },
    {
      name: t('template.help'),
      widths: [32, 90],
      frozen: { rows: 1, columns: 0 },
      rows: [
        [cell(t('template.column'), 'head'), cell(t('template.what'), 'head')],
        ...COLUMNS.map((column) => [
          cell(t(`heading.${column}`), 'label'),
          cell(t(`help.${column}`), 'value'),
        ]),
        [],
        [cell(t('template.note'), 'quiet')],
      ],
    },
  ];
}
