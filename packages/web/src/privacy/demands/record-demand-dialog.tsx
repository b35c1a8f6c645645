import { Select, Textarea } from '@mantine/core';
import {
  DEMAND_ANSWERS,
  DEMAND_BASES,
  DEMAND_BODIES,
  isAnswerable,
  type LegalDemand,
} from '@tirek/domain/privacy/demands';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { AnswerFields, type AnswerKind, FEWEST_LETTERS } from './answer-fields.tsx';

/** What the paper says, and the least that answers it. */
export function RecordDemandDialog({ onClose }: { onClose: () => void }) {
  const text = useText('demands');
  const tell = useToast();
  const { api, now } = useClient();
  const today = useFormat().dateOf(now());
  // The same while a failed sending is repeated: it is one write.
  const [answerId] = useState(() => api.newId());
  const [from, setFrom] = useState<LegalDemand['from'] | null>(null);
  const [basis, setBasis] = useState<LegalDemand['basis'] | null>(null);
  const [writtenOn, setWrittenOn] = useState(today);
  const [receivedOn, setReceivedOn] = useState(today);
  const [dueOn, setDueOn] = useState('');
  const [asked, setAsked] = useState('');
  const [answer, setAnswer] = useState<AnswerKind | null>(null);
  const [why, setWhy] = useState('');
  const record = useWrite('recordDemand', {
    renews: ['listDemands', 'listDuties'],
    onDone: () => {
      tell(text('record.done'));
      onClose();
    },
  });
  const allowed = DEMAND_ANSWERS.filter((each) => basis === null || isAnswerable(each, basis));
  const chosen = answer && allowed.includes(answer) ? answer : null;
  const isOrdered = writtenOn <= receivedOn && receivedOn <= dueOn;
  const isTold = [asked, why].every((words) => words.trim().length >= FEWEST_LETTERS);
  return (
    <Dialog
      isOpen
      title={text('record')}
      confirm={text('record.confirm')}
      canConfirm={from !== null && basis !== null && chosen !== null && isOrdered && isTold}
      isBusy={record.isPending}
      error={record.error}
      onClose={onClose}
      onConfirm={() =>
        from &&
        basis &&
        chosen &&
        record.mutate({
          ...{ answerId, from, basis, writtenOn, receivedOn, dueOn, answer: chosen },
          ...{ asked: asked.trim(), why: why.trim() },
        })
      }
    >
      <Select
        label={text('from')}
        data={DEMAND_BODIES.map((value) => ({ value, label: text(`from.${value}`) }))}
        value={from}
        onChange={(value) => setFrom(value as LegalDemand['from'] | null)}
        placeholder={text('choose')}
      />
      <Select
        label={text('basis')}
        data={DEMAND_BASES.map((value) => ({ value, label: text(`basis.${value}`) }))}
        value={basis}
        onChange={(value) => setBasis(value as LegalDemand['basis'] | null)}
        placeholder={text('choose')}
      />
      <DatePicker label={text('writtenOn')} value={writtenOn} onChange={setWrittenOn} max={today} />
      <DatePicker
        label={text('receivedOn')}
        value={receivedOn}
        onChange={setReceivedOn}
        max={today}
      />
      <DatePicker label={text('dueOn')} value={dueOn} onChange={setDueOn} min={receivedOn} />
      <Textarea
        label={text('asked')}
        description={text('without')}
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
        maxLength={1200}
        autosize
        minRows={2}
      />
      <AnswerFields {...{ answer: chosen, why, allowed }} onAnswer={setAnswer} onWhy={setWhy} />
    </Dialog>
  );
}
