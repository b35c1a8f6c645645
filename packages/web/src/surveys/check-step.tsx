import { LANGUAGE_NAMES } from '@tirek/domain/text';
import { useRead } from '../api/use-read.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { Facts } from '../ui/facts.tsx';
import { Panel } from '../ui/panel.tsx';
import type { StepProps } from './campaign-editor.tsx';
import { DangerNote } from './danger-note.tsx';
import { formTitle } from './form-title.ts';

/** Everything once more, before it is saved. */
export function CheckStep({ form }: StepProps) {
  const text = useText('surveys');
  const { language } = useLanguage();
  const askable = useRead('listAskableForms', {});
  const { title, forms, languages, linkage, consentVersion, help, retentionMonths, operator } =
    form.values;
  const titleOf = (code: string) => {
    const found = askable.data?.forms.find((candidate) => candidate.code === code);
    return found ? formTitle(found, language) : code;
  };
  const orNothing = (words: string) => words || text('check.empty');
  return (
    <>
      <DangerNote forms={forms} />
      <Panel title={text('step.check')} note={text('check.note')}>
        <Facts
          facts={[
            [text('words.title'), orNothing(title[language])],
            [text('step.questions'), orNothing(forms.map(({ code }) => titleOf(code)).join(', '))],
            [
              text('questions.languages'),
              orNothing(languages.map((code) => LANGUAGE_NAMES[code]).join(', ')),
            ],
            [text('step.linkage'), text(`linkage.${linkage}`)],
            [text('operator.name'), orNothing(operator.name[language])],
            [text('consent.version'), orNothing(consentVersion)],
            [text('retention.label'), text('retention.months', { count: retentionMonths })],
            [text('help.title'), text('help.count', { count: help.length })],
          ]}
        />
      </Panel>
    </>
  );
}
