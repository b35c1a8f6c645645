import { Checkbox, NumberInput } from '@mantine/core';
import { caseTexts, NEED_CATEGORY_IDS, type NeedCategory } from '@tirek/domain/cases';
import { AID_KINDS, type AidKind, type MaterialAid, MOST_AID } from '@tirek/domain/support';
import { useRead } from '../api/use-read.ts';
import { useWrite } from '../api/use-write.ts';
import { useLanguage, useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { useKeptForm } from '../ui/use-kept-form.ts';
import { nameOf, openProviders } from './begin-fields.tsx';
import { Choice } from './choice.tsx';
import { SUPPORT_READS } from './support-reads.ts';
import { useSupportWords } from './use-support-words.ts';

interface Values {
  readonly kind: AidKind | '';
  readonly amount: number | '';
  readonly handedOn: string;
  readonly providerId: string;
  readonly need: NeedCategory | '';
  readonly isForFamily: boolean;
  readonly isSlip: boolean;
}

/** Something of worth that was handed over, or the entry that stands in the place of another one. */
export function AidDialog({
  personId,
  today,
  corrected = null,
  onClose,
}: {
  personId: string;
  today: string;
  corrected?: MaterialAid | null;
  onClose: () => void;
}) {
  const text = useText('support');
  const t = useSupportWords();
  const tell = useToast();
  const { language } = useLanguage();
  const needs = caseTexts(language);
  const providers = openProviders(useRead('listServices', {}).data);
  const form = useKeptForm<Values>(`aid ${personId} ${corrected?.id ?? ''}`, () => ({
    kind: corrected?.kind ?? '',
    amount: corrected?.amount ?? '',
    handedOn: corrected?.handedOn ?? today,
    providerId: corrected?.providerId ?? '',
    need: corrected?.need ?? '',
    isForFamily: corrected?.isForFamily ?? true,
    isSlip: false,
  }));
  const write = useWrite('recordMaterialAid', {
    renews: SUPPORT_READS,
    onDone: () => {
      form.drop();
      tell(text('saved'));
      onClose();
    },
  });
  const { values, set } = form;
  const { kind, amount, handedOn, providerId, need, isForFamily, isSlip } = values;
  const send = () => {
    if (kind === '' || amount === '') return;
    write.mutate({
      personId,
      aid: {
        ...{ kind, amount, currency: 'KZT', handedOn, isForFamily, isGiven: !isSlip },
        ...{ providerId: providerId || null, need: need || null },
        supersedes: corrected?.id ?? null,
      },
    });
  };
  return (
    <Dialog
      isOpen
      title={text(corrected ? 'aid.correct' : 'aid.title')}
      confirm={text('save')}
      canConfirm={kind !== '' && amount !== '' && handedOn !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={send}
    >
      <Choice
        label={text('aid.kind')}
        values={AID_KINDS}
        word={(each) => t(`aid.${each}`)}
        value={kind}
        onChange={(each) => set('kind', each)}
      />
      <NumberInput
        label={text('aid.amount')}
        description={text('aid.amountHelp')}
        min={0}
        max={MOST_AID}
        allowDecimal={false}
        thousandSeparator=" "
        suffix=" KZT"
        value={amount}
        onChange={(given) => set('amount', typeof given === 'number' ? given : '')}
      />
      <DatePicker
        label={text('aid.on')}
        value={handedOn}
        max={today}
        onChange={(day) => set('handedOn', day)}
      />
      <Checkbox
        label={text('forFamily')}
        checked={isForFamily}
        onChange={(event) => set('isForFamily', event.currentTarget.checked)}
      />
      {providers.length > 0 && (
        <Choice
          label={text('aid.from')}
          none={text('provider.own')}
          values={providers.map(({ id }) => id)}
          word={(id) => nameOf(providers, id, language)}
          value={providerId}
          onChange={(id) => set('providerId', id)}
        />
      )}
      <Choice
        label={text('need')}
        none={text('need.none')}
        values={NEED_CATEGORY_IDS}
        word={(each) => needs(`need.category.${each}`)}
        value={need}
        onChange={(each) => set('need', each)}
      />
      {corrected && (
        <Checkbox
          label={text('aid.slip')}
          checked={isSlip}
          onChange={(event) => set('isSlip', event.currentTarget.checked)}
        />
      )}
    </Dialog>
  );
}
