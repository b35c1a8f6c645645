import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import {
  CARE_KINDS,
  type FactKind,
  type FamilyTexts,
  familyTexts,
  PARENTAGE_KINDS,
  PRISON_PLACES,
  UNION_ENDS,
  UNION_KINDS,
} from '@tirek/domain/people/family-graph';
import { useLanguage, useText } from '../../text/language.tsx';
import { EVIDENCES, type FactDraft, unreadableDates } from './fact-draft.ts';

const STATES = ['alive', 'deceased', 'missing', 'imprisoned', 'unknown'] as const;

/** Of a choice that is still to be made. */
const NOTHING = { value: '', label: '' };

interface FactFieldsProps {
  readonly kind: FactKind;
  readonly draft: FactDraft;
  readonly names: ReadonlyMap<string, string>;
  /** Of a correction: whom a fact is about stays. */
  readonly isKnown: boolean;
  readonly onChange: (draft: FactDraft) => void;
}

/** What is asked of each kind of fact. */
export function FactFields({ kind, draft, names, isKnown, onChange }: FactFieldsProps) {
  const text = useText('genogram');
  const { language } = useLanguage();
  const t = familyTexts(language);
  const set = (part: Partial<FactDraft>) => onChange({ ...draft, ...part });
  const people = [...names].map(([value, label]) => ({ value, label }));
  const person = (field: 'one' | 'other', label: string) => (
    <NativeSelect
      label={label}
      data={[NOTHING, ...people]}
      value={draft[field] ?? ''}
      onChange={(event) => set({ [field]: event.currentTarget.value || null })}
      disabled={isKnown}
      required
    />
  );
  const choice = (label: string, values: readonly string[], word: (value: string) => string) => (
    <NativeSelect
      label={label}
      data={[NOTHING, ...values.map((value) => ({ value, label: word(value) }))]}
      value={draft.kind ?? ''}
      onChange={(event) => set({ kind: event.currentTarget.value || null })}
      required
    />
  );
  const bad = unreadableDates(draft);
  const date = (field: 'from' | 'until' | 'release', label: string) => (
    <TextInput
      label={label}
      description={text('date.help')}
      value={draft[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      error={bad.includes(field) ? text('date.unreadable') : null}
      autoComplete="off"
      inputMode="text"
      maxLength={12}
    />
  );
  const ofDomain = (prefix: string) => (value: string) =>
    t(`${prefix}.${value}` as Parameters<FamilyTexts>[0]);
  return (
    <>
      {kind === 'union' && (
        <>
          {person('one', text('field.one'))}
          {person('other', text('field.other'))}
          {choice(text('field.union'), UNION_KINDS, ofDomain('kind'))}
          {date('from', text('field.from'))}
          <NativeSelect
            label={text('field.end')}
            data={[
              { value: '', label: text('field.lasts') },
              ...UNION_ENDS.map((value) => ({ value, label: t(`end.${value}`) })),
            ]}
            value={draft.how}
            onChange={(event) => set({ how: event.currentTarget.value })}
          />
          {draft.how !== '' && date('until', text('field.until'))}
        </>
      )}
      {kind === 'parentage' && (
        <>
          {person('one', text('field.parent'))}
          {person('other', text('field.child'))}
          {choice(text('field.parentage'), PARENTAGE_KINDS, ofDomain('parentage'))}
        </>
      )}
      {kind === 'care' && (
        <>
          {person('one', text('field.carer'))}
          {person('other', text('field.child'))}
          {choice(text('field.care'), CARE_KINDS, (value) =>
            text(value === 'guardianship' ? 'care.guardianship' : 'care.kin-care'),
          )}
          {date('from', text('field.from'))}
          {date('until', text('field.untilIf'))}
        </>
      )}
      {kind === 'household' && (
        <>
          <MultiSelect
            label={text('field.members')}
            data={people}
            value={[...draft.members]}
            onChange={(members) => set({ members })}
            required
          />
          {date('from', text(isKnown ? 'field.fromNew' : 'field.from'))}
          {isKnown && date('until', text('field.untilLeft'))}
        </>
      )}
      {kind === 'life' && (
        <>
          {person('one', text('field.person'))}
          {choice(text('field.state'), STATES, (value) =>
            text(`state.${value as (typeof STATES)[number]}`),
          )}
          {draft.kind === 'deceased' && date('from', text('field.died'))}
          {(draft.kind === 'missing' || draft.kind === 'imprisoned') &&
            date('from', text('field.from'))}
          {draft.kind === 'imprisoned' && (
            <>
              <NativeSelect
                label={text('field.place')}
                data={PRISON_PLACES.map((value) => ({ value, label: t(`place.${value}`) }))}
                value={draft.place}
                onChange={(event) => set({ place: event.currentTarget.value })}
              />
              {date('release', text('field.release'))}
            </>
          )}
        </>
      )}
      <NativeSelect
        label={text('field.evidence')}
        description={text('field.evidenceHelp')}
        data={[
          NOTHING,
          ...EVIDENCES.map((value) => {
            const [first, source] = value.split(':');
            const word = ofDomain(first === 'asserted' ? 'by' : 'document');
            return { value, label: word(source ?? '') };
          }),
        ]}
        value={draft.evidence ?? ''}
        onChange={(event) => set({ evidence: event.currentTarget.value || null })}
        required
      />
    </>
  );
}
