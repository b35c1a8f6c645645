import { Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { RegisterImport } from '@tirek/domain/people/register';
import { useEffect } from 'react';
import { useText } from '../../text/language.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './register.module.css';

/** What came of it, and what is still to be done by people. */
export function DonePanel({ register, onNext }: { register: RegisterImport; onNext: () => void }) {
  const text = useText('register');
  const queries = useQueryClient();
  const { people, families, linked } = register;
  useEffect(() => {
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'listFamilies' });
  }, [queries]);
  return (
    <Panel>
      <Notice kind="success" title={text('done.title', { count: people })}>
        {text('done.families', { count: families })}{' '}
        {linked > 0 && text('done.linked', { count: linked })}
      </Notice>
      <p className={styles.words}>{text('done.consent')}</p>
      <Group>
        <ButtonLink to="/families">{text('done.toFamilies')}</ButtonLink>
        <Button variant="default" onClick={onNext}>
          {text('done.next')}
        </Button>
      </Group>
    </Panel>
  );
}
