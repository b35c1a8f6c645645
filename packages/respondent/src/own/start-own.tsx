import type { SurveyModel } from '@tirek/domain/surveys/phone';
import type { Language } from '@tirek/domain/text';
import { translator } from '@tirek/domain/text';
import { render } from 'preact';
import { keptDraft } from '../keeping/journal.ts';
import { leaveNoTrace } from '../keeping/leave-no-trace.ts';
import { createOfflinePage, keptModel } from '../keeping/offline-page.ts';
import { refusalParams } from '../refusal-params.ts';
import type { OpenedLink } from '../session/create-survey.ts';
import { leaveQuickly, onDoubleEscape } from '../session/quick-exit.ts';
import type { OwnData, Say, SurveyData } from '../survey-data.ts';
import { OwnDoor } from './own-door.tsx';
import { type Opened, openLink, takeLink } from './own-link.ts';

/** Shows the door of a link until it has opened, and then the questions; what was begun on this phone goes on without the code. */
export async function startOwn(
  data: OwnData,
  begin: (data: SurveyData, link: OpenedLink) => Promise<void>,
): Promise<void> {
  const root = document.getElementById('survey')!;
  const link = takeLink();
  let language = data.own;
  let refused: Extract<Opened, { kind: 'refused' | 'no-signal' }> | null = link
    ? null
    : { kind: 'refused', code: 'link-unknown', details: {} };
  let isBusy = false;
  let isThrough = false;

  function draw(): void {
    const { screens, refusals } = data.words[language];
    const say = translator(screens, language) as Say;
    document.documentElement.lang = language;
    document.title = say('door.title');
    const isOver =
      refused?.kind === 'refused' && refused.code in refusals && refused.code !== 'link-wrong-code';
    const text =
      refused?.kind === 'refused'
        ? translator(refusals, language)(
            refused.code in refusals ? refused.code : 'internal',
            refusalParams(refused.details, language),
          )
        : say('door.no-signal');
    render(
      <OwnDoor
        {...{ language, say, isBusy }}
        told={refused && { text, isOver }}
        quickExit={data.quickExit[language]}
        onLanguage={(chosen) => {
          language = chosen;
          draw();
        }}
        onCode={(code) => void tryCode(code)}
      />,
      root,
    );
  }

  async function through(model: SurveyModel, code: string): Promise<void> {
    if (!link) return;
    isThrough = true;
    render(null, root);
    const load = async (wanted: Language) => {
      const opened = await openLink(link, { code, language: wanted });
      return opened.kind === 'open' ? opened.model : null;
    };
    await begin({ model, words: data.words }, { token: link.token, code, load });
  }

  async function tryCode(code: string): Promise<void> {
    if (!link || isBusy) return;
    isBusy = true;
    draw();
    const opened = await openLink(link, { code, language });
    isBusy = false;
    if (opened.kind === 'open') return through(opened.model, code);
    refused = opened;
    draw();
  }

  root.replaceChildren();
  onDoubleEscape(() => {
    if (isThrough) return;
    void leaveQuickly(data.quickExit[language], { cleanUp: async () => {}, isGuarded: false });
  });
  const draft = link && (await keptDraft(link.slug)).draft;
  if (link && draft?.code) {
    const kept = await keptModel(link.slug, draft.language);
    if (kept) return through(kept, draft.code);
    language = draft.language;
    const opened = await openLink(link, { code: draft.code, language });
    if (opened.kind === 'open') return through(opened.model, draft.code);
    // What can never be sent is not left lying on her phone.
    if (opened.kind === 'refused') await leaveNoTrace(link.slug, createOfflinePage(link.slug));
    refused = opened;
  }
  draw();
}
