import type { CompiledForm } from '../../instruments/index.ts';
import type { WaveFacts } from '../facts.ts';
import type { Paragraph } from '../report.ts';
import { formText, type Speech } from '../variables.ts';
import type { DraftSection } from './draft.ts';

/** What a reader needs to know to compute the same numbers again. */
export function buildMethods(
  { wave }: WaveFacts,
  forms: readonly CompiledForm[],
  speech: Speech,
): DraftSection {
  const { t } = speech;
  const paragraph = (id: string, text: string): Paragraph => ({ kind: 'paragraph', id, text });
  return {
    id: 'methods',
    title: t('section.methods'),
    blocks: [
      paragraph('methods-bases', t('methods.bases')),
      paragraph('methods-missing', t('methods.missing')),
      paragraph('methods-intervals', t('methods.intervals')),
      paragraph('methods-quantiles', t('methods.quantiles')),
      paragraph('methods-analysis', t('methods.analysis')),
      ...forms.flatMap((form) => {
        const title = formText(form, speech, form.pkg.title) ?? form.code;
        const asked = wave.forms.find(({ code }) => code === form.code);
        const notice = formText(form, speech, form.pkg.notice);
        return [
          paragraph(
            `methods-form-${form.code}`,
            t('methods.form', { title, code: form.code, version: asked?.version ?? form.version }),
          ),
          ...(notice ? [paragraph(`methods-notice-${form.code}`, notice)] : []),
        ];
      }),
    ],
  };
}
