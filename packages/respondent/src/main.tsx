import './style/page.css';
import './style/controls.css';
import './style/question.css';
import './style/screens.css';
import './style/plain-form.css';
import './style/circumstances.css';
import { render } from 'preact';
import { keptDraft } from './keeping/journal.ts';
import { leaveNoTrace } from './keeping/leave-no-trace.ts';
import { createOfflinePage } from './keeping/offline-page.ts';
import { LeftNote } from './screens/left-note.tsx';
import { sayIn, startSurvey } from './start-survey.tsx';
import type { LeftData, SurveyData } from './survey-data.ts';

/** The survey is over: what was never sent is offered to be deleted. */
async function tellLeft({ left, language, words }: LeftData): Promise<void> {
  const { draft } = await keptDraft(left);
  if (!draft) return;
  const onDelete = () => leaveNoTrace(left, createOfflinePage(left));
  render(
    <LeftNote say={sayIn(words, language)} onDelete={onDelete} />,
    document.getElementById('left')!,
  );
}

const data = JSON.parse(document.getElementById('survey-data')!.textContent!) as
  | SurveyData
  | LeftData;
void ('left' in data ? tellLeft(data) : startSurvey(data));
