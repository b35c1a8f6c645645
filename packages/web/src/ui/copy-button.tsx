import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../text/language.tsx';
import { Icon } from './icons.tsx';

/** Puts a text on the clipboard and says so, to the eye and to the ear. */
export function CopyButton({ value, label }: { value: string; label?: string }) {
  const text = useText('ui');
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), 3000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  const words = {
    ready: label ?? text('copy'),
    copied: text('copied'),
    refused: text('notCopied'),
  };
  return (
    <Button
      variant="default"
      leftSection={<Icon name={state === 'copied' ? 'check' : 'copy'} size={18} />}
      onClick={copy}
    >
      <span aria-live="polite">{words[state]}</span>
    </Button>
  );
}
