import { Button, NativeSelect, Stack } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { assessmentTexts, formsForPersons, informantsOf } from '@tirek/domain/assessments';
import { TEACHER_MODES } from '@tirek/domain/assessments/teacher-answers';
import {
  type Answers,
  bundleForm,
  findForm,
  languagesOffered,
  openForm,
} from '@tirek/domain/instruments';
import { LANGUAGE_NAMES, type Language } from '@tirek/domain/text';
import { useClient } from '../../api/client.ts';
import { useRead } from '../../api/use-read.ts';
import { useAct } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ErrorState, LoadingState } from '../../ui/states.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { type KeptForm, useKeptForm } from '../../ui/use-kept-form.ts';
import { AskedNow } from '../asked-now.tsx';
import type { AskingDraft } from '../asking-draft.ts';
import { formWords } from '../form-words.ts';
import { useHandingOver } from '../handed-questions.tsx';

/** A teacher answers about a pupil: with the device in her hands, or on paper that is typed in twice. */
export function TeacherPage() {
  const text = useText('assessments');
  const { pupilId } = useParams({ from: '/pupils/$pupilId/teacher' });
  const list = useRead('listPupils', {});
  const shown = useRead('listTeacherAnswers', {});
  const failed = [list, shown].find(({ isError }) => isError);
  const pupil = list.data?.pupils.find(({ id }) => id === pupilId);
  const name = pupil ? `${pupil.name.family} ${pupil.name.given}` : '';
  return (
    <Page
      title={text('teacher.title')}
      intro={name}
      back={{ to: `/pupils/${pupilId}`, label: name || text('teacher.title') }}
      isNarrow
    >
      {failed && <ErrorState error={failed.error} onRetry={failed.refetch} />}
      {!failed && !(list.data && shown.data) && <LoadingState />}
      {pupil && shown.data && <Asking {...{ pupilId, name, ...shown.data }} />}
    </Page>
  );
}

interface AskingProps {
  readonly pupilId: string;
  readonly name: string;
  readonly today: string;
  readonly allowDraft: boolean;
}

const TEACHER_FORMS = formsForPersons().filter(({ informants }) =>
  informants?.some(({ kind }) => kind === 'teacher'),
);

function Asking({ pupilId, name, today, allowDraft }: AskingProps) {
  const text = useText('assessments');
  const { api, now } = useClient();
  const { language } = useLanguage();
  const tell = useToast();
  const navigate = useNavigate();
  const key = `teacher ${pupilId}`;
  const kept = useKeptForm<AskingDraft>(key, () => ({
    ...{ id: api.newId(), stage: 'choose', formCode: '', mode: 'handed-device' },
    ...{ informant: 'teacher', language, takenOn: today, isTwice: true, because: '' },
    ...{ now: language, answers: {}, languages: {}, second: {}, answeredAt: now() },
  }));
  const { values } = kept;
  const write = useAct('recordTeacherAnswers', {
    renews: ['listTeacherAnswers'],
    onDone: () => {
      kept.drop();
      tell(text('teacher.saved'));
      void navigate({ to: '/pupils/$pupilId', params: { pupilId } });
    },
  });
  const send = (answers: Answers) => {
    const form = findForm(values.formCode);
    if (!form || (values.mode !== 'handed-device' && values.mode !== 'paper')) return;
    write.mutate({
      ...{ id: values.id, pupilId },
      given: {
        ...{ formCode: form.code, formVersion: form.version, mode: values.mode },
        ...{ language: values.language, isEnteredTwice: values.mode === 'paper' },
        ...{ takenOn: values.takenOn, answeredAt: values.answeredAt },
        ...{ answers: answers as never, languages: { ...values.languages } },
      },
    });
  };
  if (values.stage === 'choose') {
    return <Choosing {...{ kept, keptUnder: key, name, today, allowDraft }} />;
  }
  if (values.mode === 'handed-device') {
    return <Finished {...{ kept, isBusy: write.isPending, error: write.error, onSend: send }} />;
  }
  return (
    <AskedNow
      {...{ kept, name, shown: { allowDraft } }}
      isBusy={write.isPending}
      error={write.error}
      onSend={({ answers }) => send(answers as Answers)}
    />
  );
}

/** Which questionnaire, how and in which language; a form without words says why it cannot be asked. */
function Choosing({
  kept,
  keptUnder,
  name,
  today,
  allowDraft,
}: Omit<AskingProps, 'pupilId'> & { kept: KeptForm<AskingDraft>; keptUnder: string }) {
  const text = useText('assessments');
  const { language } = useLanguage();
  const { now } = useClient();
  const t = assessmentTexts(language);
  const handOver = useHandingOver();
  const { values, change } = kept;
  const form = values.formCode === '' ? null : findForm(values.formCode);
  const languages = form ? languagesOffered(form, { allowDraft }) : [];
  const isTeachers = form && informantsOf(form).some(({ kind }) => kind === 'teacher');
  const isReady = isTeachers && languages.includes(values.language) && values.takenOn !== '';
  const isHanded = values.mode === 'handed-device';
  const choose = (formCode: string) => {
    const chosen = findForm(formCode);
    const offered = chosen ? languagesOffered(chosen, { allowDraft }) : [];
    const asked = offered.includes(values.language) ? values.language : (offered[0] ?? language);
    change({ ...values, formCode, language: asked, now: asked, answers: {}, languages: {} });
  };
  const begin = async () => {
    if (!form) return;
    const begun: AskingDraft = { ...values, stage: 'ask', now: values.language, answeredAt: now() };
    change(begun);
    if (isHanded) await handOver({ form, keptUnder, start: begun, languages });
  };
  return (
    <Panel>
      <Stack gap="md">
        <p>{text('teacher.intro')}</p>
        <NativeSelect
          label={text('ask.form')}
          data={[
            { value: '', label: text('ask.formNone') },
            ...TEACHER_FORMS.map((pkg) => ({
              value: pkg.code,
              label: formWords({ pkg }, language)(pkg.title),
            })),
          ]}
          value={values.formCode}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {form && languages.length === 0 && <Notice kind="warning">{text('teacher.noText')}</Notice>}
        {form && languages.length > 0 && (
          <>
            <NativeSelect
              label={text('ask.mode')}
              data={TEACHER_MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
              value={values.mode}
              onChange={(event) =>
                change({ ...values, mode: event.currentTarget.value as AskingDraft['mode'] })
              }
            />
            <NativeSelect
              label={text('ask.language')}
              data={languages.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
              value={values.language}
              onChange={(event) => {
                const chosen = event.currentTarget.value as Language;
                change({ ...values, language: chosen, now: chosen });
              }}
            />
            {!isHanded && (
              <DatePicker
                label={text('ask.on')}
                value={values.takenOn}
                max={today}
                onChange={(takenOn) => change({ ...values, takenOn })}
              />
            )}
            {isHanded && (
              <Notice kind="info" title={text('ask.about', { name })}>
                {text('ask.handWords')}
              </Notice>
            )}
            <Button size="md" disabled={!isReady} onClick={() => void begin()}>
              {text(isHanded ? 'ask.hand' : 'ask.begin')}
            </Button>
          </>
        )}
      </Stack>
    </Panel>
  );
}

/** After the teacher has given the device back: sent without a look at what she answered. */
function Finished({
  kept,
  isBusy,
  error,
  onSend,
}: {
  kept: KeptForm<AskingDraft>;
  isBusy: boolean;
  error: unknown;
  onSend: (answers: Answers) => void;
}) {
  const text = useText('assessments');
  const errorText = useErrorText();
  const { formCode, now, takenOn, answers } = kept.values;
  const form = findForm(formCode);
  const send = () => {
    if (form) onSend(openForm(bundleForm(form, now), takenOn).complete(answers));
  };
  return (
    <Panel>
      <Stack gap="md">
        <p>{text('teacher.done')}</p>
        {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
        <Button size="md" loading={isBusy} onClick={send}>
          {text('teacher.send')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => kept.drop()}>
          {text('ask.throw')}
        </Button>
      </Stack>
    </Panel>
  );
}
