import { makeSubmission } from '../answering/make-submission.ts';
import { databaseExists, read, write } from '../keeping/database.ts';
import { sendInBackground } from '../keeping/offline-page.ts';
import { dropDraft } from '../sending/carried-draft.ts';
import { type Delivery, startDelivery } from '../sending/delivery.ts';
import type { DraftKeeping } from './draft-keeping.ts';
import type { SurveyState } from './state.ts';
import type { Store } from './store.ts';

/** The way of the finished answers to the server. */
export interface SurveySending {
  /** She has pressed "send". */
  finish(): Promise<void>;
  /** Goes on sending what was finished before. */
  begin(): Promise<void>;
  tryNow(): void;
  /** Back to the answers. */
  reopen(): Promise<void>;
  stop(): void;
  /** Whether the service worker has handed the answers over while no page was open. */
  wasSentInBackground(): Promise<boolean>;
}

export function createSending(
  store: Store<SurveyState>,
  {
    keeping,
    chance,
    token,
  }: { keeping: DraftKeeping; chance: () => number; token?: string | undefined },
): SurveySending {
  const { slug } = store.get().model;
  let delivery: Delivery | null = null;

  function stop(): void {
    delivery?.stop();
    delivery = null;
  }

  async function arrived(): Promise<void> {
    const carried = store.get().draft?.carried;
    await keeping.forget();
    store.set({ stage: 'thanks' });
    if (carried) await dropDraft(slug, carried);
  }

  async function begin(): Promise<void> {
    const { forms, draft, way } = store.get();
    if (!draft) return;
    stop();
    store.set({ sending: { kind: 'trying' } });
    const submission = makeSubmission(forms, draft, token);
    await keeping.settled();
    if (way === 'own') {
      const body = JSON.stringify(submission);
      // Refused for want of room: the page sends all the same, only not with the page closed.
      await write(['outbox'], (rows) => rows('outbox').put({ slug, body })).catch(() => undefined);
    }
    delivery = startDelivery({
      slug,
      submission,
      chance,
      wasSent: wasSentInBackground,
      async onResult(result) {
        if (result.kind === 'sent') return arrived();
        if (result.kind === 'refused') {
          await takeOutOfOutbox();
          return store.set({ sending: result });
        }
        // A server that asked for patience is left alone; the worker would try at once.
        const inBackground = way === 'own' && result.seconds === 0 && (await sendInBackground());
        if (delivery) store.set({ sending: { kind: 'waiting', inBackground } });
      },
    });
  }

  /** A refused or reopened questionnaire must not be sent behind her back. */
  async function takeOutOfOutbox(): Promise<void> {
    if (store.get().way !== 'own') return;
    await write(['outbox'], (rows) => rows('outbox').delete(slug)).catch(() => undefined);
  }

  async function wasSentInBackground(): Promise<boolean> {
    if (!(await databaseExists())) return false;
    const [row] = await read('outbox', { key: slug }).catch(() => []);
    return row !== undefined && row.body === null;
  }

  return {
    begin,
    stop,
    async finish() {
      keeping.step(['finish', true]);
      store.set({ stage: 'sending' });
      await begin();
    },
    tryNow() {
      store.set({ sending: { kind: 'trying' } });
      delivery?.tryNow();
    },
    async reopen() {
      stop();
      await takeOutOfOutbox();
      if (store.get().draft?.isFinished) keeping.step(['finish', false]);
    },
    wasSentInBackground,
  };
}
