import type { Said } from './said.ts';

export const ENGLISH: Said = {
  headings: {
    choice: 'You decide',
    what: 'What we ask you for',
    data: 'Which information it is about',
    others: 'Who receives it',
    abroad: 'Other countries and publication',
    term: 'How long it holds',
    change: 'If you change your mind',
    who: 'Who answers for your information',
    whose: 'Whose information it is',
  },
  choice:
    'You may say no. You and your family will be helped all the same, and nobody will ask you why. Ask about anything that is not clear, and take the time you need.',
  abroad:
    'The information stays in Kazakhstan. It is not sent to another country and not published anywhere.',
  term: 'This consent holds {{term}}. Information is kept {{keptFor}}; then it is erased.',
  change:
    'You can take this consent back at any time, in any way: tell your specialist, or write or call the contact below. Before you confirm, you are told what will stop and what will stay. The law may require that some records are kept.',
  who: '{{operator}} (BIN {{registrationNumber}}). Questions about your information: {{contact}}.',
  whose: '{{subject}}',
  agree: 'I agree',
  decline: 'I do not agree',
  purposes: {
    service: {
      title: 'Keeping a record so that we can help',
      what: 'To write down what your family needs and what was agreed, so that you do not have to tell it again every time.',
      data: 'Name, date of birth, contact details, family members, documents, school, work, housing and health as far as they matter for the help, notes of our meetings, and what was done.',
      others:
        'Your specialist, her supervisor, and a colleague who stands in for her. Nobody else, and no other office without your consent to it by name.',
      change: 'Nothing new is written down; what was written stays until its term ends.',
    },
    screening: {
      title: 'Questions about how you feel',
      what: 'To answer short sets of questions about feelings, sleep, worries and strengths, so that we notice in time where support would do you good. The result is no diagnosis. You may skip any question.',
      data: 'Your answers and the result that comes out of them.',
      others: 'Your specialist and her supervisor. School, employer and relatives do not.',
      change: 'You are not asked again, and no reminder comes.',
    },
    referral: {
      title: 'Passing you on to another service',
      what: 'To tell this service that you need its help and how to reach you: {{receiver}}.',
      data: 'Your name, contact details, the reason why you are sent there, and only what this service needs for its help. Tell us what must not be passed on.',
      others: 'Only the service named above. Every other one is asked about separately.',
      change:
        'The service sees nothing from that moment on and is told so. What it has already written down for its own work stays with it.',
    },
    conference: {
      title: 'Asking other professionals for advice',
      what: 'To talk about your situation, without your name, with professionals of other fields, so that they can advise your specialist.',
      data: 'Age group, what troubles the family, what has been tried. No name, no address, no place, and nothing by which you could be recognised.',
      others:
        'The professionals who take part. They have promised to keep silent. Nothing is recorded in sound or picture.',
      change:
        'Your situation is not presented any more. Advice that was given stays in the record.',
    },
    'contact-phone': {
      title: 'Telephone calls',
      what: 'To call you about meetings and about help that was agreed. We call ourselves the family support programme and say nothing else to anybody who picks up.',
      data: 'Your telephone number and the hours at which a call is safe.',
      others: 'Your specialist and a colleague who stands in for her.',
      change: 'Nobody calls you any more. You can come yourself or agree on another way.',
    },
    'contact-messenger': {
      title: 'Messages to your phone',
      what: 'To send you short reminders of meetings by SMS or messenger. Anybody who holds the phone may read them, so nothing personal ever stands in them.',
      data: 'Your telephone number, the messenger that you use, and the hours at which a message is safe.',
      others:
        'Your specialist and a colleague who stands in for her. A message passes through the telephone company or the owner of the messenger.',
      change: 'No message is sent any more. You can come yourself or agree on another way.',
      abroad:
        'Nothing is published. The servers of a messenger may stand in another country, so a message holds only the day, the hour and the words “family support programme”. If you do not want that, choose SMS.',
    },
    research: {
      title: 'Taking part in research',
      what: 'To use your answers, without your name, to learn which help really helps families.',
      data: 'Answers, results and help received, with an age group instead of a birthday and a group of regions instead of a place.',
      others:
        'The analysts of the programme. They see no names. Others see only totals over many people.',
      change:
        'Your answers are left out of every analysis that is made from then on. Totals that were already published cannot be changed, and you cannot be recognised in them.',
      abroad:
        'The answers stay in Kazakhstan. Only totals are published, in which nobody can be recognised.',
    },
    'aggregate-reporting': {
      title: 'Being counted in reports',
      what: 'To count you and your family in the totals of the programme’s reports, such as how many families were helped to get documents.',
      data: 'What kind of help was given and how it ended, as numbers. No name and no single case.',
      others:
        'Whoever reads the reports sees only totals over many families. Small groups are not shown.',
      change: 'You are not counted in reports that are made from then on.',
      abroad: 'Only totals are published or passed on, in which nobody can be recognised.',
    },
  },
};
