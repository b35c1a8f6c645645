import { Button, NumberInput } from '@mantine/core';
import {
  type CareRuleSet,
  evidenceOf,
  METHODS,
  type MeetingsThatCount,
  MOST_MEETINGS,
} from '@tirek/domain/support';
import { useMay } from '../access/index.ts';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { useFormat } from '../text/use-format.ts';
import { useErrorText } from '../ui/error-text.ts';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { ErrorState, LoadingState } from '../ui/states.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import styles from './support.module.css';
import { useSupportWords } from './use-support-words.ts';

const COUNTED = METHODS.filter((method) => evidenceOf(method) !== null);

/** From how many meetings on help counts as evidence-based care, by method, with what held before. */
export function CareRulePage() {
  const text = useText('support');
  const may = useMay();
  const read = useRead('getCareRules', {});
  const [newest] = read.data?.rules ?? [];
  return (
    <Page title={text('rule')} intro={text('rule.intro')} isNarrow>
      {read.isPending && <LoadingState />}
      {read.isError && <ErrorState error={read.error} onRetry={read.refetch} />}
      {newest && may('pathway.edit') && <RuleForm key={newest.version} rule={newest} />}
      {read.data && (
        <Panel title={text('rule.history')}>
          {read.data.rules.map((rule) => (
            <RuleTold key={rule.version} rule={rule} />
          ))}
        </Panel>
      )}
    </Page>
  );
}

function RuleForm({ rule }: { rule: CareRuleSet }) {
  const text = useText('support');
  const t = useSupportWords();
  const errorText = useErrorText();
  const tell = useToast();
  const { version, attended, methods } = rule;
  const form = useKeptForm<MeetingsThatCount>(`care rule ${version}`, { attended, methods });
  const save = useWrite('setCareRule', {
    renews: ['getCareRules'],
    onDone: () => {
      form.drop();
      tell(text('rule.saved'));
    },
  });
  const meetings = (value: number | string) => (typeof value === 'number' ? value : undefined);
  return (
    <Panel title={text('rule.set')} note={text('rule.setNote')}>
      <div className={styles.ruleFields}>
        <NumberInput
          label={text('rule.every')}
          min={1}
          max={MOST_MEETINGS}
          value={form.values.attended}
          onChange={(value) => form.set('attended', meetings(value) ?? attended)}
        />
        {COUNTED.map((method) => (
          <NumberInput
            key={method}
            label={t(`method.${method}`)}
            placeholder={text('rule.same', { attended: form.values.attended })}
            min={1}
            max={MOST_MEETINGS}
            value={form.values.methods[method] ?? ''}
            onChange={(value) => {
              const { [method]: _, ...others } = form.values.methods;
              const set = meetings(value);
              form.set('methods', set === undefined ? others : { ...others, [method]: set });
            }}
          />
        ))}
      </div>
      {save.isError && <Notice kind="refusal">{errorText(save.error)}</Notice>}
      <Button
        mt="md"
        disabled={!form.isTouched}
        loading={save.isPending}
        onClick={() => save.mutate({ basedOn: version, rule: form.values })}
      >
        {text('rule.save')}
      </Button>
    </Panel>
  );
}

function RuleTold({ rule }: { rule: CareRuleSet }) {
  const text = useText('support');
  const format = useFormat();
  const t = useSupportWords();
  const { version, attended, methods, set } = rule;
  const own = COUNTED.flatMap((method) => {
    const meetings = methods[method];
    return meetings === undefined ? [] : [`${t(`method.${method}`)}: ${format.number(meetings)}`];
  });
  return (
    <p>
      {text('rule.version', { version, attended })}
      {own.length > 0 && ` ${own.join('; ')}.`}{' '}
      {set ? text('rule.by', { name: set.by, date: format.instant(set.at) }) : text('rule.shipped')}
    </p>
  );
}
