import { BODIES, type Body } from '@tirek/domain/cases';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useText } from '../../text/language.tsx';
import { DatePicker } from '../../ui/date-picker.tsx';
import { useCaseWords } from '../case-shown.ts';
import { Choice } from '../fields.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkGiven, nameOf } from './bulk-given.ts';

/** Puts every need of the chosen families that is nobody's into the same hands, by the same day. */
export function AssignDialog({ selected, today, onClose }: BulkGiven) {
  const text = useText('cases');
  const { t, category } = useCaseWords();
  const { api } = useClient();
  const [body, setBody] = useState<Body | ''>('');
  const [dueOn, setDueOn] = useState('');
  const rows = selected.flatMap((listed) =>
    listed.summary.unheld.map((need) => ({
      key: need.id,
      name: `${nameOf(listed, text('gone'))}: ${category(need.value.category)}`,
      familyId: listed.summary.family.id,
      need,
    })),
  );
  return (
    <BulkDialog
      title={text('bulk.assign')}
      confirm={text('need.save')}
      canConfirm={body !== '' && dueOn !== ''}
      rows={rows}
      send={({ familyId, need }, id) =>
        api.call('recordCaseEntry', {
          ...{ id, familyId, basedOn: need.version },
          entry: {
            ...{ kind: 'need', subjectId: need.id, state: 'open', personId: need.personId },
            value: { ...need.value, held: { body: body as Body, dueOn } },
            words: null,
          },
        })
      }
      renews={['listCases', 'getCase']}
      onClose={onClose}
    >
      <Choice
        label={text('need.body')}
        values={BODIES as readonly Body[]}
        word={(each) => t(`body.${each}`)}
        value={body}
        onChange={setBody}
      />
      <DatePicker label={text('need.due')} value={dueOn} onChange={setDueOn} min={today} />
    </BulkDialog>
  );
}
