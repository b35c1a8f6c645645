import { PasswordInput, Stack } from '@mantine/core';
import { type PasswordWeakness, passwordWeakness } from '@tirek/domain/access';
import { useState } from 'react';
import { deviceName, useHolder } from '../../access/index.ts';
import { useAlong } from '../../offline/use-along.ts';
import { useText } from '../../text/language.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ChosenFamilies } from './chosen-families.tsx';

/** Makes the store: a passphrase that only she knows, then the families. */
export function BeginPanel() {
  const text = useText('offline');
  const access = useText('access');
  const { along } = useAlong();
  const holder = useHolder();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const weakness: PasswordWeakness | null =
    passphrase === '' ? null : passwordWeakness(passphrase, holder.account);
  const isSame = passphrase === again;
  return (
    <>
      <Panel title={text('begin.title')} note={text('begin.note')}>
        <Stack gap="md">
          <PasswordInput
            label={text('passphrase')}
            description={text('begin.help')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            error={weakness && access(`password.weak.${weakness}`)}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': text('passphrase.show') }}
            size="md"
          />
          <PasswordInput
            label={text('begin.again')}
            value={again}
            onChange={(event) => setAgain(event.currentTarget.value)}
            error={again !== '' && !isSame ? text('begin.differ') : null}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': text('passphrase.show') }}
            size="md"
          />
        </Stack>
      </Panel>
      <ChosenFamilies
        chosen={[]}
        confirm={text('begin.go')}
        canConfirm={passphrase !== '' && weakness === null && isSame}
        onChosen={async (families) => {
          await along.begin(passphrase, holder, deviceName(navigator.userAgent));
          await along.choose(families);
        }}
      />
    </>
  );
}
