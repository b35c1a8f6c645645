import { Button } from '@mantine/core';
import type { Person } from '@tirek/domain/people';
import { useState } from 'react';
import { useMay } from '../access/index.ts';
import { useWrite } from '../api/use-write.ts';
import { useText } from '../text/language.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Panel } from '../ui/panel.tsx';
import { useToast } from '../ui/toasts.tsx';
import { LanguagesInput } from './languages-input.tsx';
import { useLanguageNames } from './use-language-names.ts';

/** The languages she speaks, best first. */
export function LanguagesPanel({ person }: { person: Person }) {
  const text = useText('people');
  const tell = useToast();
  const may = useMay();
  const nameOf = useLanguageNames();
  const [chosen, setChosen] = useState<string[] | null>(null);
  const record = useWrite('recordLanguages', {
    renews: ['getPerson'],
    onDone: () => {
      setChosen(null);
      tell(text('languages.done'));
    },
  });
  return (
    <Panel
      title={text('languages')}
      actions={
        may('person.register') && (
          <Button variant="default" size="sm" onClick={() => setChosen(person.languages)}>
            {text('languages.change')}
          </Button>
        )
      }
    >
      <p>{person.languages.map(nameOf).join(', ') || text('none')}</p>
      <Dialog
        isOpen={chosen !== null}
        title={text('languages.change')}
        confirm={text('languages.save')}
        canConfirm={chosen !== null && chosen.length > 0}
        isBusy={record.isPending}
        error={record.error}
        onClose={() => setChosen(null)}
        onConfirm={() => chosen && record.mutate({ personId: person.id, languages: chosen })}
      >
        <LanguagesInput value={chosen ?? []} onChange={setChosen} />
      </Dialog>
    </Panel>
  );
}
