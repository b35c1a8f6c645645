import { openForm, type Question } from '@tirek/domain/instruments/engine';
import { describe, expect, it } from 'vitest';
import { everyKind } from '../test/sample-survey.ts';
import { sayOn } from '../words.ts';
import { answerText } from './answer-text.ts';

const questions = new Map<string, Question>(
  openForm(everyKind('ru'))
    .questions({ has_garden: true, pets: [{}] })
    .map(({ question }) => [question.linkId, question]),
);
const say = sayOn('ru');
const written = (linkId: string, value: Parameters<typeof answerText>[0]) =>
  answerText(value, { question: questions.get(linkId)!, say, language: 'ru' });

describe('an answer in the review', () => {
  it.each([
    ['has_garden', true, 'Да'],
    ['has_garden', undefined, 'Нет ответа'],
    ['has_garden', { absent: 'declined' }, 'Предпочитаю не отвечать'],
    ['breakfast', ['milk', 'bread'], 'Хлеб; Молоко'],
    ['people', 1200, '1\u202f200'],
    ['hours', 7.5, '7,5'],
    ['garden_since', '2019-05', 'май 2019\u202fг.'],
    ['garden_since', '2019-05-17', '17 мая 2019\u202fг.'],
    ['wish', 'Покой', 'Покой'],
    ['pets', [{}, {}], '2'],
  ] as const)('%s %j is written "%s"', (linkId, value, text) => {
    expect(written(linkId, value as never)).toBe(text);
  });
});
