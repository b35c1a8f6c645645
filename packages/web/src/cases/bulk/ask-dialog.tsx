import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useText } from '../../text/language.tsx';
import { WordsArea } from '../fields.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkGiven, nameOf } from './bulk-given.ts';

/** Asks the supervisor the same about several families; she answers each by itself. */
export function AskDialog({ selected, onClose }: BulkGiven) {
  const text = useText('cases');
  const { api } = useClient();
  const [question, setQuestion] = useState('');
  const rows = selected.map((listed) => ({
    key: listed.summary.family.id,
    name: nameOf(listed, text('gone')),
  }));
  return (
    <BulkDialog
      title={text('bulk.ask')}
      confirm={text('question.go')}
      canConfirm={question.trim() !== ''}
      rows={rows}
      send={({ key: familyId }, id) =>
        api.call('recordCaseEntry', {
          ...{ id, familyId, basedOn: 0 },
          entry: {
            ...{ kind: 'question', subjectId: id, state: 'asked', personId: null, value: {} },
            words: { text: question, body: '' },
          },
        })
      }
      renews={['listCases', 'getCase']}
      onClose={onClose}
    >
      <WordsArea
        label={text('question.text')}
        description={text('note.textHelp')}
        value={question}
        onChange={setQuestion}
      />
    </BulkDialog>
  );
}
