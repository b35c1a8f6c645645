import { useState } from 'react';
import { deviceName, useHolder, useOwnPasskey } from '../../access/index.ts';
import type { Opener } from '../../offline/locks.ts';
import { useAlong } from '../../offline/use-along.ts';
import { useText } from '../../text/language.tsx';
import { ChoiceCards } from '../../ui/choice-cards.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ChosenFamilies } from './chosen-families.tsx';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';

/** Makes the store: what opens it, her passkey or a passphrase that only she knows; then the families. */
export function BeginPanel() {
  const text = useText('offline');
  const { along } = useAlong();
  const holder = useHolder();
  const passkey = useOwnPasskey();
  const passphrase = useNewPassphrase();
  const [chosen, setChosen] = useState<Opener['kind'] | null>(null);
  const [hint, setHint] = useState<'given-up' | 'unable' | null>(null);
  if (!passkey.isKnown) return null;
  const way = passkey.canAsk ? (chosen ?? 'passkey') : 'passphrase';
  const begin = async (families: readonly string[]) => {
    const opener = await openerOf(way);
    if (!opener) return;
    await along.begin(opener, holder, deviceName(navigator.userAgent));
    await along.choose(families);
  };
  async function openerOf(kind: Opener['kind']): Promise<Opener | null> {
    if (kind === 'passphrase') return { kind, passphrase: passphrase.good ?? '' };
    setHint(null);
    const asked = await passkey.choose();
    if (asked.kind === 'answered') return asked.opener;
    setHint(asked.kind);
    return null;
  }
  return (
    <>
      {passkey.canAsk && (
        <Panel title={text('way.title')} note={text('way.note')}>
          <ChoiceCards<Opener['kind']>
            legend={text('way.title')}
            value={way}
            onChange={setChosen}
            choices={[
              { value: 'passkey', title: text('way.passkey'), words: text('way.passkey.words') },
              { value: 'passphrase', title: text('passphrase'), words: text('begin.note') },
            ]}
          />
        </Panel>
      )}
      {way === 'passphrase' && (
        <Panel
          title={text('begin.title')}
          note={passkey.canAsk ? undefined : `${text('begin.note')} ${text('way.passkey.could')}`}
        >
          <NewPassphraseFields of={passphrase} />
        </Panel>
      )}
      {hint && (
        <Notice kind={hint === 'given-up' ? 'info' : 'refusal'}>
          {text(`way.passkey.${hint}`)}
        </Notice>
      )}
      <ChosenFamilies
        chosen={[]}
        confirm={text('begin.go')}
        canConfirm={way === 'passkey' || passphrase.good !== null}
        onChosen={begin}
      />
    </>
  );
}
