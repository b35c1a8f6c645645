import {
  INCIDENT_ANSWERS,
  INCIDENT_BY,
  INCIDENT_DEEDS,
  INCIDENT_HARMS,
  INCIDENT_PLACES,
  INCIDENT_SEEN_BY,
  INCIDENT_STATES,
  INCIDENT_VIEWS,
  Incident,
  IncidentAnswer,
  IncidentLook,
  type IncidentStanding,
} from '@tirek/domain/people/school';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { OneOf, SomeOf } from './choices.tsx';
import { useSchoolWords } from './use-school-words.ts';

type Draft<Value> = { [Name in keyof Value]: Value[Name] | '' };

interface DialogProps {
  readonly pupilId: string;
  readonly today: string;
  readonly onClose: () => void;
}

function useEntry(onClose: () => void) {
  const text = useText('school');
  const tell = useToast();
  return useWrite('recordPupilEntry', {
    renews: ['listSchoolRecord'],
    onDone: () => {
      tell(text('saved'));
      onClose();
    },
  });
}

/** What happened, in words of closed lists. */
export function IncidentDialog({ pupilId, today, onClose }: DialogProps) {
  const text = useText('school');
  const t = useSchoolWords();
  const { api } = useClient();
  const [incidentId] = useState(() => api.newId());
  const [draft, setDraft] = useState<Draft<Incident>>({
    ...{ on: today, heardOn: today, place: '', deeds: [], by: '', seenBy: [], harm: '' },
  });
  const set = (part: Partial<Draft<Incident>>) => setDraft({ ...draft, ...part });
  const write = useEntry(onClose);
  const read = Incident.safeParse(draft);
  return (
    <Dialog
      isOpen
      title={text('incidents.add')}
      confirm={text('save')}
      canConfirm={read.success}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        read.success &&
        write.mutate({
          ...{ pupilId, basedOn: 0, entry: { kind: 'incident', incidentId, value: read.data } },
        })
      }
    >
      <DatePicker
        label={text('incidents.on')}
        value={draft.on}
        max={today}
        onChange={(on) => set({ on })}
      />
      <DatePicker
        label={text('incidents.heardOn')}
        value={draft.heardOn}
        max={today}
        onChange={(heardOn) => set({ heardOn })}
      />
      <OneOf
        label={t('place')}
        words={INCIDENT_PLACES}
        nameOf={(word) => t(`place.${word}`)}
        value={draft.place}
        onChange={(place) => set({ place })}
      />
      <SomeOf
        label={t('deeds')}
        words={INCIDENT_DEEDS}
        nameOf={(word) => t(`deed.${word}`)}
        value={draft.deeds || []}
        onChange={(deeds) => set({ deeds })}
      />
      <OneOf
        label={t('by')}
        words={INCIDENT_BY}
        nameOf={(word) => t(`by.${word}`)}
        value={draft.by}
        onChange={(by) => set({ by })}
      />
      <SomeOf
        label={t('seenBy')}
        words={INCIDENT_SEEN_BY}
        nameOf={(word) => t(`seenBy.${word}`)}
        value={draft.seenBy || []}
        onChange={(seenBy) => set({ seenBy })}
      />
      <OneOf
        label={t('harm')}
        words={INCIDENT_HARMS}
        nameOf={(word) => t(`harm.${word}`)}
        value={draft.harm}
        onChange={(harm) => set({ harm })}
      />
      {draft.harm === 'serious' && <Notice kind="warning">{text('incidents.serious')}</Notice>}
    </Dialog>
  );
}

interface StepProps extends DialogProps {
  readonly incident: IncidentStanding;
}

interface ViewsProps {
  readonly value: { readonly child: string; readonly parent: string };
  readonly onChange: (part: { child?: never; parent?: never }) => void;
}

/** What the child says of it, and what her mother says. */
function Views({ value, onChange }: ViewsProps) {
  const text = useText('school');
  const t = useSchoolWords();
  return (['child', 'parent'] as const).map((name) => (
    <OneOf
      key={name}
      label={text(`incidents.${name}`)}
      words={INCIDENT_VIEWS}
      nameOf={(word) => t(`view.${word}`)}
      value={value[name] as (typeof INCIDENT_VIEWS)[number] | ''}
      onChange={(word) => onChange({ [name]: word } as never)}
    />
  ));
}

/** What the school did about it. */
export function AnswerDialog({ pupilId, today, incident, onClose }: StepProps) {
  const text = useText('school');
  const t = useSchoolWords();
  const [draft, setDraft] = useState<Draft<IncidentAnswer>>({
    ...{ on: today, done: [], child: '', parent: '' },
  });
  const write = useEntry(onClose);
  const read = IncidentAnswer.safeParse(draft);
  const { incidentId, version } = incident;
  return (
    <Dialog
      isOpen
      title={text('incidents.answer')}
      confirm={text('save')}
      canConfirm={read.success}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        read.success &&
        write.mutate({
          ...{ pupilId, basedOn: version },
          entry: { kind: 'response', incidentId, value: read.data },
        })
      }
    >
      <DatePicker
        label={text('incidents.answerOn')}
        value={draft.on}
        min={incident.told.heardOn}
        max={today}
        onChange={(on) => setDraft({ ...draft, on })}
      />
      <SomeOf
        label={t('answer')}
        words={INCIDENT_ANSWERS}
        nameOf={(word) => t(`answer.${word}`)}
        value={draft.done || []}
        onChange={(done) => setDraft({ ...draft, done })}
      />
      <Views value={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
    </Dialog>
  );
}

/** A look at it again. */
export function LookDialog({ pupilId, today, incident, onClose }: StepProps) {
  const text = useText('school');
  const t = useSchoolWords();
  const [draft, setDraft] = useState<Draft<IncidentLook>>({
    ...{ on: today, state: '', child: '', parent: '' },
  });
  const write = useEntry(onClose);
  const read = IncidentLook.safeParse(draft);
  const { incidentId, version } = incident;
  return (
    <Dialog
      isOpen
      title={text('incidents.look')}
      confirm={text('save')}
      canConfirm={read.success}
      isBusy={write.isPending}
      error={write.error}
      onClose={onClose}
      onConfirm={() =>
        read.success &&
        write.mutate({
          ...{ pupilId, basedOn: version },
          entry: { kind: 'look', incidentId, value: read.data },
        })
      }
    >
      <DatePicker
        label={text('incidents.lookOn')}
        value={draft.on}
        max={today}
        onChange={(on) => setDraft({ ...draft, on })}
      />
      <OneOf
        label={text('incidents.state')}
        words={INCIDENT_STATES}
        nameOf={(word) => t(`state.${word}`)}
        value={draft.state}
        onChange={(state) => setDraft({ ...draft, state })}
      />
      <Views value={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
    </Dialog>
  );
}
