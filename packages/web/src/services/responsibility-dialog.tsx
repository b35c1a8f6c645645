import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { BODIES, type Body, familyCaseTexts } from '@tirek/domain/cases';
import {
  type Answerer,
  type Cell,
  cellVersion,
  holdsOn,
  LONGEST_DEADLINE,
  type Responsible,
} from '@tirek/domain/services';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useRegionNames } from '../programmes/index.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import styles from './directory.module.css';
import type { ResponsibilityMap } from './responsibilities-page.tsx';
import { useServiceWords } from './use-service-words.ts';

interface Draft {
  readonly isSomebody: boolean;
  readonly basedOn: number;
  readonly since: string;
  readonly until: string;
  readonly responsible: Responsible;
}
const USUAL: Responsible = {
  accountable: { body: 'local-authority', providerId: null },
  ...{ deputy: null, days: 14, escalation: null },
};

/** Says who answers for one need in one region, or that nobody does, since a day. */
export function ResponsibilityDialog({
  cell,
  map,
  onClose,
}: {
  cell: Cell;
  map: ResponsibilityMap;
  onClose: () => void;
}) {
  const text = useText('responsibilities');
  const { category } = useServiceWords();
  const { nameOf } = useRegionNames();
  const tell = useToast();
  const form = useKeptForm<Draft>(`responsibility ${cell.region} ${cell.category}`, () => ({
    isSomebody: true,
    basedOn: cellVersion(map.responsibilities, cell),
    ...{ since: map.today, until: '' },
    responsible: holdsOn(map.responsibilities, cell, map.today)?.responsible ?? USUAL,
  }));
  const { values, set } = form;
  const { responsible } = values;
  const change = (part: Partial<Responsible>) => set('responsible', { ...responsible, ...part });
  const write = useWrite('recordResponsibility', {
    renews: ['listResponsibilities'],
    onDone: () => {
      form.drop();
      tell(text('saved'));
      onClose();
    },
  });
  const { since, until } = values;
  return (
    <Dialog
      isOpen
      title={`${category(cell.category)}, ${nameOf(cell.region)}`}
      confirm={text('save')}
      canConfirm={since !== '' && (until === '' || since < until)}
      isBusy={write.isPending}
      error={write.error}
      onClose={() => {
        form.drop();
        onClose();
      }}
      onConfirm={() =>
        write.mutate({
          ...{ ...cell, basedOn: values.basedOn, since, until: until || null },
          responsible: values.isSomebody ? responsible : null,
        })
      }
    >
      <Checkbox
        label={text('isSomebody')}
        checked={values.isSomebody}
        onChange={(event) => set('isSomebody', event.currentTarget.checked)}
      />
      {values.isSomebody && (
        <>
          <AnswererFields
            label={text('accountable')}
            region={cell.region}
            value={responsible.accountable}
            onChange={(value) => value && change({ accountable: value })}
          />
          <NumberInput
            label={text('deadline')}
            min={1}
            max={LONGEST_DEADLINE}
            allowDecimal={false}
            value={responsible.days}
            onChange={(days) => change({ days: Number(days) || 1 })}
          />
          <AnswererFields
            label={text('deputy')}
            none={text('noDeputy')}
            region={cell.region}
            value={responsible.deputy}
            onChange={(deputy) => change({ deputy })}
          />
          <AnswererFields
            label={text('escalation')}
            none={text('noEscalation')}
            region={cell.region}
            value={responsible.escalation}
            onChange={(escalation) => change({ escalation })}
          />
        </>
      )}
      <div className={styles.pair}>
        <DatePicker label={text('since')} value={since} onChange={(value) => set('since', value)} />
        <DatePicker label={text('until')} value={until} onChange={(value) => set('until', value)} />
      </div>
    </Dialog>
  );
}

/** A body, and which of the directory's institutions it is. */
function AnswererFields({
  label,
  none,
  region,
  value,
  onChange,
}: {
  label: string;
  none?: string;
  region: string;
  value: Answerer | null;
  onChange: (value: Answerer | null) => void;
}) {
  const text = useText('responsibilities');
  const { language } = useLanguage();
  const { named } = useServiceWords();
  const { data } = useRead('listServices', {});
  const t = familyCaseTexts(language);
  const near = (data?.providers ?? []).filter(
    ({ closed, provider }) =>
      closed === null && (provider.region === null || provider.region === region),
  );
  return (
    <div className={styles.pair}>
      <NativeSelect
        label={label}
        data={[
          ...(none === undefined ? [] : [{ value: '', label: none }]),
          ...BODIES.map((each) => ({ value: each, label: t(`body.${each}`) })),
        ]}
        value={value?.body ?? ''}
        onChange={({ currentTarget: { value: body } }) =>
          onChange(body === '' ? null : { body: body as Body, providerId: null })
        }
      />
      {value && (
        <NativeSelect
          label={text('which')}
          aria-label={`${label}: ${text('which')}`}
          data={[
            { value: '', label: text('notNamed') },
            ...near.map(({ id, provider }) => ({ value: id, label: named(provider.name) })),
          ]}
          value={value.providerId ?? ''}
          onChange={(event) =>
            onChange({ ...value, providerId: event.currentTarget.value || null })
          }
        />
      )}
    </div>
  );
}
