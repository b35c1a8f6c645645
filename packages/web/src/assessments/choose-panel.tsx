import { Button, Checkbox, NativeSelect, Stack } from '@mantine/core';
import {
  askObstacles,
  assessmentTexts,
  CORRECTION_REASONS,
  type Competence,
  fewestObstacles,
  formsForPersons,
  informantsOf,
  OFFERED_MODES,
} from '@tirek/domain/assessments';
import { phoneObstacles } from '@tirek/domain/assessments/own-phone';
import { findForm, languagesOffered } from '@tirek/domain/instruments';
import { Problem } from '@tirek/domain/problem';
import { LANGUAGE_NAMES, type Language } from '@tirek/domain/text';
import { useMemo } from 'react';
import { useHolder } from '../access/index.ts';
import { useClient } from '../api/client.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';
import type { KeptForm } from '../ui/use-kept-form.ts';
import type { Competences, Shown } from './ask-page.tsx';
import type { AskingDraft } from './asking-draft.ts';
import { formWords } from './form-words.ts';
import { useHandingOver } from './handed-questions.tsx';
import { GiveLink } from './own-phone/give-link.tsx';

interface ChoosePanelProps {
  readonly kept: KeptForm<AskingDraft>;
  readonly keptUnder: string;
  readonly personId: string;
  /** Of whom it is asked. */
  readonly name: string;
  readonly shown: Shown;
  readonly competences: Competences;
  readonly isCorrection: boolean;
  /** A link was given: nothing is asked here. */
  readonly onGiven: () => void;
}

/** Which questionnaire, how, of whom and in which language; and why not, in words. */
export function ChoosePanel({
  kept,
  keptUnder,
  personId,
  name,
  shown,
  competences,
  isCorrection,
  onGiven,
}: ChoosePanelProps) {
  const text = useText('assessments');
  const { language } = useLanguage();
  const { now } = useClient();
  const { account } = useHolder();
  const errorText = useErrorText();
  const handOver = useHandingOver();
  const t = assessmentTexts(language);
  const { values, change } = kept;
  const form = values.formCode === '' ? null : findForm(values.formCode);
  const languages = form ? languagesOffered(form, { allowDraft: shown.allowDraft }) : [];
  const informants = form ? informantsOf(form) : [];
  const choose = (code: string) => {
    const chosen = findForm(code);
    const offered = chosen ? languagesOffered(chosen, { allowDraft: shown.allowDraft }) : [];
    const asked = offered.includes(values.language) ? values.language : offered[0];
    const [first] = chosen ? informantsOf(chosen) : [];
    const isSame = code === values.formCode;
    change({
      ...values,
      ...{ formCode: code, language: asked ?? values.language, now: asked ?? values.language },
      informant: first?.kind ?? 'self',
      ...(isSame ? {} : { answers: {}, languages: {} }),
    });
  };
  const competenceFor = (code: string) =>
    competences.competences.find((each) => each.accountId === account.id && each.formCode === code);
  const competence = competenceFor(values.formCode);
  // biome-ignore lint/correctness/useExhaustiveDependencies: all forms are looked at once for what is known of her
  const choices = useMemo(
    () => formChoices({ shown, on: values.takenOn, competenceFor, language, text }),
    [shown, competences, values.takenOn, language],
  );
  const isPhone = values.mode === 'own-phone';
  const asking = {
    ...{ informant: values.informant, language: values.language, competence },
    ...{ on: values.takenOn, allowDraft: shown.allowDraft },
  };
  const obstacles = form
    ? isPhone
      ? phoneObstacles(form, shown, { ...asking, on: shown.today })
      : askObstacles(form, shown, asking)
    : [];
  const isReady =
    form !== null &&
    obstacles.length === 0 &&
    values.takenOn !== '' &&
    (!isCorrection || values.because !== '');
  const begin = async () => {
    if (!form) return;
    const begun: AskingDraft = { ...values, stage: 'ask', now: values.language, answeredAt: now() };
    change(begun);
    if (values.mode === 'handed-device') {
      await handOver({ form, keptUnder, start: begun, languages });
    }
  };
  const isHanded = values.mode === 'handed-device';
  const modes = isCorrection ? OFFERED_MODES : [...OFFERED_MODES, 'own-phone' as const];
  return (
    <Panel>
      <Stack gap="md">
        <NativeSelect
          label={text('ask.form')}
          data={[{ value: '', label: text('ask.formNone') }, ...choices]}
          value={values.formCode}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {form && (
          <>
            <NativeSelect
              label={text('ask.mode')}
              data={modes.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
              value={values.mode}
              onChange={(event) =>
                change({ ...values, mode: event.currentTarget.value as AskingDraft['mode'] })
              }
            />
            {isHanded && (
              <Notice kind="info" title={text('ask.about', { name })}>
                {text('ask.handWords')}
              </Notice>
            )}
            {informants.length > 1 && !isPhone && (
              <NativeSelect
                label={text('ask.informant')}
                data={informants.map(({ kind }) => ({
                  value: kind,
                  label: t(`informant.${kind}`),
                }))}
                value={values.informant}
                onChange={(event) =>
                  change({
                    ...values,
                    informant: event.currentTarget.value as AskingDraft['informant'],
                  })
                }
              />
            )}
            {languages.length > 0 && (
              <NativeSelect
                label={text('ask.language')}
                data={languages.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
                value={values.language}
                onChange={(event) => {
                  const chosen = event.currentTarget.value as Language;
                  change({ ...values, language: chosen, now: chosen });
                }}
              />
            )}
            {(values.mode === 'paper' || isCorrection) && (
              <DatePicker
                label={text('ask.on')}
                value={values.takenOn}
                max={shown.today}
                onChange={(takenOn) => change({ ...values, takenOn })}
              />
            )}
            {values.mode === 'paper' && (
              <Checkbox
                label={text('ask.twice')}
                checked={values.isTwice}
                onChange={(event) => change({ ...values, isTwice: event.currentTarget.checked })}
              />
            )}
            {isCorrection && (
              <NativeSelect
                label={text('ask.because')}
                data={[
                  { value: '', label: '…' },
                  ...CORRECTION_REASONS.map((each) => ({
                    value: each,
                    label: t(`because.${each}`),
                  })),
                ]}
                value={values.because}
                onChange={(event) =>
                  change({
                    ...values,
                    because: event.currentTarget.value as AskingDraft['because'],
                  })
                }
              />
            )}
            {obstacles.length > 0 && (
              <Notice kind="warning" title={text('ask.why')}>
                {obstacles.map((code) => (
                  <p key={code}>{errorText(new Problem(code))}</p>
                ))}
              </Notice>
            )}
            {isPhone ? (
              <GiveLink
                {...{ personId, isReady }}
                formCode={values.formCode}
                language={values.language}
                onDone={onGiven}
              />
            ) : (
              <Button size="md" disabled={!isReady} onClick={() => void begin()}>
                {text(isHanded ? 'ask.hand' : 'ask.begin')}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Panel>
  );
}

/** First what can be asked of her now, then the others, each with the first reason why not. */
function formChoices({
  shown,
  on,
  competenceFor,
  language,
  text,
}: {
  shown: Shown;
  on: string;
  competenceFor: (code: string) => Competence | undefined;
  language: Language;
  text: ReturnType<typeof useText<'assessments'>>;
}) {
  const looked = formsForPersons().flatMap((pkg) => {
    const form = findForm(pkg.code);
    if (!form) return [];
    const { allowDraft } = shown;
    const [why] = fewestObstacles(form, shown, {
      ...{ on, allowDraft, competence: competenceFor(pkg.code) },
    });
    return [{ value: pkg.code, title: formWords({ pkg }, language)(pkg.title), why }];
  });
  const now = looked.filter(({ why }) => why === undefined);
  const others = looked.filter(({ why }) => why !== undefined);
  return [
    ...(now.length > 0
      ? [
          {
            group: text('ask.can'),
            items: now.map(({ value, title }) => ({ value, label: title })),
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            group: text('ask.cannot'),
            items: others.map(({ value, title, why }) => ({
              value,
              label: text('ask.cannotOf', { form: title, why: why ? text(`ask.not.${why}`) : '' }),
            })),
          },
        ]
      : []),
  ];
}
