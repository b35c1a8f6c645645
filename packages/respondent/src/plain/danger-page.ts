import type { FormBundle } from '@tirek/domain/instruments/engine';
import type { SurveyModel } from '@tirek/domain/surveys/phone';
import { placeId } from '../answering/draft.ts';
import { placesOf } from '../answering/places.ts';
import { unhelpedSignals } from '../answering/signals.ts';
import { sayOn } from '../words.ts';
import { plainContacts } from './contacts.ts';
import type { Fields } from './fields.ts';
import { type Html, html } from './html.ts';
import { anchorOf } from './plain-question.ts';
import type { Plain } from './read-form-fields.ts';

/** What the form sends besides buttons; nothing else that came is written back. */
const OF_THE_FORM = /^(consent|version|id|code|helped|(shown|a|x|rows|confirm)\..+)$/;

/** The help screen of the form without script: all she has typed goes along unseen, and nothing is stored. */
export function dangerPage({
  model,
  plain,
  fields,
}: {
  model: SurveyModel;
  plain: Plain;
  fields: Fields;
}): Html {
  const say = sayOn(model.language);
  const signals = unhelpedSignals(plain.forms, plain.draft);
  const anchor = anchorOfSignal(signals[0] ?? '', { model, plain });
  const kept = Object.entries(fields)
    .filter(([name]) => OF_THE_FORM.test(name))
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  return html`<main><div class="sheet end">
<h1>${say('danger.title')}</h1>
<p class="lead">${say('danger.matters')}</p>
<p>${say('danger.honest')}</p>
${plainContacts(model, {
  say,
  title: say('danger.now'),
  more: html`<p>${say('danger.trust')}</p><p class="hint">${say('danger.call-kept')}</p>`,
})}
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<input type="hidden" name="language" value="${model.language}">
<input type="hidden" name="helping" value="${signals.join(' ')}">
<div class="stack"><button class="main" name="do" value="help.on">${say('danger.go-on')}</button><button class="plain" name="do" value="help.change"${anchor && html` formaction="#${anchor}"`}>${say('danger.change')}</button></div>
</div></main>`;
}

/** Where the question stands that tells the signal: the page is long. */
function anchorOfSignal(
  signal: string,
  { model, plain }: { model: SurveyModel; plain: Plain },
): string | null {
  const form = model.forms.find(({ f: [code], g = [] }) =>
    g.some((_, number) => placeId(code, `${number}`) === signal),
  );
  if (!form) return null;
  const [code] = form.f;
  const slot = slotIn(form.g?.[Number(signal.slice(code.length + 1))] ?? null);
  const item = slot === null ? undefined : form.i[slot];
  const place = placesOf(plain.forms, plain.draft).find(
    ({ id }) => item !== undefined && id === placeId(code, item.k),
  );
  return place ? anchorOf(code, place.screen.path) : null;
}

type Condition = NonNullable<FormBundle['g']>[number];

/** The first item that a condition reads. */
function slotIn(condition: Condition): number | null {
  if (!Array.isArray(condition)) return null;
  const [name, ...operands] = condition;
  if (name === '$' || name === 'x') return operands[0] as number;
  for (const operand of operands) {
    const slot = slotIn(operand);
    if (slot !== null) return slot;
  }
  return null;
}
