import { type AnswerValue, openForm } from '@tirek/domain/instruments/engine';
import type { SurveyModel } from '@tirek/domain/surveys/phone';
import type { Language } from '@tirek/domain/text';
import type { Draft, PhoneKind } from '../answering/draft.ts';
import { findingsOf } from '../answering/findings.ts';
import { placeBeyond, placeShown, placesOf, REVIEW } from '../answering/places.ts';
import { rowsShown } from '../answering/rows.ts';
import { signalsIn, unhelpedSignals } from '../answering/signals.ts';
import { makeResumeCode, readResumeCode } from '../codes/resume-code.ts';
import { canLock, type Lock, lockOf, seal, unseal } from '../codes/seal.ts';
import { keptDraft, sealedHere } from '../keeping/journal.ts';
import { createOfflinePage } from '../keeping/offline-page.ts';
import { isOpenedHere } from '../keeping/opened-here.ts';
import { holdTab, type TabLock } from '../keeping/tab-lock.ts';
import { dropDraft, fetchDraft, leaveDraft } from '../sending/carried-draft.ts';
import { createBackButton } from './back-button.ts';
import { createDraftKeeping } from './draft-keeping.ts';
import { createModels, type LoadModel } from './languages.ts';
import { leaveQuickly } from './quick-exit.ts';
import { createSending } from './sending.ts';
import type { Stage, SurveyState } from './state.ts';
import { createStore, type Store } from './store.ts';

/** What the outside world gives: ids, chance, the day. */
export interface Surroundings {
  readonly newId: () => string;
  /** So many random bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** `YYYY-MM-DD`, or null when the phone's clock cannot be right. */
  readonly today: string | null;
  readonly thisYear: number;
  readonly scanned: string | null;
  /** UTC instant by the phone's clock. */
  readonly now: () => string;
  /** The link to a person's file through which she answers. */
  readonly link?: OpenedLink;
}

/** A link that opened, and how it is asked for another language. */
export interface OpenedLink {
  readonly token: string;
  readonly code: string;
  readonly load: LoadModel;
}

export type ResumeResult = 'resumed' | 'mistyped' | 'none' | 'no-signal';
export type CarryResult = { code: string; keptUntil: string } | null;

/** One respondent at one survey: what is shown, and everything she can do. */
export type Survey = ReturnType<typeof createSurvey>;

export function createSurvey(first: SurveyModel, around: Surroundings) {
  const { slug } = first;
  const open = (model: SurveyModel) => model.forms.map((form) => openForm(form, around.today));
  const store: Store<SurveyState> = createStore<SurveyState>({
    model: first,
    language: first.language,
    forms: open(first),
    stage: 'consent',
    draft: null,
    way: null,
    keeping: 'kept',
    code: null,
    scanned: around.scanned,
    sending: { kind: 'trying' },
    isChecked: false,
    isOnline: navigator.onLine,
    languageRefused: null,
  });
  const offlinePage = createOfflinePage(slug);
  const models = createModels(first, offlinePage, around.link?.load);
  const keeping = createDraftKeeping(store, {
    offlinePage,
    onForgotten() {
      tab?.release();
      tab = null;
    },
  });
  const sending = createSending(store, {
    keeping,
    chance: () => around.randomBytes(1)[0]! / 256,
    token: around.link?.token,
  });
  const backButton = createBackButton(() => store.get().stage === 'question' && goBack());
  /** A draft from another device, until she has said whose phone this is. */
  let tab: TabLock | null = null;
  let carriedHere: { draft: Draft; lock: Lock } | null = null;

  const show = (stage: Stage) => store.set({ stage, isChecked: false });

  function useModel(model: SurveyModel): void {
    store.set({ model, language: model.language, forms: open(model), languageRefused: null });
  }

  async function setLanguage(language: Language): Promise<void> {
    const model = await models.get(language);
    if (!model) return store.set({ languageRefused: language });
    useModel(model);
    if (store.get().draft) keeping.step(['language', language]);
  }

  /** Goes where a draft belongs: the words she has not agreed to yet, the code that is missing, the question she was at. */
  async function enter(): Promise<void> {
    const { draft } = store.get();
    if (!draft) return show('consent');
    if (draft.language !== store.get().language) {
      const model = await models.get(draft.language);
      if (model) useModel(model);
    }
    const { model } = store.get();
    const isKept = store.get().way === 'own';
    if (isKept) void offlinePage.keep();
    models.prefetch({ isKept });
    if (draft.consent.version !== model.consent.version) return show('consent');
    const needs = { 'one-time': draft.code, panel: draft.panel, open: '', linked: '' };
    if (needs[model.linkage] === undefined) return show('access');
    if (draft.isFinished) {
      show('sending');
      return sending.begin();
    }
    backButton.guard();
    if (draft.onward === undefined) helpFirst(placeHere());
    show('question');
  }

  function newDraft(phone: PhoneKind): Draft {
    const { model, language } = store.get();
    return {
      ...(carriedHere?.draft ?? {
        id: around.newId(),
        consent: { version: model.consent.version, language },
        answers: {},
        typed: {},
        confirmed: [],
        place: null,
        isFinished: false,
        ...(around.link && { code: around.link.code }),
      }),
      phone,
      language,
    };
  }

  async function openOwn({ takeOver }: { takeOver: boolean }): Promise<boolean> {
    if (tab && !takeOver) return true;
    tab = await holdTab(slug, {
      takeOver,
      async onTaken() {
        tab = null;
        sending.stop();
        await keeping.letGo();
        show('elsewhere');
      },
    });
    if (!tab) show('elsewhere');
    return tab !== null;
  }

  async function startOwn(): Promise<void> {
    if (!(await openOwn({ takeOver: false }))) return;
    keeping.start(newDraft('own'), { way: 'own' });
    carriedHere = null;
    await enter();
  }

  async function resumeOwn(): Promise<void> {
    const { draft, next } = await keptDraft(slug);
    if (!draft) return show('consent');
    keeping.resume(draft, { way: 'own', next });
    await enter();
  }

  function place() {
    const { forms, draft } = store.get();
    if (!draft) return null;
    const places = placesOf(forms, draft);
    return { places, shown: placeShown(places, draft.place) };
  }

  const placeHere = () =>
    store.get().draft?.place === REVIEW ? REVIEW : (place()?.shown?.id ?? REVIEW);

  function go(by: 1 | -1): boolean {
    const here = place();
    if (!here) return false;
    const next = placeBeyond(here.places, placeHere(), by);
    if (next === null) return false;
    goTo(next);
    return true;
  }

  function goTo(id: string): void {
    if (!helpFirst(id)) keeping.step(['place', id]);
    show('question');
  }

  /** Whichever way she leaves an answer that may mean danger: help comes first, once, and then where she was going. */
  function helpFirst(onward: string): boolean {
    const { forms, draft } = store.get();
    if (!draft || unhelpedSignals(forms, draft).length === 0) return false;
    keeping.step(['help', signalsIn(forms, draft), onward]);
    return true;
  }

  /** An answer that was changed away and comes back is one to help with anew. */
  function forgetHelp(): void {
    const { forms, draft } = store.get();
    if (!draft?.helped?.length) return;
    const held = signalsIn(forms, draft);
    const helped = draft.helped.filter((signal) => held.includes(signal));
    if (helped.length < draft.helped.length) keeping.step(['help', helped]);
  }

  function goBack(): boolean {
    if (store.get().draft?.onward === undefined) return go(-1);
    goTo(placeHere());
    return true;
  }

  return {
    store,
    keeping,
    sending,
    canLock,
    thisYear: around.thisYear,

    async start(): Promise<void> {
      const kept = await keptDraft(slug);
      if (await sending.wasSentInBackground()) {
        await keeping.forget();
        return show('thanks');
      }
      if (!kept.draft) return show('consent');
      if (!(await openOwn({ takeOver: false }))) return;
      if (kept.draft.isFinished || isOpenedHere(slug)) return resumeOwn();
      show('back');
    },

    setLanguage,
    show,
    goTo,
    goBack,

    /** On to the next question; what is wrong here is said first. */
    goOn(): void {
      const { forms, draft } = store.get();
      const here = place()?.shown;
      if (!draft || !here) return;
      const { hard, soft } = findingsOf(forms, draft);
      const isWrong = [...hard, ...soft].some(
        ({ place, finding }) => place === here.id && finding.code !== 'required',
      );
      const isMissing = hard.some(
        ({ place, finding }) => place === here.id && finding.code === 'required',
      );
      if ((isWrong || isMissing) && !store.get().isChecked) {
        store.set({ isChecked: true });
        return;
      }
      const { form, screen } = here;
      const answers = draft.answers[form.code] ?? {};
      if (screen.question.type === 'roster' && answers[screen.path] === undefined) {
        const rows = rowsShown(undefined, screen);
        if (rows.length > 0) keeping.step(['answer', form.code, screen.path, [...rows]]);
      }
      // What must be mended stays in the review; nobody is held at a question.
      go(1);
    },

    answer(
      form: string,
      path: string,
      value: AnswerValue | null,
      typing?: { typed?: string },
    ): void {
      const typed = typing?.typed;
      keeping.step(
        around.link
          ? ['answer', form, path, value, typed ?? null, around.now()]
          : typed === undefined
            ? ['answer', form, path, value]
            : ['answer', form, path, value, typed],
        { isTyping: typing !== undefined },
      );
      forgetHelp();
    },

    /** She has seen the help: on to where she was going. */
    goOnward(): void {
      goTo(store.get().draft?.onward ?? placeHere());
    },

    confirm(warning: string): void {
      keeping.step(['confirm', warning]);
    },

    async agree(): Promise<void> {
      const { draft, model, language } = store.get();
      if (!draft) return show('phone');
      keeping.step(['set', { consent: { version: model.consent.version, language } }]);
      await enter();
    },

    async decline(): Promise<void> {
      if (store.get().draft) await keeping.forget();
      show('declined');
    },

    async choosePhone(phone: PhoneKind): Promise<void> {
      if (phone === 'own') return startOwn();
      if (carriedHere) {
        const { lock } = carriedHere;
        keeping.start(newDraft('shared'), { way: 'sealed', lock });
        carriedHere = null;
        return enter();
      }
      show('shared');
    },

    /** Shared phone: makes the code, which is then shown once. */
    async giveCode(): Promise<void> {
      const code = makeResumeCode(around.randomBytes(32));
      const lock = await lockOf(code, slug);
      keeping.start(newDraft('shared'), { way: 'sealed', lock });
      store.set({ code, stage: 'code' });
    },

    async codeNoted(): Promise<void> {
      store.set({ code: null });
      await enter();
    },

    async goWithoutCode(): Promise<void> {
      keeping.start(newDraft('shared'), { way: 'memory' });
      await enter();
    },

    async giveAccess(access: { code: string } | { panel: string }): Promise<void> {
      keeping.step(['set', access]);
      store.set({ scanned: null });
      await enter();
    },

    async resumeWithCode(typed: string): Promise<ResumeResult> {
      const code = readResumeCode(typed);
      if (!code) return 'mistyped';
      const lock = await lockOf(code, slug);
      const here = await sealedHere(lock.key);
      const found = here ? null : await fetchDraft(slug, lock.key);
      if (found && found.kind !== 'found') return found.kind;
      const sealed = here?.sealed ?? (found?.kind === 'found' ? found.sealed : '');
      const draft = (await unseal(lock, sealed)) as Draft | null;
      if (!draft) return 'none';
      if (here) {
        keeping.resume(draft, { way: 'sealed', lock });
        await enter();
        return 'resumed';
      }
      carriedHere = { draft: { ...draft, carried: lock.key, isFinished: false }, lock };
      const model = await models.get(draft.language);
      if (model) useModel(model);
      show('phone');
      return 'resumed';
    },

    /** Locks the draft under a new code and leaves it with the server; null without signal. */
    async carry(): Promise<CarryResult> {
      const { draft } = store.get();
      if (!draft) return null;
      const code = makeResumeCode(around.randomBytes(32));
      const lock = await lockOf(code, slug);
      const left = await leaveDraft(slug, await seal(lock, draft));
      if (!left) return null;
      keeping.step(['set', { carried: lock.key }]);
      return { code, keptUntil: left.keptUntil.slice(0, 10) };
    },

    async continueKept(): Promise<void> {
      await resumeOwn();
    },

    async takeOver(): Promise<void> {
      if (!(await openOwn({ takeOver: true }))) return;
      await resumeOwn();
    },

    async deleteKept(): Promise<void> {
      await keeping.forget();
      show('consent');
    },

    async stopAndDelete(): Promise<void> {
      const carried = store.get().draft?.carried;
      sending.stop();
      await keeping.forget();
      show('stopped');
      if (carried) await dropDraft(slug, carried);
    },

    /** The answers wait under a code for another phone, and leave this one. */
    async stopHere(): Promise<void> {
      await keeping.forget();
      show('left');
    },

    async backToAnswers(id: string = REVIEW): Promise<void> {
      await sending.reopen();
      backButton.guard();
      goTo(id);
    },

    async backToAccess(): Promise<void> {
      await sending.reopen();
      show('access');
    },

    /** Refused because words or questions are newer now: fetches them and goes on with the same answers. */
    async renew(): Promise<boolean> {
      const model = await models.get(store.get().language, { isFresh: true });
      if (!model) return false;
      useModel(model);
      await sending.reopen();
      await enter();
      return true;
    },

    async quickExit(): Promise<void> {
      const { model, way } = store.get();
      sending.stop();
      await leaveQuickly(model.quickExit, {
        cleanUp: async () => {
          if (way === 'own') await keeping.letGo();
          else if (way) await keeping.forget();
        },
        isGuarded: backButton.isGuarding(),
      });
    },
  };
}
