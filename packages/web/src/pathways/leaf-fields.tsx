import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { caseTexts, NEED_CATEGORY_IDS } from '@tirek/domain/cases';
import { SAFETY_KINDS, SAFETY_URGENCIES } from '@tirek/domain/instruments';
import {
  CHANGE_BASES,
  CHANGES,
  type FormOutline,
  FUNCTIONING,
  formName,
  inLanguage,
  type Leaf,
  LIFE_EVENTS,
  OFFERS,
  type Pathway,
} from '@tirek/domain/pathways';
import { useText } from '../text/language.tsx';
import styles from './pathways.module.css';
import { usePathwayWords } from './use-pathway-words.ts';

interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

/** What one condition asks, to be chosen; nothing is typed but numbers. */
export function LeafFields({
  leaf,
  onChange,
  forms,
  reads,
}: {
  leaf: Leaf;
  onChange: (leaf: Leaf) => void;
  forms: readonly FormOutline[];
  reads: Pathway['reads'];
}) {
  const text = useText('pathways');
  const { t, telling } = usePathwayWords(forms);
  const { language } = telling;
  const named = (code: string) => ({ value: code, label: formName(code, telling) });
  const outline = 'form' in leaf ? forms.find(({ code }) => code === leaf.form) : undefined;
  switch (leaf.kind) {
    case 'band': {
      const scale = outline?.scales.find(({ id }) => id === leaf.scale);
      const label = ({ form, scale: id }: { form: string; scale: string }) => {
        const scales = forms.find(({ code }) => code === form)?.scales ?? [];
        const title = inLanguage(scales.find((each) => each.id === id)?.title, language, id);
        return scales.length > 1 ? title : formName(form, telling);
      };
      return (
        <>
          <div className={styles.fields}>
            <Choice
              label={text('edit.scale')}
              options={reads.map((read) => ({
                value: `${read.form} ${read.scale}`,
                label: label(read),
              }))}
              value={`${leaf.form} ${leaf.scale}`}
              onChange={(value) => {
                const [form = '', id = ''] = value.split(' ');
                const bands = forms
                  .find(({ code }) => code === form)
                  ?.scales.find((each) => each.id === id)?.bands;
                onChange({
                  ...leaf,
                  form,
                  scale: id,
                  bands: bands?.slice(-1).map((band) => band.id) ?? [],
                });
              }}
            />
            <Choice
              label={text('edit.times')}
              options={[1, 2, 3, 4].map((count) => ({
                value: String(count),
                label: count === 1 ? text('edit.newest') : text('edit.inARow', { count }),
              }))}
              value={String(leaf.times)}
              onChange={(times) => onChange({ ...leaf, times: Number(times) })}
            />
          </div>
          <Boxes
            label={text('edit.bands')}
            options={(scale?.bands ?? []).map((band) => ({
              value: band.id,
              label: inLanguage(band.label, language, band.id),
            }))}
            value={leaf.bands}
            onChange={(bands) => onChange({ ...leaf, bands })}
          />
        </>
      );
    }
    case 'conclusion': {
      const found = outline?.conclusions.find(({ id }) => id === leaf.conclusion);
      const all = forms.flatMap(({ code, conclusions }) =>
        conclusions.map(({ id, title }) => ({
          value: `${code} ${id}`,
          label: `${formName(code, telling)}: ${inLanguage(title, language, id)}`,
        })),
      );
      return (
        <>
          <Choice
            label={text('edit.conclusion')}
            options={all}
            value={`${leaf.form} ${leaf.conclusion}`}
            onChange={(value) => {
              const [form = '', conclusion = ''] = value.split(' ');
              onChange({ ...leaf, form, conclusion, outcomes: [] });
            }}
          />
          <Boxes
            label={text('edit.outcomes')}
            options={(found?.outcomes ?? []).map(({ id, label }) => ({
              value: id,
              label: inLanguage(label, language, id),
            }))}
            value={leaf.outcomes}
            onChange={(outcomes) => onChange({ ...leaf, outcomes })}
          />
        </>
      );
    }
    case 'item': {
      const item = outline?.items.find(({ id }) => id === leaf.item);
      return (
        <>
          <div className={styles.fields}>
            <Choice
              label={text('edit.form')}
              options={forms.filter(({ items }) => items.length > 0).map(({ code }) => named(code))}
              value={leaf.form}
              onChange={(form) => {
                const [first] = forms.find(({ code }) => code === form)?.items ?? [];
                onChange({ ...leaf, form, item: first?.id ?? '', options: [] });
              }}
            />
            <Choice
              label={text('edit.item')}
              options={(outline?.items ?? []).map(({ id, text: words }) => ({
                value: id,
                label: inLanguage(words, language, id),
              }))}
              value={leaf.item}
              onChange={(id) => onChange({ ...leaf, item: id, options: [] })}
            />
          </div>
          <Boxes
            label={text('edit.options')}
            options={(item?.options ?? []).map(({ id, text: words }) => ({
              value: id,
              label: inLanguage(words, language, id),
            }))}
            value={leaf.options}
            onChange={(options) => onChange({ ...leaf, options })}
          />
        </>
      );
    }
    case 'signal':
      return (
        <>
          <Choice
            label={text('edit.urgency')}
            options={SAFETY_URGENCIES.map((value) => ({ value, label: t(`leaf.signal.${value}`) }))}
            value={leaf.urgency}
            onChange={(urgency) => onChange({ ...leaf, urgency })}
          />
          <Boxes
            label={text('edit.kinds')}
            options={SAFETY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            value={leaf.kinds}
            onChange={(kinds) => onChange({ ...leaf, kinds })}
          />
        </>
      );
    case 'change':
      return (
        <div className={styles.fields}>
          <Choice
            label={text('edit.change')}
            options={CHANGES.map((value) => ({
              value,
              label: t(`leaf.change.${value}.${leaf.since}`),
            }))}
            value={leaf.is}
            onChange={(is) => onChange({ ...leaf, is })}
          />
          <Choice
            label={text('edit.since')}
            options={CHANGE_BASES.map((value) => ({ value, label: text(`edit.since.${value}`) }))}
            value={leaf.since}
            onChange={(since) => onChange({ ...leaf, since })}
          />
          <Choice
            label={text('edit.form')}
            options={[
              { value: '', label: text('edit.anyForm') },
              ...[...new Set(reads.map(({ form }) => form))].map(named),
            ]}
            value={leaf.form ?? ''}
            onChange={(form) => onChange({ ...leaf, form: form || null })}
          />
        </div>
      );
    case 'functioning':
      return (
        <Choice
          label={text('edit.atLeast')}
          options={FUNCTIONING.map((value) => ({ value, label: t(`leaf.functioning.${value}`) }))}
          value={leaf.atLeast}
          onChange={(atLeast) => onChange({ ...leaf, atLeast })}
        />
      );
    case 'need': {
      const words = caseTexts(language);
      return (
        <Boxes
          label={text('edit.needs')}
          options={NEED_CATEGORY_IDS.map((value) => ({
            value,
            label: words(`need.category.${value}`),
          }))}
          value={leaf.categories}
          onChange={(categories) => onChange({ ...leaf, categories })}
        />
      );
    }
    case 'event':
      return (
        <>
          <Boxes
            label={text('edit.events')}
            options={LIFE_EVENTS.map((value) => ({ value, label: t(`event.${value}`) }))}
            value={leaf.events}
            onChange={(events) => onChange({ ...leaf, events })}
          />
          <Count
            label={text('edit.days')}
            value={leaf.days}
            max={730}
            onChange={(days) => onChange({ ...leaf, days })}
          />
        </>
      );
    case 'missed':
      return (
        <Count
          label={text('edit.missed')}
          value={leaf.atLeast}
          max={20}
          onChange={(atLeast) => onChange({ ...leaf, atLeast })}
        />
      );
    case 'age':
      return (
        <div className={styles.fields}>
          <Count
            label={text('edit.from')}
            value={leaf.from}
            min={0}
            max={120}
            onChange={(from) => onChange({ ...leaf, from })}
            onClear={() => onChange({ ...leaf, from: null })}
          />
          <Count
            label={text('edit.below')}
            value={leaf.below}
            max={120}
            onChange={(below) => onChange({ ...leaf, below })}
            onClear={() => onChange({ ...leaf, below: null })}
          />
        </div>
      );
    case 'provider':
      return (
        <Choice
          label={text('edit.may')}
          options={OFFERS.map((value) => ({ value, label: t(`offer.${value}`) }))}
          value={leaf.may}
          onChange={(may) => onChange({ ...leaf, may })}
        />
      );
    case 'risk-before':
      return null;
  }
}

export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  return (
    <NativeSelect
      label={label}
      data={[...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Value)}
    />
  );
}

export function Boxes<Value extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly Option<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}) {
  return (
    <Checkbox.Group
      label={label}
      value={[...value]}
      onChange={(chosen) => onChange(chosen as Value[])}
    >
      <div className={styles.boxes}>
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

export function Count({
  label,
  value,
  min = 1,
  max,
  onChange,
  onClear,
}: {
  label: string;
  value: number | null;
  min?: number;
  max: number;
  onChange: (value: number) => void;
  onClear?: () => void;
}) {
  return (
    <NumberInput
      label={label}
      min={min}
      max={max}
      allowDecimal={false}
      value={value ?? ''}
      onChange={(typed) => {
        if (typeof typed === 'number') onChange(typed);
        else onClear?.();
      }}
    />
  );
}
