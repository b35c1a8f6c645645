import type { AnalysisPlan, PreviewOutcome } from '@tirek/domain/reports';
import type { Language } from '@tirek/domain/text';
import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../api/client.ts';
import { NetworkFailure } from '../../api/network-failure.ts';

/** How far the preview of a plan is. */
export type PreviewWork =
  /** The plan is not complete yet. */
  | { readonly kind: 'none' }
  /** `done` from 0 to 1. */
  | { readonly kind: 'running'; readonly done: number }
  | { readonly kind: 'told'; readonly outcome: PreviewOutcome }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Preview {
  readonly work: PreviewWork;
  /** The last report that was told, of whatever plan: it stays to be read while the next one is made. */
  readonly last: Extract<PreviewOutcome, { kind: 'report' }> | null;
  readonly stop: () => void;
  readonly again: () => void;
}

/** Choices often come in twos and threes: the work begins when the hand rests. */
const REST_MILLISECONDS = 500;

/** Makes the report of a plan on the server, anew with every change; what is no longer wanted is stopped there. */
export function usePreview(plan: AnalysisPlan | null, language: Language): Preview {
  const { api } = useClient();
  const [work, setWork] = useState<PreviewWork>({ kind: 'none' });
  const [last, setLast] = useState<Preview['last']>(null);
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);
  const written = plan ? JSON.stringify(plan) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt does the same once more
  useEffect(() => {
    if (written === null) {
      setWork({ kind: 'none' });
      return;
    }
    const giveUp = new AbortController();
    const { signal } = giveUp;
    running.current = giveUp;
    const run = async () => {
      let outcome: PreviewOutcome | null = null;
      try {
        await api.lines(
          'previewReport',
          { plan: written, language },
          {
            signal,
            onLine(line) {
              const { done, outcome: told } = line as PreviewLine;
              if (told) outcome = told;
              else if (!signal.aborted) setWork({ kind: 'running', done: done ?? 0 });
            },
          },
        );
        if (!outcome) throw new NetworkFailure('unreachable');
      } catch (error) {
        if (!signal.aborted) setWork({ kind: 'failed', error });
        return;
      }
      if (signal.aborted) return;
      setWork({ kind: 'told', outcome });
      keep(outcome);
    };
    const keep = (outcome: PreviewOutcome) => {
      if (outcome.kind === 'report') setLast(outcome);
    };
    setWork({ kind: 'running', done: 0 });
    const timer = setTimeout(() => {
      if (!signal.aborted) void run();
    }, REST_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      giveUp.abort();
    };
  }, [api, written, language, attempt]);
  return {
    work,
    last,
    stop() {
      running.current?.abort();
      setWork({ kind: 'stopped' });
    },
    again: () => setAttempt((count) => count + 1),
  };
}

interface PreviewLine {
  readonly done?: number;
  readonly outcome?: PreviewOutcome;
}
