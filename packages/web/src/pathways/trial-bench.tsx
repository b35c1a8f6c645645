import { addDays } from '@tirek/domain/cases';
import {
  type AssessmentFacts,
  type FormOutline,
  FUNCTIONING,
  formName,
  NOTHING_KNOWN,
  type Pathway,
  type PathwayFacts,
  STEPS,
  stepOf,
  tellReason,
  tellUnknown,
} from '@tirek/domain/pathways';
import { useState } from 'react';
import { useText } from '../text/language.tsx';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import { Choice, Count } from './leaf-fields.tsx';
import styles from './pathways.module.css';
import { usePathwayWords } from './use-pathway-words.ts';

type Typed = Readonly<Record<string, number>>;

/** Facts of nobody are typed, and the step that the pathway would propose is shown at once. */
export function TrialBench({
  pathway,
  forms,
  isSafe,
  today,
}: {
  pathway: Pathway;
  forms: readonly FormOutline[];
  isSafe: boolean;
  today: string;
}) {
  const text = useText('pathways');
  const { t, telling } = usePathwayWords(forms);
  const [now, setNow] = useState<Typed>({});
  const [before, setBefore] = useState<Typed>({});
  const [danger, setDanger] = useState<'' | 'none' | 'today' | 'now'>('');
  const [life, setLife] = useState<'' | (typeof FUNCTIONING)[number]>('');
  const [stood, setStood] = useState<'' | (typeof STEPS)[number]>('');
  const earlier = addDays(today, -56);
  const results = (typed: Typed, on: string, round: number): AssessmentFacts[] =>
    pathway.reads.flatMap(({ form, scale }, at) => {
      const value = typed[`${form} ${scale}`];
      const bands = forms
        .find(({ code }) => code === form)
        ?.scales.find(({ id }) => id === scale)?.bands;
      if (value === undefined || !bands) return [];
      const isIn = bands.filter(
        ({ from, below }) => value >= from && (below === null || value < below),
      );
      return [
        {
          id: `00000000-0000-7000-8000-${String(round * 100 + at).padStart(12, '0')}`,
          ...{ form, informant: 'self', takenOn: on, conclusions: [], items: null },
          scores: [{ scale, value, bands: isIn.map(({ id }) => id) }],
        },
      ];
    });
  const facts: PathwayFacts = {
    ...NOTHING_KNOWN,
    assessments: [...results(before, earlier, 0), ...results(now, today, 1)],
    signals: danger === '' ? null : danger === 'none' ? [] : [{ kind: 'suicide', urgency: danger }],
    functioning: life || null,
    standing: stood ? { step: stood, since: earlier, careSince: earlier } : null,
  };
  const outcome = stepOf(pathway, facts, today);
  const name = ({ form, scale }: Pathway['reads'][number]) => {
    const isOnly = pathway.reads.filter((read) => read.form === form).length === 1;
    return isOnly ? formName(form, telling) : `${formName(form, telling)} (${scale})`;
  };
  const unknown = { value: '' as const, label: text('bench.unknown') };
  const range = ({ form, scale }: Pathway['reads'][number]) =>
    forms.find(({ code }) => code === form)?.scales.find(({ id }) => id === scale);
  const score = (typed: Typed, set: (typed: Typed) => void, key: 'bench.now' | 'bench.before') =>
    pathway.reads.map((read) => {
      const place = `${read.form} ${read.scale}`;
      return (
        <Count
          key={`${key} ${place}`}
          label={text(key, { form: name(read) })}
          value={typed[place] ?? null}
          min={range(read)?.min ?? 0}
          max={range(read)?.max ?? 100}
          onChange={(value) => set({ ...typed, [place]: value })}
          onClear={() =>
            set(Object.fromEntries(Object.entries(typed).filter(([at]) => at !== place)))
          }
        />
      );
    });
  return (
    <Panel title={text('bench.title')} note={text('bench.note')}>
      <div className={styles.fields}>
        {score(now, setNow, 'bench.now')}
        <Choice
          label={text('bench.danger')}
          options={[
            unknown,
            { value: 'none', label: text('bench.noDanger') },
            { value: 'today', label: t('leaf.signal.today') },
            { value: 'now', label: t('leaf.signal.now') },
          ]}
          value={danger}
          onChange={setDanger}
        />
        <Choice
          label={text('bench.life')}
          options={[
            unknown,
            ...FUNCTIONING.map((value) => ({ value, label: t(`leaf.functioning.${value}`) })),
          ]}
          value={life}
          onChange={setLife}
        />
        <Choice
          label={text('bench.stood')}
          options={[
            { value: '', label: text('bench.noStep') },
            ...STEPS.map((value) => ({ value, label: t(`step.${value}`) })),
          ]}
          value={stood}
          onChange={setStood}
        />
      </div>
      <details>
        <summary>{text('bench.earlier')}</summary>
        <div className={styles.fields}>{score(before, setBefore, 'bench.before')}</div>
      </details>
      <div className={styles.outcome} aria-live="polite">
        {isSafe ? (
          <Notice kind="info" isStanding>
            <p>{tellReason(outcome, telling)}</p>
            {outcome.step && outcome.missing.length > 0 && <p>{tellUnknown(outcome, telling)}</p>}
            {outcome.offers.length > 0 && (
              <p>
                {text('offered', {
                  offers: outcome.offers.map(({ offer }) => t(`offer.${offer}`)).join(', '),
                })}
              </p>
            )}
          </Notice>
        ) : (
          <Notice kind="warning" isStanding>
            {text('bench.faulty')}
          </Notice>
        )}
      </div>
    </Panel>
  );
}
