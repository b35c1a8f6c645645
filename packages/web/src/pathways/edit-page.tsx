import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import {
  ACTING,
  checkPathway,
  type FormOutline,
  formName,
  inLanguage,
  OFFERS,
  type Pathway,
  type PathwayFinding,
  type Rule,
  STEPS,
} from '@tirek/domain/pathways';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { Boxes, Choice, Count } from './leaf-fields.tsx';
import { newRule } from './new-rule.ts';
import { RuleInWords } from './pathway-in-words.tsx';
import styles from './pathways.module.css';
import { TrialBench } from './trial-bench.tsx';
import { usePathwayWords } from './use-pathway-words.ts';

/** Writes the next version of the pathway: rules as forms, read aloud beside, and tried at once. */
export function PathwayEditPage() {
  const text = useText('pathways');
  const pathway = useRead('getPathway', {});
  const versions = useRead('listPathwayVersions', {});
  const failed = pathway.isError ? pathway : versions.isError ? versions : null;
  const newest = versions.data?.versions[0];
  return (
    <Page title={text('edit.title')} intro={text('edit.intro')}>
      {(pathway.isPending || versions.isPending) && <LoadingState />}
      {failed && <ErrorState error={failed.error} onRetry={failed.refetch} />}
      {pathway.data && versions.data && (
        <EditForm
          key={newest?.version ?? 0}
          basedOn={newest?.version ?? 0}
          start={(newest ?? pathway.data.inForce).pathway}
          forms={pathway.data.forms}
          today={pathway.data.today}
        />
      )}
    </Page>
  );
}

function EditForm({
  basedOn,
  start,
  forms,
  today,
}: {
  basedOn: number;
  start: Pathway;
  forms: readonly FormOutline[];
  today: string;
}) {
  const text = useText('pathways');
  const { t, telling } = usePathwayWords(forms);
  const labelOf = ({ form: code, scale }: Pathway['reads'][number]) => {
    const known = forms.find((one) => one.code === code)?.scales.find(({ id }) => id === scale);
    return `${formName(code, telling)}: ${inLanguage(known?.title, telling.language, scale)}`;
  };
  const errorText = useErrorText();
  const tell = useToast();
  const navigate = useNavigate();
  const form = useKeptForm<{ pathway: Pathway }>(`pathway ${basedOn}`, { pathway: start });
  const { pathway } = form.values;
  const change = (changed: Partial<Pathway>) => form.set('pathway', { ...pathway, ...changed });
  const put = (at: number, rule: Rule | null) =>
    change({ rules: rule ? pathway.rules.with(at, rule) : pathway.rules.toSpliced(at, 1) });
  const move = (at: number) => {
    const [before, own] = [pathway.rules[at - 1], pathway.rules[at]];
    if (before && own) change({ rules: pathway.rules.with(at - 1, own).with(at, before) });
  };
  const checked = checkPathway(pathway, forms);
  const findings = checked.kind === 'refused' ? checked.findings : [];
  const ofRule = (at: number) =>
    findings.filter(({ path }) => `${path}.`.startsWith(`rules.${at}.`));
  const elsewhere = findings.filter(({ path }) => !/^rules\.\d/.test(path));
  const save = useWrite('writePathway', {
    renews: ['getPathway', 'listPathwayVersions'],
    onDone: () => {
      form.drop();
      tell(text('saved'));
      void navigate({ to: '/pathway' });
    },
  });
  const { afterStepWeeks, otherwiseMonths } = pathway.rescreen;
  return (
    <>
      {pathway.rules.map((rule, at) => (
        <Panel
          key={rule.id}
          title={text('edit.rule', { number: at + 1 })}
          actions={
            <div className={styles.head}>
              <Button
                variant="subtle"
                size="compact-sm"
                disabled={at === 0}
                onClick={() => move(at)}
              >
                {text('edit.up')}
              </Button>
              <Button variant="subtle" size="compact-sm" onClick={() => put(at, null)}>
                {text('edit.drop')}
              </Button>
            </div>
          }
        >
          <RuleInWords rule={rule} forms={forms} />
          <Findings findings={ofRule(at)} />
          <details>
            <summary>{text('edit.open')}</summary>
            <RuleFields
              rule={rule}
              forms={forms}
              reads={pathway.reads}
              onChange={(changed) => put(at, changed)}
            />
          </details>
        </Panel>
      ))}
      <Panel title={text('edit.more')}>
        <div className={styles.buttons}>
          {(['step', 'up', 'down', 'beside'] as const).map((gives) => (
            <Button
              key={gives}
              variant="default"
              size="compact-sm"
              onClick={() => change({ rules: [...pathway.rules, newRule(gives, pathway.rules)] })}
            >
              {text(`edit.add.${gives}`)}
            </Button>
          ))}
        </div>
        <div className={styles.fields}>
          <Count
            label={text('edit.evaluation')}
            value={pathway.evaluationDays}
            max={60}
            onChange={(evaluationDays) => change({ evaluationDays })}
          />
          <Count
            label={text('edit.fresh')}
            value={pathway.freshMonths}
            max={24}
            onChange={(freshMonths) => change({ freshMonths })}
          />
          <Count
            label={text('edit.weeksFrom')}
            value={afterStepWeeks.from}
            max={52}
            onChange={(from) =>
              change({ rescreen: { otherwiseMonths, afterStepWeeks: { ...afterStepWeeks, from } } })
            }
          />
          <Count
            label={text('edit.weeksUntil')}
            value={afterStepWeeks.until}
            max={52}
            onChange={(until) =>
              change({
                rescreen: { otherwiseMonths, afterStepWeeks: { ...afterStepWeeks, until } },
              })
            }
          />
          <Count
            label={text('edit.monthsFrom')}
            value={otherwiseMonths.from}
            max={24}
            onChange={(from) =>
              change({
                rescreen: { afterStepWeeks, otherwiseMonths: { ...otherwiseMonths, from } },
              })
            }
          />
          <Count
            label={text('edit.monthsUntil')}
            value={otherwiseMonths.until}
            max={24}
            onChange={(until) =>
              change({
                rescreen: { afterStepWeeks, otherwiseMonths: { ...otherwiseMonths, until } },
              })
            }
          />
        </div>
        <Boxes
          label={text('edit.reads')}
          options={readable(forms).map((read) => ({
            value: `${read.form} ${read.scale}`,
            label: labelOf(read),
          }))}
          value={pathway.reads.map((read) => `${read.form} ${read.scale}`)}
          onChange={(chosen) =>
            change({
              reads: readable(forms)
                .filter((read) => chosen.includes(`${read.form} ${read.scale}`))
                .map(
                  (read) =>
                    pathway.reads.find(
                      (one) => one.form === read.form && one.scale === read.scale,
                    ) ?? read,
                ),
            })
          }
        />
        <Findings findings={elsewhere} />
      </Panel>
      <TrialBench pathway={pathway} forms={forms} isSafe={findings.length === 0} today={today} />
      <Panel title={text('edit.save')}>
        {findings.length > 0 && (
          <Notice kind="warning">{text('edit.faults', { count: findings.length })}</Notice>
        )}
        {save.isError && <Notice kind="refusal">{errorText(save.error)}</Notice>}
        <div className={styles.buttons}>
          <Button
            disabled={!form.isTouched || findings.length > 0}
            loading={save.isPending}
            onClick={() => save.mutate({ basedOn, pathway })}
          >
            {text('edit.save')}
          </Button>
          {form.isTouched && (
            <Button variant="subtle" onClick={form.drop}>
              {text('edit.discard')}
            </Button>
          )}
        </div>
        <p className={styles.quiet}>{t('screen')}</p>
      </Panel>
    </>
  );
}

/** Every scale that a pathway could read, as it would be read. */
const readable = (forms: readonly FormOutline[]): Pathway['reads'] =>
  forms.flatMap(({ code, scales }) =>
    scales
      .filter(({ bands }) => bands.length > 0)
      .map(({ id, direction, changePoints }) => ({
        form: code,
        scale: id,
        direction,
        changePoints,
      })),
  );

function Findings({ findings }: { findings: readonly PathwayFinding[] }) {
  const { t } = usePathwayWords();
  return findings.map(({ fault, path, word }) => (
    <Notice key={`${fault} ${path} ${word}`} kind="warning" isStanding>
      {t(`fault.${fault}`, { word })}
    </Notice>
  ));
}

function RuleFields({
  rule,
  forms,
  reads,
  onChange,
}: {
  rule: Rule;
  forms: readonly FormOutline[];
  reads: Pathway['reads'];
  onChange: (rule: Rule) => void;
}) {
  const text = useText('pathways');
  const { t } = usePathwayWords(forms);
  return (
    <>
      <div className={styles.fields}>
        {rule.gives === 'step' && (
          <Choice
            label={text('edit.step')}
            options={STEPS.map((value) => ({ value, label: t(`step.${value}`) }))}
            value={rule.step}
            onChange={(step) => onChange({ ...rule, step })}
          />
        )}
        <Choice
          label={text('edit.acts')}
          options={ACTING.map((value) => ({ value, label: t(`acts.${value}`) }))}
          value={rule.acts}
          onChange={(acts) => onChange({ ...rule, acts })}
        />
        {rule.gives !== 'down' && (
          <Count
            label={text('edit.hours')}
            value={rule.withinHours}
            max={24 * 90}
            onChange={(withinHours) => onChange({ ...rule, withinHours })}
            onClear={() => onChange({ ...rule, withinHours: null })}
          />
        )}
      </div>
      <ConditionEditor
        when={rule.when}
        forms={forms}
        reads={reads}
        onChange={(when) => onChange({ ...rule, when })}
      />
      {rule.gives !== 'down' && (
        <Boxes
          label={text('edit.offers')}
          options={OFFERS.map((value) => ({ value, label: t(`offer.${value}`) }))}
          value={rule.offers}
          onChange={(offers) => onChange({ ...rule, offers })}
        />
      )}
    </>
  );
}
