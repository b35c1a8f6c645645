import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@tirek/domain/text';
import { useState } from 'preact/hooks';
import { leaveQuickly } from '../session/quick-exit.ts';
import type { Say } from '../survey-data.ts';
import { Heading } from '../ui/heading.tsx';
import { ExitIcon } from '../ui/icons.tsx';

interface DoorProps {
  readonly language: Language;
  readonly say: Say;
  /** Why the link opens nothing, in words; and whether another code may. */
  readonly told: { readonly text: string; readonly isOver: boolean } | null;
  readonly isBusy: boolean;
  readonly quickExit: string;
  readonly onLanguage: (language: Language) => void;
  readonly onCode: (code: string) => void;
}

/** The first screen of a link: the code that was told by another way. It greets nobody and says nothing of what follows. */
export function OwnDoor(props: DoorProps) {
  const { language, say, told, isBusy, quickExit, onLanguage, onCode } = props;
  const [typed, setTyped] = useState('');
  const [isShort, setShort] = useState(false);
  return (
    <div class="page">
      <header class="top">
        <button
          type="button"
          class="exit"
          title={say('exit.text')}
          onClick={() => leaveQuickly(quickExit, { cleanUp: async () => {}, isGuarded: false })}
        >
          <ExitIcon />
          {say('exit.label')}
        </button>
      </header>
      <main>
        <div>
          <nav class="languages-wide" aria-label={say('language.choose')}>
            {LANGUAGES.map((each) => (
              <button
                key={each}
                type="button"
                lang={each}
                aria-pressed={each === language}
                onClick={() => onLanguage(each)}
              >
                {LANGUAGE_NAMES[each]}
              </button>
            ))}
          </nav>
        </div>
        {told?.isOver ? (
          <div class="end">
            <Heading key={told.text}>{told.text}</Heading>
          </div>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setShort(typed.length !== 6);
              if (typed.length === 6) onCode(typed);
            }}
          >
            <Heading>{say('door.title')}</Heading>
            <p class="help-text">{say('door.text')}</p>
            <label class="field code-field">
              <span class="label">{say('door.label')}</span>
              <input
                type="text"
                inputMode="numeric"
                autoComplete="off"
                maxLength={6}
                value={typed}
                aria-invalid={told !== null || isShort}
                aria-describedby="code-wrong"
                onInput={({ currentTarget }) => setTyped(currentTarget.value.replace(/\D/g, ''))}
              />
            </label>
            <p id="code-wrong" class="problems" role="alert">
              {(isShort || told) && (
                <span class="wrong">{isShort ? say('door.short') : told?.text}</span>
              )}
            </p>
            <div class="stack">
              <button type="submit" class="main" disabled={isBusy}>
                {say(isBusy ? 'door.wait' : 'action.continue')}
              </button>
            </div>
          </form>
        )}
      </main>
    </div>
  );
}
