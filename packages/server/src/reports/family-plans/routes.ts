import { casesContract, printPlan, printSheet } from '@tirek/domain/cases';
import { fullName } from '@tirek/domain/people';
import { aboutCase, loadCase } from '../../cases/index.ts';
import { accountOf } from '../../http/account-of.ts';
import { type Handlers, routesOf } from '../../http/handler.ts';
import { programmeDay } from '../../programmes/index.ts';
import { makeDocument } from '../documents/index.ts';
import { inOnePiece } from '../in-one-piece.ts';

const { getPlanFile, getFamilySheet } = casesContract;
const contract = { getPlanFile, getFamilySheet };

const handlers: Handlers<typeof contract> = {
  async getPlanFile({ tx, actor, input, now, keyFor, about }) {
    const { familyId, language } = input;
    const today = programmeDay(now);
    const loaded = await loadCase({ tx, actor: accountOf(actor), keyFor, today }, familyId);
    about(aboutCase(loaded), { language });
    const { family, familyCase } = loaded;
    const names = new Map(
      family.members.map(({ personId, name }) => [personId, name ? fullName(name) : '']),
    );
    const surnames = family.members.flatMap(({ name }) => (name?.family ? [name.family] : []));
    const plan = printPlan(familyCase, {
      language,
      today,
      family: surnames[0] ?? '',
      members: [...names.values()].filter((name) => name !== ''),
      holder: family.holder,
      name: (person) => names.get(person) ?? '',
    });
    return {
      fileName: `plan-${language}.pdf`,
      mediaType: 'application/pdf',
      pieces: inOnePiece(() => makeDocument({ plan, format: 'pdf' })),
    };
  },

  async getFamilySheet({ tx, actor, input, now, keyFor, about }) {
    const { familyId, kind, language } = input;
    const today = programmeDay(now);
    const loaded = await loadCase({ tx, actor: accountOf(actor), keyFor, today }, familyId);
    about(aboutCase(loaded), { language, sheet: kind });
    const { family, familyCase, life, settings, papers } = loaded;
    const surnames = family.members.flatMap(({ name }) => (name?.family ? [name.family] : []));
    const sheet = printSheet(familyCase, {
      ...{ kind, language, familyId, today, life, settings, papers },
      ...{ family: surnames[0] ?? '', holder: family.holder, members: family.members },
    });
    return {
      fileName: `${kind}-${language}.pdf`,
      mediaType: 'application/pdf',
      pieces: inOnePiece(() => makeDocument({ sheet, format: 'pdf' })),
    };
  },
};

/** A family's plan and sheets on paper. */
export const familyPlanRoutes = routesOf(contract, handlers);
