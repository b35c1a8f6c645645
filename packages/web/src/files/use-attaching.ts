import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useClient } from '../api/client.ts';
import { type ReadyFile, readyFile } from './ready-file.ts';
import { type Attaching, type Sending, sendingOf } from './sending.ts';

export interface AttachingForm {
  readonly picked: ReadyFile | null;
  /** A file is being looked at, or sent. */
  readonly isBusy: boolean;
  /** How much has arrived, from 0 to 1; null while nothing is sent. */
  readonly part: number | null;
  readonly error: unknown;
  pick(file: Blob | undefined): Promise<void>;
  drop(): void;
  /** True when it is attached, or when there is nothing to attach. */
  send(to: Attaching): Promise<boolean>;
}

/** A file that is chosen in a form and sent with it. */
export function useAttaching(): AttachingForm {
  const { api } = useClient();
  const queries = useQueryClient();
  const [picked, setPicked] = useState<ReadyFile | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [part, setPart] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const sending = useRef<Sending | null>(null);
  const take = (file: ReadyFile | null) => {
    sending.current = file && sendingOf(file, api);
    setPicked(file);
  };
  return {
    picked,
    isBusy,
    part,
    error,
    async pick(file) {
      if (!file) return;
      setBusy(true);
      setError(null);
      try {
        take(await readyFile(file));
      } catch (failure) {
        take(null);
        setError(failure);
      } finally {
        setBusy(false);
      }
    },
    drop() {
      take(null);
      setError(null);
    },
    async send(to) {
      if (!sending.current) return true;
      setBusy(true);
      setPart(0);
      setError(null);
      try {
        await sending.current.send(to, setPart);
        take(null);
        await queries.invalidateQueries({ queryKey: ['listAttachments'] });
        return true;
      } catch (failure) {
        setError(failure);
        return false;
      } finally {
        setBusy(false);
        setPart(null);
      }
    },
  };
}
