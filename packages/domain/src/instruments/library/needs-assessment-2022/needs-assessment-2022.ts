import type { FormPackage } from '../../form-package.ts';
import type { Evidence } from '../../scale.ts';
import { inOurWords as t } from '../wording.ts';
import { agreement } from './agreement.ts';
import { children, childrenScale } from './children.ts';
import { demographics } from './demographics.ts';
import { examples } from './examples.ts';
import { problemsAndChanges } from './problems-and-changes.ts';
import { womenItems, womenScale } from './women-scale.ts';

const UNTESTED: Evidence = {
  grade: 'none-found',
  statement: t(
    'Мәтін – өз сөзіміз, 2022 жылғы мәтін емес; өзіміз аударғанбыз: кері аудармасы жасалмаған, байқаудан өтпеген, сыналмаған.',
    'Формулировки наши, а не 2022 года; перевод наш, без обратного перевода, без пробного опроса, без проверки.',
    'Our own wording, not the wording of 2022; translated by us, not back-translated, not piloted, not validated.',
  ),
  source: { words: t('осы топтама', 'этот пакет', 'this package') },
};

/**
 * The needs assessment of 2022 in our own words: demographics, the 18-item women's scale, biggest problems, changes,
 * and for each child the 9-item children's scale and priorities. Its screener (GHQ-12) is a form of its own.
 * A site may replace the wording by a package of its own with the same linkIds and option ids.
 */
export const needsAssessment2022: FormPackage = {
  format: 'tirek-form-1',
  code: 'needs-assessment-2022',
  version: '1.0.0',
  status: 'active',
  title: t(
    'Отбасы қажеттіліктері туралы сауалнама',
    'Анкета о нуждах семьи',
    'Questionnaire on what families need',
  ),
  description: t(
    '2022 жылғы қажеттіліктерді бағалау, өз сөзімізбен',
    'Оценка потребностей 2022 года, в наших формулировках',
    'The needs assessment of 2022, in our own words',
  ),
  notice: t(
    'Сұрақтар осы бағдарлама үшін қайта жазылған; бұл 2022 жылғы сауалнаманың дәл мәтіні емес.',
    'Вопросы написаны для этой программы заново; это не дословный текст анкеты 2022 года.',
    'The questions were written anew for this programme; they are not the wording of 2022.',
  ),
  wording: 'own',
  fallback: { kk: ['ru', 'en'], ru: ['en', 'kk'], en: ['ru', 'kk'] },
  sensitivity: 'personal',
  missing: ['declined'],
  optionLists: {
    women_agreement: agreement(['1', '2', '4', '5']),
    children_agreement: agreement(['1', '2', '3', '4']),
  },
  items: [demographics, womenItems, problemsAndChanges, children],
  scales: [womenScale, childrenScale],
  licence: {
    owner: 'The wording: the Tirek project. The constructs: the authors of the survey of 2022.',
    source:
      'Constructs, answer codes and categories: Operation Jusan in Year 4, tables and appendix',
    terms: 'The wording is part of Tirek and under its licence.',
    text: 'shipped',
    checked:
      'Sentences were written for Tirek from the constructs; the wording of 2022 in Kazakh and Russian was not seen.',
  },
  evidence: { kk: [UNTESTED], ru: [UNTESTED], en: [UNTESTED] },
  examples,
};
