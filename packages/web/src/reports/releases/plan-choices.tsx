import { SegmentedControl, Select } from '@mantine/core';
import type { ChoosableSection, ReportAudience } from '@tirek/domain/reports';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useText } from '../../text/language.tsx';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { KeptForm } from '../../ui/use-kept-form.ts';
import { useClosedWaves } from '../closed-waves.ts';
import type { PlanDraft } from './plan-form.ts';
import styles from './plan-page.module.css';
import { PopulationPicker } from './population-picker.tsx';
import { SectionPicker } from './section-picker.tsx';

const AUDIENCES: readonly ReportAudience[] = ['network', 'public', 'internal'];

interface PlanChoicesProps {
  readonly form: KeptForm<PlanDraft>;
  /** Those there are, once a preview has told. */
  readonly sections: readonly ChoosableSection[] | null;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** What can be chosen about a report, from the wave to its sections. */
export function PlanChoices({ form, sections, language, onLanguage }: PlanChoicesProps) {
  const text = useText('releases');
  const { waves, isPending } = useClosedWaves();
  const { waveId, audience, population } = form.values;
  return (
    <Panel title={text('plan.choices')}>
      <div className={styles.group}>
        <Select
          label={text('plan.wave')}
          placeholder={text(!isPending && waves.length === 0 ? 'plan.waveNone' : 'plan.waveChoose')}
          data={waves}
          value={waveId}
          allowDeselect={false}
          // Questions and sections belong to the wave they were chosen from.
          onChange={(value) =>
            form.change({
              ...form.values,
              waveId: value,
              population: [],
              sections: null,
              without: [],
            })
          }
        />
      </div>
      <div className={styles.group}>
        <h3 className={styles.heading}>{text('plan.audience')}</h3>
        <ChoiceCards
          legend={text('plan.audience')}
          value={audience}
          onChange={(value) => form.set('audience', value)}
          choices={AUDIENCES.map((value) => ({
            value,
            title: text(`audience.${value}`),
            words: text(`audience.${value}.words`),
          }))}
        />
      </div>
      {waveId && (
        <div className={styles.group}>
          <h3 className={styles.heading}>{text('plan.population')}</h3>
          <PopulationPicker
            waveId={waveId}
            population={population}
            onChange={(changed) => form.set('population', changed)}
          />
        </div>
      )}
      {sections && (
        <div className={styles.group}>
          <h3 className={styles.heading}>{text('plan.sections')}</h3>
          <SectionPicker
            sections={sections}
            chosen={form.values.sections}
            without={form.values.without ?? []}
            onChange={(chosen, without) =>
              form.change({ ...form.values, sections: chosen, without })
            }
          />
        </div>
      )}
      <div className={styles.group}>
        <h3 className={styles.heading} id="plan-language">
          {text('plan.language')}
        </h3>
        <SegmentedControl
          fullWidth
          aria-labelledby="plan-language"
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          value={language}
          onChange={(value) => {
            if (isLanguage(value)) onLanguage(value);
          }}
        />
        <p className={styles.note}>{text('plan.languageNote')}</p>
      </div>
    </Panel>
  );
}
