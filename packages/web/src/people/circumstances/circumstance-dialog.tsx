import { Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import {
  ACTIVITIES,
  ARRIVAL_WAYS,
  ATTENDANCES,
  type CircumstanceTexts,
  type CircumstanceValue,
  DIFFICULTIES,
  DISABILITY_STATES,
  HOUSING_KINDS,
  HOUSING_LACKS,
  INCOME_BANDS,
  LAST_GRADE,
  LEARNING_HOLDERS,
  LEARNING_STAGES,
  LEARNING_SUPPORTS,
  LEARNING_WORDS,
  type LearningStage,
  learningDueOn,
  SCHOOL_SUPPORTS,
  SCHOOLING_STATES,
  SENSE_CHECKS,
  type Section,
  TEACHING_LANGUAGES,
} from '@tirek/domain/people/circumstances';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { type Draft, draftOf, MANY, toldIn } from './circumstance-draft.ts';
import { useCircumstanceTexts } from './use-circumstance-words.ts';

const YES_NO = ['yes', 'no'] as const;
const SEVERAL: Readonly<Record<string, readonly string[]>> = {
  supports: SCHOOL_SUPPORTS,
  advised: LEARNING_SUPPORTS,
  difficulties: DIFFICULTIES,
  lacks: HOUSING_LACKS,
};
/** The fields of each part that hold one word; `must`: without it nothing is told. */
const CHOICES: Readonly<Record<Section, readonly (readonly [string, readonly string[]])[]>> = {
  arrival: [['way', ARRIVAL_WAYS]],
  schooling: [
    ['state', SCHOOLING_STATES],
    ['language', TEACHING_LANGUAGES],
    ['attendance', ATTENDANCES],
  ],
  learning: [
    ['stage', LEARNING_STAGES],
    ['agreed', LEARNING_WORDS],
    ['seeing', SENSE_CHECKS],
    ['hearing', SENSE_CHECKS],
    ['holder', LEARNING_HOLDERS],
  ],
  health: [
    ['disability', DISABILITY_STATES],
    ['hasChronicIllness', YES_NO],
    ['isWithClinic', YES_NO],
  ],
  work: [
    ['activity', ACTIVITIES],
    ['income', INCOME_BANDS],
  ],
  housing: [
    ['kind', HOUSING_KINDS],
    ['isSecure', YES_NO],
  ],
};

interface CircumstanceDialogProps {
  readonly personId: string;
  readonly section: Section;
  /** What holds now; the form begins from it. */
  readonly standing: CircumstanceValue | null;
  readonly basedOn: number;
  readonly today: string;
  readonly onClose: () => void;
}

/** How one part of somebody's life is since a day. */
export function CircumstanceDialog(props: CircumstanceDialogProps) {
  const { personId, section, standing, basedOn, today, onClose } = props;
  const text = useText('people');
  const tell = useToast();
  const t = useCircumstanceTexts();
  const [draft, setDraft] = useState<Draft>(() => draftOf(standing, today));
  const write = useWrite('recordCircumstance', {
    renews: ['listCircumstances'],
    onDone: () => {
      tell(text('circumstances.done'));
      onClose();
    },
  });
  const told = toldIn(section, draft);
  const word = (key: string) => t(key as Parameters<CircumstanceTexts>[0]);
  const set = (name: string, value: string) => {
    const one = { ...draft.one, [name]: value };
    // Whatever stands has a day; what is proposed may be changed.
    const isStage = section === 'learning' && name === 'stage' && value !== '';
    const dueOn = isStage ? learningDueOn(value as LearningStage, draft.since || today) : null;
    setDraft({ ...draft, one: isStage ? { ...one, dueOn: dueOn ?? '' } : one });
  };
  const several = MANY[section];
  return (
    <Dialog
      isOpen
      title={t(`section.${section}`)}
      confirm={text('circumstances.save')}
      canConfirm={told !== null && draft.since !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        told && write.mutate({ personId, section, basedOn, since: draft.since, told })
      }
    >
      {CHOICES[section].map(([name, values]) => (
        <NativeSelect
          key={name}
          label={word(name)}
          data={[
            { value: '', label: text('circumstances.notKnown') },
            ...values.map((value) => ({
              value,
              label: word(values === YES_NO ? value : `${name}.${value}`),
            })),
          ]}
          value={draft.one[name] ?? ''}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      ))}
      {section === 'arrival' && <ArrivalFields draft={draft} set={set} />}
      {section === 'schooling' && <SchoolFields draft={draft} set={set} />}
      {several && (
        <Checkbox.Group
          label={word(several)}
          value={[...(draft.many[several] ?? [])]}
          onChange={(values) => setDraft({ ...draft, many: { ...draft.many, [several]: values } })}
        >
          <Stack gap="xs" mt="xs">
            {(SEVERAL[several] ?? []).map((value) => (
              <Checkbox key={value} value={value} label={word(`${several}.${value}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {section === 'learning' && <LearningFields draft={draft} set={set} />}
      <DatePicker
        label={text('circumstances.since')}
        description={text('circumstances.sinceHelp')}
        value={draft.since}
        onChange={(since) => setDraft({ ...draft, since })}
        max={today}
      />
    </Dialog>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly set: (name: string, value: string) => void;
}

/** All regions that ever were, since older arrivals lie in those of then. */
function ArrivalFields({ draft, set }: FieldsProps) {
  const text = useText('people');
  const t = useCircumstanceTexts();
  const { language } = useLanguage();
  const { data } = useRead('listRegions', {});
  const names = (data?.regions ?? []).map(({ code, name, validUntil }) => ({
    value: code,
    label: `${name[language] ?? code}${validUntil ? ` (…${validUntil.slice(0, 4)})` : ''}`,
  }));
  return (
    <>
      {draft.one.way === 'organised' && (
        <TextInput
          label={t('operation')}
          inputMode="numeric"
          value={draft.one.operation ?? ''}
          onChange={(event) => set('operation', event.currentTarget.value.replace(/\D/g, ''))}
        />
      )}
      <TextInput
        label={t('on')}
        description={text('circumstances.dateHelp')}
        value={draft.one.on ?? ''}
        onChange={(event) => set('on', event.currentTarget.value)}
        autoComplete="off"
      />
      <NativeSelect
        label={t('region')}
        data={[{ value: '', label: text('circumstances.notKnown') }, ...names]}
        value={draft.one.region ?? ''}
        onChange={(event) => set('region', event.currentTarget.value)}
      />
    </>
  );
}

/** The days of a way to help in learning, and what it takes to go on. */
function LearningFields({ draft, set }: FieldsProps) {
  const text = useText('people');
  const t = useCircumstanceTexts();
  const isOver = draft.one.stage === 'ended' || draft.one.agreed === 'no';
  return (
    <>
      <DatePicker
        label={t('until')}
        value={draft.one.until ?? ''}
        onChange={(until) => set('until', until)}
      />
      {!isOver && (
        <DatePicker
          label={t('dueOn')}
          value={draft.one.dueOn ?? ''}
          onChange={(dueOn) => set('dueOn', dueOn)}
        />
      )}
      <p>{text('circumstances.learningHelp')}</p>
    </>
  );
}

const GRADES = Array.from({ length: LAST_GRADE + 1 }, (_, grade) => grade);

function SchoolFields({ draft, set }: FieldsProps) {
  const text = useText('people');
  const t = useCircumstanceTexts();
  const isTaught = draft.one.state === 'at-school' || draft.one.state === 'taught-at-home';
  return (
    <Group grow align="start">
      <TextInput
        label={t('school')}
        value={draft.one.school ?? ''}
        maxLength={160}
        autoComplete="off"
        onChange={(event) => set('school', event.currentTarget.value)}
      />
      {isTaught && (
        <NativeSelect
          label={t('grade')}
          data={[
            { value: '', label: text('circumstances.notKnown') },
            ...GRADES.map((grade) => ({
              value: String(grade),
              label: grade === 0 ? t('grade.0') : String(grade),
            })),
          ]}
          value={draft.one.grade ?? ''}
          onChange={(event) => set('grade', event.currentTarget.value)}
        />
      )}
    </Group>
  );
}
