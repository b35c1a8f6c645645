import { SUPPORT_ENDINGS, type SupportCourse, type SupportEnding } from '@tirek/domain/support';
import { useState } from 'react';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { DatePicker } from '../ui/date-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toasts.tsx';
import { Choice } from './choice.tsx';
import { SUPPORT_READS } from './support-reads.ts';
import { useSupportWords } from './use-support-words.ts';

/** That help is over, and how it ended. */
export function EndDialog({
  course,
  today,
  onClose,
}: {
  course: SupportCourse;
  today: string;
  onClose: () => void;
}) {
  const text = useText('support');
  const t = useSupportWords();
  const tell = useToast();
  const [endedOn, setEndedOn] = useState(today);
  const [how, setHow] = useState<SupportEnding | ''>('');
  const write = useWrite('endSupport', {
    renews: SUPPORT_READS,
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={text('end.title')}
      confirm={text('save')}
      canConfirm={how !== '' && endedOn !== ''}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() => {
        const { id: courseId, personId } = course;
        if (how !== '') write.mutate({ personId, courseId, endedOn, how });
      }}
    >
      <DatePicker label={text('end.on')} value={endedOn} max={today} onChange={setEndedOn} />
      <Choice
        label={text('end.how')}
        values={SUPPORT_ENDINGS}
        word={(each) => t(`ending.${each}`)}
        value={how}
        onChange={setHow}
      />
    </Dialog>
  );
}
