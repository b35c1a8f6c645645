import './ui/mantine.css';
import './ui/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod/mini';
import { proofStore, SessionContext, sessionStore, signedInApi } from './access/index.ts';
import { ClientContext } from './api/client.ts';
import { connection } from './api/connection.ts';
import { uuidV7 } from './api/new-id.ts';
import { kindOf, tirekApi } from './api.ts';
import { assessmentsWhileOffline } from './assessments/while-offline.ts';
import { casesWhileOffline } from './cases/while-offline.ts';
import { consentsWhileOffline } from './consents/while-offline.ts';
import { answerAges } from './offline/ages.ts';
import { alongOn } from './offline/along.ts';
import { openDraftDisk } from './offline/draft-disk.ts';
import { draftsOn } from './offline/drafts.ts';
import { offlineApi } from './offline/offline-api.ts';
import { dropShell, keepShell } from './offline/shell-worker.ts';
import { AlongContext } from './offline/use-along.ts';
import { DraftsContext } from './offline/use-drafts.ts';
import { stepsWhileOffline } from './pathways/proposals/while-offline.ts';
import { safetyComposed, safetyWhileOffline } from './pathways/safety/while-offline.ts';
import { peopleComposed, peopleWhileOffline } from './people/while-offline.ts';
import { makeRouter } from './routes.tsx';
import { supportComposed, supportWhileOffline } from './support/while-offline.ts';
import { firstLanguage, LanguageProvider } from './text/language.tsx';
import { loadText } from './text/load-text.ts';
import { keptForms } from './ui/kept-forms.ts';
import { theme, themeSheet } from './ui/theme.ts';
import { Toasts } from './ui/toasts.tsx';
import { KeptFormsContext } from './ui/use-kept-form.ts';
import { useUnloadGuard } from './ui/use-unload-guard.ts';

// The validator would try `new Function`, which the content policy forbids and reports.
config({ jitless: true });

// Clock, chance, network and storage enter here and nowhere else.
const now = () => new Date().toISOString();
const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const isOnline = () => navigator.onLine;

const line = connection({
  isOnline,
  onChange(listener) {
    addEventListener('online', listener);
    addEventListener('offline', listener);
  },
});
const plainApi = tirekApi({
  fetch: (...request) => fetch(...request),
  newId,
  isOnline,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  onReach: line.found,
});
const drafts = draftsOn({
  disk: openDraftDisk,
  now,
  path: () => location.pathname.replace(/^\/app/, ''),
  onFound: (found) => forms.found(found),
});
const forms = keptForms(sessionStorage, drafts);
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The client has tried again already where that makes sense.
      retry: false,
      networkMode: 'always',
      staleTime: 15_000,
    },
    mutations: { networkMode: 'always' },
  },
});
const tabs = new BroadcastChannel('tirek.session');
const store = sessionStore({
  api: plainApi,
  tab: sessionStorage,
  onLeave() {
    forms.dropAll();
    queries.clear();
  },
  onSignOut: (accountId) => void drafts.wipe(accountId).catch(() => undefined),
  tellTabs: () => tabs.postMessage('changed'),
});
// Before any page is shown: whoever comes back finds her forms as she left them.
store.subscribe(() => {
  const { holder } = store.standing();
  const { account, draftKey } = holder ?? {};
  const own = account && draftKey ? { accountId: account.id, draftKey } : null;
  void drafts.belongsTo(own).catch(() => undefined);
});
tabs.onmessage = () => void store.refresh().catch(() => undefined);
const proofs = proofStore();
const ownApi = signedInApi(plainApi, store, proofs.ask);
const rules = {
  ...peopleWhileOffline,
  ...consentsWhileOffline,
  ...casesWhileOffline,
  ...safetyWhileOffline,
  ...assessmentsWhileOffline,
  ...stepsWhileOffline,
  ...supportWhileOffline,
};
const along = alongOn({
  api: ownApi,
  plainApi,
  connection: line,
  now,
  newId,
  newSecret: () => base64Url(crypto.getRandomValues(new Uint8Array(32))),
  local: localStorage,
  channel: new BroadcastChannel('tirek.along'),
  alone: (name, work) => navigator.locks.request(name, work),
  keepShell,
  dropShell,
  onChange: () => void queries.invalidateQueries(),
  onEnded: (accountId) => void drafts.wipe(accountId).catch(() => undefined),
});
const ages = answerAges();
const keptListeners = new Set<() => void>();
const api = offlineApi({
  api: ownApi,
  along,
  connection: line,
  rules,
  composed: { ...peopleComposed, ...safetyComposed, ...supportComposed },
  kindOf,
  now,
  onRead: ages.tell,
  onKept: () => {
    for (const tell of [...keptListeners]) tell();
  },
});
const client = { api, connection: line, now, random };
const alongSurroundings = {
  along,
  ages,
  rules,
  newId,
  onKept(listener: () => void) {
    keptListeners.add(listener);
    return () => void keptListeners.delete(listener);
  },
  async room() {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { used: usage, whole: quota, isPersistent: await navigator.storage.persisted() };
  },
};
const session = { store, api: plainApi, now, proofs };
const router = makeRouter();

const LOOK_EVERY = 20_000;

/** There is signal again: who she is, then what she wrote, then what is new. */
async function comeBack(): Promise<void> {
  await store.refresh().catch(() => undefined);
  await along.sync().catch(() => undefined);
  await queries.invalidateQueries();
}

function App() {
  useUnloadGuard(forms);
  useEffect(() => {
    let wasReached = line.isReached();
    return line.subscribe(() => {
      if (line.isReached() && !wasReached) void comeBack();
      wasReached = line.isReached();
    });
  }, []);
  useEffect(() => {
    // With no call under way nobody would notice that the server can be reached again.
    const timer = setInterval(() => {
      if (!line.isReached()) void store.refresh().catch(() => undefined);
      else void along.sendWaiting().catch(() => undefined);
    }, LOOK_EVERY);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    const follow = () => {
      const { holder } = store.standing();
      void along
        .belongsTo(holder?.account.id ?? null)
        .then(() => along.sync())
        .catch(() => undefined);
    };
    follow();
    return store.subscribe(follow);
  }, []);
  return (
    <Suspense>
      <RouterProvider router={router} />
    </Suspense>
  );
}

document.adoptedStyleSheets = [...document.adoptedStyleSheets, themeSheet()];
const first = firstLanguage(localStorage, navigator.languages);
document.documentElement.lang = first;
// The words of the entrance are fetched beside the session, not after it.
void store.refresh().catch(() => undefined);
try {
  await Promise.all(
    (['ui', 'access', 'shell', 'problem', 'offline'] as const).map((feature) =>
      loadText(feature, first),
    ),
  );
} catch (error) {
  document.getElementById('app')?.append(...sentencesWithoutTexts());
  throw error;
}
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <LanguageProvider first={first}>
          <ClientContext value={client}>
            <SessionContext value={session}>
              <AlongContext value={alongSurroundings}>
                <DraftsContext value={drafts}>
                  <KeptFormsContext value={forms}>
                    <Toasts>
                      <App />
                    </Toasts>
                  </KeptFormsContext>
                </DraftsContext>
              </AlongContext>
            </SessionContext>
          </ClientContext>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

/** When not even the texts could be fetched, there is nothing to translate with. */
function sentencesWithoutTexts(): HTMLElement[] {
  const sentences = {
    kk: 'Бет толық жүктелмеді. Байланысты тексеріп, бетті жаңартыңыз.',
    ru: 'Страница загрузилась не полностью. Проверьте связь и обновите страницу.',
    en: 'The page did not load completely. Check the connection and reload the page.',
  };
  return Object.entries(sentences).map(([language, sentence]) =>
    Object.assign(document.createElement('p'), {
      lang: language,
      textContent: sentence,
      className: 'unloaded',
    }),
  );
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
