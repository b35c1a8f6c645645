import { Button, Select, Textarea } from '@mantine/core';
import {
  DEMAND_ANSWERS,
  DEMAND_BARRED_REASONS,
  DEMAND_TELLINGS,
  isAnswerable,
  type LegalDemand,
} from '@tirek/domain/privacy/demands';
import { useState } from 'react';
import { useHolder, useMay } from '../../access/index.ts';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import styles from '../asked-list.module.css';
import { AnswerFields, type AnswerKind, FEWEST_LETTERS } from './answer-fields.tsx';

type Action = 'agree' | 'return' | 'propose' | 'close';
type Closing = NonNullable<LegalDemand['closing']>;
interface ActionProps {
  readonly demand: LegalDemand;
  readonly onClose: () => void;
}

/** What the reader may do about a demand as it stands. */
export function DemandActions({ demand }: { demand: LegalDemand }) {
  const text = useText('demands');
  const may = useMay();
  const { account } = useHolder();
  const [doing, setDoing] = useState<Action | null>(null);
  const isOwn = demand.answer.by.id === account.id;
  const offered: readonly Action[] = [
    ...(demand.state === 'asked' && may('demand.decide') && !isOwn
      ? (['agree', 'return'] as const)
      : []),
    ...(demand.state === 'returned' && may('demand.manage') ? (['propose'] as const) : []),
    ...(demand.state === 'agreed' && may('demand.manage') ? (['close'] as const) : []),
  ];
  const given = { demand, onClose: () => setDoing(null) };
  return (
    <>
      {demand.state === 'asked' && isOwn && <p className={styles.words}>{text('own')}</p>}
      {offered.length > 0 && (
        <div className={styles.buttons}>
          {offered.map((action) => (
            <Button
              key={action}
              variant={action === 'return' ? 'default' : 'filled'}
              onClick={() => setDoing(action)}
            >
              {text(action)}
            </Button>
          ))}
        </div>
      )}
      {doing === 'agree' && <DecideDialog {...given} isAgreed />}
      {doing === 'return' && <DecideDialog {...given} isAgreed={false} />}
      {doing === 'propose' && <ProposeDialog {...given} />}
      {doing === 'close' && <CloseDialog {...given} />}
    </>
  );
}

const RENEWS = ['listDemands', 'listDuties'] as const;

function DecideDialog({ demand, onClose, isAgreed }: ActionProps & { isAgreed: boolean }) {
  const text = useText('demands');
  const tell = useToast();
  const [words, setWords] = useState('');
  const decide = useWrite('decideDemandAnswer', {
    renews: [...RENEWS],
    onDone: () => {
      tell(text('decide.done'));
      onClose();
    },
  });
  const said = words.trim();
  return (
    <Dialog
      isOpen
      title={text('decide.title')}
      confirm={text(isAgreed ? 'agree' : 'return')}
      canConfirm={isAgreed || said.length >= FEWEST_LETTERS}
      isBusy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={() =>
        decide.mutate({
          ...{ demandId: demand.id, answerId: demand.answer.id, isAgreed },
          words: isAgreed ? null : said,
        })
      }
    >
      <p>
        {text(`answer.${demand.answer.kind}`)}. {demand.answer.why}
      </p>
      {!isAgreed && (
        <Textarea
          label={text('decide.words')}
          description={text('without')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          maxLength={1200}
          autosize
          minRows={2}
        />
      )}
    </Dialog>
  );
}

function ProposeDialog({ demand, onClose }: ActionProps) {
  const text = useText('demands');
  const tell = useToast();
  const [answer, setAnswer] = useState<AnswerKind | null>(null);
  const [why, setWhy] = useState('');
  const propose = useWrite('proposeDemandAnswer', {
    renews: [...RENEWS],
    onDone: () => {
      tell(text('propose.done'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('propose')}
      confirm={text('propose')}
      canConfirm={answer !== null && why.trim().length >= FEWEST_LETTERS}
      isBusy={propose.isPending}
      error={propose.error}
      onClose={onClose}
      onConfirm={() => answer && propose.mutate({ demandId: demand.id, answer, why: why.trim() })}
    >
      <AnswerFields
        {...{ answer, why }}
        allowed={DEMAND_ANSWERS.filter((each) => isAnswerable(each, demand.basis))}
        onAnswer={setAnswer}
        onWhy={setWhy}
      />
    </Dialog>
  );
}

function CloseDialog({ demand, onClose }: ActionProps) {
  const text = useText('demands');
  const tell = useToast();
  const { now } = useClient();
  const today = useFormat().dateOf(now());
  const [answeredOn, setAnsweredOn] = useState(today);
  const [telling, setTelling] = useState<Closing['telling'] | null>(null);
  const [barredBy, setBarredBy] = useState<Closing['barredBy']>(null);
  const close = useWrite('closeDemand', {
    renews: [...RENEWS],
    onDone: () => {
      tell(text('close.done'));
      onClose();
    },
  });
  const isBarred = telling === 'barred';
  return (
    <Dialog
      isOpen
      title={text('close')}
      confirm={text('close')}
      canConfirm={telling !== null && answeredOn !== '' && (!isBarred || barredBy !== null)}
      isBusy={close.isPending}
      error={close.error}
      onClose={onClose}
      onConfirm={() =>
        telling &&
        close.mutate({
          ...{ demandId: demand.id, answeredOn, telling },
          barredBy: isBarred ? barredBy : null,
        })
      }
    >
      <DatePicker
        label={text('answeredOn')}
        value={answeredOn}
        onChange={setAnsweredOn}
        max={today}
      />
      <Select
        label={text('telling')}
        data={DEMAND_TELLINGS.map((value) => ({ value, label: text(`telling.${value}`) }))}
        value={telling}
        onChange={(value) => setTelling(value as Closing['telling'] | null)}
        placeholder={text('choose')}
      />
      {isBarred && (
        <Select
          label={text('barredBy')}
          data={DEMAND_BARRED_REASONS.map((value) => ({ value, label: text(`barred.${value}`) }))}
          value={barredBy}
          onChange={(value) => setBarredBy(value as Closing['barredBy'])}
          placeholder={text('choose')}
        />
      )}
    </Dialog>
  );
}
