import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { REGISTER_FILE_BYTES } from '@tirek/domain/people/register';
import { useState } from 'react';
import { useClient } from '../../api/client.ts';
import { useWrite } from '../../api/use-write.ts';
import { useLanguage, useText } from '../../text/language.tsx';
import { useFormat } from '../../text/use-format.ts';
import { useErrorText } from '../../ui/error-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { readFiles } from '../../ui/read-files.ts';
import { saveFile } from '../../ui/save-file.ts';
import styles from './register.module.css';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx';

/** Choosing the file; and an empty one for those who have no list yet. */
export function UploadPanel({ onUploaded }: { onUploaded: (registerId: string) => void }) {
  const text = useText('register');
  const imports = useText('import');
  const format = useFormat();
  const errorText = useErrorText();
  const [lost, setLost] = useState<string | null>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  const upload = useWrite('uploadRegister', {
    renews: ['listRegisters'],
    onDone: ({ id }) => onUploaded(id),
  });
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    setLost(null);
    setTooLarge(file.size > REGISTER_FILE_BYTES);
    if (file.size > REGISTER_FILE_BYTES) return;
    const read = await readFiles([file]);
    if (read.kind === 'lost') return setLost(read.name);
    const [content] = read.contents;
    if (content) upload.mutate(content);
  };
  return (
    <Panel title={text('upload.title')} note={text('upload.note')}>
      <FileDrop
        words={text('upload.drop')}
        choose={text('upload.choose')}
        kinds={text('upload.kinds')}
        accept={ACCEPTED}
        isBusy={upload.isPending}
        onFiles={(files) => void take(files)}
      />
      {upload.isError && <Notice kind="refusal">{errorText(upload.error)}</Notice>}
      {isTooLarge && (
        <Notice kind="warning">
          {imports('upload.tooMuch', { most: format.bytes(REGISTER_FILE_BYTES) })}
        </Notice>
      )}
      {lost !== null && <Notice kind="refusal">{text('upload.lost', { name: lost })}</Notice>}
      <Template />
    </Panel>
  );
}

function Template() {
  const text = useText('register');
  const { language } = useLanguage();
  const { api } = useClient();
  const errorText = useErrorText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.download('getRegisterTemplate', { language }),
    onSuccess: (file) => saveFile(`register-${language}.xlsx`, file),
  });
  return (
    <div className={styles.template}>
      <p>{text('template.words')}</p>
      <Button
        variant="default"
        leftSection={<Icon name="download" size={18} />}
        loading={isPending}
        onClick={() => mutate()}
      >
        {text('template')}
      </Button>
      {error !== null && <Notice kind="refusal">{errorText(error)}</Notice>}
    </div>
  );
}
