import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useHolder } from '../../access/index.ts';
import { useClient } from '../../api/client.ts';
import { useRegionNames } from '../../programmes/index.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { Duty } from './duty-page.tsx';
import styles from './safety.module.css';

/** The paper protocol of a region, to be printed before somebody goes where there is no signal. */
export function PaperPanel({ duty }: { duty: Duty }) {
  const text = useText('safety');
  const { language } = useLanguage();
  const { api } = useClient();
  const { account } = useHolder();
  const { regions } = useRegionNames();
  const errorText = useErrorText();
  const own = duty.colleagues.find(({ accountId }) => accountId === account.id)?.region ?? '';
  const [region, setRegion] = useState(own);
  const fetching = useMutation({
    mutationFn: () =>
      api.download('getSafetySheetFile', { language, ...(region === '' ? {} : { region }) }),
    onSuccess: (file) => saveFile(`safety-sheet-${language}.pdf`, file),
  });
  return (
    <Panel title={text('duty.paper')} note={text('duty.paper.note')}>
      <div className={styles.paper}>
        <NativeSelect
          label={text('duty.paper.region')}
          value={region}
          onChange={(event) => setRegion(event.currentTarget.value)}
          data={[
            { value: '', label: text('duty.everywhere') },
            ...regions.map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
        <Button
          variant="default"
          leftSection={<Icon name="download" size={18} />}
          loading={fetching.isPending}
          onClick={() => fetching.mutate()}
        >
          {text('duty.paper.download')}
        </Button>
      </div>
      {fetching.isError && <Notice kind="refusal">{errorText(fetching.error)}</Notice>}
    </Panel>
  );
}
